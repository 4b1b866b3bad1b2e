/*
 * Keeps the page below /my and its files, so that it opens without a network. It keeps no data: that is
 * what the page itself does, by account.
 */
const FILES = 'zeren-my-files';
const PATIENCE = 4000;
const OWN = /^\/(my$|css\/|js\/|i18n\/|img\/|webjars\/)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The first visit loads its files before there is a worker; the page says which they were.
self.addEventListener('message', (event) => {
  event.waitUntil(keepAll(event.data.keep));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin || !OWN.test(address.pathname)) return;
  event.respondWith(answer(request));
});

async function keepAll(addresses) {
  const files = await caches.open(FILES);
  await Promise.all(
    addresses
      .filter((one) => OWN.test(new URL(one, location.href).pathname))
      .map(async (one) => {
        const kept = await fetch(one).catch(() => null);
        if (isGood(kept)) await files.put(keyOf(one), kept);
      }),
  );
}

// The page is one, whatever its address asks for: the newest replaces the one before.
function keyOf(address) {
  const { origin, pathname, href } = new URL(address, location.href);
  return pathname === '/my' ? `${origin}/my` : href;
}

function isGood(answer) {
  return answer !== null && answer.ok && !answer.redirected;
}

/** From the network while it answers in time; else what was kept. */
async function answer(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(keyOf(request.url), { ignoreVary: true });
  const fresh = fetch(request).then((got) => {
    if (isGood(got)) files.put(keyOf(request.url), got.clone());
    return got;
  });
  if (!kept) return fresh;
  const late = new Promise((done) => {
    setTimeout(() => done(kept), PATIENCE);
  });
  return Promise.race([fresh.catch(() => kept), late]);
}
