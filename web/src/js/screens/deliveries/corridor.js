import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {instantOf, onDay} from '../../parts/times.js';
import {wallOf} from '../../time/walls.js';

/**
 * The way of a consignment as a drawn line: its control points from the one side to the other, the border, and where the
 * gauge breaks. It is a plan and no map; the table of events says the same.
 */

/** The points in the order of the way. The last three end it. */
const WAY = ['gate_in', 'inspected', 'weighed', 'sealed', 'loaded', 'departed', 'border_exit', 'border_entry', 'transhipped', 'arrived', 'unloaded', 'received'];

const ENDS = ['rejected', 'lost'];

/** Between two points, above and below the line, in units of the drawing. */
const [STEP, MARGIN, MIDDLE, HEIGHT] = [96, 70, 100, 184];

/** What the border takes more. */
const ACROSS = 36;

/** How far apart the rails of each thing are that carries goods; a road has none. @type {Record<string, number>} */
const RAILS = {wagon_1676: 7, wagon_1435: 4};

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
export function corridor(view, known) {
  const {words} = view;
  const {of} = known.consignment;
  const timings = new Map(known.timings.map((timing) => [timing.point, timing]));
  const points = [...WAY, ...ENDS.filter((point) => stageOf(timings.get(point)) !== 'silent')];
  const width = 2 * MARGIN + STEP * (points.length - 1) + ACROSS;
  const at = (/** @type {string} */ point) => MARGIN + STEP * points.indexOf(point) + (points.indexOf(point) > points.indexOf('border_exit') ? ACROSS : 0);
  const border = (at('border_exit') + at('border_entry')) / 2;
  return html`<section class="panel">
    <header>
      <h2 id="corridor">${words.text('corridor.title')}</h2>
      <span class="quiet small">${lastWords(view, known)}</span>
    </header>
    <div class="body scroll" tabindex="0" role="region" aria-labelledby="corridor">
      <svg class="corridor" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${label(view, known)} direction="ltr">
        ${track(known, at, width)}
        <path class="border" d="M${border} 18V${HEIGHT - 18}" />
        <text class="land" x=${border - 10} y="14" text-anchor="end">${view.nameOf(view.party(of.exporter))}</text>
        <text class="land" x=${border + 10} y="14" text-anchor="start">${view.nameOf(view.party(of.importer))}</text>
        ${points.map((point, i) => stop(view, known, timings.get(point), at(point), i % 2 === 0))}
      </svg>
    </div>
    <ul class="legend body">
      ${['both', 'actual', 'estimated', 'planned', 'silent'].map(
        (stage) => html`<li><svg class="corridor" viewBox="0 0 20 20" aria-hidden="true">${sign(stage, 10, 10)}</svg> ${words.of('corridorSign', stage)}</li>`,
      )}
    </ul>
  </section>`;
}

/**
 * Rails before the gauge breaks, and what carries the goods behind it.
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {(point: string) => number} at
 * @param {number} width
 */
function track({units}, at, width) {
  const before = units.filter((unit) => !unit.from.length);
  const behind = units.filter((unit) => unit.from.length);
  const broken = at('transhipped');
  return svg`${rails(before[0]?.kind, MARGIN - 30, broken)} ${rails((behind[0] ?? before[0])?.kind, broken, width - MARGIN + 30)}`;
}

/**
 * @param {string} kind of unit
 * @param {number} from
 * @param {number} until
 */
function rails(kind, from, until) {
  const apart = RAILS[kind];
  return apart
    ? svg`<path class="sleepers" d="M${from} ${MIDDLE}H${until}" stroke-width=${2 * apart + 6} /><path class="rail" d="M${from} ${MIDDLE - apart}H${until}M${from} ${MIDDLE + apart}H${until}" />`
    : svg`<path class="road" d="M${from} ${MIDDLE}H${until}" />`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {import('./types.js').PointTiming | undefined} timing
 * @param {number} x
 * @param {boolean} above
 */
function stop(view, known, timing, x, above) {
  if (!timing) {
    return nothing;
  }
  const stage = stageOf(timing);
  const time = timing.actual ?? timing.estimated ?? timing.planned;
  const y = above ? MIDDLE - 44 : MIDDLE + 46;
  const wall = wallOf(view.ours);
  return svg`<g class="stop ${stage}">
    <path class="lead-line" d="M${x} ${above ? MIDDLE - 12 : MIDDLE + 12}V${above ? y + 16 : y - 16}" />
    ${sign(stage === 'actual' && isStamped(known, timing.point) ? 'both' : stage, x, MIDDLE)}
    <text class="name" x=${x} y=${y} text-anchor="middle">${view.words.of('controlPoint', timing.point)}</text>
    ${
      time
        ? svg`<text class="time" x=${x} y=${y + 13} text-anchor="middle">${view.clocks.day(instantOf(time), wall)} ${view.clocks.time(instantOf(time), wall)}</text>`
        : nothing
    }
  </g>`;
}

/** @param {import('./types.js').PointTiming | undefined} timing */
const stageOf = (timing) => (timing?.actual ? 'actual' : timing?.estimated ? 'estimated' : timing?.planned ? 'planned' : 'silent');

/**
 * Whether all that happened at a point has the stamp of both sides.
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {string} point
 */
function isStamped({events}, point) {
  const all = events.items.filter(({said, isHandover}) => isHandover && said.body.point === point);
  return all.length > 0 && all.every(({stamp}) => stamp);
}

/**
 * @param {string} stage
 * @param {number} x
 * @param {number} y
 */
function sign(stage, x, y) {
  switch (stage) {
    case 'both':
      return svg`<circle class="ground" cx=${x} cy=${y} r="10" /><circle class="ring" cx=${x} cy=${y} r="9" /><circle class="full" cx=${x} cy=${y} r="5" />`;
    case 'actual':
      return svg`<circle class="ground" cx=${x} cy=${y} r="8" /><circle class="full" cx=${x} cy=${y} r="6" />`;
    case 'estimated':
      return svg`<circle class="ring ground" cx=${x} cy=${y} r="6" /><path class="full" d="M${x} ${y - 6}a6 6 0 0 0 0 12z" />`;
    case 'planned':
      return svg`<circle class="ring ground" cx=${x} cy=${y} r="6" />`;
    default:
      return svg`<circle class="dot" cx=${x} cy=${y} r="2.5" />`;
  }
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function lastWords(view, {consignment: {last}}) {
  return last
    ? view.words.rich('corridor.last', {point: view.words.of('controlPoint', last.point), time: onDay(view, last.at)})
    : view.words.text('deliveries.nothingYet');
}

/**
 * The same in a sentence, for who does not see the drawing.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function label({words}, known) {
  const done = known.timings.filter(({actual}) => actual).map(({point}) => words.of('controlPoint', point));
  return words.text('corridor.label', {points: done.join(', ') || '–'});
}
