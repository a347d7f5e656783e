import {html, svg} from '../../../lib/lit-html/lit-html.js';

/**
 * Lengths on one axis, from nothing to the largest: what a table says, seen at a glance. Each is labelled, and told from
 * its neighbours by its pattern, never by a hue.
 *
 * @typedef {'solid' | 'open' | 'hatched' | 'faint' | 'none'} Look
 */

const WIDE = 240;
const HIGH = 12;

/** Between two strokes. */
const HATCH = 3;

/**
 * @param {{label: unknown, text: unknown, value: number, look: Look}[]} items
 */
export function barList(items) {
  const most = Math.max(1, ...items.map(({value}) => value));
  return html`<ul class="bar-list">
    ${items.map(
      ({label, text, value, look}) => html`<li>
        <p class="row spread"><span>${label}</span> <b class="figure">${text}</b></p>
        ${bar([{value, look}], most)}
      </li>`,
    )}
  </ul>`;
}

/**
 * Parts of a whole, one behind the other; a mark stands where something is aimed at. Its words stand beside it.
 * @param {{value: number, look: Look}[]} parts
 * @param {number} whole
 * @param {number} [aim]
 */
export function bar(parts, whole, aim = 0) {
  const scale = WIDE / Math.max(1, whole);
  let from = 0;
  return html`<svg class="lengths" viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" x="0.5" y="0.5" width=${WIDE - 1} height=${HIGH - 1} />
    ${parts.map(({value, look}) => {
      const at = from;
      const width = Math.min(WIDE - at, Math.max(0, value) * scale);
      from += width;
      return width > 0 ? part(at, width, look) : svg``;
    })}
    ${aim > 0 ? ['aim ground', 'aim'].map((look) => svg`<path class=${look} d="M${Math.min(WIDE - 1, aim * scale)} 0V${HIGH}" />`) : svg``}
  </svg>`;
}

/**
 * A look by itself, for a legend.
 * @param {Look} look
 */
export function swatch(look) {
  return html`<svg class="lengths swatch" viewBox="0 0 14 ${HIGH}" aria-hidden="true">
    <rect class="whole" x="0.5" y="0.5" width="13" height=${HIGH - 1} />
    ${part(0, 14, look)}
  </svg>`;
}

/**
 * @param {number} at
 * @param {number} width
 * @param {Look} look
 */
function part(at, width, look) {
  const strokes = [];
  for (let x = at + HATCH; look === 'hatched' && x < at + width; x += HATCH) {
    strokes.push(`M${x} 0V${HIGH}`);
  }
  return svg`<rect class=${look} x=${at} y="0" width=${width} height=${HIGH} /><path class="strokes" d=${strokes.join('')} />`;
}
