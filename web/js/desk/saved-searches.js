import { deleteSearch, findSearches, saveSearch } from '../api-desk.js';
import { copyButton } from '../copy.js';
import { element } from '../dom.js';
import { failureBox } from '../failure.js';
import * as format from '../format.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { openDialog } from './dialog.js';

/**
 * The questions that the account keeps: to go to, to keep another one, to hand one on as a link.
 *
 * @param {string} here address of what is shown, as path and query
 */
export function savedSearchesDialog(here) {
  const question = here.slice('/desk'.length).replace(/^\?/, '');
  const list = element('div', { class: 'searches', 'aria-live': 'polite' }, element('div', { class: 'skeleton' }));
  const name = element('input', {
    class: 'field',
    name: 'name',
    required: true,
    maxlength: 100,
    'aria-label': t('searches.name'),
    placeholder: t('searches.name'),
    dataset: { testid: 'search-name' },
  });
  openDialog({ title: t('searches.title'), testid: 'searches' }, () => [
    element(
      'form',
      {
        class: 'searches__new',
        on: {
          submit: (event) => {
            event.preventDefault();
            const named = name.value.trim();
            run(async () => {
              await saveSearch(named, question);
              name.value = '';
            });
          },
        },
      },
      name,
      element('button', { class: 'button button--main', text: t('searches.save'), dataset: { testid: 'search-save' } }),
    ),
    list,
    element(
      'div',
      { class: 'dialog__actions' },
      copyButton('searches.copy', () => location.origin + here),
    ),
  ]);

  /** @param {() => Promise|void} [action] what is done before the list is written anew */
  async function run(action = nothing) {
    let due = action;
    try {
      await action();
      // When only the list fails, what is done is not done again.
      due = nothing;
      const searches = await findSearches();
      list.replaceChildren(
        searches.length
          ? element('ul', { class: 'plain-list' }, ...searches.map(row))
          : element('p', { class: 'quiet', text: t('searches.none') }),
      );
    } catch (failure) {
      list.replaceChildren(failureBox(failure, () => run(due)));
    }
  }

  function row({ name: own, question: kept, saved_at: at }) {
    return element(
      'li',
      { class: 'searches__one' },
      element(
        'a',
        {
          href: `/desk?${kept}`,
          class: 'searches__link',
          dataset: { testid: 'search-open' },
        },
        element('span', { text: own }),
        element('span', { class: 'quiet number', text: format.day(at) }),
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': t('searches.delete', { name: own }),
          dataset: { testid: 'search-delete' },
          on: { click: () => run(() => deleteSearch(own)) },
        },
        icon('trash', 18),
      ),
    );
  }

  run();
}

function nothing() {}
