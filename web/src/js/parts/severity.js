import {html, svg} from '../../lib/lit-html/lit-html.js';

/**
 * How urgent: shape and letters first, hue third, so that no one who sees no hue misses anything.
 * Octagon, diamond, triangle, circle, square from P1 to P5.
 */

/** @type {Record<import('../app/types.js').Priority, {outline: string, baseline: number}>} */
const SHAPES = {
  P1: {outline: 'M9 1h12l8 8v12l-8 8H9l-8-8V9z', baseline: 19.2},
  P2: {outline: 'M15 0l15 15-15 15L0 15z', baseline: 19.2},
  P3: {outline: 'M15 1.5 29.5 27.5H.5z', baseline: 23.5},
  P4: {outline: 'M15 1a14 14 0 1 1 0 28 14 14 0 0 1 0-28z', baseline: 19.2},
  P5: {outline: 'M3 3h24v24H3z', baseline: 19.2},
};

/** The shape alone, for places that draw their own frame, such as the map. */
export const outlineOf = (/** @type {import('../app/types.js').Priority} */ priority) => SHAPES[priority].outline;

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Priority} priority
 */
export function severity(view, priority) {
  const {outline, baseline} = SHAPES[priority];
  return html`<svg
    class="severity ${priority.toLowerCase()}"
    viewBox="0 0 30 30"
    role="img"
    aria-label=${view.words.of('priority', priority)}
  >
    <path d=${outline} />
    ${svg`<text x="15" y=${baseline} direction="ltr">${priority}</text>`}
  </svg>`;
}
