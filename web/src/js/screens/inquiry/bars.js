import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toClaim} from '../../app/route.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {spanOf, stateMark} from './board.js';
import {rangeOf, rowName} from './values.js';

/**
 * Counts and times as intervals: all bars of a row on one axis, each with its as-of time, then what is in everything the
 * sides hold to, and from the least to the most that anybody says. There is no mean, and no bar is longer for being
 * believed (protocol clause 09-8.5).
 *
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
export function barsOf(view, board) {
  const {words} = view;
  const rows = board.rows.filter((/** @type {any} */ row) => row.bars.length);
  return rows.length
    ? html`<div class="stack">${rows.map((/** @type {any} */ row) => chart(view, row))}</div>`
    : html`<section class="panel"><p class="empty">${words.text('bars.none')}</p></section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} row
 */
function chart(view, row) {
  const {words} = view;
  const axis = axisOf(row);
  const {overlap, envelope} = row.joint;
  return html`<section class="panel chart" data-row=${row.row}>
    <header><h2>${rowName(view, row)}</h2>${stateMark(view, row.state)}</header>
    <div class="body">
      <p class="scale" aria-hidden="true" dir="ltr">
        <span>${end(view, row, axis.low)}</span><span>${end(view, row, axis.high)}</span>
      </p>
      <ul class="bars-list">
        ${row.earlierBars ? html`<li class="hint">${words.text('bars.earlier', {count: row.earlierBars})}</li>` : nothing}
        ${row.bars.map(
          (/** @type {any} */ bar) => html`<li class="bar-line ${bar.standing ? '' : 'struck'} ${bar.behalf === 'own' ? '' : 'outside'}" data-bar=${bar.claim}>
            <p class="bar-label">
              ${side(view, bar.party)} ${bar.behalf === 'own' ? nothing : html`<span dir="auto">${plainly(bar.sources.join(', '))}</span>`}
              ${bar.standing ? spanOf(view, row.type, bar.low, bar.high) : html`<s>${spanOf(view, row.type, bar.low, bar.high)}</s>`}
              ${bar.best === undefined ? nothing : html`<span class="best">${words.text('value.best', {best: bar.best})}</span>`}
              <span class="quiet small">${words.rich('claim.asOf', {time: atLength(view, bar.asOf)})}</span>
              <a class="quiet small" href=${toClaim(bar.claim)}><bdi class="code">${bar.claim}</bdi></a>
            </p>
            ${stroke(axis, bar.low, bar.high, 'span')}
          </li>`,
        )}
        ${overlap
          ? html`<li class="bar-line together" data-line="overlap">
              <p class="bar-label"><b>${words.text('board.overlap')}</b> ${spanOf(view, row.type, overlap.low, overlap.high)}</p>
              ${stroke(axis, overlap.low, overlap.high, 'span overlap')}
            </li>`
          : html`<li class="bar-line together"><p class="bar-label quiet">${words.text('bars.noOverlap')}</p></li>`}
        ${envelope
          ? html`<li class="bar-line together" data-line="envelope">
              <p class="bar-label">
                <b>${words.text('board.envelope')}</b> ${spanOf(view, row.type, envelope.low, envelope.high)}${envelope.openAbove ? words.text('board.orMore') : nothing}
              </p>
              ${stroke(axis, envelope.low, envelope.openAbove ? undefined : envelope.high, 'span envelope')}
            </li>`
          : nothing}
      </ul>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} row
 * @param {number} at
 */
const end = (view, row, at) => (row.type === 'interval' ? html`<bdi>${view.clocks.zuluStamp(at)}</bdi>` : rangeOf(view, Math.round(at), Math.round(at)));

/**
 * From the least to the most that is drawn, with a little room; counts begin at nothing, times do not.
 * @param {any} row
 */
function axisOf(row) {
  const ends = row.bars.flatMap((/** @type {any} */ bar) => [bar.low, bar.high ?? bar.low, bar.best ?? bar.low]);
  const high = Math.max(...ends);
  const low = row.type === 'interval' ? Math.min(...ends) : 0;
  return {low, high: Math.max(high, low + 1)};
}

/**
 * @param {{low: number, high: number}} axis
 * @param {number} low
 * @param {number | undefined} high
 * @param {string} kind
 */
function stroke(axis, low, high, kind) {
  const share = (/** @type {number} */ at) => ((at - axis.low) / (axis.high - axis.low)) * 100;
  const from = share(low);
  const to = high === undefined ? 100 : share(high);
  return html`<svg class="stroke" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" data-low=${low} data-high=${high ?? ''}>
    <path class="axis-line" d="M0 11.5h100" />
    <rect class="${kind} ${high === undefined ? 'open' : ''}" x=${Math.min(from, 99.2)} y="2" width=${Math.max(0.8, to - from)} height="7" />
  </svg>`;
}
