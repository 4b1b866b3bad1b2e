/*
 * What a phone keeps, in IndexedDB, by account: what was seen last, and what waits to be sent. It is
 * there after a reload, and after the battery was empty.
 */
const NAME = 'zeren-my';

let opened = null;

function open() {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('seen');
      request.result.createObjectStore('waiting', { keyPath: 'key', autoIncrement: true });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opened;
}

async function run(store, mode, work) {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => done(request?.result);
    transaction.onerror = () => failed(transaction.error);
    transaction.onabort = () => failed(transaction.error);
  });
}

const seenKey = (account, what) => `${account}\n${what}`;

/** Keeps something that was seen, with the moment. */
export function keepSeen(account, what, content) {
  const kept = { content, at: new Date().toISOString() };
  return run('seen', 'readwrite', (store) => store.put(kept, seenKey(account, what)));
}

/** @returns {Promise<{content: object, at: string}|null>} */
export async function findSeen(account, what) {
  return (await run('seen', 'readonly', (store) => store.get(seenKey(account, what)))) ?? null;
}

/** What was changed here and is not on the server yet, the oldest first. */
export async function findWaiting(account) {
  const all = await run('waiting', 'readonly', (store) => store.getAll());
  return all.filter((one) => one.account === account);
}

/** The one of a key; null when it is no longer there. */
export async function findWaitingOf(key) {
  return (await run('waiting', 'readonly', (store) => store.get(key))) ?? null;
}

export async function countAllWaiting() {
  return run('waiting', 'readonly', (store) => store.count());
}

/** Adds one, or replaces the one of its key. */
export function putWaiting(one) {
  return run('waiting', 'readwrite', (store) => store.put(one));
}

export function removeWaiting(key) {
  return run('waiting', 'readwrite', (store) => store.delete(key));
}

/** Forgets all that was seen; what waits stays. */
export function forgetSeen() {
  return run('seen', 'readwrite', (store) => store.clear());
}
