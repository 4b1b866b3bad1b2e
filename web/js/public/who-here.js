import { addressWith } from '../address.js';
import { copyButton } from '../copy.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { t } from '../i18n.js';
import { insideAny } from '../inside.js';
import { notice } from '../notice.js';
import { Asking } from '../who/asking.js';
import { Pin, scopeOf } from '../who/pin.js';
import { findTopic, writeTopic } from '../who/question.js';
import { topicChooser } from '../who/topics.js';
import { iconButton } from './place-card.js';
import { whoAnswers } from './who-answers.js';

/** The question 此处谁负责 on the public page: its place on the map and its part of a card. */
export class WhoHere {
  constructor(map, districts) {
    this.pin = new Pin(map);
    this.districts = districts;
    this.asking = new Asking(() => this.write());
    this.node = element('div', { class: 'who', 'aria-live': 'polite', dataset: { testid: 'who' } });
  }

  /** @param {import('../who/question.js').Question|null} question */
  async ask(question) {
    this.pin.mark(question?.layer ? null : question);
    if (question) return this.asking.ask(question, findTopic());
    this.asking.clear();
    return this.pin.outline(null);
  }

  /** The card of a question about nothing but a place, or about a feature that no card is shown of. */
  card(close) {
    const { lon, lat, id } = this.asking.question;
    return element(
      'article',
      { class: 'card', 'aria-label': t('who.title'), dataset: { testid: 'who-card' } },
      element(
        'header',
        { class: 'card__head' },
        element(
          'div',
          { class: 'card__titles' },
          element('h2', { class: 'card__title', text: t('who.title') }),
          element('p', { class: 'quiet number', text: id ?? format.position(lon, lat) }),
        ),
        iconButton('close', 'card.close', close),
      ),
      this.node,
    );
  }

  /** The part of a feature's card. */
  section() {
    const title = this.asking.question?.layer ? 'who.titleIt' : 'who.title';
    return element(
      'section',
      { class: 'card__more', 'aria-label': t(title) },
      element('h3', { class: 'card__subtitle', text: t(title) }),
      this.node,
    );
  }

  write() {
    const focused = this.node.contains(document.activeElement)
      ? document.activeElement.dataset.focus
      : null;
    const { answer, waiting, topic } = this.asking;
    this.node.setAttribute('aria-busy', String(Boolean(waiting)));
    this.node.replaceChildren(
      topicChooser(topic, (one) => this.choose(one)),
      ...this.content(),
    );
    if (focused) this.node.querySelector(`[data-focus="${focused}"]`)?.focus({ preventScroll: true });
    this.pin.outline(scopeOf(answer));
  }

  content() {
    const { answer, failure } = this.asking;
    if (failure) return [failureBox(failure, () => this.asking.again())];
    if (!answer) return [1, 2, 3].map(() => element('div', { class: 'skeleton' }));
    if (this.isOutside(answer)) return [this.outside()];
    return [
      ...whoAnswers(answer),
      copyButton('who.copyLink', () => new URL(addressWith({}), location.href).href),
    ];
  }

  // Without a district round it a place is none of ours; on another day the districts are those of the day.
  isOutside({ answers, place: { lon, lat, feature } }) {
    return !feature && answers.length === 0 && !insideAny(this.districts, lon, lat);
  }

  outside() {
    const cities = new Set(this.districts.map(({ properties }) => properties.city));
    const city = format.names([...cities].filter(Boolean));
    return notice(
      'who-outside',
      city ? t('who.outside', { city }) : t('who.outsideNothing'),
      t('who.outsideAdvice'),
    );
  }

  choose(topic) {
    writeTopic(topic);
    this.asking.ask(this.asking.question, topic);
  }
}
