import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {amountOf, quantity} from '../../parts/amount.js';
import {side} from '../../parts/side.js';
import {inALine} from '../../parts/wording.js';
import {bar} from './bars.js';
import {openBid} from './bid-dialogs.js';
import {lotsOf, maySpeak, wayOf} from './known.js';

/**
 * Needs and offers, goods by goods and side by side: what a sealed bid hides is not in it.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 */
export function lines(view, {round, unit}) {
  const {words} = view;
  const isOpen = round.phase === 'bidding' && maySpeak(view);
  return html`<section class="panel">
    <header>
      <h2 id="lines">${words.text('committee.lines')}</h2>
      ${isOpen
        ? html`<span class="row push off-paper">
            <button class="small" data-offer="bid" @click=${() => openBid(view, round, false)}>${words.text('committee.bid')}</button>
            <button class="small" data-offer="seal" @click=${() => openBid(view, round, true)}>${words.text('committee.seal')}</button>
          </span>`
        : nothing}
      <a class=${isOpen ? 'button small off-paper' : 'button small push off-paper'} href=${`/api/v1/market/rounds/${round.act}/lines`} download>${words.text('linesFile.download')}</a>
    </header>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="lines">
      <table class="goods-table">
        <thead>
          <tr>
            <th scope="col">${words.text('committee.goods')}</th>
            ${view.parties.map((party) => html`<th scope="col">${side(view, party.id)} ${view.nameOf(party)}</th>`)}
            <th scope="col">${words.text('committee.beside')}</th>
          </tr>
        </thead>
        <tbody>
          ${round.lines.map((line) => row(view, line, unit))}
        </tbody>
      </table>
    </div>
    <p class="hint body">${words.text('committee.linesHint')}</p>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketLine} line
 * @param {string} unit
 */
function row(view, line, unit) {
  const {words} = view;
  return html`<tr data-line=${line.name}>
    <th scope="row">
      <span class="goods">${inALine(view, line.text)} ${wayOf(view, line.exporter)}</span>
      <span class="quiet small">
        <bdi class="code">${line.commodity}</bdi> ·
        ${words.text('committee.lot', {quantity: quantity(view, line.lot), worth: amountOf(view, line.lotWorth, unit)})}
      </span>
    </th>
    ${view.parties.map(({id}) => cell(view, line, id))}
    <td class="beside">
      <span class="small">${words.text('committee.offered')}</span>
      ${bar([{value: line.offered.lots, look: 'solid'}], line.lotsMost, line.lotsLeast)}
      <span class="small">${words.text('committee.needed')}</span>
      ${bar([{value: line.needed.lots, look: 'hatched'}], line.lotsMost, line.lotsLeast)}
      <span class="quiet small">
        ${words.text('committee.most', {lots: line.lotsMost})}${line.lotsLeast ? html` · ${words.text('committee.aim', {lots: line.lotsLeast})}` : nothing}
      </span>
    </td>
  </tr>`;
}

/**
 * The exporter of a line offers, the other side needs.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketLine} line
 * @param {string} party
 */
function cell(view, line, party) {
  const {words} = view;
  const way = party === line.exporter ? 'offer' : 'need';
  const sum = way === 'offer' ? line.offered : line.needed;
  return html`<td>
    <span class="small quiet">${words.of('bidWay', way)}</span>
    ${sum.bids
      ? html`<b class="figure">${lotsOf(view, sum.lots, line.lot)}</b>
          <span class="small">${words.text('committee.bidCount', {count: sum.bids})}</span>`
      : html`<span class="quiet">${words.text('committee.nothing')}</span>`}
  </td>`;
}
