import {html} from '../../../lib/lit-html/lit-html.js';
import {rolesFor} from '../../app/agreements.js';
import {field} from '../../parts/field.js';
import {proposing} from '../agreements/proposing.js';

/** @param {import('../../app/view.js').View} view */
export function aliasDialog(view) {
  const {words} = view;
  const draft = view.draft('propose-alias');
  const labels = [draft.one?.trim(), draft.other?.trim()].filter(Boolean).sort((a, b) => (a < b ? -1 : 1));
  return proposing(view, 'propose-alias', {
    kind: 'alias',
    roles: rolesFor(view, 'alias'),
    title: words.text('alias.title'),
    ready: labels.length === 2 && labels[0] !== labels[1],
    terms: () => ({labels, matter: draft.matter.id}),
    fields: html`
      <p class="hint">${words.text('alias.means')}</p>
      <div class="fields">
        ${field(view, 'propose-alias', {name: 'one', label: words.text('alias.one'), required: true, maxlength: 200})}
        ${field(view, 'propose-alias', {name: 'other', label: words.text('alias.other'), required: true, maxlength: 200})}
      </div>
    `,
  });
}
