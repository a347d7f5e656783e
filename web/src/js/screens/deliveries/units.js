import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {entry, much} from './goods.js';

/** What the goods are in, and what that was loaded from: a tree that is drawn while it is small, and always a table. */

/** More than so many are a table alone. */
const DRAWN = 24;

/** A unit, and what is between two of them, in units of the drawing. */
const [WIDE, HIGH, GAP, BETWEEN] = [208, 40, 10, 110];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
export function units(view, known) {
  const {words} = view;
  const {units: all, consignment} = known;
  return html`<section class="panel">
    <header>
      <h2 id="units">${words.text('handling.title')}</h2>
      <span class="quiet small">${words.text('handling.count', {live: consignment.liveUnits, count: all.length})}</span>
    </header>
    ${all.length <= DRAWN && all.some(({from}) => from.length)
      ? html`<div class="body scroll" tabindex="0" role="region" aria-label=${words.text('handling.drawn')}>${tree(view, known)}</div>`
      : nothing}
    <div class="body scroll" tabindex="0" role="region" aria-labelledby="units">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col" class="figure">${words.text('handling.number')}</th>
            <th scope="col">${words.text('handling.kind')}</th>
            <th scope="col">${words.text('handling.mark')}</th>
            <th scope="col" class="figure">${words.text('deliveries.quantity')}</th>
            <th scope="col">${words.text('handling.from')}</th>
            <th scope="col">${words.text('handling.into')}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map((unit) => row(view, known, unit))}
        </tbody>
      </table>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {import('./types.js').HandlingUnit} unit
 */
function row(view, {consignment: {of}}, unit) {
  const {words} = view;
  const list = (/** @type {number[]} */ numbers) => html`<bdi>${numbers.map((one) => words.number(one)).join(', ')}</bdi>`;
  return html`<tr class=${unit.isLive ? '' : 'past'}>
    <th scope="row" class="figure">${words.number(unit.number)}</th>
    <td>${words.of('unitKind', unit.kind)}</td>
    <td><bdi class="code">${unit.mark}</bdi></td>
    <td class="figure"><bdi>${much(view, of, unit.quantity)}</bdi></td>
    <td>${unit.from.length ? list(unit.from) : html`<span class="quiet">–</span>`}</td>
    <td>
      ${unit.reloaded
        ? html`${list(unit.into)} ${entry(unit.reloaded.entry)}`
        : unit.ended
          ? html`${words.text('handling.ended')} ${entry(unit.ended)}`
          : html`<span class="tag">${words.text('handling.live')}</span>`}
    </td>
  </tr>`;
}

// ---- drawing ------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function tree(view, {units: all, consignment: {of}}) {
  const depths = depthsOf(all);
  const columns = Array.from({length: Math.max(...depths.values()) + 1}, (_, depth) => all.filter(({number}) => depths.get(number) === depth));
  const height = Math.max(...columns.map(({length}) => length)) * (HIGH + GAP) - GAP + 4;
  /** @type {Map<number, {x: number, y: number}>} */
  const places = new Map();
  columns.forEach((column, depth) => {
    const top = (height - column.length * (HIGH + GAP) + GAP) / 2;
    column.forEach(({number}, i) => places.set(number, {x: 2 + depth * (WIDE + BETWEEN), y: top + i * (HIGH + GAP)}));
  });
  const width = columns.length * (WIDE + BETWEEN) - BETWEEN + 4;
  return html`<svg class="unit-tree" viewBox="0 0 ${width} ${height}" width=${width} role="img" aria-label=${view.words.text('handling.drawn')} direction="ltr">
    ${reloadings(all).map((one) => joined(one, places))}
    ${all.map((unit) => box(view, of, unit, /** @type {{x: number, y: number}} */ (places.get(unit.number))))}
  </svg>`;
}

/**
 * How often what is in a unit was reloaded before. A unit is loaded from such as have smaller numbers.
 * @param {import('./types.js').HandlingUnit[]} all
 */
function depthsOf(all) {
  /** @type {Map<number, number>} */
  const depths = new Map();
  for (const {number, from} of all) {
    depths.set(number, from.length ? 1 + Math.max(...from.map((one) => depths.get(one) ?? 0)) : 0);
  }
  return depths;
}

/**
 * What went out of some into others at once.
 * @param {import('./types.js').HandlingUnit[]} all
 * @returns {{from: number[], into: number[]}[]}
 */
function reloadings(all) {
  const byOrigin = Map.groupBy(
    all.filter(({from}) => from.length),
    ({from}) => from.join(' '),
  );
  return [...byOrigin.values()].map((into) => ({from: into[0].from, into: into.map(({number}) => number)}));
}

/**
 * @param {{from: number[], into: number[]}} reloading
 * @param {Map<number, {x: number, y: number}>} places
 */
function joined({from, into}, places) {
  const starts = from.map((number) => /** @type {{x: number, y: number}} */ (places.get(number)));
  const ends = into.map((number) => /** @type {{x: number, y: number}} */ (places.get(number)));
  const last = Math.max(...starts.map(({x}) => x)) + WIDE;
  const x = (last + Math.min(...ends.map((end) => end.x))) / 2;
  const y = [...starts, ...ends].reduce((sum, place) => sum + place.y, 0) / (starts.length + ends.length) + HIGH / 2;
  return svg`${starts.map((start) => curve(start.x + WIDE, start.y + HIGH / 2, x, y))} ${ends.map((end) => curve(x, y, end.x, end.y + HIGH / 2))}
    <circle class="break" cx=${x} cy=${y} r="5" />`;
}

/**
 * @param {number} fromX
 * @param {number} fromY
 * @param {number} toX
 * @param {number} toY
 */
function curve(fromX, fromY, toX, toY) {
  const middle = (fromX + toX) / 2;
  return svg`<path class="branch" d="M${fromX} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${toX} ${toY}" />`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').GoodsOfContract} of
 * @param {import('./types.js').HandlingUnit} unit
 * @param {{x: number, y: number}} place
 */
function box(view, of, unit, {x, y}) {
  const {words} = view;
  return svg`<g class=${unit.isLive ? 'live' : 'past'}>
    <rect x=${x} y=${y} width=${WIDE} height=${HIGH} rx="4" />
    <text class="name" x=${x + 10} y=${y + 16}>${words.of('unitKind', unit.kind)}</text>
    <text class="mark" x=${x + WIDE - 10} y=${y + 32} text-anchor="end">${unit.mark}</text>
    <text class="much" x=${x + 10} y=${y + 32}>${much(view, of, unit.quantity)}</text>
  </g>`;
}
