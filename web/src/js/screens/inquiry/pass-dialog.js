import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {choice} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {visitTerms} from './visit-terms.js';
import {instantField, instantTyped, typedInstant} from './values.js';

/**
 * Opens the form in which the host says that it admitted the experts: now, while the agreed time runs.
 * @param {import('../../app/view.js').View} view
 * @param {any} visit of the contract: `JointVisit`
 */
export function openPass(view, visit) {
  const same = view.draft('use-pass').visit?.act.act === visit.act.act;
  const now = new Date(view.now).toISOString();
  const runs = visit.from <= now && now <= visit.to;
  view.act.open('use-pass', {visit, refused: undefined, ...(same ? {} : {experts: undefined, at: runs ? instantTyped(now) : ''})});
}

/** @param {import('../../app/view.js').View} view */
export function passDialog(view) {
  const {words, act} = view;
  const draft = view.draft('use-pass');
  const {visit} = draft;
  const agreed = visit.experts.reduce((/** @type {number} */ sum, /** @type {any} */ line) => sum + line.count, 0);
  const at = typedInstant(draft.at);
  return dialog(view, {
    title: html`${words.text('usePass.title')} <bdi class="code quiet">${visit.act.act}</bdi>`,
    body: form(view, 'use-pass', {
      ready: at !== undefined,
      button: words.text('usePass.send'),
      send: () =>
        act.send('use-pass', {
          path: '/statements',
          body: {kind: 'inquiry.visit_pass_used', body: {at, experts: Number(draft.experts ?? agreed), visit: visit.act.id}},
          said: 'said.visit.admitted',
        }),
      fields: html`
        <p class="notice">${words.text('usePass.means')}</p>
        <dl class="pairs">${visitTerms(view, visit)}</dl>
        <div class="fields">
          ${choice(view, 'use-pass', {
            name: 'experts',
            label: words.text('usePass.experts'),
            options: Array.from({length: agreed}, (_, i) => [String(agreed - i), words.number(agreed - i)]),
          })}
          ${instantField(view, 'use-pass', {name: 'at', label: words.text('usePass.at'), required: true})}
        </div>
      `,
    }),
  });
}
