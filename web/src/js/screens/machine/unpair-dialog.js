import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';

/** What ends, what stays, what it takes to come back. */
const MEANS = ['stops', 'stays', 'waits', 'back'];

/**
 * Ending a pairing. Everything it means stands above the button, and the name of the other side is typed, so that no
 * hurried press can cut a link between two states.
 *
 * @param {import('../../app/view.js').View} view
 */
export function unpairDialog(view) {
  const {words, act} = view;
  const draft = view.draft('unpair');
  const side = draft.name;
  return dialog(view, {
    title: words.rich('unpair.title', {side}),
    body: form(view, 'unpair', {
      ready: draft.typed?.trim().toLowerCase() === draft.peer,
      button: words.rich('unpair.send', {side}),
      send: () => act.send('unpair', {path: '/link/unpair', body: {peer: draft.peer}, said: 'said.unpaired'}),
      fields: html`
        <ul class="consequences">
          ${MEANS.map((what) => html`<li>${words.rich(`unpair.means.${what}`, {side})}</li>`)}
        </ul>
        ${field(view, 'unpair', {
          name: 'typed',
          label: words.rich('unpair.type', {id: html`<b><bdi class="code">${draft.peer}</bdi></b>`}),
          kind: 'code',
          required: true,
          maxlength: 16,
        })}
      `,
    }),
  });
}
