import {html} from '../../../lib/lit-html/lit-html.js';
import {loadWords} from '../../i18n/words.js';
import {LANGUAGES} from '../../i18n/languages.js';

/**
 * The languages of a document, of which two are read side by side. A value is worded in the language of the text around
 * it, whatever language the console speaks: each has a catalogue of its own.
 */

/** @type {Map<string, import('../../i18n/words.js').Words | undefined>} what has come, or is on its way */
const known = new Map();

/** What is needed to word a value. */
const CATALOGUES = ['joint', 'agreements', 'modalities'];

/**
 * The words of a language; nothing yet while they are on their way, and none at all, `null`, for a language that the
 * console does not speak.
 * @param {import('../../app/view.js').View} view
 * @param {string} language
 * @returns {import('../../i18n/words.js').Words | undefined | null}
 */
export function wordsOf(view, language) {
  if (language === view.words.language) {
    return view.words;
  }
  if (!(language in LANGUAGES)) {
    return null;
  }
  if (!known.has(language)) {
    known.set(language, undefined);
    loadWords(/** @type {import('../../i18n/languages.js').Language} */ (language), CATALOGUES).then(
      (words) => {
        known.set(language, words);
        view.act.redraw();
      },
      () => known.delete(language),
    );
  }
  return known.get(language);
}

/**
 * The two languages that are read side by side: those that were chosen, or the officer's own and the next.
 * @param {import('../../app/view.js').View} view
 * @param {string[]} languages of the document
 * @returns {string[]}
 */
export function pairOf(view, languages) {
  const {left, right} = view.draft('tongues');
  const first = [left, view.words.language].find((one) => languages.includes(one)) ?? languages[0];
  const second = [right, ...languages].find((one) => languages.includes(one) && one !== first);
  return second ? [first, second] : [first];
}

/** @param {string} language */
export const directionOf = (language) => LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (language)]?.direction ?? 'auto';

/** @param {string} language */
export const ownName = (language) => LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (language)]?.own ?? language;

/**
 * The choice of the two.
 * @param {import('../../app/view.js').View} view
 * @param {string[]} languages
 */
export function pairChoice(view, languages) {
  const {words} = view;
  const pair = pairOf(view, languages);
  const choose = (/** @type {number} */ place, /** @type {string} */ language) => {
    const next = [...pair];
    next[1 - place] = next[1 - place] === language ? pair[place] : next[1 - place];
    next[place] = language;
    view.act.edit('tongues', {left: next[0], right: next[1]});
  };
  return html`<div class="pair" role="group" aria-label=${words.text('rules.pair')}>
    ${pair.map(
      (chosen, place) => html`<select
        aria-label=${words.text(place ? 'rules.right' : 'rules.left')}
        @change=${(/** @type {any} */ event) => choose(place, event.target.value)}
      >
        ${languages.map((one) => html`<option value=${one} lang=${one} ?selected=${one === chosen}>${ownName(one)}</option>`)}
      </select>`,
    )}
  </div>`;
}
