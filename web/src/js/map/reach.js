import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {to} from '../app/route.js';

/**
 * Where the first ready own unit is within some times: asked for by a button beside the legend, drawn on the map, and said
 * beside it in words and figures. Steps of one tone and labels on their edges, so nothing hangs on a hue.
 */

const PATH = '/travel/isochrones';
const MINUTE = 60_000;

/** How many tones the style sheet has. */
const STEPS = 4;

/** @param {import('../app/view.js').View} view */
export const isReachShown = (view) => Boolean(view.draft('ground').reach);

/**
 * What was read of it, once somebody wants to see it.
 * @param {import('../app/view.js').View} view
 * @returns {import('../app/types.js').Isochrones | undefined}
 */
export const reachOf = (view) => (isReachShown(view) ? view.feed.read(PATH).data : undefined);

/**
 * @param {import('../app/view.js').View} view
 * @returns {import('./border-map.js').ReachMark[]} the longest time first, so that shorter ones lie over it
 */
export function reachMarks(view) {
  return (reachOf(view)?.isochrones ?? [])
    .map(({minutes, edges}, step) => ({step: Math.min(step, STEPS - 1), label: view.clocks.length(minutes * MINUTE), edges}))
    .reverse();
}

/** @param {import('../app/view.js').View} view */
export function reachLegend(view) {
  const {words} = view;
  const isShown = isReachShown(view);
  return html`<div class="reach-legend">
    <button
      class="small"
      data-reach
      aria-pressed=${isShown}
      @click=${() => view.act.edit('ground', {reach: !isShown})}
    >
      ${words.text('reach.show')}
    </button>
    ${isShown ? said(view) : nothing}
  </div>`;
}

/** @param {import('../app/view.js').View} view */
function said(view) {
  const {words, clocks, feed} = view;
  const reading = feed.read(PATH);
  const reach = reachOf(view);
  if (!reach) {
    return reading.refused ? html`<p>${words.text('reach.none')}</p>` : nothing;
  }
  if (reach.isochrones.length === 0) {
    return html`<p>${words.text('reach.noGround')}</p>`;
  }
  return html`<ul>
      ${reach.isochrones.map(
        ({minutes, km2}, step) => html`<li>
          <svg class="reach-sign step-${Math.min(step, STEPS - 1)}" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
            <path d="M1 1h22v14H1z" />
          </svg>
          <span>
            ${words.rich(step === TARGET ? 'reach.target' : 'reach.within', {length: clocks.length(minutes * MINUTE)})}:
            <b class="figure">${words.rich('reach.area', {km2})}</b>
          </span>
        </li>`,
      )}
    </ul>
    <p>
      ${words.text('reach.units', {n: reach.units})} ${reach.standing === 'other' ? words.text('reach.other') : nothing}
      ${words.text('reach.own')} <a href=${to('posture')}>${words.text('reach.table')}</a>
    </p>`;
}

/** Which of the times is the target itself: the first is half of it. */
const TARGET = 1;
