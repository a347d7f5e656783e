import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {withWords} from '../../parts/codes.js';
import {choice} from '../../parts/field.js';
import {costFields, costOf} from './cost-fields.js';
import {ownText, settling, textOf} from './settling.js';
import {ownUnits} from './units.js';

/** What the helper says of its means: which, how far they are, that it wants them back; and the end, of either side. */

/** How far means are, in the order of their way. */
const DEPLOYMENTS = ['mobilising', 'en_route', 'at_rendezvous', 'at_work', 'returning', 'returned'];

/**
 * Which means come, and what they cost as far as it is known.
 * @param {import('../../app/view.js').View} view
 */
export function commitDialog(view) {
  const {words, act} = view;
  const draft = view.draft('help-commit');
  const cost = costOf(view, draft);
  const priced = Boolean(draft.priced);
  return settling(view, 'commit', {
    path: 'commitments',
    ready: Boolean(draft.units?.length || draft.text?.trim()) && (!priced || Boolean(cost)),
    body: {
      ...(draft.units?.length ? {units: draft.units} : {}),
      ...textOf(draft),
      ...(priced ? {cost} : {}),
    },
    fields: html`
      ${ownUnits(view, 'help-commit')} ${ownText(view, 'commit', {label: 'helpForm.commit.words', required: !draft.units?.length})}
      <label class="tick">
        <input type="checkbox" .checked=${priced} @change=${(/** @type {any} */ {target}) => act.edit('help-commit', {priced: target.checked})} />
        <span>${words.text('helpForm.commit.priced')}</span>
      </label>
      ${priced ? costFields(view, 'help-commit', {amountRequired: false}) : nothing}
    `,
  });
}

/**
 * How far they are, for the other side's people and for its machine.
 * @param {import('../../app/view.js').View} view
 */
export function statusDialog(view) {
  const draft = view.draft('help-status');
  return settling(view, 'status', {
    path: 'messages',
    ready: Boolean(draft.text?.trim()),
    body: {verb: 'deployment_status', status: draft.status ?? DEPLOYMENTS[0], ...textOf(draft)},
    fields: html`
      ${choice(view, 'help-status', {name: 'status', label: view.words.text('helpForm.status.how'), options: withWords(view, 'deployment', DEPLOYMENTS)})}
      ${ownText(view, 'status', {required: true})}
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
export function returnDialog(view) {
  const draft = view.draft('help-return');
  return settling(view, 'return', {
    path: 'messages',
    ready: Boolean(draft.text?.trim()),
    body: {verb: 'ask_return', ...textOf(draft)},
    fields: ownText(view, 'return', {required: true, label: 'answer.reason'}),
  });
}

/** @param {import('../../app/view.js').View} view */
export function endDialog(view) {
  return settling(view, 'end', {path: 'end', body: textOf(view.draft('help-end')), fields: ownText(view, 'end')});
}
