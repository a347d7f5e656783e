import {html, svg} from '../../../lib/lit-html/lit-html.js';
import {latinDigits} from '../../time/walls.js';
import {QUARTERS, timeOf} from './day-chart.js';

/** The tariff bands of a day: as a person types them, one a line, and as they are signed. */

/** Most stretches of a day. */
const MOST = 16;

const NAME_MAX = 16;

/** Minutes in a quarter. */
const MINUTES = 15;

/**
 * `17:00 peak`: from when on, and its name; ascending, the first from midnight. Nothing where it is no day.
 * @param {string | undefined} typed
 * @returns {{from: number, name: string}[] | undefined}
 */
export function readBands(typed = '') {
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean);
  const bands = lines.map((line) => {
    const [, hour, minute, name = ''] = /^([\d۰-۹٠-٩]{1,2}):([\d۰-۹٠-٩]{2})\s+(\S.*)$/.exec(line) ?? [];
    const minutes = hour === undefined ? NaN : Number(latinDigits(hour)) * 60 + Number(latinDigits(minute));
    return {from: minutes / MINUTES, name: name.trim()};
  });
  const isDay =
    bands.length > 0 &&
    bands.length <= MOST &&
    bands[0].from === 0 &&
    bands.every(({from, name}, i) => Number.isInteger(from) && from < QUARTERS && name && [...name].length <= NAME_MAX && (i === 0 || from > bands[i - 1].from));
  return isDay ? bands : undefined;
}

/** @param {{from: number, name: string}[]} bands */
export const writtenBands = (bands) => bands.map(({from, name}) => `${timeOf(from)} ${name}`).join('\n');

/** The drawing, in its units: a quarter of an hour is ten wide. */
const [WIDE, HIGH] = [QUARTERS * 10, 28];

/**
 * The day from left to right with its bands, and the same in words. Bands of one name are one, and look alike.
 * @param {import('../../app/view.js').View} view
 * @param {{from: number, name: string}[]} bands
 */
export function bandStrip(view, bands) {
  const {words} = view;
  const names = [...new Set(bands.map(({name}) => name))];
  const until = (/** @type {number} */ i) => bands[i + 1]?.from ?? QUARTERS;
  return html`<div class="band-strip">
    <svg viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" aria-hidden="true">
      ${bands.map(({from, name}, i) => svg`<rect class="band-${names.indexOf(name) % 4}" x=${from * 10} y="0" width=${(until(i) - from) * 10} height=${HIGH} />`)}
    </svg>
    <ul class="row" aria-label=${words.text('lineForm.bands')}>
      ${bands.map(
        ({from, name}, i) => html`<li><i class="key band-${names.indexOf(name) % 4}"></i> <bdi>${name}</bdi> <bdi class="quiet figure" dir="ltr">${timeOf(from)}–${timeOf(until(i))}</bdi></li>`,
      )}
    </ul>
  </div>`;
}
