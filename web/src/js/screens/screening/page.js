import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {barterHead} from '../barter/head.js';
import {decides} from './known.js';
import {licences} from './licences.js';
import {openTakeList} from './list-dialogs.js';
import {lists} from './lists.js';
import {openLook} from './look-dialog.js';
import {lookBack} from './look-back.js';
import {own} from './own.js';
import {parties} from './parties.js';
import {party} from './party.js';
import {waiting} from './waiting.js';

/**
 * The compliance desk; or one party, where the address names it.
 * @param {import('../../app/view.js').View} view
 */
export function screening(view) {
  const {words} = view;
  const [what, subject] = view.route.rest;
  const reading = view.feed.read('/screening');
  if (what === 'party' && subject) {
    return party(view, reading, subject);
  }
  const board = reading.data;
  return html`${barterHead(view, 'screening', board && decides(view) ? acts(view, board) : nothing)}
    ${limits(view)} ${refusal(view, board && reading.refused)}
    ${board
      ? html`<div class="stack desk">
          ${waiting(view, board)} ${lists(view, board)} ${parties(view, board)} ${decides(view) ? own(view) : nothing} ${lookBack(view)} ${licences(view, board, board.licences)}
        </div>`
      : notHere(view, reading)}`;
}

/**
 * What screening is not, which every page of it says.
 * @param {import('../../app/view.js').View} view
 */
export function limits({words}) {
  return html`<p class="lead limits">${words.text('screeningDesk.notLawful')} ${words.text('screeningDesk.noPersons')}</p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
function acts(view, board) {
  const {words} = view;
  return html`<span class="row push">
    <button data-offer="look" @click=${() => openLook(view)}>${icon('search')} ${words.text('screeningDesk.offer.look')}</button>
    <button class="first" data-offer="list" @click=${() => openTakeList(view, board)}>${words.text('screeningDesk.offer.list')}</button>
  </span>`;
}
