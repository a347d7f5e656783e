import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {amountOf} from '../../parts/amount.js';
import {dueInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {atLength, instantOf} from '../../parts/times.js';
import {barterHead} from '../barter/head.js';
import {bids} from './bids.js';
import {mayPropose} from './known.js';
import {lines} from './lines.js';
import {matches} from './match.js';
import {openProtocol} from './protocol-dialog.js';

/** The steps of a round, in their order. */
const PHASES = /** @type {const} */ (['bidding', 'revealing', 'complete', 'matched']);

/**
 * Needs and offers of a period laid beside each other, and the match that is made of them.
 * @param {import('../../app/view.js').View} view
 */
export function committee(view) {
  const {words} = view;
  const reading = view.feed.read('/market/rounds');
  /** @type {import('./market-types.js').MarketRoundPage | undefined} */
  const known = reading.data;
  const propose = mayPropose(view, 'barter_protocol')
    ? html`<button class="first push" data-offer="protocol" @click=${() => openProtocol(view, known?.items[0])}>${words.text('committee.propose')}</button>`
    : nothing;
  return html`${barterHead(view, 'committee', propose)}
    <p class="lead off-paper">${words.text('committee.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known ? html`<div class="stack market">${proposed(view, known)} ${chosen(view, known)}</div>` : notHere(view, reading)}`;
}

/**
 * Protocols that lack a signature.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundPage} known
 */
function proposed(view, {proposed: all}) {
  const {words} = view;
  return all.length
    ? html`<section class="panel" aria-labelledby="proposed-protocols">
        <header><h2 id="proposed-protocols">${words.text('committee.proposed')}</h2></header>
        <ul class="market-list">
          ${all.map(
            ({act, proposer, waitingFor, terms}) => html`<li class="row">
              ${side(view, proposer)} ${period(view, terms)}
              <span class="quiet">${words.text('committee.lineCount', {count: terms.lines?.length ?? 0})}</span>
              ${waitingFor.map((party) => html`<span class="tag">${words.text('committee.waitsFor', {side: view.nameOf(view.party(party))})}</span>`)}
              <a class="button small push" href=${to('agreements', act.split('/'))}>${words.text('committee.readAndSign')}</a>
            </li>`,
          )}
        </ul>
      </section>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} terms
 */
function period(view, terms) {
  return html`<b>${view.words.rich('committee.period', {from: dueInWords(view, String(terms.from)), until: dueInWords(view, String(terms.until))})}</b>`;
}

/**
 * The round that the address names, or the newest.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundPage} known
 */
function chosen(view, known) {
  const {words, route} = view;
  const act = route.rest.length === 2 ? route.rest.join('/') : known.items[0]?.act;
  if (!act) {
    return html`<section class="panel"><p class="empty">${words.text('committee.none')}</p></section>`;
  }
  const reading = view.feed.read(`/market/rounds/${act}`);
  /** @type {import('./market-types.js').MarketRoundDetail | undefined} */
  const detail = reading.data;
  return html`${known.items.length > 1 ? others(view, known, act) : nothing} ${detail ? round(view, detail) : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundPage} known
 * @param {string} act
 */
function others(view, {items}, act) {
  return html`<nav class="row round-choice off-paper" aria-label=${view.words.text('committee.rounds')}>
    ${items.map(
      (one) => html`<a class="button small" href=${to('committee', one.act.split('/'))} aria-current=${one.act === act ? 'page' : nothing}
        ><bdi>${String(one.terms.from).slice(0, 10)}</bdi></a
      >`,
    )}
  </nav>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 */
function round(view, detail) {
  return html`${head(view, detail)} ${lines(view, detail)} ${matches(view, detail)} ${bids(view, detail)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 */
function head(view, {round: known, unit}) {
  const {words} = view;
  return html`<section class="panel round-head" aria-labelledby="round">
    <header>
      <h2 id="round">${period(view, known.terms)}</h2>
      <a class="code quiet" href=${to('agreements', known.act.split('/'))}><bdi>${known.act}</bdi></a>
      ${known.isFinal ? nothing : html`<span class="tag dashed">${words.text('committee.notFinal')}</span>`}
    </header>
    <div class="body stack">
      ${known.phase === 'ended' ? html`<p class="notice">${words.text('committee.ended')}</p>` : steps(view, known)}
      <dl class="sums">
        ${known.sides.map(
          (one) => html`<div>
            <dt>${side(view, one.party)} ${words.text('committee.room', {side: view.nameOf(view.party(one.party))})}</dt>
            <dd class="figure"><bdi>${amountOf(view, Math.min(one.room, one.swing), unit)}</bdi></dd>
          </div>`,
        )}
      </dl>
    </div>
  </section>`;
}

/**
 * How far it is, and until when each step lasts.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} known
 */
function steps(view, {phase, terms}) {
  const {words, clocks, now} = view;
  const at = PHASES.indexOf(/** @type {any} */ (phase));
  /** @type {Record<string, string>} */
  const ends = {bidding: terms.closes, revealing: terms.reveal_by};
  return html`<ol class="round-steps">
    ${PHASES.map((name, index) => {
      const left = ends[name] ? instantOf(ends[name]) - now : 0;
      return html`<li aria-current=${index === at ? 'step' : nothing} class=${index < at ? 'behind' : ''}>
        <b>${index < at ? icon('check') : nothing} ${words.of('roundPhase', name)}</b>
        ${ends[name] ? html`<span class="small">${words.rich('committee.until', {time: atLength(view, ends[name])})}</span>` : nothing}
        ${index === at && left > 0 ? html`<span class="small"><b>${words.text('committee.left', {length: clocks.length(left)})}</b></span>` : nothing}
      </li>`;
    })}
  </ol>`;
}
