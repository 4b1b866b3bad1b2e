/*
 * Light or dark: as the machine is set, or as somebody has chosen here. A classic script in the head, so
 * that no page is first painted in the wrong one. What was chosen stays in the browser and is sent nowhere.
 */
(() => {
  const KEY = 'zeren.colour-scheme';
  const system = matchMedia('(prefers-color-scheme: dark)');
  const sheet = document.querySelector('link[data-dark]');

  // A browser may refuse to keep anything; then the choice lasts as long as the page.
  let chosen = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {}

  const isDark = () => (chosen ? chosen === 'dark' : system.matches);

  const apply = () => {
    sheet.media = chosen === 'dark' ? 'all' : chosen === 'light' ? 'not all' : '(prefers-color-scheme: dark)';
    document.documentElement.dataset.scheme = isDark() ? 'dark' : 'light';
    dispatchEvent(new Event('colourscheme'));
  };

  const choose = (dark) => {
    chosen = dark === system.matches ? null : dark ? 'dark' : 'light';
    try {
      if (chosen) localStorage.setItem(KEY, chosen);
      else localStorage.removeItem(KEY);
    } catch {}
    apply();
  };

  apply();
  system.addEventListener('change', apply);
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-theme-switch]')) choose(!isDark());
  });
})();
