import { findAnswers } from '../api-who.js';
import { textOf } from './question.js';

/** Asks who is responsible, one question at a time: the answer to an older one is thrown away. */
export class Asking {
  /** @param {() => void} tell hears that there is something else to show */
  constructor(tell) {
    this.tell = tell;
    this.request = new AbortController();
    this.clear();
  }

  clear() {
    this.request.abort();
    this.question = null;
    this.topic = 'all';
    this.answer = null;
    this.failure = null;
  }

  /** Asks unless this is what was asked last and has been answered. */
  async ask(question, topic) {
    const same = textOf(question) === textOf(this.question) && topic === this.topic;
    if (same && !this.failure) return;
    if (textOf(question) !== textOf(this.question)) this.answer = null;
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    Object.assign(this, { question, topic, failure: null, waiting: true });
    this.tell();
    try {
      this.answer = await findAnswers(question, topic, signal);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      Object.assign(this, { answer: null, failure });
    }
    this.waiting = false;
    this.tell();
  }

  /** Asks the same once more. */
  again() {
    return this.ask(this.question, this.topic);
  }
}
