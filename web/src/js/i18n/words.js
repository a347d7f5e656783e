import {html} from '../../lib/lit-html/lit-html.js';
import {LANGUAGES} from './languages.js';
import {fill, parse} from './message.js';

/**
 * Every word the console says, in one language.
 *
 * Screens never hold text of their own: they ask by key. Two ways of asking, because what is put into a sentence may run
 * against its direction (an origin, a hash, a Latin name inside Persian): `rich` isolates each value in a `<bdi>`,
 * `text` isolates it with the invisible characters U+2068 and U+2069 for places that take no markup (a title, an
 * `aria-label`).
 */
export class Words {
  /** @type {Map<string, import('./message.js').Piece[]>} */
  #parsed = new Map();
  #plurals;
  #integers;
  #signed;

  /**
   * @param {import('./languages.js').Language} language
   * @param {Record<string, string>} catalogue flat: dotted key to message
   */
  constructor(language, catalogue) {
    this.language = language;
    this.catalogue = catalogue;
    this.rules = LANGUAGES[language];
    this.#plurals = new Intl.PluralRules(this.rules.locale);
    this.#integers = new Intl.NumberFormat(this.rules.locale);
    this.#signed = new Intl.NumberFormat(this.rules.locale, {signDisplay: 'exceptZero'});
  }

  /**
   * Learns the words of further catalogues.
   * @param {...Record<string, string>} catalogues
   */
  add(...catalogues) {
    Object.assign(this.catalogue, ...catalogues);
    this.#parsed.clear();
  }

  /**
   * Plain text of a message.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  text(key, values = {}) {
    return fill(this.#message(key), values, {
      value: (value) => (typeof value === 'number' ? this.number(value) : `\u2068${value}\u2069`),
      number: (n) => this.number(n),
      category: (n) => this.#plurals.select(n),
    }).join('');
  }

  /**
   * A message as one piece of markup; values may be templates.
   * @param {string} key
   * @param {Record<string, unknown>} [values]
   */
  rich(key, values = {}) {
    const pieces = fill(this.#message(key), values, {
      value: (value) => (typeof value === 'number' ? this.number(value) : html`<bdi>${value}</bdi>`),
      number: (n) => this.number(n),
      category: (n) => this.#plurals.select(n),
    });
    return html`<span>${pieces}</span>`;
  }

  /**
   * The word for one member of a family of codes, such as `unitStatus.AVL`. A code that the catalogue does not know (a
   * newer node may say one) is shown as it is.
   * @param {string} family
   * @param {string} code
   */
  of(family, code) {
    const key = `${family}.${code}`;
    return key in this.catalogue ? this.text(key) : code;
  }

  /**
   * A label that the record holds in several languages: in ours, or in English.
   * @param {{en: string, fa?: string, ur?: string}} label
   */
  label(label) {
    return label[this.language] ?? label.en;
  }

  /**
   * A whole number in the digits of the language.
   * @param {number} n
   */
  number(n) {
    return this.#integers.format(n);
  }

  /**
   * A difference, with its sign.
   * @param {number} n
   */
  signed(n) {
    return this.#signed.format(n);
  }

  /**
   * A number with one decimal at most: a share.
   * @param {number} n
   */
  decimal(n) {
    return new Intl.NumberFormat(this.rules.locale, {maximumFractionDigits: 1}).format(n);
  }

  /**
   * The same as a difference.
   * @param {number} n
   */
  signedDecimal(n) {
    return new Intl.NumberFormat(this.rules.locale, {maximumFractionDigits: 1, signDisplay: 'exceptZero'}).format(n);
  }

  /** @param {string} key */
  #message(key) {
    let pieces = this.#parsed.get(key);
    if (!pieces) {
      pieces = parse(this.catalogue[key] ?? `⟦${key}⟧`);
      this.#parsed.set(key, pieces);
    }
    return pieces;
  }
}

/**
 * Fetches the words of the desk in one language, and those of some chapters.
 * @param {import('./languages.js').Language} language
 * @param {string[]} [chapters] names of their catalogues
 * @returns {Promise<Words>}
 */
export async function loadWords(language, chapters = []) {
  const catalogues = await Promise.all(['desk', ...chapters].map((name) => loadCatalogue(language, name)));
  return new Words(language, Object.assign({}, ...catalogues));
}

/**
 * Fetches one catalogue from the node.
 * @param {import('./languages.js').Language} language
 * @param {string} name
 * @returns {Promise<Record<string, string>>} flat: dotted key to message
 */
export async function loadCatalogue(language, name) {
  const answer = await fetch(new URL(`../../i18n/${language}/${name}.json`, import.meta.url));
  if (!answer.ok) {
    throw new Error(`catalogue ${language}/${name}: HTTP ${answer.status}`);
  }
  return flatten(await answer.json());
}

/**
 * `{queue: {empty: "…"}}` becomes `{"queue.empty": "…"}`.
 * @param {Record<string, any>} tree
 * @param {string} [prefix]
 * @returns {Record<string, string>}
 */
export function flatten(tree, prefix = '') {
  const pairs = Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[prefix + name, value]] : Object.entries(flatten(value, `${prefix}${name}.`)),
  );
  return Object.fromEntries(pairs);
}
