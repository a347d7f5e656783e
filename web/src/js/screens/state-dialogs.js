import {html} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';

/**
 * Telling the other side: the one act that cannot be taken back, so it says so above the button.
 * @param {import('../app/view.js').View} view
 */
export function notifyDialog(view) {
  return stateDialog(view, 'notify', 'notify', 'said.released');
}

/** @param {import('../app/view.js').View} view */
export function containDialog(view) {
  return stateDialog(view, 'contain', 'contain', 'said.contained');
}

/** @param {import('../app/view.js').View} view */
export function concludeDialog(view) {
  return stateDialog(view, 'conclude', 'close', 'said.closed');
}

/**
 * @param {import('../app/view.js').View} view
 * @param {'notify' | 'contain' | 'conclude'} name
 * @param {string} step of the path
 * @param {string} said
 */
function stateDialog(view, name, step, said) {
  const {words, act} = view;
  const draft = view.draft(name);
  const peer = view.nameOf(view.peer);
  return dialog(view, {
    title: words.rich(`${name}.title`, {side: peer}),
    body: form(view, name, {
      button: words.rich(`${name}.send`, {side: peer}),
      send: () =>
        act.send(name, {
          path: `/incidents/${encodeURIComponent(draft.incident)}/${step}`,
          body: draft.text?.trim() ? {text: draft.text.trim()} : {},
          said,
        }),
      fields: html`
        <p>${words.rich(`${name}.means`, {side: peer})}</p>
        ${field(view, name, {name: 'text', label: words.text(`${name}.text`), kind: 'area', maxlength: 4000})}
      `,
    }),
  });
}
