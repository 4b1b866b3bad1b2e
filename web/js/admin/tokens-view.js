import { findAllTokens, revokeToken } from '../api-admin.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { notice } from '../notice.js';
import { confirmed } from './confirm-dialog.js';
import { officePage, pageHead } from './page-head.js';
import { sectionLink } from './route.js';

/** The tokens of everybody's programs: whose, what for, when last used; they can be revoked. */
export class TokensView {
  constructor(root) {
    this.root = root;
    this.list = element('div', { 'aria-live': 'polite' });
  }

  async start() {
    const tokens = await findAllTokens();
    this.root.replaceChildren(officePage(pageHead(t('admin.tokens'), t('tokens.about')), this.list));
    this.write(tokens);
  }

  write(tokens) {
    this.list.replaceChildren(
      tokens.length
        ? element('ul', { class: 'plain-list people' }, ...tokens.map((one) => this.line(one)))
        : notice('no-tokens', t('tokens.none'), t('tokens.noneAdvice')),
    );
  }

  line(token) {
    const { account, name, readsOnly, expiresAt, lastUsedAt } = token;
    const over = new Date(expiresAt) < new Date();
    const times = { until: format.moment(expiresAt), used: format.moment(lastUsedAt) };
    return element(
      'li',
      { class: 'people__one', dataset: { testid: 'token-row' } },
      element('strong', { class: 'people__name', text: name }),
      element('span', { class: 'tag', text: t(readsOnly ? 'own.readsOnly' : 'own.allRights') }),
      over ? element('span', { class: 'tag tag--warn', text: t('own.over') }) : null,
      element(
        'span',
        { class: 'people__scope' },
        sectionLink({ view: 'accounts', account }, {}, account),
        element('span', { class: 'quiet number', text: ` · ${t(lastUsedAt ? 'own.token' : 'own.tokenUnused', times)}` }),
      ),
      element('button', {
        type: 'button',
        class: 'button',
        text: t('tokens.revoke'),
        'aria-label': t('tokens.revokeOne', { name, account }),
        dataset: { testid: 'token-revoke' },
        on: { click: () => this.revoke(token) },
      }),
    );
  }

  async revoke({ id, name, account }) {
    const text = t('tokens.revokeAsk', { name, account });
    if (!(await confirmed({ title: t('tokens.revoke'), text, action: t('tokens.revoke'), danger: true }))) return;
    try {
      await revokeToken(id);
      this.write(await findAllTokens());
    } catch (failure) {
      this.list.prepend(failureBox(failure, null));
    }
  }
}
