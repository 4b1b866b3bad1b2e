const { dataset } = document.body;

/** What an operator has set up, as the server wrote it into the page; empty texts when not set. */
export const settings = {
  basemapUrl: dataset.basemapUrl ?? '',
  basemapDatum: dataset.basemapDatum ?? '',
  basemapSubdomains: dataset.basemapSubdomains ?? '',
  basemapAttribution: dataset.basemapAttribution ?? '',
  approvalNumber: dataset.approvalNumber ?? '',
  /** What every change must bring along; empty on pages that change nothing. */
  csrf: dataset.csrf ?? '',
  /** Name of the account that the page was made for; empty on the pages of the public. */
  account: dataset.account ?? '',
  /** Whether whoever is looking may change data. */
  mayEdit: dataset.mayEdit === 'true',
  /** Whether whoever is looking may import files. */
  mayImport: dataset.mayImport === 'true',
  /** Whether whoever is looking sees all that is internal, the findings of audits too. */
  seesAll: dataset.seesAll === 'true',
  /** Whether whoever is looking administers the service. */
  isAdministrator: dataset.isAdministrator === 'true',
};

/** Says to those who wait for it, or measure how long it takes, that the first data has been drawn. */
export function markReady() {
  document.documentElement.dataset.ready = 'true';
  performance.mark('zeren-ready');
}
