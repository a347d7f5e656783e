import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {isOpen} from '../../app/agreements.js';
import {toAct} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {signingOf} from '../agreements/signing.js';

/** A joint act of a matter: how far it is, and what can be signed. */

/**
 * Stage of an act, and the way to its signatures.
 * @param {import('../../app/view.js').View} view
 * @param {any} act
 */
export function actLine({words}, act) {
  return html`<span class="tag stage ${act.stage}">${words.of('actStage', act.stage)}</span>
    ${act.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`}
    <a class="to-act push" href=${toAct(act.act)}>${words.text('together.sign')} <bdi class="code">${act.act}</bdi> ${icon('onward')}</a>`;
}

/**
 * Who proposed an act that waits, and what this officer can do about it.
 * @param {import('../../app/view.js').View} view
 * @param {any} act
 * @param {unknown} [more] buttons
 */
export function actSigning(view, act, more = nothing) {
  return isOpen(act)
    ? html`<p class="row signing">
        <span class="quiet">${view.words.rich('together.proposedBy', {side: view.nameOf(view.party(act.proposer))})}</span>
        ${signingOf(view, act.act)} ${more}
      </p>`
    : nothing;
}
