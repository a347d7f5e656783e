import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {dueInWords} from '../../parts/day.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {onDay} from '../../parts/times.js';
import {barterHead} from '../barter/head.js';
import {comparisonPage} from './comparison.js';
import {consignmentPage} from './consignment.js';
import {openConsign} from './forms.js';
import {entry, goods, isEnergy, much, none, share, SPEAKERS, toComparison, toConsignment} from './goods.js';
import {openDespatch} from './paper-forms.js';
import {waiting} from './waiting.js';

/** Stages of a consignment, and what waits for a stamp, in the order in which they come. */
const STATES = ['all', 'consigned', 'despatched', 'received', 'accepted', 'disputed', 'unstamped'];

/**
 * What goods are on their way; one consignment; what two scales have said.
 * @param {import('../../app/view.js').View} view
 */
export function deliveries(view) {
  const [first, ...rest] = view.route.rest;
  if (first === 'compare') {
    return comparisonPage(view, `/deliveries/comparisons/${rest.map(encodeURIComponent).join('/')}`, to('deliveries'));
  }
  return first ? consignmentPage(view) : board(view);
}

/** @param {import('../../app/view.js').View} view */
function board(view) {
  const {words} = view;
  const reading = view.feed.read('/deliveries');
  /** @type {import('./types.js').Deliveries | undefined} */
  const known = reading.data;
  return html`${barterHead(view, 'deliveries')}
    <p class="lead">${words.text('deliveries.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known ? html`<div class="stack one">${known.account ? parts(view, known) : none(view, 'deliveries.noAccount')}</div>` : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Deliveries} known
 */
const parts = (view, known) => html`${consignments(view, known)} ${waiting(view)} ${scales(view)} ${reservations(view, known)} ${departures(view, known)}`;

// ---- consignments -------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Deliveries} known
 */
function consignments(view, known) {
  const {words, route} = view;
  const asked = route.query.get('state') ?? 'all';
  const cursor = route.query.get('cursor') ?? '';
  const reading = view.feed.read(`/deliveries/consignments?state=${encodeURIComponent(asked)}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  /** @type {import('./types.js').ConsignmentPage | undefined} */
  const page = reading.data;
  return html`<section class="panel">
    <header>
      <h2 id="consignments">${words.text('deliveries.consignments')}</h2>
      <nav class="choice wrap push off-paper" aria-label=${words.text('deliveries.stages')}>
        ${STATES.map(
          (state) => html`<a class="tab" href=${to('deliveries', [], {state: state === 'all' ? '' : state})} aria-current=${state === asked ? 'page' : nothing}
            >${words.of('consignmentState', state)}${state in known.states ? html` <span class="count">${words.number(known.states[state])}</span>` : nothing}</a
          >`,
        )}
      </nav>
    </header>
    ${!page
      ? notHere(view, reading)
      : page.items.length
        ? html`<div class="body scroll" tabindex="0" role="region" aria-labelledby="consignments">
              <table class="plain">
                <thead>
                  <tr>
                    <th scope="col">${words.text('deliveries.consignment')}</th>
                    <th scope="col">${words.text('deliveries.goods')}</th>
                    <th scope="col" class="figure">${words.text('deliveries.quantity')}</th>
                    <th scope="col">${words.text('deliveries.stage')}</th>
                    <th scope="col">${words.text('deliveries.last')}</th>
                    <th scope="col" class="figure">${words.text('deliveries.difference')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${page.items.map((one) => row(view, one))}
                </tbody>
              </table>
            </div>
            ${pager(view, page, asked)}`
        : none(view, 'deliveries.none')}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Consignment} one
 */
function row(view, one) {
  const {words} = view;
  return html`<tr>
    <th scope="row"><a class="code" href=${toConsignment(one.consignment)}><bdi>${one.consignment}</bdi></a></th>
    <td>${goods(view, one.of)}</td>
    <td class="figure"><bdi>${much(view, one.of, one.quantity)}</bdi></td>
    <td>${stateTag(view, one)}</td>
    <td>
      ${one.last
        ? html`${words.of('controlPoint', one.last.point)} ${side(view, one.last.party)} <span class="quiet small">${onDay(view, one.last.at)}</span>`
        : html`<span class="quiet">${words.text('deliveries.nothingYet')}</span>`}
      ${one.unstamped ? html`<span class="tag dashed">${words.text('deliveries.oneStamp', {count: one.unstamped})}</span>` : nothing}
    </td>
    <td class="figure">${differenceOf(view, one)}</td>
  </tr>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Consignment} one
 */
export function stateTag({words}, one) {
  const sign = one.state === 'disputed' ? 'warn' : one.state === 'accepted' ? '' : 'dashed';
  return html`<span class="tag ${sign}">${words.of('consignmentState', one.state)}</span>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Consignment} one
 */
function differenceOf(view, {of, sent, received, isTolerated}) {
  if (sent === undefined || received === undefined) {
    return html`<span class="quiet">–</span>`;
  }
  return html`<bdi>${view.words.signed(received - sent)} ${view.words.of('unitCode', of.unit)}</bdi>
    ${isTolerated ? nothing : html`<span class="tag warn">${view.words.text('deliveries.beyond')}</span>`}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{next?: string, total: number}} page
 * @param {string} state
 */
function pager({words}, page, state) {
  return page.next
    ? html`<p class="row pager off-paper"><a class="button" href=${to('deliveries', [], {state, cursor: page.next})}>${words.text('deliveries.more', {count: page.total})}</a></p>`
    : nothing;
}

// ---- scales -------------------------------------------------------------------------------------

/** @param {import('../../app/view.js').View} view */
function scales(view) {
  const {words} = view;
  const reading = view.feed.read('/deliveries/comparisons');
  /** @type {import('./types.js').Comparisons | undefined} */
  const known = reading.data;
  return html`<section class="panel" aria-labelledby="scales">
    <header><h2 id="scales">${words.text('deliveries.scales')}</h2></header>
    ${!known
      ? notHere(view, reading)
      : known.items.length
        ? html`<ul class="lines">
            ${known.items.map(
              (one) => html`<li class="row">
                <a class="code" href=${toComparison(one.of.contract)}><bdi>${one.of.contract}</bdi></a>
                ${goods(view, one.of)} <span class="quiet">${words.text('deliveries.weighed', {count: one.count})}</span>
                <span class="tag ${one.finding.isSystematic ? 'warn' : ''} push">${finding(view, one.finding)}</span>
              </li>`,
            )}
          </ul>`
        : none(view, 'deliveries.noScales')}
  </section>`;
}

/**
 * A finding in a few words.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').BiasFinding} found
 */
function finding(view, {isSystematic, meanPpm = 0}) {
  return isSystematic
    ? view.words.text('scales.calibration', {share: share(view, meanPpm, {signDisplay: 'exceptZero'})})
    : view.words.text('scales.agree');
}

// ---- what can leave -----------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Deliveries} known
 */
function reservations(view, known) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="reservations">
    <header><h2 id="reservations">${words.text('deliveries.reservations')}</h2></header>
    ${known.reservations.length
      ? html`<ul class="lines">
          ${known.reservations.map(
            (one) => html`<li class="row">
              ${entry(one.reservation)} ${goods(view, one.of)}
              <span>${words.rich('deliveries.leftOf', {left: much(view, one.of, Math.max(0, one.quantity - one.despatched)), all: much(view, one.of, one.quantity)})}</span>
              <span class="quiet small">${words.text('deliveries.until')} ${dueInWords(view, one.until)}</span>
              ${one.of.exporter === view.ours.id && view.may(...SPEAKERS)
                ? html`<span class="row push off-paper">
                    ${isEnergy(one.of) ? nothing : html`<button class="small" data-offer="consign" @click=${() => openConsign(view, one)}>${words.text('deliveries.consign')}</button>`}
                    <button class="small" data-offer="despatch" @click=${() => openDespatch(view, one)}>${words.text('deliveries.despatch')}</button>
                  </span>`
                : nothing}
            </li>`,
          )}
        </ul>`
      : none(view, 'deliveries.noReservations')}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Deliveries} known
 */
function departures(view, known) {
  const {words} = view;
  return known.departures.length
    ? html`<section class="panel" aria-labelledby="departures">
        <header><h2 id="departures">${words.text('deliveries.departures')}</h2></header>
        <ul class="lines">
          ${known.departures.map((one) => html`<li class="row">${entry(one.despatch)} ${goods(view, one.of)} <bdi>${much(view, one.of, one.sent)}</bdi></li>`)}
        </ul>
        <p class="hint body">${words.text('deliveries.departuresMean')}</p>
      </section>`
    : nothing;
}
