import { isTable } from '../../tables.js';

const AREAS = ['district', 'grid_cell'];

/**
 * What has to be done before people can work, in order, and whether it is done.
 *
 * @param {object[]} declarations of all layers
 * @param {{passwordDue: boolean}} own the account of whoever is looking
 * @param {{source: string}} extent where imports expect features
 * @param {object[]} accounts of everybody
 */
export function stepsOf(declarations, own, extent, accounts) {
  const countOf = (id) => declarations.find((one) => one.id === id)?.count ?? 0;
  const objects = declarations.filter((one) => !isTable(one) && !AREAS.includes(one.id));
  return [
    { id: 'password', done: !own.passwordDue },
    { id: 'extent', done: extent.source !== 'china' },
    { id: 'districts', layer: 'district', done: countOf('district') > 0, count: countOf('district') },
    { id: 'cells', layer: 'grid_cell', done: countOf('grid_cell') > 0, count: countOf('grid_cell') },
    {
      id: 'objects',
      layer: 'site',
      done: objects.some(({ count }) => count > 0),
      count: objects.reduce((sum, { count }) => sum + count, 0),
    },
    { id: 'people', done: accounts.length > 1, count: accounts.length },
  ];
}

/** Whether nothing was ever put in: somebody is here for the first time. */
export function isNew(declarations) {
  return declarations.length > 0 && declarations.every(({ count }) => count === 0);
}
