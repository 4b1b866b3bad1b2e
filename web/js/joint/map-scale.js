import { svg } from '../dom.js';
import * as format from '../format.js';
import { HEIGHT } from './projection.js';

const WISHED = 200;

/** A bar of a round length. */
export function scaleBar(projection) {
  const metres = roundDown(WISHED / projection.metres);
  const length = metres * projection.metres;
  return svg(
    'g',
    { class: 'zone-map__scale', transform: `translate(24 ${HEIGHT - 28})` },
    svg('path', { d: `M0 -8V0H${length.toFixed(1)}V-8` }),
    svg('text', { class: 'zone-map__small', x: 6, y: -6 }, format.radius(metres)),
  );
}

function roundDown(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((factor) => factor * power).find((round) => round <= metres);
}
