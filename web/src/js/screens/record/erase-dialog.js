import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';

/**
 * Deleting the bytes of one content of an entry of ours, on both nodes. The entry, its hash and every proof stay; so
 * does the rule it rests on, which goes on record.
 *
 * @param {import('../../app/view.js').View} view
 */
export function eraseDialog(view) {
  const {words, act} = view;
  const draft = view.draft('erase');
  return dialog(view, {
    title: words.rich('erase.title', {entry: html`<bdi class="code">${draft.entry}</bdi>`}),
    body: form(view, 'erase', {
      ready: Boolean(draft.basis?.trim()),
      button: words.text('erase.send'),
      send: () =>
        act.send('erase', {
          path: `/record/entries/${draft.entry}/erasures`,
          body: {sha256: draft.sha256, basis: draft.basis.trim()},
          said: 'said.erased',
        }),
      fields: html`
        <p>${words.text('erase.means')}</p>
        <p><bdi class="code quiet">${draft.sha256}</bdi></p>
        ${field(view, 'erase', {name: 'basis', label: words.text('erase.basis'), hint: words.text('erase.basisHint'), required: true, maxlength: 500})}
      `,
    }),
  });
}
