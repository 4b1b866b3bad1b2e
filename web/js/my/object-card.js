import { historyCard } from '../admin/edit/history-card.js';
import { entriesOf } from '../admin/edit/history-entries.js';
import { getHistory } from '../api-edit.js';
import { json } from '../api-request.js';
import { element } from '../dom.js';
import { factList, trustMarks } from '../facts.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { iconButton } from '../public/place-card.js';
import { whoAnswers } from '../public/who-answers.js';
import { isLoggedOut } from './logged-out.js';
import { findSeen, keepSeen } from './store.js';
import { reasonsOf } from './todo.js';
import { isOpen, refusalWords, standWords } from './wait-words.js';

/** One object: what is to be done, what is known, whom to call, and what was done to it. */
export class ObjectCard {
  /**
   * @param {string} ended what sending came to
   * @param {{close: () => void, edit: () => void, decide: () => void}} actions
   */
  constructor(account, object, declaration, ended, { close, edit, decide }) {
    Object.assign(this, { account, object, declaration });
    const { feature, layer } = object;
    this.address = `${layer}/${feature.id}`;
    this.who = element('div', { class: 'who', dataset: { testid: 'own-who' } }, element('div', { class: 'skeleton' }));
    const [lon, lat] = feature.geometry.coordinates;
    this.node = element(
      'article',
      { class: 'card own-card-of', dataset: { testid: 'own-card' } },
      element(
        'header',
        { class: 'card__head' },
        element(
          'div',
          { class: 'card__titles' },
          element('h2', { class: 'card__title', tabindex: '-1', text: feature.properties.name ?? feature.id }),
          element('p', { class: 'quiet', text: `${titleOf(declaration.title)} · ${feature.id}` }),
        ),
        iconButton('close', 'card.close', close),
      ),
      ...(object.wait ? waitNotes(object.wait, ended, decide) : []),
      ...reasonsOf(object, declaration).map(({ kind, text }) =>
        element('p', { class: `own-reason own-reason--${kind}`, text }),
      ),
      ...trustMarks(feature.properties),
      declaration.mayEdit
        ? element('button', {
            type: 'button',
            class: 'button button--main own-wide',
            text: t('my.edit'),
            dataset: { testid: 'own-edit' },
            on: { click: edit },
          })
        : null,
      element('h3', { class: 'card__subtitle', text: t('who.titleIt') }),
      this.who,
      element('h3', { class: 'card__subtitle', text: t('my.facts') }),
      factList(declaration, feature.properties, { lon, lat }),
      this.history(),
    );
  }

  /** Who is responsible as far as it is known: asked anew, or as it was last seen. */
  async start() {
    const what = `who/${this.address}`;
    // The server knows nothing yet of what is new here.
    if (this.object.isNew) return this.who.replaceChildren(element('p', { class: 'quiet', text: t('my.whoNew') }));
    try {
      const answer = await json(`/api/who?feature=${encodeURIComponent(this.address)}`);
      this.who.replaceChildren(...whoAnswers(answer));
      await keepSeen(this.account, what, answer);
    } catch (failure) {
      const seen = await findSeen(this.account, what);
      const away = failure.status === 0;
      this.who.replaceChildren(
        ...(away && seen ? [] : [await this.unanswered(failure, 'my.whoOffline', () => this.start())]),
        ...(seen
          ? [element('p', { class: 'quiet', text: t('my.seenAt', { when: format.moment(seen.at) }) }), ...whoAnswers(seen.content)]
          : []),
      );
    }
    return undefined;
  }

  /** Why there is no answer: only where there is no network it may be said that there is none. */
  async unanswered(failure, offline, again) {
    if (failure.status === 0) return element('p', { class: 'quiet', text: t(offline) });
    if (await isLoggedOut(this.account)) return failureBox({ status: 401 }, () => location.assign('/login'), 'account.login');
    return failureBox(failure, again);
  }

  history() {
    const list = element('ol', { class: 'timeline plain-list' });
    const more = element(
      'details',
      { class: 'more', dataset: { testid: 'own-history' } },
      element('summary', { text: t('edit.history') }),
      list,
    );
    const load = async () => {
      try {
        const versions = await getHistory(this.object.layer, this.object.feature.id);
        list.replaceChildren(...entriesOf(versions).map((entry) => historyCard(entry, this.declaration, () => {})));
      } catch (failure) {
        list.replaceChildren(element('li', {}, await this.unanswered(failure, 'my.historyOffline', load)));
      }
    };
    more.addEventListener('toggle', () => more.open && !list.children.length && load());
    return more;
  }
}

/** Why what is shown is not on the server yet, as the list of what waits says it; and the way there. */
function waitNotes(wait, ended, decide) {
  const open = isOpen(wait);
  return [
    element('p', {
      class: `own-reason own-reason--${open ? 'finding' : 'missing'}`,
      text: standWords(wait, ended),
      dataset: { testid: 'own-stand' },
    }),
    wait.status === 'refused' ? element('p', { text: refusalWords(wait) }) : null,
    open
      ? element('button', { type: 'button', class: 'button', text: t('my.decide'), dataset: { testid: 'own-decide' }, on: { click: decide } })
      : null,
  ];
}
