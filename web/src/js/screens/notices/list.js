import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {askedFor, cursorOf, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {atAllWalls, onDay} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {openNotice} from './notice-dialog.js';

/** Whoever speaks here, by chapter 12 of the protocol. */
export const SPEAKS = ['watch_officer', 'liaison', 'sector_commander', 'chief'];

/** So many are on a page. */
const LISTED = 100;

/** The name of the page in the address. */
const PAGE = 'page';

/**
 * What either side does near the line, said beforehand. Nobody permits what a side does on its own soil; that two things
 * come near each other is said to both, and nothing is held up by it.
 *
 * @param {import('../../app/view.js').View} view
 */
export function notices(view) {
  const {words} = view;
  const isAll = view.route.query.get('tab') === 'all';
  const reading = view.feed.read(`/activities?state=${isAll ? 'all' : 'live'}&limit=${LISTED}${askedFor(view, PAGE)}`);
  return html`<header class="page-head">
      <h1>${words.text('notices.title')}</h1>
      <nav class="row tabs" aria-label=${words.text('notices.which')}>
        <a href=${to('notices')} aria-current=${isAll ? nothing : 'page'}>${words.text('notices.live')}</a>
        <a href=${to('notices', [], {tab: 'all'})} aria-current=${isAll ? 'page' : nothing}>${words.text('notices.all')}</a>
      </nav>
      ${view.may(...SPEAKS) ? html`<button class="first push" @click=${() => openNotice(view)}>${words.text('notices.give')}</button>` : nothing}
    </header>
    <p class="lead">${words.text('notices.means')}</p>
    ${reading.data ? html`${refusal(view, reading.refused)} ${rows(view, reading.data)}` : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{items: import('../../app/types.js').Activity[], total: number, next?: string}} page
 */
function rows(view, page) {
  const {words} = view;
  const {items} = page;
  return items.length || cursorOf(view, PAGE)
    ? html`<ul class="panel things">
          ${items.map((one) => row(view, one))}
        </ul>
        ${pager(view, PAGE, page)}`
    : html`<section class="panel"><p class="empty">${words.text('notices.none')}</p></section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Activity} one
 */
function row(view, one) {
  const {words} = view;
  const {notice} = one;
  const ours = one.party === view.ours.id;
  const isLive = one.stage === 'planned' || one.stage === 'running';
  return html`<li class=${one.stage}>
    ${side(view, one.party)}
    <div class="what">
      <a class="thing-name" href=${to('notices', one.activity.split('/'))}>
        <b>${words.of('activityKind', notice.kind)}</b> ${inALine(view, notice.what)} ${icon('onward')}
      </a>
      <p>${inALine(view, notice.place)}</p>
      <p class="quiet small">
        ${onDay(view, notice.from)} <bdi>–</bdi> ${onDay(view, notice.until)} · ${atAllWalls(view, notice.from)} ·
        <bdi class="code">${one.activity}</bdi>
      </p>
    </div>
    <div class="stands">
      <p class="row">${marks(view, one)}</p>
      ${isLive && !ours && !one.acknowledgedBy.includes(view.ours.id) ? html`<p class="wants">${words.text('notices.noteIt')}</p>` : nothing}
      ${one.warnings.some((warning) => !warning.deconflicted)
        ? html`<p class="near">${icon('alert')} ${words.text('notices.near', {count: one.warnings.filter((warning) => !warning.deconflicted).length})}</p>`
        : nothing}
    </div>
  </li>`;
}

/**
 * How far it is, who took note, and whether the notice was short.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Activity} one
 */
export function marks(view, one) {
  const {words, clocks} = view;
  const others = view.parties.filter((party) => party.id !== one.party);
  return html`<span class="tag stage ${one.stage}">${words.of('activityStage', one.stage)}</span>
    ${one.changes ? html`<span class="tag">${words.text('notices.changed', {count: one.changes})}</span>` : nothing}
    ${one.isFinal ? nothing : html`<span class="tag dashed">${words.text('notices.notFinal')}</span>`}
    ${one.stage === 'cancelled'
      ? nothing
      : others.map(
          (party) => html`<span class="tag ${one.acknowledgedBy.includes(party.id) ? '' : 'dashed'}">
            ${words.text(one.acknowledgedBy.includes(party.id) ? 'notices.noted' : 'notices.notNoted', {side: view.nameOf(party)})}
          </span>`,
        )}
    ${one.longerBySeconds && one.stage !== 'cancelled'
      ? html`<span class="tag warn">${words.text('deconfliction.longer', {length: clocks.length(one.longerBySeconds * 1_000)})}</span>`
      : nothing}
    ${one.shortBySeconds && one.stage !== 'cancelled'
      ? html`<span class="tag warn">${words.text('deconfliction.short', {length: clocks.length(one.shortBySeconds * 1_000)})}</span>`
      : nothing}`;
}
