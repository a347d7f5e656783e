import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {onDay} from '../../parts/times.js';
import {openReveal, openWithdrawal} from './bid-dialogs.js';
import {lineName, maySpeak} from './known.js';

const PAGE = 50;

/**
 * What each side has sealed and shown, in figures and bid by bid.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 */
export function bids(view, {round}) {
  const {words, route} = view;
  const cursor = route.query.get('bids') ?? '';
  const reading = view.feed.read(`/market/rounds/${round.act}/bids?limit=${PAGE}${cursor ? `&cursor=${cursor}` : ''}`);
  /** @type {{items: import('./market-types.js').MarketBid[], total: number, next?: string} | undefined} */
  const known = reading.data;
  return html`<section class="panel" aria-labelledby="bids">
    <header><h2 id="bids">${words.text('bids.title')}</h2></header>
    ${tallies(view, round)}
    ${known
      ? known.items.length
        ? html`<ul class="market-list bid-list">${known.items.map((bid) => row(view, round, bid))}</ul>`
        : html`<p class="none">${words.text('bids.none')}</p>`
      : notHere(view, reading)}
    ${known?.next || cursor
      ? html`<p class="row pager off-paper">
          ${cursor ? html`<a class="button small" href=${to('committee', round.act.split('/'))}>${words.text('bids.newest')}</a>` : nothing}
          ${known?.next ? html`<a class="button small" href=${to('committee', round.act.split('/'), {bids: known.next})}>${words.text('bids.older')}</a>` : nothing}
        </p>`
      : nothing}
  </section>`;
}

/**
 * Whoever seals many alternatives and shows the lucky ones is seen doing it.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 */
function tallies(view, {sides}) {
  const {words} = view;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('bids.tallies')}>
    <table class="tallies">
      <caption class="visually-hidden">${words.text('bids.tallies')}</caption>
      <thead>
        <tr>
          <th scope="col">${words.text('bids.side')}</th>
          <th scope="col">${words.text('bids.sealed')}</th>
          <th scope="col">${words.text('bids.revealed')}</th>
          <th scope="col">${words.text('bids.withdrawn')}</th>
          <th scope="col">${words.text('bids.lapsed')}</th>
          <th scope="col">${words.text('bids.stand')}</th>
        </tr>
      </thead>
      <tbody>
        ${sides.map(
          ({party, sealed, bids: live, bidsMax}) => html`<tr>
            <th scope="row">${side(view, party)} ${view.nameOf(view.party(party))}</th>
            ${[sealed.sealed, sealed.revealed, sealed.withdrawn, sealed.lapsed].map((count) => html`<td class="figure">${words.number(count)}</td>`)}
            <td class="figure">${words.text('bids.ofMost', {count: live, most: bidsMax})}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {import('./market-types.js').MarketBid} bid
 */
function row(view, round, bid) {
  const {words} = view;
  const {says, state} = bid;
  return html`<li class="row ${state}" data-bid=${bid.bid}>
    ${side(view, bid.by.party)}
    <span class="says">
      ${says
        ? html`${words.rich('bids.says', {way: words.of('bidWay', says.way), line: lineName(view, round, says.line), lots: says.lots})}
            <span class="quiet">${limit(view, round, says)}</span>`
        : html`<span class="quiet">${words.text('bids.hidden')}</span>`}
    </span>
    ${bid.wasSealed ? html`<span class="tag">${icon('lock')} ${words.of('sealState', state)}</span>` : state === 'open' ? nothing : html`<span class="tag">${words.of('sealState', state)}</span>`}
    ${bid.opensHere ? html`<span class="tag dashed">${words.text('bids.onlyHere')}</span>` : nothing}
    <span class="quiet small push">${onDay(view, bid.at)}</span>
    <a class="code quiet" href=${toEntry(bid.bid)}><bdi>${bid.bid}</bdi></a>
    ${offers(view, round, bid)}
  </li>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {import('./market-types.js').MarketBidSays} says
 */
function limit({words}, round, {limit: price, way, line}) {
  const per = round.lines.find(({name}) => name === line)?.per ?? '';
  return price === undefined
    ? words.text('bids.anyPrice')
    : words.text(way === 'need' ? 'bids.atMost' : 'bids.atLeast', {price: Number(price), unit: words.of('unitCode', per)});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {import('./market-types.js').MarketBid} bid
 */
function offers(view, round, bid) {
  const {words} = view;
  const isOurs = bid.by.party === view.ours.id && maySpeak(view);
  const stands = bid.state === 'open' || bid.state === 'sealed';
  return html`${isOurs && stands && round.phase === 'bidding'
    ? html`<button class="small off-paper" data-offer="withdraw" @click=${() => openWithdrawal(view, bid)}>${words.text('bids.withdraw')}</button>`
    : nothing}
  ${isOurs && bid.state === 'sealed' && round.phase === 'revealing'
    ? html`<button class="small off-paper" data-offer="reveal" @click=${() => openReveal(view, bid)}>${words.text('bids.reveal')}</button>`
    : nothing}`;
}
