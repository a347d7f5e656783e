import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {megawattHours} from './goods.js';

/**
 * A day of a line as a drawing: what both had scheduled as a stair, what the two meters say as two lines of different
 * stroke, quarters without a figure hatched, and below how far what counts was from the schedule.
 */

/** Quarters of an hour in a day of the account, which has an offset and no zone. */
export const QUARTERS = 96;

/** The drawing, in its units: what flowed, and below it the deviation. */
const [WIDTH, HIGH, LOW, LEFT, RIGHT, TOP] = [960, 220, 70, 80, 26, 30];
const FOOT = 24;
const HEIGHT = TOP + HIGH + 16 + LOW + FOOT;

/** A line on the drawing every so many quarters: four hours. */
const HOURS = 16;

/**
 * The time at which a quarter begins: `04:15`.
 * @param {number} quarter
 */
export const timeOf = (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** @param {number} quarter */
const x = (quarter) => LEFT + (quarter / QUARTERS) * (WIDTH - LEFT - RIGHT);

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
export function dayChart(view, known) {
  const {words} = view;
  const {exporter, importer} = known.line.of;
  const agreed = known.schedule === 'agreed' ? known.schedules[0].quarters : undefined;
  const sending = known.meters.find(({party}) => party === exporter);
  const receiving = known.meters.find(({party}) => party === importer);
  const most = Math.max(1, ...known.schedules.flatMap(({quarters}) => quarters), ...known.meters.flatMap(({filled}) => filled)) * 1.08;
  const y = (/** @type {number} */ wattHours) => TOP + HIGH - (wattHours / most) * HIGH;
  return html`<svg class="chart day-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label(view, known)} direction="ltr">
      <defs>
        <pattern id="hatch" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><path class="hatching" d="M0 0V6" /></pattern>
      </defs>
      ${bands(known.line.terms.bands)} ${axes(view, most, y)}
      ${known.close.holes.map((hole) =>
        hole.kind === 'quarters'
          ? svg`<rect class="hole" x=${x(hole.from ?? 0)} y=${TOP} width=${x((hole.from ?? 0) + (hole.count ?? 0)) - x(hole.from ?? 0)} height=${HIGH} fill="url(#hatch)" />`
          : nothing,
      )}
      ${agreed ? svg`<path class="scheduled" d=${stair(agreed, y, TOP + HIGH)} />` : nothing}
      ${sending ? svg`<polyline class="first-line" points=${points(sending.filled, y)} />` : nothing}
      ${receiving ? svg`<polyline class="second-line" points=${points(receiving.filled, y)} />` : nothing}
      ${agreed && known.accepted && known.close.isTolerated ? deviations(view, known.accepted, agreed) : nothing}
    </svg>
    <ul class="legend">
      ${agreed ? html`<li>${key(svg`<path class="scheduled" d="M1 15V6H29V15" />`)} ${words.text('energyDay.agreed')}</li>` : nothing}
      <li>${key(svg`<path class="first-line" d="M1 8H29" />`)} ${words.rich('energyDay.meterOf', {side: view.nameOf(view.party(exporter))})}</li>
      <li>${key(svg`<path class="second-line" d="M1 8H29" />`)} ${words.rich('energyDay.meterOf', {side: view.nameOf(view.party(importer))})}</li>
      ${known.close.holes.length ? html`<li>${key(svg`<rect class="hole" x="1" y="1" width="28" height="14" fill="url(#hatch)" />`)} ${words.text('energyDay.noFigure')}</li>` : nothing}
    </ul>`;
}

/** @param {unknown} shape */
const key = (shape) => html`<svg class="chart key" viewBox="0 0 30 16" aria-hidden="true">${shape}</svg>`;

/**
 * @param {number[]} quarters
 * @param {(wattHours: number) => number} y
 */
const points = (quarters, y) => quarters.map((wattHours, i) => `${x(i + 0.5).toFixed(1)},${y(wattHours).toFixed(1)}`).join(' ');

/**
 * @param {number[]} quarters
 * @param {(wattHours: number) => number} y
 * @param {number} ground
 */
const stair = (quarters, y, ground) =>
  `M${x(0)} ${ground}${quarters.map((wattHours, i) => `V${y(wattHours).toFixed(1)}H${x(i + 1).toFixed(1)}`).join('')}V${ground}Z`;

/** @param {{from: number, name: string}[]} all */
function bands(all) {
  return all.map(({from, name}, i) => {
    const until = all[i + 1]?.from ?? QUARTERS;
    return svg`<path class="band-edge" d="M${x(from)} ${TOP - 12}V${TOP + HIGH}" />
      ${until - from > 6 ? svg`<text class="band-name" x=${(x(from) + x(until)) / 2} y=${TOP - 8} text-anchor="middle">${name}</text>` : nothing}`;
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} most
 * @param {(wattHours: number) => number} y
 */
function axes(view, most, y) {
  const step = niceStep(most / 4);
  const levels = Array.from({length: Math.floor(most / step) + 1}, (_, i) => i * step);
  return svg`${levels.map(
    (level) => svg`<path class="grid" d="M${LEFT} ${y(level)}H${WIDTH - RIGHT}" /><text x=${LEFT - 8} y=${y(level) + 4} text-anchor="end">${megawattHours(view, level)}</text>`,
  )}
  ${Array.from({length: QUARTERS / HOURS + 1}, (_, i) => svg`<text x=${x(i * HOURS)} y=${HEIGHT - 6} text-anchor="middle">${timeOf(i * HOURS)}</text>`)}`;
}

/**
 * One, two or five of some power of ten, not less than that.
 * @param {number} least
 */
function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return (/** @type {number} */ ([1, 2, 5, 10].find((factor) => factor * power >= least))) * power;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number[]} accepted
 * @param {number[]} agreed
 */
function deviations(view, accepted, agreed) {
  const all = accepted.map((wattHours, i) => wattHours - agreed[i]);
  const most = Math.max(1, ...all.map(Math.abs));
  const middle = TOP + HIGH + 16 + LOW / 2;
  return svg`<path class="axis" d="M${LEFT} ${middle}H${WIDTH - RIGHT}" />
    <text x=${LEFT - 8} y=${middle - LOW / 2 + 10} text-anchor="end">${megawattHours(view, most, {signDisplay: 'exceptZero', maximumFractionDigits: 1})}</text>
    <text x=${LEFT - 8} y=${middle + LOW / 2} text-anchor="end">${megawattHours(view, -most, {maximumFractionDigits: 1})}</text>
    ${all.map((wattHours, i) => {
      const height = (Math.abs(wattHours) / most) * (LOW / 2);
      return svg`<rect class=${wattHours < 0 ? 'under' : 'over'} x=${x(i) + 1} y=${wattHours < 0 ? middle : middle - height} width=${x(1) - x(0) - 2} height=${height} />`;
    })}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
function label(view, {close}) {
  const {words} = view;
  return close.isClosed
    ? words.text('energyDay.label', {sent: megawattHours(view, close.sent ?? 0), received: megawattHours(view, close.received ?? 0), accepted: megawattHours(view, close.accepted ?? 0)})
    : words.text('energyDay.labelOpen');
}
