import { element } from '../dom.js';
import { t } from '../i18n.js';

export const TOPICS = ['all', 'dust', 'industry', 'vehicle', 'water', 'soil', 'noise', 'burning'];

/**
 * Which kind of matter the question is about.
 *
 * @param {string} topic the one that is chosen
 * @param {(topic: string) => void} choose
 */
export function topicChooser(topic, choose) {
  return element(
    'div',
    { class: 'topics', role: 'group', 'aria-label': t('who.topic') },
    ...TOPICS.map((one) =>
      element('button', {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(one === topic),
        text: t(`topic.${one}`),
        dataset: { testid: `topic-${one}`, focus: `topic-${one}` },
        on: { click: () => choose(one) },
      }),
    ),
  );
}
