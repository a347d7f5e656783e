import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../i18n/languages.js';
import {choice, field} from './field.js';
import {plainly} from './terms.js';

/**
 * Words of a register, which hold the same thing in one to four languages: shown in the officer's own where it was said
 * in that, and otherwise as it was said, never translated by a machine.
 *
 * @typedef {Record<string, string>} Wording by language code
 */

/**
 * The language in which a wording is shown.
 * @param {import('../app/view.js').View} view
 * @param {Wording} wording
 */
function shownIn({words}, wording) {
  return words.language in wording ? words.language : 'en' in wording ? 'en' : Object.keys(wording)[0];
}

/**
 * A line of it.
 * @param {import('../app/view.js').View} view
 * @param {Wording} [wording]
 */
export function inALine(view, wording = {}) {
  const language = shownIn(view, wording);
  return html`<span dir="auto" lang=${language ?? nothing}>${plainly(wording[language] ?? '')}</span>`;
}

/**
 * The same as plain text, for places that take no markup.
 * @param {import('../app/view.js').View} view
 * @param {Wording} wording
 */
export const saidPlainly = (view, wording) => wording[shownIn(view, wording)] ?? '';

/**
 * All of it, language by language: for what is a text rather than a name.
 * @param {import('../app/view.js').View} view
 * @param {Wording} [wording]
 */
export function saidInFull(view, wording = {}) {
  const first = shownIn(view, wording);
  const languages = Object.keys(wording).sort((a, b) => Number(b === first) - Number(a === first));
  return languages.map(
    (language) => html`<div class=${languages.length > 1 ? 'said-in' : ''}>
      ${languages.length > 1 ? html`<bdi class="code tag">${language}</bdi>` : nothing}
      <p class="text" dir="auto" lang=${language}>${plainly(wording[language])}</p>
    </div>`,
  );
}

// ---- writing ------------------------------------------------------------------------------------

/** @param {string} name @param {string} language */
const nameIn = (name, language) => `${name}-${language}`;

/**
 * Fields for the same words in every language of the console: what both sides sign is to be read by both.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: unknown, hint?: unknown, kind?: 'line' | 'area', maxlength: number}} wanted
 */
export function wordingFields(view, draft, {name, label, hint, kind = 'line', maxlength}) {
  const languages = Object.entries(LANGUAGES).sort(([a], [b]) => Number(b === view.words.language) - Number(a === view.words.language));
  return html`<fieldset class="tongue stack">
    <legend>${label}</legend>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    ${languages.map(([tag, language]) => field(view, draft, {name: nameIn(name, tag), label: language.own, kind, maxlength}))}
  </fieldset>`;
}

/**
 * What has been typed there; nothing while it is empty in every language.
 * @param {Record<string, any>} draft
 * @param {string} name
 * @returns {Wording | undefined}
 */
export function wordingOf(draft, name) {
  const typed = Object.keys(LANGUAGES)
    .map((language) => [language, draft[nameIn(name, language)]?.trim()])
    .filter(([, text]) => text);
  return typed.length ? Object.fromEntries(typed) : undefined;
}

/**
 * A draft that begins with these words.
 * @param {string} name
 * @param {Wording | undefined} wording
 */
export function wordingDraft(name, wording) {
  return Object.fromEntries(Object.keys(LANGUAGES).map((language) => [nameIn(name, language), wording?.[language] ?? '']));
}

/**
 * Fields for what one person says, in the one language they write in.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: unknown, hint?: unknown, kind?: 'line' | 'area', maxlength: number, required?: boolean}} wanted
 */
export function ownWords(view, draft, {name, label, hint, kind = 'area', maxlength, required = true}) {
  return html`${field(view, draft, {name, label, hint, kind, maxlength, required})}
  ${choice(view, draft, {
    name: 'language',
    label: view.words.text('wording.language'),
    options: Object.entries(LANGUAGES)
      .sort(([a], [b]) => Number(b === view.words.language) - Number(a === view.words.language))
      .map(([tag, language]) => [tag, language.own]),
  })}`;
}

/**
 * What was typed there as a wording; nothing while it is empty.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {string} name
 * @returns {Wording | undefined}
 */
export function ownWordsOf(view, draft, name) {
  const text = draft[name]?.trim();
  return text ? {[draft.language ?? view.words.language]: text} : undefined;
}

/**
 * What one person has typed, as a wording in the language of their desk.
 * @param {import('../app/view.js').View} view
 * @param {string} text
 * @returns {Wording}
 */
export const worded = (view, text) => ({[view.words.language]: text.trim()});
