import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {sector} from './sector.js';

/**
 * Minutes to the first own ready unit, sector by sector, as units stand now: for our own eyes. The bar reaches from the
 * nearest point of the line to the farthest, with a mark at the middle one and the target as a line through all bars;
 * the table says the same in figures.
 */

const SECOND = 1_000;
const MINUTE = 60;

/** Width and height of a bar, in units of the drawing. */
const [WIDTH, HEIGHT] = [240, 18];

/**
 * @param {import('../../app/view.js').View} view
 */
export function minutes(view) {
  const {words, clocks} = view;
  /** @type {import('../../app/types.js').Travel | undefined} */
  const travel = view.feed.read('/travel').data;
  if (!travel) {
    return nothing;
  }
  const target = travel.targetMinutes * MINUTE;
  const longest = Math.max(2 * target, ...travel.sectors.map(({latestSeconds = 0}) => latestSeconds));
  return html`<section class="panel">
    <header><h2 id="first-unit">${words.text('firstUnit.title')}</h2></header>
    ${travel.sectors.length
      ? html`<div class="body scroll" tabindex="0" role="region" aria-labelledby="first-unit">
          <table class="first-unit">
            <caption>
              ${words.rich('firstUnit.target', {length: clocks.length(target * SECOND)})}
            </caption>
            <thead>
              <tr>
                <th scope="col">${words.text('coverage.sector')}</th>
                <th scope="col">${words.text('firstUnit.soonest')}</th>
                <th scope="col">${words.text('firstUnit.middle')}</th>
                <th scope="col">${words.text('firstUnit.latest')}</th>
                <th scope="col">${words.text('firstUnit.inTime')}</th>
                <td></td>
              </tr>
            </thead>
            <tbody>
              ${travel.sectors.map((one) => row(view, one, target, longest))}
            </tbody>
          </table>
        </div>`
      : html`<p class="none">${words.text(travel.ground ? 'firstUnit.nobody' : 'firstUnit.noGround')}</p>`}
    <p class="hint body">${words.text(`firstUnit.standing.${travel.standing}`)} ${words.text('firstUnit.own')}</p>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').SectorMinutes} one
 * @param {number} target seconds
 * @param {number} longest seconds, the whole width of a bar
 */
function row(view, one, target, longest) {
  const {words, clocks} = view;
  const length = (/** @type {number | undefined} */ seconds) =>
    seconds === undefined ? html`<span class="quiet">${words.text('firstUnit.none')}</span>` : clocks.length(seconds * SECOND);
  return html`<tr class=${one.inTime === 0 ? 'by_none' : ''}>
    <th scope="row"><bdi>${sector(view, one.sector)}</bdi></th>
    <td class="figure">${length(one.soonestSeconds)}</td>
    <td class="figure">${length(one.middleSeconds)}</td>
    <td class="figure">${length(one.latestSeconds)}</td>
    <td class="figure">${words.text('firstUnit.of', {n: one.inTime, all: one.points})}</td>
    <td>${bar(one, target, longest)}</td>
  </tr>`;
}

/**
 * @param {import('../../app/types.js').SectorMinutes} one
 * @param {number} target
 * @param {number} longest
 */
function bar({soonestSeconds, middleSeconds, latestSeconds}, target, longest) {
  const at = (/** @type {number} */ seconds) => ((WIDTH * seconds) / longest).toFixed(1);
  return html`<svg class="minutes-bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="base" d="M0 ${HEIGHT / 2}h${WIDTH}" />
    ${soonestSeconds === undefined || middleSeconds === undefined || latestSeconds === undefined
      ? nothing
      : svg`<path class="range" d="M${at(soonestSeconds)} ${HEIGHT / 2}H${at(Math.max(latestSeconds, soonestSeconds + longest / WIDTH))}" />
          <circle cx=${at(middleSeconds)} cy=${HEIGHT / 2} r="4" />`}
    <path class="target" d="M${at(target)} 0v${HEIGHT}" />
  </svg>`;
}
