import {html} from '../../../lib/lit-html/lit-html.js';
import {amountOf} from '../../parts/amount.js';
import {icon} from '../../parts/icon.js';
import {side} from '../../parts/side.js';
import {percent} from './known.js';

/** Up to here a match is called as good as the best, in millionths: half a per cent. */
const CLOSE = 5_000;

/**
 * How good a match is proven to be, in words that need no mathematics.
 *
 * @param {import('../../app/view.js').View} view
 * @param {{value: number, bound: number, gapPpm: number}} match
 * @param {string} unit
 */
export function certificate(view, {value, bound, gapPpm}, unit) {
  const {words} = view;
  const how = gapPpm === 0 ? 'best' : gapPpm <= CLOSE ? 'close' : 'wide';
  const money = (/** @type {number} */ units) => html`<bdi class="figure">${amountOf(view, units, unit)}</bdi>`;
  return html`<div class="certificate" data-how=${how}>
    <p class="badge">${icon('shield')} <b>${words.text(`certificate.${how}`, {percent: percent(view, gapPpm)})}</b></p>
    <dl class="sums">
      <div>
        <dt>${words.text('certificate.value')}</dt>
        <dd class="big">${money(value)}</dd>
      </div>
      <div>
        <dt>${words.text('certificate.bound')}</dt>
        <dd>${money(bound)}</dd>
      </div>
      <div>
        <dt>${words.text('certificate.gap')}</dt>
        <dd>${money(bound - value)} · <bdi>${words.text('certificate.percent', {percent: percent(view, gapPpm)})}</bdi></dd>
      </div>
    </dl>
    <p class="hint">${words.text(`certificate.${how}Means`)}</p>
  </div>`;
}

/**
 * What the node of each side has made of it.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketMatchAct} match
 */
export function checks(view, {checks: all}) {
  const {words} = view;
  return all.map(({party, said, objection}) =>
    objection
      ? html`<span class="tag warn">${side(view, party)} ${words.text('check.fails', {why: words.of('refusal', objection)})}</span>`
      : html`<span class="tag ${said === 'waiting' && party !== view.ours.id ? 'dashed' : ''}"
          >${side(view, party)} ${said === 'waiting' ? words.text(party === view.ours.id ? 'check.holdsHere' : 'check.waiting') : words.text('check.holds')}</span
        >`,
  );
}
