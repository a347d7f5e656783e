import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';

/** Width and height of a bar, in units of the drawing. */
const [WIDTH, HEIGHT] = [160, 14];

/**
 * A share as a bar beside the figure that says the same: the first of two filled, the second an outline, so that they
 * differ without colour.
 *
 * @param {number} part
 * @param {number} whole what fills the whole width
 * @param {'first' | 'second'} kind
 * @param {number} [sure] as much of it as is certain, drawn as a line within it
 */
export function bar(part, whole, kind, sure) {
  const width = whole ? (WIDTH * part) / whole : 0;
  return html`<svg class="share-bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="base" d="M0 ${HEIGHT - 0.5}h${WIDTH}" />
    <rect class=${kind} x="0.75" y="2" width=${Math.max(0, width - 1.5).toFixed(1)} height=${HEIGHT - 4} />
    ${sure ? svg`<path class="sure" d="M${((WIDTH * sure) / whole).toFixed(1)} 0v${HEIGHT}" />` : nothing}
  </svg>`;
}
