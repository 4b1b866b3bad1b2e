import { ask, json, path } from './api-request.js';

const ACCOUNTS = '/api/accounts';
const one = (name) => ACCOUNTS + path(name);

/** The accounts of everybody, for administrators. */
export const findAccounts = async () => (await json(ACCOUNTS)).accounts;

/** @returns {Promise<{account: object, password: string}>} the password is told this once */
export const makeAccount = (body) => json(ACCOUNTS, { method: 'POST', body });

export const changeAccount = (name, version, body) =>
  json(one(name), { method: 'PUT', body, headers: { 'If-Match': `"${version}"` } });

/** @returns {Promise<string>} told this once */
export const issuePassword = async (name) => (await json(`${one(name)}/password`, { method: 'POST' })).password;

export const findSessionsOf = async (name) => (await json(`${one(name)}/sessions`)).sessions;
export const endSessionsOf = (name) => ask(`${one(name)}/sessions`, { method: 'DELETE' });

/** The tokens of everybody's programs. */
export const findAllTokens = async () => (await json('/api/tokens')).tokens;
export const revokeToken = (id) => ask(`/api/tokens${path(id)}`, { method: 'DELETE' });

/** How the service fares. */
export const findHealth = () => json('/api/operation/health');

/** Where imports expect features: `extent` is west, south, east, north in degrees. */
export const findExtent = () => json('/api/operation/extent');
export const chooseExtent = (extent) => json('/api/operation/extent', { method: 'PUT', body: { extent } });
export const forgetExtent = () => json('/api/operation/extent', { method: 'DELETE' });

const appearancePath = (layer) => `/api/operation/appearances${path(layer)}`;

/** What a layer is called and how it is drawn: as declared, and what lies over that. */
export const findAppearance = (layer) => json(appearancePath(layer));

/** @param {number} number of the appearance that was looked at */
export const changeAppearance = (layer, number, appearance) =>
  json(appearancePath(layer), { method: 'PUT', body: appearance, headers: { 'If-Match': `"${number}"` } });
