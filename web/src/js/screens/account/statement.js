import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toAct, toPdf} from '../../app/route.js';
import {dayInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {dueInGoods} from './due-in-goods.js';
import {statementOffer} from './forms.js';
import {voucherTable} from './journal.js';
import {money, nameOf, owed, sideName} from './owed.js';
import {fromTo} from './statements.js';
import {signatures} from './voucher.js';

const DAY = 86_400_000;

/** Files that a side has of its own. */
const OF_A_SIDE = ['camt053', 'mt950'];

/**
 * One period: its figures, who has signed them, how old what is beyond the limit is, and the same for other programs.
 *
 * @param {import('../../app/view.js').View} view
 */
export function statement(view) {
  const {words} = view;
  const [period] = view.route.rest;
  const reading = view.feed.read(`/barter/statements/${encodeURIComponent(period)}`);
  /** @type {import('../../app/book-types.js').StatementDetail | undefined} */
  const detail = reading.data;
  const figures = detail?.closed?.figures ?? detail?.open?.figures;
  return html`<header class="page-head">
      <a class="back" href=${to('statements')} aria-label=${words.of('barterPart', 'statements')}>${icon('back')}</a>
      <h1>${words.text('periods.title', {period: Number(period)})}</h1>
      ${detail ? html`<span class="tag ${detail.closed ? '' : 'dashed'}">${words.text(detail.closed ? 'periods.signed' : 'periods.draft')}</span>` : nothing}
      <span class="push"></span>
      ${detail?.open ? statementOffer(view, detail.open) : nothing}
      ${detail ? html`<button @click=${() => print()}>${icon('print')}${words.text('periods.print')}</button>` : nothing}
    </header>
    ${refusal(view, detail && reading.refused)}
    ${detail && figures
      ? html`<p class="lead">${fromTo(view, figures)}</p>
          <div class="stack">
          <div class="two">
            <div class="stack">${table(view, detail, figures)} ${detail.closed ? beyond(view, detail) : nothing}</div>
            <div class="stack">${signing(view, detail)} ${detail.closed ? files(view, figures.period, detail.sides) : nothing}</div>
          </div>
          ${itsVouchers(view, detail, figures.period)}
          <p class="hint">${words.text('periods.lawful')}</p>
          </div>`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').StatementDetail} detail
 * @param {import('../../app/book-types.js').Figures} figures
 */
function table(view, {sides, unit, closed}, figures) {
  const {words} = view;
  const row = (/** @type {string} */ name, /** @type {unknown} */ value) => html`<tr>
    <th scope="row">${words.text(`periods.${name}`)}</th>
    <td>${value}</td>
  </tr>`;
  return html`<section class="panel" aria-label=${words.text('periods.figure')}>
    <table class="sums statement-figures">
      <tbody>
        ${row('opening', owed(view, sides, figures.opening, unit))} ${row('interest', figures.interest ? owed(view, sides, figures.interest, unit) : money(view, 0, unit))}
        ${row('closing', html`<span class="closing">${owed(view, sides, figures.closing, unit)}</span>`)} ${row('vouchers', words.number(figures.vouchers))}
        ${row(
          'journal',
          html`<bdi class="code small">${figures.journal}</bdi>
            ${closed
              ? html`<p class=${closed.isOf ? 'quiet small' : 'refusal'}>${words.text(closed.isOf ? 'periods.isOf' : 'periods.isNotOf')}</p>`
              : nothing}`,
        )}
      </tbody>
    </table>
  </section>`;
}

/**
 * Who has signed it, side by side; of a draft, who proposes what, and where that differs from what this node computes.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').StatementDetail} detail
 */
function signing(view, {act, open}) {
  const {words} = view;
  return html`<section class="panel confirmations" aria-labelledby="signatures">
    <header>
      <h2 id="signatures">${words.text('periods.signatures')}</h2>
      ${act ? html`<a class="push" href=${toAct(act.act)}>${words.text('voucher.toAct')}</a>` : nothing}
    </header>
    ${act ? html`<div class="both">${act.sides.map((one) => signatures(view, one))}</div>` : nothing}
    ${open ? html`<p class="body quiet">${words.text(open.isOver ? 'periods.over' : 'periods.runs')}</p>` : nothing}
    ${open?.proposals.map((one) => proposal(view, one))}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{act: import('../../app/types.js').Act, differs: import('../../app/book-types.js').FigureDifference[]}} one
 */
function proposal(view, {act, differs}) {
  const {words} = view;
  return html`<div class="body stack proposal">
    <p class="row">
      <b>${words.rich('periods.proposed', {side: sideName(view, act.proposer)})}</b>
      <a class="button small push ${differs.length ? '' : 'first'}" href=${toAct(act.act)}>${words.text(differs.length ? 'voucher.toAct' : 'periods.sign')} <bdi class="code">${act.act}</bdi></a>
    </p>
    ${differs.length
      ? html`<p class="refusal" role="alert"><strong>${words.text('periods.differs')}</strong></p>
          <table class="sums">
            <thead>
              <tr>
                ${['figure', 'here', 'there'].map((name) => html`<th scope="col">${words.text(`periods.${name}`)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${differs.map(
                ({figure, here, there}) => html`<tr>
                  <th scope="row">${words.of('bookFigure', figure)}</th>
                  <td>${figureOf(view, figure, here)}</td>
                  <td>${figureOf(view, figure, there)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
      : html`<p>${icon('check')} ${words.text('periods.agrees')}</p>`}
    <div class="both">${act.sides.map((one) => signatures(view, one))}</div>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} figure
 * @param {number | string} value
 */
function figureOf(view, figure, value) {
  if (typeof value === 'string') {
    return figure === 'until' ? dayInWords(view, value) : html`<bdi class="code small">${value}</bdi>`;
  }
  return figure === 'vouchers' ? view.words.number(value) : money(view, value, '');
}

/**
 * How old what is beyond the limit is, and by when it is netted off.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').StatementDetail} detail
 */
function beyond(view, {closed, unit, now}) {
  const {words} = view;
  const due = closed?.due;
  return html`<section class="panel" aria-labelledby="beyond">
    <header><h2 id="beyond">${words.text('periods.beyond')}</h2></header>
    <div class="body stack">
      ${due
        ? html`<p>${words.rich('periods.beyondMeans', {side: nameOf(view, due.debtor), amount: money(view, due.amount, unit)})}</p>
            <p class="row">
              <span class="tag">${words.text('periods.age', {count: Math.max(0, Math.floor((Date.parse(now) - Date.parse(`${due.since}T00:00:00Z`)) / DAY))})}</span>
              <span>${words.rich('periods.netOff', {day: dayInWords(view, due.by)})}</span>
              ${due.left
                ? html`<b>${words.rich('periods.left', {amount: money(view, due.left, unit)})}</b>`
                : html`<span class="tag">${words.text('periods.settled')}</span>`}
              ${due.isLate ? html`<span class="tag alarm">${words.text('waits.late')}</span>` : nothing} ${due.left ? dueInGoods(view, due, unit) : nothing}
            </p>`
        : html`<p class="quiet">${words.text('periods.nobodyBeyond')}</p>`}
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} period
 * @param {string[]} sides
 */
function files(view, period, sides) {
  const {words} = view;
  const path = `/api/v1/barter/statements/${period}`;
  const link = (/** @type {string} */ href, /** @type {unknown} */ text) => html`<a class="button small" href=${href} download>${text}</a>`;
  return html`<section class="panel files off-paper" aria-labelledby="files">
    <header><h2 id="files">${words.text('periods.files')}</h2></header>
    <ul class="list">
      ${OF_A_SIDE.map(
        (form) => html`<li class="row">
          <span>${words.text(`periods.file.${form}`)}</span>
          ${sides.map((party) => link(`${path}/${form}?owner=${party}`, words.rich('periods.asOf', {side: sideName(view, party)})))}
        </li>`,
      )}
      <li class="row">${link(`${path}/csv`, words.text('periods.file.csv'))} ${link(toPdf(`/barter/statements/${period}`, words.language), words.text('periods.file.pdf'))}</li>
      <li class="row">${['hledger', 'beancount'].map((form) => link(`/api/v1/barter/journals/${form}`, words.text(`periods.file.${form}`)))}</li>
    </ul>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').StatementDetail} detail
 * @param {number} period
 */
function itsVouchers(view, {sides}, period) {
  const {words} = view;
  const reading = view.feed.read(`/barter/vouchers?period=${period}&limit=500`);
  /** @type {{items: import('../../app/book-types.js').Voucher[], total: number} | undefined} */
  const page = reading.data;
  return html`<section class="panel journal" aria-labelledby="its-vouchers">
    <header>
      <h2 id="its-vouchers">${words.text('periods.journalOf')}</h2>
      ${page ? html`<a class="push" href=${to('account', [], {period: String(period)})}>${words.text('journal.count', {count: page.total})}</a>` : nothing}
    </header>
    ${page ? (page.items.length ? voucherTable(view, sides, page.items) : html`<p class="none">${words.text('journal.none')}</p>`) : notHere(view, reading)}
  </section>`;
}
