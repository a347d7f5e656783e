import {html} from '../../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {choice, field} from '../../parts/field.js';
import {REGISTER_FORMS} from './register-forms.js';

/**
 * The forms in which the terms of an act are written, one for each kind that is written in the console. All of them
 * fill the draft `propose`.
 *
 * @typedef {{act: string, leaf: string, terms?: Record<string, any>}} Named an act that another one names
 *
 * @typedef {object} Form
 * @property {(view: import('../../app/view.js').View, given: Record<string, any>) => Record<string, any>} begin the draft
 *   that says what `given` says; all of its fields, also those that are empty
 * @property {(view: import('../../app/view.js').View) => unknown} fields
 * @property {(view: import('../../app/view.js').View, draft: Record<string, any>) => object | undefined} terms what is
 *   to be signed; nothing while it is not whole
 */

const words = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');

/** @type {Form} */
const memorandum = {
  begin: (view, {title, text, language}) => ({
    title: words(title),
    text: words(text),
    language: words(language) in LANGUAGES ? language : view.words.language,
  }),
  fields: (view) => html`
    ${field(view, 'propose', {name: 'title', label: view.words.text('propose.name'), required: true, maxlength: 200})}
    ${field(view, 'propose', {name: 'text', label: view.words.text('propose.text'), hint: view.words.text('propose.textHint'), kind: 'area', required: true, maxlength: 16000})}
    ${choice(view, 'propose', {
      name: 'language',
      label: view.words.text('propose.language'),
      options: Object.entries(LANGUAGES).map(([tag, language]) => [tag, language.own]),
    })}
  `,
  terms: (view, {title, text, language}) =>
    title?.trim() && text?.trim() ? {title: title.trim(), text: text.trim(), language: language ?? view.words.language} : undefined,
};

/** @type {Record<string, Form>} */
export const FORMS = {memorandum, ...REGISTER_FORMS};
