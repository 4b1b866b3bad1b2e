import { endAllSessions, endSession, findSessions } from '../api-account.js';
import { element } from '../dom.js';
import * as format from '../format.js';
import { language, t } from '../i18n.js';
import { confirmed } from '../admin/confirm-dialog.js';
import { Card } from './card.js';
import { clientName } from './client.js';

/** Where one is logged in. */
export class SessionsCard extends Card {
  constructor() {
    super('own.sessions', 'own.sessionsAbout');
  }

  async start() {
    await this.fill(async () => [
      element('ul', { class: 'plain-list own-list' }, ...(await findSessions()).map((one) => this.line(one))),
      element('button', {
        class: 'button own-card__all',
        type: 'button',
        text: t('own.endAll'),
        dataset: { testid: 'end-all' },
        on: { click: ({ target }) => this.act(target, () => this.endAll()) },
      }),
    ]);
  }

  line(session) {
    return element(
      'li',
      { class: 'own-list__line', dataset: { testid: 'session' } },
      element(
        'div',
        { class: 'own-list__what' },
        element(
          'p',
          { class: 'own-list__name' },
          clientName(session.client) || t('own.unknownClient'),
          session.current ? element('span', { class: 'own-list__mark', text: t('own.here') }) : null,
        ),
        element('p', {
          class: 'quiet number',
          text: t('own.session', {
            address: session.address,
            since: format.moment(session.startedAt),
            seen: format.moment(session.seenAt),
          }),
        }),
      ),
      session.current
        ? null
        : element('button', {
            class: 'button',
            type: 'button',
            text: t('own.end'),
            dataset: { testid: 'session-end' },
            on: { click: ({ target }) => this.act(target, () => this.end(session.id)) },
          }),
    );
  }

  async end(id) {
    await endSession(id);
    await this.start();
  }

  async endAll() {
    const question = { title: t('own.endAll'), text: t('own.endAllAsk'), action: t('own.end') };
    if (!(await confirmed(question))) return;
    await endAllSessions();
    location.assign(language() === 'zh' ? '/login' : `/login?lang=${language()}`);
  }
}
