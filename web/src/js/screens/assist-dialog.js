import {html} from '../../lib/lit-html/lit-html.js';
import {withWords} from '../parts/codes.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {toggles} from '../parts/toggles.js';

/**
 * Asking the other side for help. It is released at once and theirs to answer.
 * @param {import('../app/view.js').View} view
 */
export function assistDialog(view) {
  const {words, act} = view;
  const draft = view.draft('assist');
  const peer = view.nameOf(view.peer);
  return dialog(view, {
    title: words.rich('assist.title', {side: peer}),
    body: form(view, 'assist', {
      ready: Boolean(draft.what?.trim()),
      button: words.rich('assist.send', {side: peer}),
      send: () =>
        act.send('assist', {
          path: `/incidents/${encodeURIComponent(draft.incident)}/assistance`,
          body: {
            what: draft.what.trim(),
            language: words.language,
            ...(draft.types?.length ? {types: draft.types} : {}),
            ...(draft.where?.trim() ? {where: {label: draft.where.trim()}} : {}),
          },
          said: 'said.released',
        }),
      fields: html`
        <p class="hint">${words.rich('assist.means', {side: peer})}</p>
        ${field(view, 'assist', {name: 'what', label: words.text('assist.what'), kind: 'area', required: true, maxlength: 2000})}
        ${toggles(view, 'assist', {name: 'types', label: words.text('assist.types'), options: withWords(view, 'unitType', KINDS)})}
        ${field(view, 'assist', {name: 'where', label: words.text('assist.where'), maxlength: 200})}
      `,
    }),
  });
}

/** Kinds of help, as unit types. */
const KINDS = ['patrol', 'quick_reaction', 'ambulance', 'fire', 'rescue', 'customs', 'engineer', 'air'];
