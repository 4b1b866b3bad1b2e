import { json, path } from './api-request.js';

const ACCOUNT = '/api/account';

/** One's own account, its sessions and its tokens. */
export const findAccount = () => json(ACCOUNT);
export const findSessions = async () => (await json(`${ACCOUNT}/sessions`)).sessions;
export const findTokens = async () => (await json(`${ACCOUNT}/tokens`)).tokens;

export const changePassword = (old, wanted) =>
  json(`${ACCOUNT}/password`, { method: 'POST', body: { old, new: wanted } });

export const endSession = (id) => json(`${ACCOUNT}/sessions${path(id)}`, { method: 'DELETE' });
export const endAllSessions = () => json(`${ACCOUNT}/sessions`, { method: 'DELETE' });

export const makeToken = (body) => json(`${ACCOUNT}/tokens`, { method: 'POST', body });
export const deleteToken = (id) => json(`${ACCOUNT}/tokens${path(id)}`, { method: 'DELETE' });
