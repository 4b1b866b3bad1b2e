const LEAST = 360;
const LEAST_MAP = 320;
const STEP = 20;

/** Lets the docked panel be made wider with the pointer or the arrow keys. */
export function startResize(stage, grip) {
  const set = (width) => {
    const most = stage.clientWidth - LEAST_MAP;
    const kept = Math.round(Math.max(LEAST, Math.min(most, width)));
    stage.style.setProperty('--panel-width', `${kept}px`);
    grip.setAttribute('aria-valuemax', most);
    grip.setAttribute('aria-valuenow', kept);
  };
  const width = () => stage.getBoundingClientRect().right - grip.getBoundingClientRect().left;
  grip.setAttribute('aria-valuemin', LEAST);
  grip.setAttribute('aria-valuemax', stage.clientWidth - LEAST_MAP);
  grip.setAttribute('aria-valuenow', Math.round(width()));
  grip.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    set(width() + step);
  });
  grip.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const right = stage.getBoundingClientRect().right;
    const move = ({ clientX }) => set(right - clientX);
    grip.addEventListener('pointermove', move);
    const end = () => grip.removeEventListener('pointermove', move);
    grip.addEventListener('pointerup', end, { once: true });
    grip.addEventListener('pointercancel', end, { once: true });
  });
}
