import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toClaim} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {side} from '../../parts/side.js';
import {atLength} from '../../parts/times.js';

/**
 * Claims that were sealed, and what became of each promise: who seals many and shows the lucky one is seen doing it.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
export function seals(view, board) {
  const {words} = view;
  return board.sealedClaims.length
    ? html`<section class="panel seals">
        <header><h2>${words.text('seals.title')}</h2></header>
        <ul class="lines">
          ${board.sealedClaims.map((/** @type {any} */ seal) => sealed(view, seal))}
        </ul>
      </section>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} seal
 */
function sealed(view, seal) {
  const {words, act} = view;
  return html`<li data-seal=${seal.seal}>
    <p class="row">
      ${side(view, seal.party)} ${icon('lock')} <b>${words.of('sealStage', seal.stage)}</b>
      ${seal.shownAt ? html`<a href=${toClaim(seal.seal)}><bdi class="code">${seal.seal}</bdi></a>` : html`<bdi class="code">${seal.seal}</bdi>`}
      ${seal.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`}
      ${seal.openable && view.may('investigator', 'clerk')
        ? html`<button class="small push" data-act="reveal" @click=${() => act.open('reveal-claim', {seal, refused: undefined})}>${words.text('revealClaim.open')}</button>`
        : nothing}
    </p>
    <p class="quiet small">
      ${words.rich('seals.line', {sealed: atLength(view, seal.sealedAt), due: atLength(view, seal.revealBy)})}
      ${seal.shownAt ? words.rich('seals.shown', {time: atLength(view, seal.shownAt)}) : nothing}
    </p>
    <p><bdi class="code hash">${seal.commitment}</bdi></p>
  </li>`;
}
