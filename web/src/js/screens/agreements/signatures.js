import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {side} from '../../parts/side.js';
import {atAllWalls, bothDates} from '../../parts/times.js';

/**
 * Who signed an act for either side, in the order of the act and of one size, as at the foot of a treaty.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 */
export function signaturesOnPaper(view, act) {
  const {words} = view;
  return html`<section class="signatures-on-paper">
    ${act.sides.map(
      (one) => html`<div>
        <h2>${side(view, one.party)} ${words.rich('actPaper.signed', {side: view.nameOf(view.party(one.party))})}</h2>
        ${one.signed.map((signature) => signed(view, signature))}
        ${one.signed.length ? nothing : html`<p>${words.text('agreement.noSignature')}</p>`}
      </div>`,
    )}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActAssent} signature
 */
function signed(view, {by, role, delegation, at, entry}) {
  const {words} = view;
  return html`<p>
    <b>${words.of('role', role)}</b> · <bdi class="code">${entry}</bdi><br />
    ${delegation ? html`${words.rich('agreement.lentBy', {entry: html`<bdi class="code">${delegation}</bdi>`})}<br />` : nothing}
    ${bothDates(view, at)} · ${atAllWalls(view, at)}<br />
    <bdi class="code small">${by.officer ?? ''}</bdi>
  </p>`;
}
