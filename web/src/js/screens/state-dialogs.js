import {html} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';

/**
 * Telling the other side: the one act that cannot be taken back, so it says so above the button. What it will read can be
 * less than what was written inside.
 *
 * @param {import('../app/view.js').View} view
 */
export function notifyDialog(view) {
  const {words, act} = view;
  const draft = view.draft('notify');
  const peer = view.nameOf(view.peer);
  return dialog(view, {
    title: words.rich('notify.title', {side: peer}),
    body: form(view, 'notify', {
      button: words.rich('notify.send', {side: peer}),
      send: () =>
        act.send('notify', {
          path: `/incidents/${encodeURIComponent(draft.incident)}/notify`,
          body: {
            language: words.language,
            ...(draft.what?.trim() ? {what: draft.what.trim()} : {}),
            ...(draft.where?.trim() ? {where: {label: draft.where.trim()}} : {}),
          },
          said: 'said.released',
        }),
      fields: html`
        <p>${words.rich('notify.means', {side: peer})}</p>
        ${field(view, 'notify', {name: 'what', label: words.rich('notify.what', {side: peer}), hint: words.text('notify.less'), maxlength: 500})}
        ${field(view, 'notify', {name: 'where', label: words.text('notify.where'), hint: words.text('notify.less'), maxlength: 200})}
      `,
    }),
  });
}

/** @param {import('../app/view.js').View} view */
export function containDialog(view) {
  return stateDialog(view, 'contain', 'contain', 'said.contained');
}

/** @param {import('../app/view.js').View} view */
export function concludeDialog(view) {
  return stateDialog(view, 'conclude', 'close', 'said.closed');
}

/** @param {import('../app/view.js').View} view */
export function reopenDialog(view) {
  return stateDialog(view, 'reopen', 'reopen', 'said.reopened');
}

/**
 * @param {import('../app/view.js').View} view
 * @param {'contain' | 'conclude' | 'reopen'} name
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
          body: draft.text?.trim() ? {text: draft.text.trim(), language: words.language} : {},
          said,
        }),
      fields: html`
        <p>${words.rich(`${name}.means`, {side: peer})}</p>
        ${field(view, name, {name: 'text', label: words.text(`${name}.text`), kind: 'area', maxlength: 4000})}
      `,
    }),
  });
}
