import { getFeature } from '../api.js';
import { copyButton } from '../copy.js';
import { dayChooser } from '../day.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { t, titleOf } from '../i18n.js';
import { iconButton } from '../public/place-card.js';
import { Asking } from '../who/asking.js';
import { Pin, scopeOf } from '../who/pin.js';
import { findQuestion, findTopic, textOf, writeQuestion, writeTopic } from '../who/question.js';
import { topicChooser } from '../who/topics.js';
import { whoFull } from './who-full.js';
import { whoText } from './who-text.js';

/** The full answer to who is responsible, on a card over the map of the desk. */
export class WhoDesk {
  constructor(root, map, drawings) {
    this.root = root;
    this.drawings = drawings;
    this.pin = new Pin(map);
    this.object = null;
    this.asking = new Asking(() => this.write());
  }

  get open() {
    return this.asking.question !== null;
  }

  /** Takes up what the address asks. */
  async readAddress() {
    const question = findQuestion();
    if (question) await this.ask(question);
    else if (this.open) this.close();
  }

  /** @param {import('../who/question.js').Question} question */
  async ask(question) {
    writeQuestion(question);
    this.object = null;
    this.pin.mark(question.layer ? null : question);
    await Promise.all([this.asking.ask(question, findTopic()), this.fetchObject(question)]);
  }

  // What is on record stands beside the answer; without it the answer is whole all the same.
  async fetchObject(question) {
    if (!question.layer || !this.drawings.has(question.layer)) return;
    const object = await getFeature(question.layer, question.id).catch(() => null);
    if (textOf(question) !== textOf(this.asking.question)) return;
    this.object = object;
    this.write();
  }

  close() {
    this.asking.clear();
    writeQuestion(null);
    this.pin.mark(null);
    this.pin.outline(null);
    this.root.replaceChildren();
  }

  write() {
    if (!this.open) return;
    const { answer, waiting, topic } = this.asking;
    const focused = document.activeElement?.dataset?.focus;
    const scrolled = this.root.scrollTop;
    this.root.replaceChildren(
      element(
        'article',
        { class: 'card who-full', 'aria-busy': String(Boolean(waiting)), dataset: { testid: 'who-card' } },
        this.head(),
        element(
          'div',
          { class: 'who', 'aria-busy': String(Boolean(waiting)) },
          topicChooser(topic, (one) => this.choose(one)),
          dayChooser(),
          ...this.content(),
        ),
      ),
    );
    this.root.scrollTop = scrolled;
    if (focused) this.root.querySelector(`[data-focus="${focused}"]`)?.focus({ preventScroll: true });
    this.pin.outline(scopeOf(answer));
  }

  head() {
    const { question, answer } = this.asking;
    const place = answer?.place ?? question;
    const named = answer?.place.feature;
    const facts = [
      named ? titleOf(this.drawings.get(named.layer)?.declaration.title) : null,
      place.lon === undefined ? null : format.position(place.lon, place.lat),
      answer
        ? t('who.accuracy', { accuracy: format.radius(Math.round(answer.place.accuracy_m)) })
        : null,
    ];
    return element(
      'header',
      { class: 'card__head' },
      element(
        'div',
        { class: 'card__titles' },
        element('h2', {
          class: 'card__title',
          text: named ? t('who.titleOf', { name: named.name }) : t('who.title'),
        }),
        element('p', { class: 'quiet number', text: facts.filter(Boolean).join(' · ') }),
      ),
      iconButton('close', 'card.close', () => this.close()),
    );
  }

  content() {
    const { answer, failure } = this.asking;
    if (failure) return [failureBox(failure, () => this.asking.again())];
    if (!answer) return [1, 2, 3, 4].map(() => element('div', { class: 'skeleton' }));
    return [
      ...whoFull(answer, this.object, this.drawings),
      copyButton('who.copyText', () => whoText(answer, this.drawings)),
    ];
  }

  choose(topic) {
    writeTopic(topic);
    this.asking.ask(this.asking.question, topic);
  }
}
