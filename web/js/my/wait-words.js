import { adviceOf } from '../failure.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { ENDED } from './sending.js';

/** How it stands with a change that is not on the server: waiting, loggedOut, refused or conflict. */
export function standOf({ status }, ended) {
  return status === 'waiting' && ended === ENDED.loggedOut ? 'loggedOut' : status;
}

/** Whether it stays here until somebody has decided what becomes of it. */
export function isOpen({ status }) {
  return status !== 'waiting';
}

/** Why it is not on the server, for all places that say so. */
export function standWords(one, ended) {
  return t(`mywait.${standOf(one, ended)}`, { when: format.moment(one.since) });
}

/** Why the server did not take it. */
export function refusalWords({ problem }) {
  return adviceOf({ status: problem.status ?? null, problem });
}
