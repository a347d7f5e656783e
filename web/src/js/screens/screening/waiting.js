import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {openConfirm, openPropose} from './decide-dialogs.js';
import {bySide, decides, listsOf, toParty} from './known.js';
import {openTakeList} from './list-dialogs.js';
import {eyes} from './marks.js';

const DAY = 86_400_000;

/**
 * What waits for an officer of our side, the nearest to trade first.
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 */
export function waiting(view, board) {
  const {words} = view;
  const reading = view.feed.read('/screening/parties?state=waiting&limit=200');
  const page = reading.data;
  if (!page) {
    return html`<section class="panel">${notHere(view, reading)}</section>`;
  }
  /** @type {any[]} */
  const {items} = page;
  const all = [...toConfirm(view, board, items), ...ofLists(view, board), ...again(view, board, items), ...held(view, board, items)];
  return html`<section class="panel" aria-labelledby="waiting">
    <header><h2 id="waiting">${words.text('screeningWaits.title')}</h2> <span class="quiet">${words.text('screeningWaits.count', {count: all.length})}</span></header>
    ${refusal(view, reading.refused)}
    ${all.length
      ? html`<ul class="waits">
          ${all}
        </ul>
        ${page.next ? html`<p class="hint body">${words.text('screeningWaits.more', {total: page.total})}</p>` : nothing}`
      : html`<p class="none">${words.text('screeningWaits.none')}</p>`}
  </section>`;
}

/**
 * @param {Parameters<typeof icon>[0]} sign
 * @param {unknown} what
 * @param {unknown} why
 * @param {unknown} act
 */
const line = (sign, what, why, act) => html`<li>${icon(sign)}<p>${what} <span class="quiet">${why}</span></p>${act}</li>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any[]} items
 */
function toConfirm(view, board, items) {
  const {words} = view;
  return items.flatMap(({subject, sides}) => {
    const {proposal} = bySide({sides}, view.ours.id) ?? {};
    if (!proposal) {
      return [];
    }
    const isOwn = proposal.by.officer === view.session.officer;
    return [
      line(
        'person',
        html`${name(subject)} ${eyes(view, 1)} ${words.rich('screeningWaits.proposed', {status: words.of('screeningStatus', proposal.body.status)})}`,
        words.text(isOwn ? 'screeningWaits.byYou' : 'screeningWaits.second'),
        decides(view) && !isOwn
          ? html`<button class="first" data-offer="confirm" @click=${() => openConfirm(view, board, proposal)}>${words.text('screeningDesk.offer.confirm')}</button>`
          : nothing,
      ),
    ];
  });
}

/** @param {string} subject */
const name = (subject) => html`<a href=${toParty(subject)}><b><bdi>${subject}</bdi></b></a>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
function ofLists(view, board) {
  const {words, clocks} = view;
  const lists = listsOf(board, view.ours.id);
  const take = (/** @type {any} */ known) =>
    decides(view) ? html`<button data-offer="newer" @click=${() => openTakeList(view, board, known)}>${words.text('screeningDesk.offer.newer')}</button>` : nothing;
  const missing = lists.some(({taken}) => taken.body.list.source === 'un')
    ? []
    : [line('alert', html`<b>${words.text('screeningWaits.noUn')}</b>`, words.text('screeningWaits.noUnMeans'), take(undefined))];
  const old = lists.flatMap((one) => {
    const left = Date.parse(one.staleAt) - view.now;
    if (!one.isStale && left > DAY) {
      return [];
    }
    const source = words.of('listSource', one.taken.body.list.source);
    return [
      line(
        'clock',
        html`<b>${words.rich(one.isStale ? 'screeningWaits.stale' : 'screeningWaits.soonStale', {source})}</b>`,
        one.isStale ? words.text('screeningWaits.staleMeans') : words.text('screeningWaits.goodFor', {length: clocks.length(left)}),
        take(one.taken.body.list),
      ),
    ];
  });
  return [...missing, ...old];
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any[]} items
 */
function again(view, board, items) {
  return inStanding(view, board, items, 'screen_again', 'history', 'screeningWaits.again');
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any[]} items
 */
function held(view, board, items) {
  return inStanding(view, board, items, 'held', 'hold', 'screeningWaits.held');
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any[]} items
 * @param {string} standing
 * @param {Parameters<typeof icon>[0]} sign
 * @param {string} why
 */
function inStanding(view, board, items, standing, sign, why) {
  const {words} = view;
  return items.flatMap((one) => {
    const ours = bySide(one, view.ours.id);
    return ours?.standing === standing && !ours.proposal
      ? [
          line(
            sign,
            name(one.subject),
            words.text(why),
            decides(view) ? html`<button data-offer="propose" @click=${() => openPropose(view, board, one)}>${words.text('screeningDesk.offer.propose')}</button>` : nothing,
          ),
        ]
      : [];
  });
}
