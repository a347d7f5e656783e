import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';

/**
 * The frame of whatever a side says in the registers: a statement of one kind, which is released.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the dialog and its draft
 * @param {{title: unknown, kind: string, body: object | undefined, fields: unknown, wide?: boolean}} said
 */
export function statement(view, name, {title, kind, body, fields, wide}) {
  const {words, act} = view;
  return dialog(view, {
    title,
    wide,
    body: form(view, name, {
      ready: Boolean(body),
      button: words.rich('statement.send', {side: view.nameOf(view.peer)}),
      send: () => act.send(name, {path: '/statements', body: {kind, body}, said: 'statement.made'}),
      fields: html`<p class="hint">${words.text('statement.means')}</p>
        ${fields}`,
    }),
  });
}
