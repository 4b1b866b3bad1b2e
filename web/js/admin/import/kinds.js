/** How rows are drawn by what becomes of them: told apart by shape as well as by colour. */
export const STYLES = {
  created: { shape: 'circle', size: 8, fill: 'accent', stroke: 'ink' },
  changed: { shape: 'diamond', size: 8, fill: '#f2b134', stroke: 'ink' },
  unchanged: { shape: 'circle', size: 5, fill: 'paper', stroke: 'label' },
  refused: { shape: 'triangle', size: 9, fill: '#d92d20', stroke: 'ink' },
};

/** Lowest first: what needs looking at lies on top. */
export const ORDER = ['unchanged', 'created', 'changed', 'refused'];
