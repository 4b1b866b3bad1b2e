// What A4 leaves between its margins for the map, in CSS pixels.
const WIDTH = 680;
const HEIGHT = 560;

/**
 * On paper the map is the picture that the window showed. It keeps its size in pixels, because tiles
 * that were asked for now would come after the printer, and is scaled to the width of the paper.
 */
export function startPaper(container) {
  addEventListener('beforeprint', () => {
    const { clientWidth, clientHeight, style } = container;
    style.setProperty('--paper-width', `${clientWidth}px`);
    style.setProperty('--paper-height', `${clientHeight}px`);
    style.setProperty('--paper-scale', Math.min(WIDTH / clientWidth, HEIGHT / clientHeight));
  });
}
