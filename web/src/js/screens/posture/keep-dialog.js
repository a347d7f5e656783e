import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';

const DRAFT = 'posture-keep';
const NAME_MAX = 80;

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} number of the comparison
 * @param {number[]} sites
 */
export function openKeep(view, number, sites) {
  view.act.open(DRAFT, {number, sites, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function keepDialog(view) {
  const {words, act} = view;
  const {name, number, sites} = view.draft(DRAFT);
  const send = () =>
    act.send(DRAFT, {
      path: `/posture/comparison/${number}/plans`,
      body: {...(name?.trim() ? {name: name.trim()} : {}), sites},
      said: 'said.posturePlanned',
    });
  return dialog(view, {
    title: words.text('keepForm.title'),
    body: form(view, DRAFT, {
      button: words.text('keepForm.send'),
      send,
      fields: html`
        <p class="hint">${words.text('keepForm.means')}</p>
        ${field(view, DRAFT, {name: 'name', label: words.text('keepForm.name'), maxlength: NAME_MAX})}
      `,
    }),
  });
}
