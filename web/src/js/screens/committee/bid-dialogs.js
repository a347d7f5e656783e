import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {quantity} from '../../parts/amount.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {saidPlainly} from '../../parts/wording.js';
import {latinDigits} from '../../time/walls.js';

const BID = 'market-bid';
const WITHDRAW = 'market-withdraw';
const REVEAL = 'market-reveal';

/** A price as it is signed: no idle noughts. */
const PRICE = /^(0|[1-9]\d{0,11})(\.\d{0,8}[1-9])?$/;

const LOTS_MAX = 1_000_000;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {boolean} isSealed
 */
export function openBid(view, round, isSealed) {
  view.act.open(BID, {...view.draft(BID), round, isSealed, refused: undefined});
}

/**
 * A need or an offer, openly or sealed. Which of the two it is follows from the goods: whose they are offers them.
 * @param {import('../../app/view.js').View} view
 */
export function bidDialog(view) {
  const {words, act} = view;
  const draft = view.draft(BID);
  /** @type {import('./market-types.js').MarketRound} */
  const round = draft.round;
  const line = round.lines.find(({name}) => name === draft.line) ?? round.lines[0];
  const way = line.exporter === view.ours.id ? 'offer' : 'need';
  const says = saysOf(draft, line, way);
  const send = () =>
    act.send(
      BID,
      draft.isSealed
        ? {path: '/market/seals', body: {round: round.act, bid: says}, said: 'said.bidSealed'}
        : {path: '/statements', body: {kind: 'market.stated', body: {bid: says, protocol: round.statement}}, said: 'said.bidStated'},
    );
  return dialog(view, {
    title: words.text(draft.isSealed ? 'bidForm.sealTitle' : 'bidForm.title'),
    body: form(view, BID, {
      ready: says !== undefined,
      button: words.text(draft.isSealed ? 'bidForm.seal' : 'bidForm.send'),
      send,
      fields: html`
        <p class="hint">${words.rich(draft.isSealed ? 'bidForm.sealMeans' : 'bidForm.means', {side: view.nameOf(view.peer)})}</p>
        ${choice(view, BID, {name: 'line', label: words.text('committee.goods'), options: round.lines.map((one) => [one.name, saidPlainly(view, one.text)])})}
        <p><b>${words.text(`bidForm.${way}`)}</b> <span class="quiet">${words.text('bidForm.lotIs', {quantity: quantity(view, line.lot)})}</span></p>
        ${field(view, BID, {name: 'lots', label: words.text('bidForm.lots'), hint: words.text('committee.most', {lots: line.lotsMost}), kind: 'code', required: true, maxlength: 7})}
        ${field(view, BID, {
          name: 'limit',
          label: words.text(way === 'need' ? 'bidForm.atMost' : 'bidForm.atLeast', {unit: words.of('unitCode', line.per)}),
          hint: words.text('bidForm.limitHint'),
          kind: 'code',
          maxlength: 24,
        })}
      `,
    }),
  });
}

/**
 * @param {Record<string, any>} draft
 * @param {import('./market-types.js').MarketLine} line
 * @param {'need' | 'offer'} way
 * @returns {import('./market-types.js').MarketBidSays | undefined}
 */
function saysOf(draft, line, way) {
  const lots = Number(latinDigits(draft.lots ?? '').trim() || NaN);
  const limit = latinDigits(draft.limit ?? '')
    .trim()
    .replace('٫', '.')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  const isWhole = Number.isSafeInteger(lots) && lots >= 1 && lots <= Math.min(LOTS_MAX, line.lotsMost);
  return isWhole && (limit === '' || PRICE.test(limit)) ? {...(limit ? {limit} : {}), line: line.name, lots, way} : undefined;
}

// ---- taken back, shown --------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketBid} bid
 */
export function openWithdrawal(view, bid) {
  view.act.open(WITHDRAW, {bid, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function withdrawBidDialog(view) {
  const {words, act} = view;
  /** @type {{bid: import('./market-types.js').MarketBid}} */
  const {bid} = /** @type {any} */ (view.draft(WITHDRAW));
  return dialog(view, {
    title: words.rich('withdrawBid.title', {bid: html`<bdi class="code">${bid.bid}</bdi>`}),
    body: form(view, WITHDRAW, {
      button: words.text('bids.withdraw'),
      send: () => act.send(WITHDRAW, {path: '/statements', body: {kind: 'market.withdrawn', body: {bid: bid.statement}}, said: 'said.bidWithdrawn'}),
      fields: html`<p>${words.text(bid.wasSealed ? 'withdrawBid.unseen' : 'withdrawBid.means')}</p>`,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketBid} bid
 */
export function openReveal(view, bid) {
  view.act.open(REVEAL, {bid, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function revealDialog(view) {
  const {words, act} = view;
  /** @type {{bid: import('./market-types.js').MarketBid}} */
  const {bid} = /** @type {any} */ (view.draft(REVEAL));
  return dialog(view, {
    title: words.rich('revealBid.title', {bid: html`<bdi class="code">${bid.bid}</bdi>`}),
    body: form(view, REVEAL, {
      button: words.text('bids.reveal'),
      send: () => act.send(REVEAL, {path: `/market/seals/${bid.bid}/reveal`, body: {}, said: 'said.bidRevealed'}),
      fields: html`<p>${words.rich('revealBid.means', {side: view.nameOf(view.peer)})}</p>
        ${bid.opensHere ? nothing : html`<p class="notice">${words.text('revealBid.notHere')}</p>`}`,
    }),
  });
}
