/** Lets the page open without a network from now on. */
export async function startWorker() {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  await navigator.serviceWorker.register('/js/my/worker.js', { scope: '/my' });
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  active.postMessage({ keep: [...files, location.href.split('#')[0]] });
}
