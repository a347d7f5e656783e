import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {atLength} from './times.js';

/**
 * The terms of an act for a reader. Whatever they are made of is shown, title and text first and the rest in the order of
 * the signed text: who signs must not be able to miss a word. Names the console knows get a word; a name it does not know
 * is shown as it is.
 */

/** What a reader begins with; the signed text has its names in the order of the alphabet. */
const FIRST = ['number', 'title', 'text'];

/** Characters that draw nothing, or turn what stands around them; the joiners of the Arabic script are not among them. */
const UNSEEN = /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff])/u;

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A language by its code, where a text stands in several. */
const LANGUAGE = /^(en|fa|ur)$/;

/** Words of one language, as records have them: `{lang: 'fa', text: '…'}`. */
const SAID = new Set(['lang', 'text']);

/** @typedef {(name: string) => string | undefined} More words for names that stand in some terms only */

/** @type {More} */
const NO_MORE = () => undefined;

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} terms
 * @param {More} [more]
 */
export function termsOf(view, terms, more = NO_MORE) {
  return html`<div class="terms">${valueOf(view, terms, languageOf(terms), more)}</div>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {unknown} value
 * @param {string | undefined} language of the words in it
 * @param {More} more
 * @returns {unknown}
 */
function valueOf(view, value, language, more) {
  const {words} = view;
  if (Array.isArray(value)) {
    if (value.length && value.every(isRow)) {
      return rows(value);
    }
    return value.length
      ? html`<ol class="items ${value.every(isShort) ? 'short' : ''}">
          ${value.map((item) => html`<li>${valueOf(view, item, language, more)}</li>`)}
        </ol>`
      : html`<span class="quiet">${words.text('terms.none')}</span>`;
  }
  if (value && typeof value === 'object') {
    return objectOf(view, /** @type {Record<string, any>} */ (value), language, more);
  }
  if (typeof value === 'boolean') {
    return html`${words.text(value ? 'terms.yes' : 'terms.no')} <bdi class="code quiet">${String(value)}</bdi>`;
  }
  if (typeof value !== 'string') {
    return html`<bdi class="code">${String(value)}</bdi>`;
  }
  if (TIME.test(value) && !Number.isNaN(Date.parse(value))) {
    return html`${atLength(view, value)} <bdi class="code quiet">${value}</bdi>`;
  }
  if (!value.trim()) {
    return html`<span class="quiet">${words.text('terms.blank')}</span>`;
  }
  return html`<p class=${isShort(value) ? 'short' : 'text'} dir="auto" lang=${language ?? nothing}>${plainly(value)}</p>`;
}

/**
 * Numbers that belong together: a line of an act of many.
 * @param {unknown} value
 */
function isRow(value) {
  return Array.isArray(value) && value.length > 1 && value.every((part) => typeof part === 'number');
}

/**
 * Lines by their place, which is how they are named elsewhere.
 * @param {number[][]} all
 */
function rows(all) {
  return html`<table class="plain">
    <tbody>
      ${all.map(
        (row, index) => html`<tr>
          <th scope="row"><bdi class="quiet">${index + 1}</bdi></th>
          ${row.map((part) => html`<td class="figure"><bdi class="code">${part}</bdi></td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/**
 * Whether it is a line at most, which stands where such things stand; prose is set its own way.
 * @param {unknown} value
 */
function isShort(value) {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 100 && !value.includes('\n'));
}

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} value
 * @param {string | undefined} outer language of the words around it
 * @param {More} more
 */
function objectOf(view, value, outer, more) {
  const {words} = view;
  const language = languageOf(value) ?? outer;
  const first = FIRST.filter((name) => Object.hasOwn(value, name));
  const pairs = [...first, ...Object.keys(value).filter((name) => !first.includes(name))].map(
    (name) => /** @type {[string, any]} */ ([name, value[name]]),
  );
  if (!pairs.length) {
    return html`<span class="quiet">${words.text('terms.none')}</span>`;
  }
  if (pairs.length === SAID.size && pairs.every(([name, part]) => SAID.has(name) && typeof part === 'string')) {
    return html`<div class="said-in"><bdi class="code tag">${value.lang}</bdi> ${valueOf(view, value.text, language, more)}</div>`;
  }
  return html`<dl>
    ${pairs.map(
      ([name, part]) => html`<div>
        <dt>${nameOf(view, name, more)}</dt>
        <dd>${valueOf(view, part, LANGUAGE.test(name) ? name : language, more)}</dd>
      </div>`,
    )}
  </dl>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {More} more
 */
function nameOf({words}, name, more) {
  const word = `term.${name}` in words.catalogue ? words.of('term', name) : more(name);
  return word ? html`<span title=${name}>${word}</span>` : html`<bdi class="code">${plainly(name)}</bdi>`;
}

/**
 * The language an object says its words are in.
 * @param {Record<string, any>} value
 * @returns {string | undefined}
 */
function languageOf({lang, language}) {
  return [lang, language].find((tag) => typeof tag === 'string' && /^[a-z]{2,3}$/.test(tag));
}

/**
 * A text in which what does not show is made to show, so that nothing signed can hide or turn its neighbours around.
 * @param {string} text
 */
export function plainly(text) {
  const parts = text.split(UNSEEN);
  return parts.length === 1
    ? text
    : parts.map((part, i) => (i % 2 ? html`<bdi class="unseen code">${codePoint(part)}</bdi>` : part));
}

/** @param {string} character */
function codePoint(character) {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
