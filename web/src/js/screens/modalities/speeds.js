import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {capacities, SIGNATORY} from '../../app/agreements.js';
import {beginWith} from './draft.js';
import {nameOf} from './rules.js';

/** Whoever is shown what was measured, by the contract. */
const SHOWN = ['watch_officer', 'dispatcher', 'sector_commander', 'chief'];

/** Width and height of a bar, in units of the drawing. */
const [WIDTH, HEIGHT] = [240, 18];

/** The whole width of a bar is a multiple of so many km/h. */
const SCALE_KMH = 20;

/**
 * @typedef {object} Measured
 * @property {string} terrain
 * @property {number} agreedKmh
 * @property {number} pieces
 * @property {{kmh: number, lowerKmh: number, upperKmh: number}} [measured]
 *
 * @typedef {object} MeasuredSpeeds
 * @property {boolean} hasGround
 * @property {number} pieceMetres
 * @property {number} piecesNeeded
 * @property {Measured[]} terrains
 */

/**
 * The speeds by which both nodes reckon journeys, beside how fast our own units really were: and a way to propose what
 * was measured, as a change of the rules like any other.
 *
 * @param {import('../../app/view.js').View} view
 * @param {any} known of the rules
 */
export function measuredSpeeds(view, known) {
  const {words} = view;
  /** @type {MeasuredSpeeds | undefined} */
  const speeds = view.may(...SHOWN) ? view.feed.read('/travel/speeds').data : undefined;
  if (!speeds?.hasGround) {
    return nothing;
  }
  const {terrains} = speeds;
  const all = terrains.flatMap(({agreedKmh, measured}) => [agreedKmh, measured?.upperKmh ?? 0]);
  const fastest = Math.ceil(Math.max(...all) / SCALE_KMH) * SCALE_KMH;
  const other = terrains.filter(({measured, agreedKmh}) => measured && measured.kmh !== agreedKmh);
  return html`<section class="panel measured-speeds" aria-labelledby="measured-speeds">
    <header>
      <h2 id="measured-speeds">${words.text('speeds.title')}</h2>
      ${other.length && capacities(view, [SIGNATORY], 'modalities').length
        ? html`<button class="push" data-begin="speeds" @click=${() => beginWith(view, known, changes(other))}>
            ${words.text('speeds.begin')}
          </button>`
        : nothing}
    </header>
    <details class="body">
      <summary>${words.text('speeds.differ', {count: other.length})}</summary>
      <p class="hint">${words.text('speeds.means', {metres: speeds.pieceMetres, pieces: speeds.piecesNeeded})}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.text('speeds.table')}>
        <table class="speeds">
          <thead>
            <tr>
              <th scope="col">${words.text('speeds.setting')}</th>
              <th scope="col">${words.text('speeds.agreed')}</th>
              <th scope="col">${words.text('speeds.measured')}</th>
              <th scope="col">${words.text('speeds.half')}</th>
              <th scope="col">${words.text('speeds.pieces')}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${terrains.map((one) => row(view, one, speeds.piecesNeeded, fastest))}
          </tbody>
        </table>
      </div>
      <p class="hint">${words.text('speeds.private')}</p>
    </details>
  </section>`;
}

/** @param {string} terrain */
const keyOf = (terrain) => `travel.speed_${terrain}`;

/**
 * What would be proposed: km/h by setting.
 * @param {Measured[]} measured
 * @returns {Record<string, number>}
 */
function changes(measured) {
  return Object.fromEntries(measured.map((one) => [keyOf(one.terrain), one.measured?.kmh ?? one.agreedKmh]));
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Measured} one
 * @param {number} needed
 * @param {number} fastest
 */
function row(view, one, needed, fastest) {
  const {words} = view;
  const kmh = (/** @type {number} */ n) => words.text('speeds.kmh', {n});
  const {measured} = one;
  return html`<tr>
    <th scope="row">${nameOf(view, keyOf(one.terrain))}</th>
    <td class="figure">${kmh(one.agreedKmh)}</td>
    ${measured
      ? html`<td class="figure"><b>${kmh(measured.kmh)}</b></td>
          <td class="figure">${words.text('speeds.from', {from: measured.lowerKmh, to: measured.upperKmh})}</td>`
      : html`<td class="quiet" colspan="2">${words.text('speeds.tooFew', {needed})}</td>`}
    <td class="figure">${words.number(one.pieces)}</td>
    <td>${bar(one, fastest)}</td>
  </tr>`;
}

/**
 * @param {Measured} one
 * @param {number} fastest
 */
function bar({agreedKmh, measured}, fastest) {
  const at = (/** @type {number} */ kmh) => ((WIDTH * kmh) / fastest).toFixed(1);
  return html`<svg class="speed-bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="base" d="M0 ${HEIGHT / 2}h${WIDTH}" />
    ${measured
      ? svg`<path class="range" d="M${at(measured.lowerKmh)} ${HEIGHT / 2}H${at(Math.max(measured.upperKmh, measured.lowerKmh + 1))}" />
          <circle cx=${at(measured.kmh)} cy=${HEIGHT / 2} r="4" />`
      : nothing}
    <path class="agreed" d="M${at(agreedKmh)} 0v${HEIGHT}" />
  </svg>`;
}
