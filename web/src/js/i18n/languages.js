/** The languages of the console: how each is written, counted and dated. */

/** @typedef {'en' | 'fa' | 'ur'} Language */

/**
 * @typedef {object} LanguageRules
 * @property {string} own the language's own name for itself
 * @property {'ltr' | 'rtl'} direction
 * @property {string} locale BCP 47 tag that fixes digits: Persian digits in Persian, European ones in Urdu and English
 */

/** @type {Record<Language, LanguageRules>} */
export const LANGUAGES = {
  en: {own: 'English', direction: 'ltr', locale: 'en-GB-u-ca-gregory-nu-latn'},
  fa: {own: 'فارسی', direction: 'rtl', locale: 'fa-IR-u-ca-gregory-nu-arabext'},
  ur: {own: 'اردو', direction: 'rtl', locale: 'ur-PK-u-ca-gregory-nu-latn'},
};

/**
 * The language to begin with: the one chosen before on this machine, else the browser's, else English.
 *
 * @param {string | null} chosen
 * @param {readonly string[]} preferred as in `navigator.languages`
 * @returns {Language}
 */
export function firstLanguage(chosen, preferred) {
  const wishes = [chosen ?? '', ...preferred].map((tag) => tag.slice(0, 2));
  return /** @type {Language} */ (wishes.find((tag) => tag in LANGUAGES) ?? 'en');
}
