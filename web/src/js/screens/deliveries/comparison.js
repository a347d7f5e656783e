import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {dayInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {entry, goods, much, share} from './goods.js';

/** What two scales, or two meters, have said of the same, and whether they agree. Neither is called right or wrong. */

/** The drawings, in their units. */
const [WIDTH, HEIGHT, LEFT, RIGHT, EDGE] = [760, 250, 64, 16, 26];

/** Parts per million of a ten-thousandth. */
const PPM = 100;

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} path of the comparison
 * @param {string} home where it was come from
 */
export function comparisonPage(view, path, home) {
  const {words, route} = view;
  const before = route.query.get('before') ?? '';
  const reading = view.feed.read(`${path}${before ? `?before=${encodeURIComponent(before)}` : ''}`);
  /** @type {import('./types.js').Comparison | undefined} */
  const known = reading.data;
  const tolerance = view.feed.read('/deliveries').data?.account?.tolerance ?? 0;
  return html`<header class="page-head">
      <a class="back" href=${home} aria-label=${words.text('consignment.back')}>${icon('back')}</a>
      <h1>${words.text('scales.title')}</h1>
      ${known ? goods(view, known.of) : nothing} ${known ? entry(known.of.contract) : nothing}
    </header>
    ${refusal(view, known && reading.refused)}
    ${known ? html`<div class="stack one">${finding(view, known)} ${charts(view, known, tolerance)} ${table(view, known)}</div>` : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Comparison} known
 */
function finding(view, {finding: found, test, total}) {
  const {words} = view;
  return html`<section class="panel finding" aria-labelledby="finding">
    <header><h2 id="finding">${words.text('scales.finding')}</h2></header>
    <div class="body stack">
      ${found.isSystematic
        ? html`<p class="notice"><strong>${words.text('scales.systematic')}</strong></p>
            <p>${words.text('scales.since', {since: found.since ?? 0, at: found.at ?? 0, share: share(view, Math.abs(found.meanPpm ?? 0))})} ${words.text((found.meanPpm ?? 0) < 0 ? 'scales.less' : 'scales.more')}</p>`
        : html`<p><strong>${words.text('scales.none', {count: total})}</strong></p>`}
      <p class="quiet">
        ${words.text('scales.how', {
          deviation: share(view, test.deviationPpm),
          slack: words.decimal(test.slackPermille / 1_000),
          threshold: words.decimal(test.thresholdPermille / 1_000),
        })}
        ${test.falseAlarmsPermille === undefined ? words.text('scales.notPublished') : words.text('scales.errs', {percent: words.decimal(test.falseAlarmsPermille / 10)})}
      </p>
      <p class="quiet">${words.text('scales.neutral')}</p>
    </div>
  </section>`;
}

// ---- drawing ------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Comparison} known
 * @param {number} tolerance in ten-thousandths
 */
function charts(view, known, tolerance) {
  const {words} = view;
  return known.steps.length
    ? html`<section class="panel" aria-labelledby="series">
        <header><h2 id="series">${words.text('scales.series')}</h2></header>
        <div class="body stack one">
          <figure>
            <figcaption>${words.text('scales.sums')}</figcaption>
            <div class="scroll" tabindex="0" role="region" aria-label=${words.text('scales.sums')}>${sums(view, known)}</div>
          </figure>
          <figure>
            <figcaption>${words.text('scales.each')}</figcaption>
            <div class="scroll" tabindex="0" role="region" aria-label=${words.text('scales.each')}>${differences(view, known, tolerance)}</div>
          </figure>
        </div>
      </section>`
    : nothing;
}

/**
 * Where numbers of steps, and parts per million, stand in a drawing.
 * @param {import('./types.js').Comparison} known
 * @param {number} most above and below the middle
 */
function placing({steps, first}, most) {
  const wide = WIDTH - LEFT - RIGHT;
  return {
    x: (/** @type {number} */ number) => LEFT + (steps.length === 1 ? wide / 2 : ((number - first) / (steps.length - 1)) * wide),
    y: (/** @type {number} */ ppm) => HEIGHT / 2 - (ppm / most) * (HEIGHT / 2 - EDGE),
  };
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Comparison} known
 */
function sums(view, known) {
  const {words} = view;
  const {steps, test, finding: found} = known;
  const most = Math.max(test.thresholdPpm * 1.25, ...steps.map(({morePpm, lessPpm}) => Math.max(morePpm, lessPpm) * 1.05));
  const {x, y} = placing(known, most);
  const line = (/** @type {(step: import('./types.js').BiasStep) => number} */ of) => steps.map((step) => `${x(step.number).toFixed(1)},${y(of(step)).toFixed(1)}`).join(' ');
  const seen = steps.find(({number}) => number === found.at);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${words.text('scales.sumsLabel', {threshold: share(view, test.thresholdPpm), count: steps.length})} direction="ltr">
    ${grid(view, known, x, y, [test.thresholdPpm, 0, -test.thresholdPpm])}
    ${[1, -1].map((way) => svg`<path class="threshold" d="M${LEFT} ${y(way * test.thresholdPpm)}H${WIDTH - RIGHT}" />`)}
    <polyline class="first-line" points=${line(({morePpm}) => morePpm)} />
    <polyline class="second-line" points=${line(({lessPpm}) => -lessPpm)} />
    <text class="name" x=${LEFT + 4} y="14">${words.text('scales.moreLine')}</text>
    <text class="name" x=${LEFT + 4} y=${HEIGHT - EDGE - 2}>${words.text('scales.lessLine')}</text>
    ${seen ? svg`<circle class="seen" cx=${x(seen.number)} cy=${y(seen.morePpm >= seen.lessPpm ? seen.morePpm : -seen.lessPpm)} r="6" />` : nothing}
  </svg>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Comparison} known
 * @param {number} tolerance in ten-thousandths
 */
function differences(view, known, tolerance) {
  const {words} = view;
  const band = tolerance * PPM;
  const most = Math.max(band * 1.5, ...known.steps.map(({differencePpm}) => Math.abs(differencePpm) * 1.05), 1);
  const {x, y} = placing(known, most);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${words.text('scales.eachLabel', {share: share(view, band), count: known.steps.length})} direction="ltr">
    <rect class="band" x=${LEFT} y=${y(band)} width=${WIDTH - LEFT - RIGHT} height=${y(-band) - y(band)} />
    ${grid(view, known, x, y, [band, 0, -band])}
    ${known.steps.map((step) =>
      step.isTolerated
        ? svg`<circle class="within" cx=${x(step.number)} cy=${y(step.differencePpm)} r="2.6" />`
        : svg`<path class="beyond" d="M${x(step.number) - 4} ${y(step.differencePpm) - 4}h8v8h-8z" />`,
    )}
  </svg>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Comparison} known
 * @param {(number: number) => number} x
 * @param {(ppm: number) => number} y
 * @param {number[]} levels
 */
function grid(view, {steps, first}, x, y, levels) {
  const last = first + steps.length - 1;
  const every = Math.max(1, Math.ceil(steps.length / 6));
  const numbers = steps.map(({number}) => number).filter((number) => number === last || ((number - first) % every === 0 && last - number >= every / 2));
  return svg`<path class="axis" d="M${LEFT} ${y(0)}H${WIDTH - RIGHT}" />
    ${levels.map((level) => svg`<text x=${LEFT - 8} y=${y(level) + 4} text-anchor="end">${share(view, level, {signDisplay: 'exceptZero'})}</text>`)}
    ${numbers.map((number) => svg`<text x=${x(number)} y=${HEIGHT - 6} text-anchor="middle">${view.words.number(number)}</text>`)}`;
}

// ---- table --------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Comparison} known
 */
function table(view, known) {
  const {words, route} = view;
  const {steps, first, of} = known;
  const weighed = (/** @type {number} */ amount) => much(view, of, amount);
  return html`<section class="panel">
    <header><h2 id="steps">${words.text('scales.steps')}</h2></header>
    <div class="body scroll tall" tabindex="0" role="region" aria-labelledby="steps">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col" class="figure">${words.text('handling.number')}</th>
            <th scope="col">${words.text(steps[0]?.day ? 'scales.day' : 'scales.despatch')}</th>
            <th scope="col" class="figure">${words.text('scales.sent')}</th>
            <th scope="col" class="figure">${words.text('scales.received')}</th>
            <th scope="col" class="figure">${words.text('scales.difference')}</th>
            <th scope="col" class="figure">${words.text('scales.moreLine')}</th>
            <th scope="col" class="figure">${words.text('scales.lessLine')}</th>
          </tr>
        </thead>
        <tbody>
          ${steps.toReversed().map(
            (step) => html`<tr class=${step.number === known.finding.at ? 'seen' : ''}>
              <th scope="row" class="figure">${words.number(step.number)}</th>
              <td>${step.day ? dayInWords(view, step.day) : entry(step.despatch ?? '')}</td>
              <td class="figure"><bdi>${weighed(step.sent)}</bdi></td>
              <td class="figure"><bdi>${weighed(step.received)}</bdi></td>
              <td class="figure">
                <bdi>${share(view, step.differencePpm, {signDisplay: 'exceptZero'})}</bdi> ${step.isTolerated ? nothing : html`<span class="tag warn">${words.text('deliveries.beyond')}</span>`}
              </td>
              <td class="figure"><bdi>${share(view, step.morePpm)}</bdi></td>
              <td class="figure"><bdi>${share(view, step.lessPpm)}</bdi></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${first > 1 ? html`<p class="row pager off-paper"><a class="button" href=${to(route.screen, route.rest, {before: String(first)})}>${words.text('scales.earlier')}</a></p>` : nothing}
  </section>`;
}
