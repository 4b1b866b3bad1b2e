import { svg } from './dom.js';

// Outlines on a 20 × 20 field, drawn with a line of 1.6.
const PATHS = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4',
  close: 'M5 5l10 10M15 5L5 15',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  list: 'M7.5 5.5H17M7.5 10H17M7.5 14.5H17M3.5 5.5h.5M3.5 10h.5M3.5 14.5h.5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  whole: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  back: 'M12 4.5L6.5 10l5.5 5.5',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  funnel: 'M3.5 4.5h13L11.5 10.5V16l-3-1.6v-3.9z',
  star: 'M10 3.2l2.1 4.3 4.7.7-3.4 3.3.8 4.7-4.2-2.2-4.2 2.2.8-4.7-3.4-3.3 4.7-.7z',
  help: 'M7.4 7.6a2.6 2.6 0 1 1 3.7 2.3c-.8.4-1.1.9-1.1 1.8M10 14.2v.2',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12.3 4v12',
  download: 'M10 3.5v9M6.5 9.5L10 13l3.5-3.5M4 16.5h12',
  locate: 'M10 2.5v3M10 14.5v3M2.5 10h3M14.5 10h3M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  account:
    'M10 10.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M4 16.6c.7-2.7 3-4.2 6-4.2s5.3 1.5 6 4.2',
  layers: 'M10 3l7 3.6-7 3.6-7-3.6zM3 10.2l7 3.6 7-3.6M3 13.6l7 3.6 7-3.6',
  upload: 'M10 13V4M6.5 7.5L10 4l3.5 3.5M4 16.5h12',
  clock: 'M10 3.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6M10 6.2V10l2.6 1.8',
  pencil: 'M4 16l.8-3.4L13.4 4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3L7.4 15.2z',
  undo: 'M7.5 4.5L4 8l3.5 3.5M4.5 8h7a4.2 4.2 0 0 1 0 8.4H8',
  redo: 'M12.5 4.5L16 8l-3.5 3.5M15.5 8h-7a4.2 4.2 0 0 0 0 8.4H12',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.5 6',
  check: 'M4.5 10.5l3.6 3.6 7.4-8',
  warn: 'M10 3.5L17 16H3zM10 8v4M10 14v.2',
  file: 'M5 3h6.5L15.5 7v10H5zM11.5 3v4h4',
  phone:
    'M6.2 3.5l1.9 3.6-1.6 1.5a10 10 0 0 0 4.9 4.9l1.5-1.6 3.6 1.9v2a1.2 1.2 0 0 1-1.3 1.2A12.2 12.2 0 0 1 3 4.8a1.2 1.2 0 0 1 1.2-1.3z',
  link: 'M8.5 11.5l3-3M9.5 6.5l1.7-1.7a3 3 0 0 1 4 4L13.5 10.5M10.5 13.5l-1.7 1.7a3 3 0 0 1-4-4L6.5 9.5',
  copy: 'M7 7h9v9.5H7zM13 7V3.5H4V13h3',
  print: 'M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z',
  people:
    'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M2.5 16c.5-2.6 2.5-4 5-4s4.5 1.4 5 4M13 9.2a2.3 2.3 0 1 0 0-4.6M14.2 12c1.8.4 3 1.7 3.3 4',
  legend: 'M4 4.5h4v4H4zM4 11.5h4v4H4zM11 6.5h6M11 13.5h6',
};

/** A decorative icon in the colour of the text around it. */
export function icon(name, size = 20) {
  return svg(
    'svg',
    {
      class: 'icon',
      viewBox: '0 0 20 20',
      width: size,
      height: size,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    svg('path', {
      d: PATHS[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.6',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

/** Puts icons into elements marked with data-icon, before what they hold. */
export function placeIcons(root = document) {
  for (const node of root.querySelectorAll('[data-icon]')) node.prepend(icon(node.dataset.icon));
}

/** An arrow that points in a direction, in degrees clockwise from north. */
export function arrow(degrees) {
  return svg(
    'svg',
    { class: 'icon', viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
    svg('path', {
      d: 'M6 1l3.2 9.2L6 8.3l-3.2 1.9z',
      fill: 'currentColor',
      transform: `rotate(${Math.round(degrees)} 6 6)`,
    }),
  );
}
