import {html} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';

/**
 * A new password for oneself; one's own key is locked with it from then on.
 * @param {import('../app/view.js').View} view
 */
export function passwordDialog(view) {
  const {words, act} = view;
  const draft = view.draft('password');
  return dialog(view, {
    title: words.text('password.title'),
    body: form(view, 'password', {
      ready: Boolean(draft.current && draft.next),
      button: words.text('password.send'),
      send: () =>
        act.send('password', {
          path: '/session/password',
          body: {current: draft.current, next: draft.next},
          said: 'said.passwordChanged',
        }),
      fields: html`
        ${field(view, 'password', {name: 'current', label: words.text('password.current'), kind: 'password', required: true, maxlength: 256})}
        ${field(view, 'password', {
          name: 'next',
          label: words.text('password.next'),
          hint: words.text('account.passwordHint'),
          kind: 'password',
          required: true,
          maxlength: 256,
        })}
      `,
    }),
  });
}
