import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toAct} from '../../app/route.js';
import {dueInWords} from '../../parts/day.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {barterHead} from '../barter/head.js';
import {offers} from './forms.js';
import {balance, gauge} from './gauge.js';
import {journal} from './journal.js';
import {outlook, pace} from './outlook.js';
import {debt, money, nameOf, sideName} from './owed.js';
import {sameness} from './sameness.js';
import {waits} from './waits.js';

/**
 * The account on one page: whether both have the same, what it comes to between both limits, where it goes, what waits,
 * and every voucher behind it.
 *
 * @param {import('../../app/view.js').View} view
 */
export function account(view) {
  const {words} = view;
  const reading = view.feed.read('/barter/account');
  /** @type {import('../../app/book-types.js').Book | undefined} */
  const known = reading.data;
  const book = known?.account;
  return html`${barterHead(view, 'account', known ? offers(view, known) : nothing)} ${refusal(view, known && reading.refused)}
  ${known
    ? book
      ? html`<div class="stack book">
          ${sameness(view, known.same)}
          ${known.waiting ? html`<p class="notice">${words.text('book.waiting', {count: known.waiting})}</p>` : nothing}
          ${figures(view, book)}
          <div class="beside">${outlook(view, book)}<div class="stack">${pace(view, book)} ${waits(view, book)} ${parts(view, book)}</div></div>
          ${journal(view, book)}
        </div>`
      : html`<section class="panel"><p class="empty">${words.text('book.none')}</p></section>`
    : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
function figures(view, book) {
  const {words} = view;
  return html`<section class="panel standing-of-book" aria-labelledby="gauge">
    <header>
      <h2 id="gauge">${words.text('book.gauge')}</h2>
      <span class="quiet push"
        >${words.rich('book.since', {unit: book.unit, day: dueInWords(view, book.from)})}
        ${book.until ? words.rich('book.until', {day: dueInWords(view, book.until)}) : nothing} ·
        <a href=${toAct(book.act)}>${words.text('book.act')} <bdi class="code">${book.act}</bdi></a></span
      >
    </header>
    <div class="body stack">
      ${balance(view, book)} ${gauge(view, book)}
      <div class="scroll" tabindex="0" role="region" aria-label=${words.text('book.sides')}>
        <table class="sums">
          <thead>
            <tr>
              <th scope="col">${words.text('book.side')}</th>
              ${['owed', 'reserved', 'exposure', 'limit', 'room'].map((name) => html`<th scope="col" class="amount">${words.text(`book.${name}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${book.sides.map((one, index) => sideRow(view, one, book.sides[1 - index], book.unit))}
          </tbody>
        </table>
      </div>
      <p class="hint">${words.text('book.worst')}</p>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSide} one
 * @param {import('../../app/book-types.js').BookSide} other
 * @param {string} unit
 */
function sideRow(view, one, other, unit) {
  const {words} = view;
  return html`<tr>
    <th scope="row">${sideName(view, one.party)}</th>
    <td class="amount">${debt(view, one.owed, unit)}</td>
    <td class="amount">${money(view, other.reserved, unit)}</td>
    <td class="amount"><b>${debt(view, one.exposure, unit)}</b></td>
    <td class="amount">
      ${money(view, one.limit, unit)} ${one.credit ? html`<span class="quiet small">${words.rich('book.credit', {amount: money(view, one.credit, unit)})}</span>` : nothing}
    </td>
    <td class="amount">${one.room ? money(view, one.room, unit) : html`<span class="tag warn">${words.text('book.noRoom')}</span>`}</td>
  </tr>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
function parts(view, {parts: all, differences, sides, unit}) {
  const {words} = view;
  const open = differences.filter(({amount}) => amount);
  const owing = (/** @type {number} */ units) =>
    units ? html`<span class="quiet small">${words.rich('outlook.owes', {side: nameOf(view, sides[units > 0 ? 1 : 0].party)})}</span>` : nothing;
  return html`<section class="panel" aria-labelledby="parts">
    <header><h2 id="parts">${words.text('book.parts')}</h2></header>
    <table class="sums">
      <tbody>
        ${all.map(({account: code, amount}) => partRow(view, code, html`${money(view, Math.abs(amount), unit)} ${owing(amount)}`))}
        ${open.map(({account: code, amount}) => partRow(view, code, money(view, amount, unit)))}
      </tbody>
    </table>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} code of the chart
 * @param {unknown} value
 */
const partRow = ({words}, code, value) => html`<tr>
  <th scope="row"><bdi class="code quiet small">${code}</bdi> ${words.of('chart', code)}</th>
  <td class="amount">${value}</td>
</tr>`;
