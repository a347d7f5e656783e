import {svg} from '../../lib/lit-html/lit-html.js';

/** Lengths that a scale may have, in metres. */
const LENGTHS = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000];

/**
 * The scale of a drawn map, at its lower left in every language: a round length, no longer than `most`, and its words, which
 * begin at its left whichever way they are read.
 * @param {import('../app/view.js').View} view
 * @param {object} map
 * @param {number} map.metre how long a metre is in the drawing
 * @param {number} map.height of the drawing
 * @param {number} map.most the longest it may be, in units of the drawing
 */
export function scaleBar({words}, {metre, height, most}) {
  const length = LENGTHS.findLast((one) => one * metre < most) ?? LENGTHS[0];
  const text =
    length < 1_000
      ? words.text('map.scaleM', {m: words.number(length)})
      : words.text('map.scaleKm', {km: words.number(length / 1_000)});
  const {direction} = words.rules;
  return svg`<path class="scale-of-map" d="M12 ${(height - 14).toFixed(0)}v4h${(length * metre).toFixed(1)}v-4" />
    <text x="12" y=${(height - 20).toFixed(0)} direction=${direction} text-anchor=${direction === 'rtl' ? 'end' : 'start'}>${text}</text>`;
}
