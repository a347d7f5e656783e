import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {amountOf, quantity} from '../../parts/amount.js';
import {dueInWords} from '../../parts/day.js';
import {askedFor, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {instantOf} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {barterHead} from '../barter/head.js';
import {contract} from './contract.js';
import {flow} from './flow.js';
import {wayOf} from './known.js';

/** The columns of the two boards, in the order in which things go. */
const STAGES = {
  contracts: ['drafted', 'signed', 'active', 'fulfilled', 'expired', 'voided'],
  permits: ['drafted', 'live', 'used', 'lapsed', 'voided'],
};

/** So many are on a page of a board, the newest on the first. */
const LISTED = 200;

/** The name of the board's page in the address. */
const PAGE = 'page';

/**
 * Contracts and the room that is kept for them, by how far they are; or one contract with all its papers.
 * @param {import('../../app/view.js').View} view
 */
export function contracts(view) {
  const {route} = view;
  return html`${barterHead(view, 'contracts')}
    ${route.rest.length === 2 ? contract(view, route.rest.join('/')) : board(view)}`;
}

/** @param {import('../../app/view.js').View} view */
function board(view) {
  const {words, route} = view;
  const which = route.query.get('show') === 'permits' ? 'permits' : 'contracts';
  const reading = view.feed.read(`/${which}?limit=${LISTED}${askedFor(view, PAGE)}`);
  /** @type {{items: any[], stages: Record<string, number>, total: number, next?: string, unit: string} | undefined} */
  const known = reading.data;
  return html`<p class="row off-paper">
      <span class="choice">
        ${['contracts', 'permits'].map(
          (name) => html`<a class="tab" href=${to('contracts', [], {show: name === 'permits' ? name : ''})} aria-current=${name === which ? 'page' : nothing}>${words.of('contractBoard', name)}</a>`,
        )}
      </span>
      <span class="lead-line quiet">${words.text(which === 'permits' ? 'contracts.permitsMean' : 'contracts.mean')}</span>
    </p>
    ${refusal(view, known && reading.refused)} ${known ? columns(view, which, known) : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {'contracts' | 'permits'} which
 * @param {{items: any[], stages: Record<string, number>, total: number, next?: string, unit: string}} known
 */
function columns(view, which, {items, stages, total, next, unit}) {
  const {words} = view;
  const shown = STAGES[which].filter((stage) => stage !== 'voided' || stages[stage]);
  return html`<div class="stage-board">
      ${shown.map((stage) => {
        const here = items.filter((one) => one.stage === stage);
        return html`<section class="stage-column" aria-labelledby="stage-${stage}">
          <h2 id="stage-${stage}">${words.of(which === 'permits' ? 'permitStage' : 'contractStage', stage)} <span class="tally">${words.number(stages[stage] ?? 0)}</span></h2>
          ${here.length
            ? html`<ul>
                ${here.map((one) => html`<li class="trade-card">${which === 'permits' ? permitCard(view, one, unit) : contractCard(view, one, unit)}</li>`)}
              </ul>`
            : html`<p class="none">${words.text('contracts.noneHere')}</p>`}
        </section>`;
      })}
    </div>
    ${pager(view, PAGE, {items, total, next})}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').Contract} one
 * @param {string} unit
 */
function contractCard(view, one, unit) {
  const {words} = view;
  const {goods, quantity: whole, until} = one.terms;
  return html`<h3><a href=${to('contracts', one.act.split('/'))}>${inALine(view, goods.name)}</a></h3>
    <p class="row">${wayOf(view, goods.exporter)} <span class="quiet small" dir="auto">${goods.seller} – ${goods.buyer}</span></p>
    <p class="figure"><b>${quantity(view, whole)}</b></p>
    ${one.progress ? flow(view, one) : nothing}
    ${one.progress?.holding ? html`<p class="small">${words.rich('contracts.holding', {amount: html`<bdi>${amountOf(view, one.progress.holding, unit)}</bdi>`})}</p>` : nothing}
    ${one.progress?.nextExpiry ? html`<p class="small">${words.text('contracts.nextExpiry', {length: view.clocks.length(Math.max(0, instantOf(one.progress.nextExpiry) - view.now))})}</p>` : nothing}
    ${waits(view, one)}
    <p class="small quiet">${words.rich('contracts.until', {day: dueInWords(view, until)})} <bdi class="code">${one.act}</bdi></p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').Permit} one
 * @param {string} unit
 */
export function permitCard(view, one, unit) {
  const {words, clocks} = view;
  const left = instantOf(one.over) - view.now;
  return html`<h3><a href=${to('contracts', one.contract.split('/'))}>${inALine(view, one.goods)}</a></h3>
    <p class="figure"><b>${quantity(view, {amount: one.quantity, unit: one.measure})}</b></p>
    ${one.despatched ? html`<p class="small">${words.text('contracts.despatched', {quantity: quantity(view, {amount: one.despatched, unit: one.measure})})}</p>` : nothing}
    <p class="small">
      ${one.stage === 'drafted'
        ? words.rich('contracts.wouldHold', {amount: html`<bdi>${amountOf(view, one.hold, unit)}</bdi>`})
        : words.rich('contracts.holding', {amount: html`<bdi>${amountOf(view, one.holding, unit)}</bdi>`})}
    </p>
    <p class="small">
      ${dueInWords(view, one.until)}
      ${one.stage === 'live' && left > 0 ? html`<span class="tag">${words.text('committee.left', {length: clocks.length(left)})}</span>` : nothing}
      ${one.stage === 'live' && left <= 0 ? html`<span class="tag warn">${words.text('contracts.over')}</span>` : nothing}
    </p>
    ${waits(view, one)}
    <p class="small quiet"><bdi class="code">${one.act}</bdi></p>`;
}

/**
 * Whose signature it lacks.
 * @param {import('../../app/view.js').View} view
 * @param {{act: string, waitingFor: string[]}} one
 */
export function waits(view, {act, waitingFor}) {
  const {words} = view;
  return waitingFor.length
    ? html`<p class="row">
        ${waitingFor.map((party) => html`<span class="tag">${words.text('committee.waitsFor', {side: view.nameOf(view.party(party))})}</span>`)}
        <a class="button small off-paper" href=${to('agreements', act.split('/'))}>${words.text('committee.readAndSign')}</a>
      </p>`
    : nothing;
}
