import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {amount} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {inALine} from '../../parts/wording.js';
import {nameOf} from './owed.js';

/** The kinds of voucher, in the order in which trade goes. */
export const KINDS = [
  'account',
  'swing',
  'contract',
  'reservation',
  'despatch',
  'receipt',
  'certificate',
  'acceptance',
  'acceptances',
  'difference',
  'price',
  'contra',
  'settlement',
  'statement',
  'year_end',
  'credit',
  'restatement',
  'termination',
  'shortfall',
  'lapse',
  'voiding',
];

/** The chart of accounts. */
export const CHART = '1000 1010 1020 1030 1090 2A00 2B00 3A00 3B00 4A00 4B00 5100 5200 5300 6000 6100 7100 7200 7300 8000 9000 9100'.split(' ');

const FILTERS = /** @type {const} */ (['kind', 'account', 'period', 'contract', 'cursor']);

/**
 * Every voucher, the newest first, as the address filters them.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
export function journal(view, book) {
  const {words} = view;
  const filter = Object.fromEntries(FILTERS.map((name) => [name, view.route.query.get(name) ?? '']));
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
  const reading = view.feed.read(`/barter/vouchers${query ? `?${query}` : ''}`);
  /** @type {{items: import('../../app/book-types.js').Voucher[], total: number, next?: string} | undefined} */
  const page = reading.data;
  return html`<section class="panel journal">
    <header>
      <h2 id="journal">${words.text('journal.title')}</h2>
      ${page ? html`<span class="quiet push">${words.text('journal.count', {count: page.total})}</span>` : nothing}
    </header>
    ${filters(view, book, filter)} ${refusal(view, page && reading.refused)}
    ${page
      ? page.items.length
        ? html`${voucherTable(view, book.sides.map(({party}) => party), page.items)} ${pager(view, filter, page.next)}`
        : html`<p class="empty">${words.text('journal.none')}</p>`
      : notHere(view, reading)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 * @param {Record<string, string>} filter
 */
function filters(view, {period}, filter) {
  const {words} = view;
  const choose = (/** @type {string} */ name) => (/** @type {any} */ {target}) => {
    location.hash = to('account', [], {...filter, cursor: '', [name]: target.value});
  };
  const select = (/** @type {string} */ name, /** @type {string} */ any, /** @type {[string, unknown][]} */ options) =>
    html`<div class="field">
      <label for="journal-${name}">${words.text(`journal.${name}`)}</label>
      <select id="journal-${name}" @change=${choose(name)}>
        <option value="" ?selected=${!filter[name]}>${any}</option>
        ${options.map(([value, word]) => html`<option value=${value} ?selected=${filter[name] === value}>${word}</option>`)}
      </select>
    </div>`;
  const periods = Array.from({length: period.number}, (_, index) => String(period.number - index));
  return html`<div class="filters body">
    ${select('kind', words.text('journal.anyKind'), KINDS.map((kind) => [kind, words.of('voucherKind', kind)]))}
    ${select('account', words.text('journal.anyAccount'), CHART.map((code) => [code, `${code} ${words.of('chart', code)}`]))}
    ${select('period', words.text('journal.anyPeriod'), periods.map((number) => [number, words.text('journal.one', {period: Number(number)})]))}
    ${filter.contract
      ? html`<p class="row">
          <span>${words.rich('journal.about', {entry: html`<bdi class="code">${filter.contract}</bdi>`})}</span>
          <a class="button small" href=${to('account')}>${words.text('journal.all')}</a>
        </p>`
      : nothing}
  </div>`;
}

/**
 * Vouchers with what they move: to the first side in one column, to the second in the next.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string[]} sides
 * @param {import('../../app/book-types.js').Voucher[]} items
 */
export function voucherTable(view, sides, items) {
  const {words} = view;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('journal.title')}>
    <table class="sums vouchers">
      <thead>
        <tr>
          <th scope="col">${words.text('journal.voucher')}</th>
          <th scope="col">${words.text('journal.day')}</th>
          <th scope="col">${words.text('journal.goods')}</th>
          ${sides.map((party) => html`<th scope="col" class="amount">${words.text('journal.more', {side: nameOf(view, party)})}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${items.map((one) => row(view, one))}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Voucher} one
 */
function row(view, one) {
  const {words} = view;
  const held = one.lines
    .filter(({isHeld, account}) => isHeld && account < '2')
    .reduce((sum, line) => sum + line.amount, 0);
  return html`<tr class=${one.reversedBy ? 'reversed' : ''}>
    <th scope="row">
      <a href=${to('account', one.voucher.split('/'))}>${words.of('voucherKind', one.kind)}</a>
      <bdi class="code quiet small">${one.number}</bdi>
      ${one.reversedBy ? html`<span class="tag">${words.text('journal.reversed')}</span>` : nothing}
    </th>
    <td>${one.on ? dayInWords(view, one.on) : ''}</td>
    <td>${one.goods ? inALine(view, one.goods) : ''}</td>
    ${cell(view, one.moved > 0 ? one.moved : 0, held > 0 ? held : 0)} ${cell(view, one.moved < 0 ? -one.moved : 0, held < 0 ? -held : 0)}
  </tr>`;
}

/**
 * What is owed, and below it, marked, what is only held.
 * @param {import('../../app/view.js').View} view
 * @param {number} units
 * @param {number} held
 */
function cell(view, units, held) {
  return html`<td class="amount">
    ${units ? html`<bdi class="figure" dir="ltr">${amount(view, units)}</bdi>` : nothing}
    ${held ? html`<span class="quiet small"><bdi class="figure" dir="ltr">${amount(view, held)}</bdi> ${view.words.text('journal.held')}</span>` : nothing}
  </td>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, string>} filter
 * @param {string | undefined} next
 */
function pager({words}, filter, next) {
  return filter.cursor || next
    ? html`<p class="row pager">
        ${filter.cursor ? html`<a class="button" href=${to('account', [], {...filter, cursor: ''})}>${words.text('journal.newest')}</a>` : nothing}
        ${next ? html`<a class="button" href=${to('account', [], {...filter, cursor: next})}>${words.text('journal.older')}</a>` : nothing}
      </p>`
    : nothing;
}
