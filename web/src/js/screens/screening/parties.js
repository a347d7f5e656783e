import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {openHold} from './decide-dialogs.js';
import {bySide, decides, toParty} from './known.js';
import {eyes, nameOf, standing} from './marks.js';

/**
 * Everybody of whom a side has said something, with how both stand to them.
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 */
export function parties(view, board) {
  const {words} = view;
  const state = view.route.query.get('state') === 'waiting' ? 'waiting' : 'all';
  const cursor = view.route.query.get('cursor') ?? '';
  const reading = view.feed.read(`/screening/parties?state=${state}&limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  const page = reading.data;
  return html`<section class="panel">
    <header>
      <h2 id="parties">${words.text('screenedParties.title')}</h2>
      <nav class="choice" aria-label=${words.text('screenedParties.which')}>
        ${['all', 'waiting'].map(
          (one) => html`<a class="tab" href=${to('screening', [], {state: one === 'all' ? '' : one})} aria-current=${one === state ? 'true' : nothing}>${words.of('screeningWhich', one)}</a>`,
        )}
      </nav>
      ${decides(view) ? html`<button class="push" data-offer="hold" @click=${() => openHold(view, board)}>${words.text('screeningDesk.offer.hold')}</button>` : nothing}
    </header>
    ${refusal(view, page && reading.refused)}
    ${page ? (page.items.length ? table(view, page, state) : html`<p class="none">${words.text('screenedParties.none')}</p>`) : notHere(view, reading)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} page of the contract: `ScreenedPage`
 * @param {string} state
 */
function table(view, page, state) {
  const {words} = view;
  return html`<div class="body scroll" tabindex="0" role="region" aria-labelledby="parties">
      <table class="screened">
        <thead>
          <tr>
            <th scope="col">${words.text('screenedParties.party')}</th>
            ${view.parties.map((party) => html`<th scope="col">${side(view, party.id)} ${view.nameOf(party)}</th>`)}
            <th scope="col">${words.text('screenedParties.signing')}</th>
          </tr>
        </thead>
        <tbody>
          ${page.items.map((/** @type {any} */ one) => row(view, one))}
        </tbody>
      </table>
    </div>
    ${page.next
      ? html`<p class="pager row">
          ${words.text('screenedParties.of', {count: page.items.length, total: page.total})} <a class="button" href=${to('screening', [], {state, cursor: page.next})}>${words.text('screenedParties.next')}</a>
        </p>`
      : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} one of the contract: `ScreenedParty`
 */
function row(view, one) {
  const {words} = view;
  return html`<tr>
    <th scope="row"><a href=${toParty(one.subject)}><bdi>${one.subject}</bdi></a></th>
    ${view.parties.map(({id}) => html`<td>${ofSide(view, bySide(one, id))}</td>`)}
    <td>${one.objection ? html`<span class="quiet">${words.text('screenedParties.draftOnly')}</span>` : html`<b>${words.text('screenedParties.maySign')}</b>`}</td>
  </tr>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} side of the contract: `ScreenedBySide`
 */
function ofSide(view, side) {
  const {words} = view;
  if (!side) {
    return nothing;
  }
  const {held, proposal, decided, confirmed} = side;
  return html`<p class="row">${standing(view, side.standing)}</p>
    ${held ? html`<p class="small quiet">${words.rich('screenedParties.heldBy', {officer: nameOf(held)})}</p>` : nothing}
    ${confirmed && !held
      ? html`<p class="small quiet">${eyes(view, 2)} ${words.rich('screenedParties.decidedBy', {status: words.of('screeningStatus', decided.body.status), first: nameOf(decided), second: nameOf(confirmed)})}</p>`
      : nothing}
    ${proposal ? html`<p class="small">${eyes(view, 1)} ${words.rich('screenedParties.proposedBy', {status: words.of('screeningStatus', proposal.body.status), officer: nameOf(proposal)})}</p>` : nothing}`;
}
