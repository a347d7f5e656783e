import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {side} from '../../parts/side.js';
import {percent, PLANS} from './three-plans.js';
import {value} from './worth.js';

/**
 * What each plan covers if an agreed rule were another and nobody moved: on own soil, and on the other side's by our
 * units.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./three-plans.js').Three} all
 */
export function clausesBeside(view, all) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2 id="clauses-beside">${words.text('worth.title')}</h2></header>
    <div class="body stack">
      <p class="hint">${words.text('worth.means')}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="clauses-beside">
        <table class="beside">
          <thead>
            <tr>
              <th scope="col">${words.text('worth.rule')}</th>
              <th scope="col">${words.text('worth.value')}</th>
              ${PLANS.map((name) => html`<th scope="col">${words.text(`planner.plan.${name}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${all.best?.clauses.map(
              (one, place, rules) => html`<tr class=${one.isAgreed ? 'agreed' : ''}>
                ${rules[place - 1]?.rule === one.rule
                  ? nothing
                  : html`<th scope="rowgroup" rowspan=${rules.filter(({rule}) => rule === one.rule).length}>${words.of('postureRule', one.rule)}</th>`}
                <td>${value(view, one)} ${one.isAgreed ? html`<span class="tag">${words.text('worth.agreed')}</span>` : nothing}</td>
                ${PLANS.map((name) => cell(view, all[name]?.clauses[place]))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ClauseWorth | undefined} one
 */
function cell(view, one) {
  return one
    ? html`<td class="figure">
        ${percent(view, one.home)}
        <p class="quiet small">${side(view, view.peer.id)} ${percent(view, one.across)}</p>
      </td>`
    : html`<td class="quiet">…</td>`;
}
