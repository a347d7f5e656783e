import {html} from '../../lib/lit-html/lit-html.js';

/**
 * A position, always left to right: `29.0148 N 61.4496 E`. Four decimals are about 11 m, finer than any report.
 * @param {import('../app/types.js').Position} position
 */
export function coordinates({lat, lon}) {
  return html`<bdi class="code">${degrees(lat, 'N', 'S')} ${degrees(lon, 'E', 'W')}</bdi>`;
}

/**
 * @param {number} value
 * @param {string} positive
 * @param {string} negative
 */
function degrees(value, positive, negative) {
  return `${Math.abs(value).toFixed(4)} ${value < 0 ? negative : positive}`;
}
