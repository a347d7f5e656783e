import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {dayInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {side} from '../../parts/side.js';
import {decides, listsOf} from './known.js';
import {openEndList, openTakeList} from './list-dialogs.js';

const SECOND = 1_000;

/**
 * By which lists each side goes. The other side's are known by their date and hash, and by nothing of what is in them.
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 */
export function lists(view, board) {
  const {words, clocks} = view;
  return html`<section class="panel" aria-labelledby="lists">
    <header>
      <h2 id="lists">${words.text('screeningLists.title')}</h2>
      <span class="quiet">${words.text('screeningLists.means', {length: clocks.length(board.listAgeSeconds * SECOND), score: board.threshold, edition: board.edition})}</span>
    </header>
    <div class="both">${view.parties.map(({id}) => ofSide(view, board, id))}</div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {string} party
 */
function ofSide(view, board, party) {
  const {words} = view;
  const known = listsOf(board, party);
  return html`<section aria-label=${view.nameOf(view.party(party))}>
    <h3>${side(view, party)} ${view.nameOf(view.party(party))}</h3>
    ${known.length
      ? html`<ul class="lists">
          ${known.map((one) => list(view, board, party, one))}
        </ul>`
      : html`<p class="quiet">${words.text('screeningLists.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {string} party
 * @param {any} one of the contract: `ScreeningList`
 */
function list(view, board, party, {taken, ageSeconds, isStale, staleAt}) {
  const {words, clocks} = view;
  const {list: known} = taken.body;
  const acts = party === view.ours.id && decides(view);
  return html`<li class=${isStale ? 'stale' : ''}>
    <p class="row">
      <b>${words.of('listSource', known.source)}</b>
      <span class="tag ${isStale ? 'warn' : 'good'}">${icon(isStale ? 'clock' : 'check')} ${words.text(isStale ? 'screeningLists.isStale' : 'screeningLists.isGood')}</span>
    </p>
    <dl class="rests">
      <div>
        <dt>${words.text('screeningLists.dated')}</dt>
        <dd>${dayInWords(view, known.dated)}</dd>
      </div>
      <div>
        <dt>${words.text('screeningLists.taken')}</dt>
        <dd>
          ${words.text('screeningLists.ago', {length: clocks.length(ageSeconds * SECOND)})}
          ${isStale ? nothing : html`<span class="quiet">${words.text('screeningLists.goodFor', {length: clocks.length(Date.parse(staleAt) - view.now)})}</span>`}
          <a class="code" href=${toEntry(taken.entry)}><bdi>${taken.entry}</bdi></a>
        </dd>
      </div>
      <div>
        <dt>${words.text('screeningLists.entities')}</dt>
        <dd>${words.number(known.entities)}</dd>
      </div>
      <div>
        <dt>${words.text('screeningLists.hash')}</dt>
        <dd><bdi class="code hash">${known.sha256}</bdi></dd>
      </div>
    </dl>
    ${acts
      ? html`<p class="row">
          <button class="small" data-offer="newer" @click=${() => openTakeList(view, board, known)}>${words.text('screeningDesk.offer.newer')}</button>
          ${known.source === 'un' ? nothing : html`<button class="small" data-offer="end-list" @click=${() => openEndList(view, known)}>${words.text('screeningDesk.offer.endList')}</button>`}
        </p>`
      : nothing}
  </li>`;
}
