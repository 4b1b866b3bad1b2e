/** What a published page can do beyond being read: be printed, and be light or dark. */
for (const button of document.querySelectorAll('[data-print], [data-theme-switch]')) button.hidden = false;
document.querySelector('[data-print]')?.addEventListener('click', () => print());

document.documentElement.dataset.ready = 'true';

// A4 is white, whatever the screen is like.
for (const moment of ['beforeprint', 'afterprint']) {
  addEventListener(moment, () => {
    document.documentElement.toggleAttribute('data-paper', moment === 'beforeprint');
  });
}
