import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toAct, toEntry} from '../../app/route.js';
import {amount} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {saying} from '../../parts/saying.js';
import {atLength} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {contraOffer} from './forms.js';
import {sideName} from './owed.js';
import {priceOffer} from './price-dialog.js';

const MONEY = 'ua';

/** The kinds of entry in which one side states what is booked in quantities. @type {Record<string, string>} */
const STATED = {despatch: 'despatched', receipt: 'received', certificate: 'certified', lapse: 'lapsed'};

/**
 * One voucher, from its figures down to what both sides have confirmed, and from each of these to the entry that proves
 * it.
 *
 * @param {import('../../app/view.js').View} view
 */
export function voucher(view) {
  const {words} = view;
  const name = view.route.rest.join('/');
  const reading = view.feed.read(`/barter/vouchers/${view.route.rest.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/book-types.js').VoucherDetail | undefined} */
  const detail = reading.data;
  const one = detail?.voucher;
  return html`<header class="page-head">
      <a class="back" href=${to('account')} aria-label=${words.text('voucher.back')}>${icon('back')}</a>
      <h1>
        ${one ? words.of('voucherKind', one.kind) : nothing} <bdi class="code quiet">${one?.number ?? name}</bdi>
        ${one?.goods ? html`<span class="title">${inALine(view, one.goods)}</span>` : nothing}
      </h1>
      ${detail ? html`<span class="push"></span>${contraOffer(view, detail)} ${priceOffer(view, detail)}` : nothing}
    </header>
    ${refusal(view, detail && reading.refused)}
    ${detail
      ? html`${about(view, detail)}
          <div class="two">
            <div class="stack">${lines(view, detail)} ${exactly(view, detail)}</div>
            <div class="stack">${confirmations(view, detail)} ${ofMany(view, detail)} ${rests(view, detail)}</div>
          </div>`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
function about(view, {place, voucher: one}) {
  const {words} = view;
  return html`<p class="row voucher-about">
    <span>${words.text('voucher.place', {place})}</span>
    <span>${one.on ? words.rich('voucher.counts', {day: dayInWords(view, one.on)}) : words.text('voucher.noDay')}</span>
    ${one.period ? html`<a href=${to('statements', [String(one.period)])}>${words.text('periods.title', {period: one.period})}</a>` : nothing}
    ${one.contract ? html`<a href=${to('account', [], {contract: one.contract})}>${words.text('voucher.more')}</a>` : nothing}
    ${one.reversedBy
      ? html`<span class="tag warn">${words.rich('voucher.reversed', {entry: html`<a class="code" href=${to('account', one.reversedBy.split('/'))}>${one.reversedBy}</a>`})}</span>`
      : nothing}
  </p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
function lines(view, {voucher: one, unit}) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2 id="lines">${words.text('voucher.lines')}</h2></header>
    ${one.lines.length
      ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="lines">
          <table class="sums">
            <thead>
              <tr>
                <th scope="col">${words.text('journal.account')}</th>
                <th scope="col">${words.text('voucher.ledger')}</th>
                <th scope="col" class="amount">${words.text('voucher.debit')}</th>
                <th scope="col" class="amount">${words.text('voucher.credit')}</th>
              </tr>
            </thead>
            <tbody>
              ${one.lines.map((line) => lineRow(view, line, unit ?? ''))}
            </tbody>
          </table>
        </div>`
      : html`<p class="none">${words.text('voucher.noLines')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookLine} line
 * @param {string} unit
 */
function lineRow(view, {ledger, account, amount: units, isHeld}, unit) {
  const {words} = view;
  const isMoney = ledger === MONEY;
  const [commodity, code] = ledger.split('/');
  const figure = html`<bdi class="figure" dir="ltr">${isMoney ? amount(view, Math.abs(units)) : words.number(Math.abs(units))}</bdi>`;
  return html`<tr class=${isHeld ? 'held' : ''}>
    <th scope="row">
      <bdi class="code quiet small">${account}</bdi> ${words.of('chart', account)}
      ${isHeld ? html`<span class="tag dashed">${words.text('voucher.isHeld')}</span>` : nothing}
    </th>
    <td>${isMoney ? html`${words.text('voucher.money')} <bdi class="quiet small">${unit}</bdi>` : html`<bdi class="code">${commodity}</bdi> ${words.of('unitCode', code)}`}</td>
    <td class="amount">${units > 0 ? figure : nothing}</td>
    <td class="amount">${units < 0 ? figure : nothing}</td>
  </tr>`;
}

/**
 * Who has confirmed it: of an act every signature of both sides, each an entry of its own; of a fact the one who stated
 * it.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
function confirmations(view, {act, said, voucher: one}) {
  const {words} = view;
  return html`<section class="panel confirmations" aria-labelledby="confirmed">
    <header>
      <h2 id="confirmed">${words.text(act ? 'voucher.confirmed' : 'voucher.stated')}</h2>
      ${act ? html`<a class="push" href=${toAct(act.act)}>${words.text('voucher.toAct')}</a>` : nothing}
    </header>
    ${act
      ? html`<div class="both">${act.sides.map((one) => signatures(view, one))}</div>`
      : said
        ? html`<div class="body stack">
            <p>${saying(view, {kind: `barter.${STATED[one.kind]}`, by: said.by})}</p>
            <p><a class="button small" href=${toEntry(said.entry)}>${icon('shield')} ${words.text('voucher.proof')}</a></p>
            <p class="hint">${words.text('voucher.oneSided')}</p>
          </div>`
        : nothing}
  </section>`;
}

/**
 * The signatures of one side, in the order in which they were given.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActSide} one
 */
export function signatures(view, {party, signed}) {
  const {words} = view;
  return html`<div class="of-side">
    <h3>${sideName(view, party)}</h3>
    ${signed.map(
      ({by, role, at, entry}) => html`<p>
        ${icon('check')} <b>${words.of('role', role)}</b> ${by.name ? html`<span class="quiet" dir="auto">${by.name}</span>` : nothing}<br />
        ${atLength(view, at)}<br />
        <a class="button small" href=${toEntry(entry)}>${icon('shield')} ${words.text('voucher.proof')} <bdi class="code">${entry}</bdi></a>
      </p>`,
    )}
    ${signed.length ? nothing : html`<p class="quiet">${words.text('agreement.noSignature')}</p>`}
  </div>`;
}

/**
 * The entry of a voucher, without the line.
 * @param {string} name
 */
const entryOf = (name) => name.split('/').slice(0, 2).join('/');

/**
 * The place of a line in the act that has it, with the lines beside it, and what proves it to somebody who is not shown
 * the others.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
function ofMany(view, {line, voucher: one}) {
  const {words} = view;
  if (!line) {
    return nothing;
  }
  const act = entryOf(one.voucher).split('/');
  const neighbour = (/** @type {number} */ at) =>
    at > 0 && at <= line.of
      ? html`<a class="button small" href=${to('account', [...act, String(at)])}>${words.text('manyLine.neighbour')} <bdi>${words.number(at)}</bdi></a>`
      : nothing;
  return html`<section class="panel" aria-labelledby="of-many">
    <header>
      <h2 id="of-many">${words.text('manyLine.title', {line: line.line, of: line.of})}</h2>
      <a class="push" href=${to('account', act)}>${words.text('manyLine.whole')}</a>
    </header>
    <div class="body stack">
      <p>${words.text('manyLine.means')}</p>
      <p class="row off-paper">${neighbour(line.line - 1)} ${neighbour(line.line + 1)}</p>
    </div>
    <dl class="pairs body">
      <div>
        <dt>${words.text('manyLine.root')}</dt>
        <dd><bdi class="code small">${line.root}</bdi></dd>
      </div>
      <div>
        <dt>${words.text('manyLine.path', {count: line.path.length})}</dt>
        <dd>${line.path.map((hash) => html`<bdi class="code small">${hash}</bdi><br />`)}</dd>
      </div>
      <div>
        <dt>${words.text('manyLine.text')}</dt>
        <dd><bdi class="code small" dir="ltr">${line.text}</bdi></dd>
      </div>
    </dl>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
function rests(view, {grounds}) {
  const {words} = view;
  return html`<section class="panel grounds" aria-labelledby="rests">
    <header><h2 id="rests">${words.text('voucher.rests')}</h2></header>
    ${grounds.length
      ? html`<ol class="list">
          ${grounds.map((ground) => groundRow(view, ground))}
        </ol>`
      : html`<p class="none">${words.text('voucher.restsOnNothing')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Ground} ground
 */
function groundRow(view, ground) {
  const {words} = view;
  return html`<li>
    <p class="row">
      <b>${words.of('groundAs', ground.as)}</b>
      ${ground.voucher ? html`<a class="code" href=${to('account', ground.entry.split('/'))}>${ground.voucher}</a>` : nothing}
      ${ground.party ? sideName(view, ground.party) : nothing}
      ${ground.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`}
      <a class="button small push" href=${toEntry(entryOf(ground.entry))}>${icon('shield')} ${words.text('voucher.proof')} <bdi class="code">${ground.entry}</bdi></a>
    </p>
    <p class="quiet small">
      ${ground.at ? atLength(view, ground.at) : nothing}
      ${ground.leaf ? html`<br />${words.text('voucher.exact')}: <bdi class="code">${ground.leaf}</bdi>` : nothing}
    </p>
  </li>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
function exactly(view, {identity, digest, residue}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="exactly">
    <header><h2 id="exactly">${words.text('voucher.exactly')}</h2></header>
    <dl class="pairs body">
      <div>
        <dt>${words.text('voucher.identity')}</dt>
        <dd><bdi class="code small">${identity}</bdi></dd>
      </div>
      <div>
        <dt>${words.text('voucher.digest')}</dt>
        <dd><bdi class="code small">${digest}</bdi></dd>
      </div>
      ${residue
        ? html`<div>
            <dt>${words.text('voucher.residue')}</dt>
            <dd>${words.text('voucher.residueOf', {count: residue})}</dd>
          </div>`
        : nothing}
    </dl>
  </section>`;
}
