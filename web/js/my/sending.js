import { getForEdit, putFeature } from '../api-edit.js';
import { json } from '../api-request.js';
import { bodyOf, stateOf } from '../admin/edit/draft.js';
import { readWkt } from '../admin/edit/wkt.js';
import { findWaiting, findWaitingOf, putWaiting, removeWaiting } from './store.js';

/** What sending came to, beyond each change: whether there is a network, and whether somebody is logged in. */
export const ENDED = { done: 'done', offline: 'offline', loggedOut: 'loggedOut' };

const LOGGED_OUT = 401;

/**
 * Sends what waits, the oldest first. A change is based on what was seen, not on a number of a version:
 * what is recorded by now is looked at before each, and where it is something else the change waits for
 * a decision.
 *
 * @returns {Promise<{ended: string, recorded: object[]}>} one of ENDED, and what is on the server now
 */
export function sendWaiting(account) {
  const ended = before.then(() => sendAll(account));
  before = ended.catch(() => {});
  return ended;
}

// One after the other: two at once would send the same change twice.
let before = Promise.resolve();

async function sendAll(account) {
  const recorded = [];
  return { ended: await sendInto(recorded, account), recorded };
}

async function sendInto(recorded, account) {
  const all = (await findWaiting(account)).filter(({ status }) => status === 'waiting');
  if (all.length === 0) return ENDED.done;
  try {
    const me = await json('/api/me');
    if (me.name !== account) return ENDED.loggedOut;
    for (const { key } of all) {
      const one = await findWaitingOf(key);
      if (one?.status === 'waiting' && (await send(one))) recorded.push(one);
    }
    return ENDED.done;
  } catch (failure) {
    if (!isForLater(failure)) throw failure;
    return failure.status === LOGGED_OUT ? ENDED.loggedOut : ENDED.offline;
  }
}

/** Whether it is on the server now. */
async function send(one) {
  try {
    if (!(await record(one))) return false;
    await settle(one);
    return true;
  } catch (failure) {
    if (isForLater(failure)) throw failure;
    const problem = { ...failure.problem, status: failure.status };
    await keep(one, { status: 'refused', problem, detail: failure.detail });
    return false;
  }
}

/** It is on the server. What was saved here meanwhile is based on it. */
async function settle(one) {
  const now = await findWaitingOf(one.key);
  if (now && now.since !== one.since) await putWaiting({ ...now, isNew: false, base: one.state });
  else await removeWaiting(one.key);
}

/** It waits on, with what came out; unless something newer was saved meanwhile, which is sent next time. */
async function keep(one, outcome) {
  const now = await findWaitingOf(one.key);
  if (now?.since === one.since) await putWaiting({ ...one, ...outcome });
}

// No network, a session that has ended, a server that is away or asks to wait: nothing of that is about the change.
function isForLater({ status }) {
  return [0, LOGGED_OUT, 429, 502, 503, 504].includes(status);
}

/** Whether it is on the server now. */
async function record(one) {
  const body = bodyOf(one.id, one.state);
  const known = one.isNew ? null : await getForEdit(one.layer, one.id);
  if (known) {
    const theirs = stateOf(known.feature, readWkt);
    if (same(theirs, one.state)) return true;
    if (!same(theirs, one.base)) return disagree(one, theirs, known.feature);
    // Nothing here says how long it holds.
    body.valid_to = known.feature.valid_to ?? null;
    if (theirs.source && sameGeometry(theirs, one.state)) body.geometry = theirs.source.geometry;
  }
  try {
    await put(one, body, known);
    return true;
  } catch (failure) {
    if (failure.status !== 412) throw failure;
    const now = await getForEdit(one.layer, one.id);
    const theirs = stateOf(now.feature, readWkt);
    // An answer that was lost on the way: it has been recorded before.
    return same(theirs, one.state) || disagree(one, theirs, now.feature);
  }
}

async function put(one, body, known) {
  const options = { tag: known?.tag ?? null, crs: known?.feature.source?.crs ?? null };
  const sent = known && body.geometry !== one.state.geometry ? options : { ...options, crs: null };
  await putFeature(one.layer, one.id, body, sent);
}

async function disagree(one, theirs, feature) {
  const { version, recorded_by, recorded_at } = feature;
  await keep(one, { base: one.base ?? theirs, status: 'conflict', theirs, current: { version, recorded_by, recorded_at } });
  return false;
}

function same(one, other) {
  return sameGeometry(one, other) && text(one.values) === text(other.values);
}

function sameGeometry(one, other) {
  return JSON.stringify(one.geometry?.coordinates) === JSON.stringify(other.geometry?.coordinates);
}

function text(values) {
  return JSON.stringify(Object.entries(values).filter(([, value]) => value !== null && value !== undefined).sort());
}
