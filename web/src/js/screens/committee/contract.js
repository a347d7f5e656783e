import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {kindOf} from '../../parts/act.js';
import {amount, amountOf, quantity} from '../../parts/amount.js';
import {dueInWords} from '../../parts/day.js';
import {cursorOf, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {saying} from '../../parts/saying.js';
import {side} from '../../parts/side.js';
import {instantOf, onDay} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {priceOf} from '../account/price-dialog.js';
import {waits} from './contracts.js';
import {flow} from './flow.js';
import {mayPropose, maySpeak, wayOf} from './known.js';
import {openPermit} from './permit-dialog.js';

/**
 * One contract: what was agreed, how much of it is where, under which reservations, and every paper about it.
 * @param {import('../../app/view.js').View} view
 * @param {string} act
 */
export function contract(view, act) {
  const query = new URLSearchParams(Object.entries(pages(view)).filter(([, cursor]) => cursor)).toString();
  const reading = view.feed.read(`/contracts/${act}${query ? `?${query}` : ''}`);
  /** @type {import('./market-types.js').ContractDetail | undefined} */
  const known = reading.data;
  return known
    ? html`${refusal(view, reading.refused)}
        <div class="stack market">${head(view, known)} ${permits(view, known)} ${deliveries(view, known)} ${papers(view, known)}</div>`
    : notHere(view, reading);
}

/**
 * Which page of its two long lists the address names.
 * @param {import('../../app/view.js').View} view
 */
const pages = (view) => ({deliveries: cursorOf(view, 'deliveries'), papers: cursorOf(view, 'papers')});

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').ContractDetail} known
 */
function head(view, known) {
  const {words} = view;
  const {contract: one, unit} = known;
  const {goods, quantity: whole, price, until, weighed} = one.terms;
  const isOpen = one.stage === 'signed' || one.stage === 'active';
  const reserves = isOpen && (one.progress?.left ?? 0) > 0 && maySpeak(view) && mayPropose(view, 'barter_reservation');
  return html`<section class="panel contract-head" aria-labelledby="contract">
    <header>
      <h2 id="contract">${inALine(view, goods.name)}</h2>
      ${wayOf(view, goods.exporter)} <span class="tag">${words.of('contractStage', one.stage)}</span>
      ${one.isFinal || one.stage === 'drafted' ? nothing : html`<span class="tag dashed">${words.text('committee.notFinal')}</span>`}
      <a class="code quiet" href=${to('agreements', one.act.split('/'))}><bdi>${one.act}</bdi></a>
      ${reserves ? html`<button class="first push off-paper" data-offer="permit" @click=${() => openPermit(view, one)}>${words.text('contracts.reserve')}</button>` : nothing}
    </header>
    <div class="body stack">
      ${waits(view, one)} ${priceDue(view, known)} ${one.progress ? flow(view, one) : nothing}
      <dl class="sums">
        ${fact(words.text('contracts.seller'), html`<span dir="auto">${goods.seller}</span>`)} ${fact(words.text('contracts.buyer'), html`<span dir="auto">${goods.buyer}</span>`)}
        ${fact(words.text('contracts.quantity'), quantity(view, whole))}
        ${fact(words.text('contracts.price'), html`<bdi class="code">${price.formula}</bdi> ${one.price === undefined ? nothing : html`= <bdi class="figure">${amountOf(view, one.price, unit)}</bdi>`} / ${words.of('unitCode', price.per)}`)}
        ${fact(words.text('contractForm.weighed'), words.of('contractWeighed', weighed))} ${fact(words.text('contracts.ends'), dueInWords(view, until))}
        ${one.progress
          ? html`${fact(words.text('contracts.owed'), html`<bdi class="figure">${amountOf(view, one.progress.owed, unit)}</bdi>`)}
            ${fact(words.text('contracts.held'), html`<bdi class="figure">${amountOf(view, one.progress.holding, unit)}</bdi>`)}
            ${one.progress.disputed ? fact(words.text('contracts.disputed'), html`<bdi class="figure">${amountOf(view, one.progress.disputed, unit)}</bdi>`) : nothing}`
          : nothing}
      </dl>
    </div>
  </section>`;
}

/**
 * What was taken over at provisional numbers, and the form that gives it the published ones.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').ContractDetail} known
 */
function priceDue(view, {contract: {act, terms}, unpriced}) {
  return unpriced.length
    ? html`<p class="notice row price-due">
        <span>${view.words.text('contracts.priceDue', {count: unpriced.length})}</span>
        ${Object.keys(terms.indices).map((name) => html`<bdi class="code">${name}</bdi>`)}
        <span class="push off-paper">${priceOf(view, act, terms.indices, unpriced)}</span>
      </p>`
    : nothing;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').ContractDetail} known
 */
function permits(view, {permits: all, unit, contract: {terms}}) {
  const {words, clocks} = view;
  const much = (/** @type {number} */ count) => quantity(view, {amount: count, unit: terms.quantity.unit});
  return html`<section class="panel">
    <header><h2 id="permits">${words.of('contractBoard', 'permits')}</h2></header>
    ${all.length
      ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="permits">
          <table>
            <thead>
              <tr>
                <th scope="col">${words.text('contracts.permit')}</th>
                <th scope="col">${words.text('contracts.quantity')}</th>
                <th scope="col">${words.text('contracts.gone')}</th>
                <th scope="col">${words.text('contracts.held')}</th>
                <th scope="col">${words.text('contracts.ends')}</th>
              </tr>
            </thead>
            <tbody>
              ${all.map((one) => {
                const left = instantOf(one.over) - view.now;
                return html`<tr>
                  <th scope="row">
                    <a class="code" href=${to('agreements', one.act.split('/'))}><bdi>${one.act}</bdi></a> <span class="tag">${words.of('permitStage', one.stage)}</span>
                  </th>
                  <td class="figure">${much(one.quantity)}</td>
                  <td class="figure">${much(one.despatched)}</td>
                  <td class="figure"><bdi>${amountOf(view, one.stage === 'drafted' ? one.hold : one.holding, unit)}</bdi></td>
                  <td>
                    ${dueInWords(view, one.until)}
                    ${one.stage === 'live' ? html`<span class="small quiet">${left > 0 ? words.text('committee.left', {length: clocks.length(left)}) : words.text('contracts.over')}</span>` : nothing}
                  </td>
                </tr>`;
              })}
            </tbody>
          </table>
        </div>`
      : html`<p class="none">${words.text('contracts.noPermits')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').ContractDetail} known
 */
function deliveries(view, {deliveries: all, deliveriesTotal: total, deliveriesNext: next, unit, contract: {terms}}) {
  const {words} = view;
  const much = (/** @type {number | undefined} */ count) => (count === undefined ? '–' : quantity(view, {amount: count, unit: terms.quantity.unit}));
  // A line of an act of many stands in the entry of the act.
  const entry = (/** @type {string | undefined} */ name) =>
    name ? html`<a class="code" href=${toEntry(name.split('/').slice(0, 2).join('/'))}><bdi>${name}</bdi></a>` : '–';
  return all.length
    ? html`<section class="panel">
        <header><h2 id="contract-deliveries">${words.text('contracts.deliveries')} <span class="tally">${words.number(total)}</span></h2></header>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="contract-deliveries">
          <table>
            <thead>
              <tr>
                <th scope="col">${words.text('contracts.despatch')}</th>
                <th scope="col">${words.text('contracts.sent')}</th>
                <th scope="col">${words.text('contracts.receipt')}</th>
                <th scope="col">${words.text('contracts.received')}</th>
                <th scope="col">${words.text('contracts.acceptance')}</th>
                <th scope="col">${words.text('contracts.owed')} (${unit})</th>
              </tr>
            </thead>
            <tbody>
              ${all.map(
                (one) => html`<tr>
                  <th scope="row">${entry(one.despatch)}</th>
                  <td class="figure">${much(one.sent)}</td>
                  <td>${entry(one.receipt)}</td>
                  <td class="figure">${much(one.received)}</td>
                  <td>${entry(one.acceptance)}</td>
                  <td class="figure">
                    ${one.owed === undefined ? '–' : html`<bdi>${amount(view, one.owed)}</bdi>`}
                    ${one.disputed ? html`<span class="tag warn">${words.rich('contracts.disputedOf', {amount: html`<bdi>${amount(view, one.disputed)}</bdi>`})}</span>` : nothing}
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${pager(view, 'deliveries', {items: all, total, next})}
      </section>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').ContractDetail} known
 */
function papers(view, {papers: all, papersTotal: total, papersNext: next}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="papers">
    <header><h2 id="papers">${words.text('contracts.papers')} <span class="tally">${words.number(total)}</span></h2></header>
    <ul class="market-list">
      ${all.map(
        ({entry, kind, by, at}) => html`<li class="row">
          ${side(view, by.party)} <b>${kind.includes('.') ? saying(view, {kind, by}) : kindOf(view, kind)}</b> <span class="quiet small push">${onDay(view, at)}</span>
          <a class="code quiet" href=${toEntry(entry)}><bdi>${entry}</bdi></a>
        </li>`,
      )}
    </ul>
    ${pager(view, 'papers', {items: all, total, next})}
  </section>`;
}
