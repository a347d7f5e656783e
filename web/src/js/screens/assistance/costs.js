import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {amountIn} from '../../parts/money.js';
import {costDraft} from './cost-fields.js';
import {actOnCost} from './known.js';
import {openForm} from './settling.js';

/**
 * What was committed, each commitment with the line that says what it costs and how far the sides are about it.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 * @param {import('../../app/types.js').Assistance} thread
 */
export function commitments(view, incident, thread) {
  const costs = thread.costs ?? [];
  return costs.length
    ? html`<ul class="commitments">
        ${costs.map((cost) => commitment(view, incident, thread, cost))}
      </ul>`
    : (thread.committed ?? []).map((unit) => html`<bdi class="code">${unit}</bdi> `);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 * @param {import('../../app/types.js').Assistance} thread
 * @param {import('../../app/types.js').HelpCost} cost
 */
function commitment(view, incident, thread, cost) {
  const {words} = view;
  const {commitment: entry, units = [], estimate, figure, standing, answer} = cost;
  const act = actOnCost(view, thread, cost);
  const isFree = !estimate && !figure;
  const open = () => openForm(view, /** @type {string} */ (act), incident.summary.id, thread, {about: `${entry} ${cost.statement ?? ''}`, cost, ...(act === 'figure' ? costDraft(figure ?? estimate) : {})});
  return html`<li data-commitment=${entry}>
    <p class="row">
      ${units.map((unit) => html`<bdi class="code">${unit}</bdi>`)} ${cost.words ? html`<span dir="auto">${cost.words}</span>` : nothing}
      <a class="push small" href=${toEntry(entry)}><bdi class="code">${entry}</bdi></a>
    </p>
    ${isFree
      ? html`<p class="quiet">${words.text('help.noCost')}</p>`
      : html`<p>${costLine(view, /** @type {import('../../app/types.js').CostLine} */ (figure ?? estimate))}</p>
          <p><span class="tag ${standing === 'disputed' ? 'warn' : ''}">${words.of('costStanding', standing)}</span></p>
          ${figure && estimate ? html`<p class="quiet small">${words.rich('help.estimate', {line: costLine(view, estimate)})}</p>` : nothing}
          ${answer ? html`<p dir="auto">${answer}</p>` : nothing}`}
    ${act ? html`<button class="small ${act === 'agree' ? 'first' : ''}" data-help-act=${act} @click=${open}>${words.text(`helpAct.${act}`)}</button>` : nothing}
  </li>`;
}

/**
 * A cost line in one sentence: for what, how much, who pays.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').CostLine} line
 */
export function costLine(view, {what, payer, currency, amountMinor, quantity}) {
  const {words} = view;
  const amount = amountMinor === undefined ? words.text('help.amountOpen', {currency}) : amountIn(view, amountMinor, currency);
  return html`<span dir="auto">${what}</span>${quantity ? html` · <bdi>${words.number(quantity.amount)} ${quantity.unit}</bdi>` : nothing} ·
    <b><bdi>${amount}</bdi></b> · ${words.rich('help.pays', {side: view.nameOf(view.party(payer))})}`;
}
