import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {amount} from '../../parts/amount.js';
import {notHere} from '../../parts/refusal.js';
import {debt, money, owes, sideName} from './owed.js';

/**
 * What an act about the account would come to, as the node has tried it: the balance and both limits before and after,
 * what would be posted, and by which clause of the protocol. Nothing is written by asking.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/feed.js').Reading} reading
 * @param {string} clause
 */
export function tried(view, reading, clause) {
  const {words} = view;
  /** @type {import('../../app/book-types.js').Tried | undefined} */
  const known = reading.data;
  return known
    ? html`<div class="tried stack">
        ${known.objection ? html`<p class="refusal" role="status">${words.of('refusal', known.objection)}</p>` : nothing}
        ${standing(view, known)} ${known.after ? posted(view, known) : nothing}
        <p class="quiet small">${words.rich('tried.clause', {clause: html`<bdi class="code">${clause}</bdi>`})}</p>
      </div>`
    : notHere(view, reading);
}

/** The figures of a side, in the order in which one leads to the next. */
const FIGURES = /** @type {const} */ (['owed', 'credit', 'exposure', 'limit', 'room']);

/** Those that are owed by the other side where they are less than nothing. @type {string[]} */
const DEBTS = ['owed', 'exposure'];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Tried} known
 */
function standing(view, {before, after, unit}) {
  const {words} = view;
  const sides = before.sides.map(({party}) => party);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('tried.title')}>
    <table class="sums">
      <caption class="visually-hidden">${words.text('tried.title')}</caption>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${words.text('tried.figure')}</span></th>
          <th scope="col" class="amount">${words.text('tried.before')}</th>
          ${after ? html`<th scope="col" class="amount">${words.text('tried.after')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${words.text('book.balance')}</th>
          ${[before, ...(after ? [after] : [])].map(
            ({net}) => html`<td class="amount"><b>${money(view, Math.abs(net), unit)}</b> <span class="quiet small">${owes(view, sides, net)}</span></td>`,
          )}
        </tr>
        ${before.sides.map((one, index) => rows(view, one, after?.sides[index], unit))}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSide} before
 * @param {import('../../app/book-types.js').BookSide | undefined} after
 * @param {string} unit
 */
function rows(view, before, after, unit) {
  const {words} = view;
  const shown = FIGURES.filter((name) => name !== 'credit' || before.credit || after?.credit);
  return html`<tr class="of-side">
      <th scope="rowgroup" colspan=${after ? 3 : 2}>${sideName(view, before.party)}</th>
    </tr>
    ${shown.map((name) => {
      const of = (/** @type {import('../../app/book-types.js').BookSide} */ one) => (DEBTS.includes(name) ? debt(view, one[name], unit) : money(view, one[name], unit));
      return html`<tr>
        <th scope="row">${words.text(`tried.${name}`)}</th>
        <td class="amount">${of(before)}</td>
        ${after
          ? html`<td class="amount">
              ${after[name] === before[name] ? html`<span class="quiet">${words.text('tried.same')}</span>` : html`<b>${of(after)}</b>`}
            </td>`
          : nothing}
      </tr>`;
    })}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Tried} known
 */
function posted(view, {lines}) {
  const {words} = view;
  return lines.length
    ? html`<table class="sums">
        <caption>${words.text('tried.posted')}</caption>
        <thead>
          <tr>
            <th scope="col">${words.text('journal.account')}</th>
            <th scope="col" class="amount">${words.text('voucher.debit')}</th>
            <th scope="col" class="amount">${words.text('voucher.credit')}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(({account, amount: units}) => {
            const figure = html`<bdi class="figure" dir="ltr">${amount(view, Math.abs(units))}</bdi>`;
            return html`<tr>
              <th scope="row"><bdi class="code quiet small">${account}</bdi> ${words.of('chart', account)}</th>
              <td class="amount">${units > 0 ? figure : nothing}</td>
              <td class="amount">${units < 0 ? figure : nothing}</td>
            </tr>`;
          })}
        </tbody>
      </table>`
    : html`<p class="quiet">${words.text('tried.nothing')}</p>`;
}
