import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';

/** Every form in which the sides settle something about help is made alike: what it means, its fields, one button. */

/**
 * Opens one of them. What was typed stays as long as it is about the same thing.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the form
 * @param {string} incident
 * @param {import('../../app/types.js').Assistance} thread
 * @param {Record<string, any> & {about?: string}} [fresh] what else it is about, and what its fields begin with
 */
export function openForm(view, name, incident, thread, {about = '', ...fresh} = {}) {
  const draft = `help-${name}`;
  const purpose = `${incident} ${thread.id} ${about}`;
  const begun = view.draft(draft).purpose === purpose;
  if (!begun) {
    view.act.discard(draft);
  }
  view.act.open(draft, {incident, thread, refused: undefined, ...(begun ? {} : {purpose, ...fresh})});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the form
 * @param {{path: string, body: object, fields: unknown, ready?: boolean}} content what it sends to which part of the thread
 */
export function settling(view, name, {path, body, fields, ready = true}) {
  const {words, act} = view;
  const draft = `help-${name}`;
  const {incident, thread} = view.draft(draft);
  const side = view.nameOf(view.peer);
  return dialog(view, {
    title: html`${words.rich(`helpForm.${name}.title`, {side})} <bdi class="code quiet">${thread.id}</bdi>`,
    body: form(view, draft, {
      ready,
      button: words.rich(`helpForm.${name}.send`, {side}),
      send: () =>
        act.send(draft, {
          path: `/incidents/${encodeURIComponent(incident)}/assistance/${encodeURIComponent(thread.id)}/${path}`,
          body: {...body, language: words.language},
          said: 'said.released',
        }),
      fields: html`<p dir="auto">${thread.what}</p>
        <p class="hint">${words.rich(`helpForm.${name}.means`, {side})}</p>
        ${fields}`,
    }),
  });
}

/**
 * The officer's own words in such a form.
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the form
 * @param {{required?: boolean, label?: string}} [wanted]
 */
export function ownText(view, name, {required = false, label = 'helpForm.words'} = {}) {
  return field(view, `help-${name}`, {
    name: 'text',
    label: view.words.text(label),
    hint: required ? nothing : view.words.text('helpForm.optional'),
    kind: 'area',
    required,
    maxlength: 4000,
  });
}

/**
 * What was typed there, if anything was.
 * @param {Record<string, any>} draft
 * @returns {{text?: string}}
 */
export const textOf = ({text}) => (text?.trim() ? {text: text.trim()} : {});
