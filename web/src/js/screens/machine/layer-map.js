import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {from, middle} from '../../parts/area.js';
import {scaleBar} from '../../parts/scale-bar.js';

/**
 * Geography that would be beside what is in force: lines in the band in which they may lie, posts, sectors, the towns around
 * them, a scale. West is left in every language. What it shows is in words around it, so nothing is lost where it cannot be
 * seen.
 */

/** @typedef {import('../../app/types.js').Position} Position */

/** Width in units of the drawing, and how high it may be. */
const [WIDTH, LEAST_HIGH, MOST_HIGH] = [480, 240, 560];

/** What is left free around what is drawn, as a share. */
const MARGIN = 1.12;

/** Most names of towns, most names of posts, and the room that a name takes. */
const [TOWNS, NAMES, LINE_HEIGHT, LETTER] = [8, 24, 14, 6.6];

/**
 * @param {import('../../app/view.js').View} view
 * @param {object} picture
 * @param {import('./layer.js').Layer} [picture.held]
 * @param {import('./layer.js').Layer} [picture.draft]
 * @param {import('./layer.js').Layer} [picture.line] the line in force, beside what lies along it
 * @param {Position} [picture.spot] a place to be marked
 * @param {{at: Position, reach: number}} [picture.window] what is shown, to so many metres around; everything if left out
 * @param {Position[]} [picture.wrong] places of what is left out
 * @param {string} picture.label what it shows, for who does not see it
 */
export function layerMap(view, {held, draft, line, spot, window, wrong = [], label}) {
  const all = window ? around(window) : [held, draft].flatMap(pointsOf);
  if (!all.length) {
    return nothing;
  }
  const corners = [corner(all, Math.min), corner(all, Math.max)];
  const centre = middle(corners);
  const [east, north] = from(centre, corners[1]).map((half) => Math.max(half, 500));
  const height = Math.min(MOST_HIGH, Math.max(LEAST_HIGH, (WIDTH * north) / east));
  const metre = Math.min(WIDTH / 2 / east, height / 2 / north) / MARGIN;
  const at = (/** @type {Position} */ position) => {
    const [x, y] = from(centre, position);
    return [WIDTH / 2 + x * metre, height / 2 - y * metre];
  };
  return html`<svg class="layer-map" viewBox="0 0 ${WIDTH} ${height.toFixed(0)}" role="img" aria-label=${label} direction="ltr">
    ${towns(view, at, height)} ${areas(held, at, 'held')} ${areas(draft, at, 'draft')} ${band(line, at, metre, 'held')} ${lines(line, at, 'held')} ${band(held, at, metre, 'held')} ${band(draft, at, metre, 'draft')}
    ${lines(draft, at, 'draft')} ${lines(held, at, 'held')} ${wrong.map((one) => cross(at(one)))} ${places(held, at, 'held')}
    ${places(draft, at, 'draft')} ${spot ? circle(at(spot)) : nothing} ${scaleBar(view, {metre, height, most: WIDTH / 4})}
    <path class="north-of-map" d="M${WIDTH - 16} 26v-14m-4 5 4-5 4 5" />
  </svg>`;
}

/** @param {{at: Position, reach: number}} window */
function around({at, reach}) {
  const degrees = reach / 111_195;
  const shrink = Math.cos((at.lat * Math.PI) / 180);
  return [-1, 1].map((sign) => ({lat: at.lat + sign * degrees, lon: at.lon + (sign * degrees) / shrink}));
}

/** @param {number[]} pair */
const position = ([lon, lat]) => ({lat, lon});

/**
 * @param {import('./layer.js').Layer | undefined} layer
 * @returns {Position[]}
 */
function pointsOf(layer) {
  return layer
    ? [...layer.lines.flat().map(position), ...layer.places.map(({at}) => at), ...layer.areas.flatMap(({ring}) => ring.map(position))]
    : [];
}

/**
 * @param {Position[]} points
 * @param {(a: number, b: number) => number} pick
 */
const corner = (points, pick) => points.reduce((one, {lat, lon}) => ({lat: pick(one.lat, lat), lon: pick(one.lon, lon)}));

/** @param {number[][]} all */
const spelled = (all) => all.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/** @typedef {(position: Position) => number[]} At */

/**
 * The band in which the line may lie, to its true width.
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 * @param {number} metre
 * @param {string} name
 */
function band(layer, at, metre, name) {
  const width = 2 * (layer?.course?.uncertaintyM ?? 0) * metre;
  return (layer?.lines ?? []).map(
    (line) => svg`<polyline class="band ${name}" stroke-width=${width.toFixed(2)} points=${spelled(line.map((one) => at(position(one))))} />`,
  );
}

/**
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 * @param {string} name
 */
function lines(layer, at, name) {
  return (layer?.lines ?? []).map((line) => svg`<polyline class="course ${name}" points=${spelled(line.map((one) => at(position(one))))} />`);
}

/**
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 * @param {string} name
 */
function areas(layer, at, name) {
  return (layer?.areas ?? []).map((area) => {
    const ring = area.ring.map((one) => at(position(one)));
    const [x, y] = at(middle(area.ring.map(position)));
    return svg`<polygon class="sector ${name}" points=${spelled(ring)} />
      ${name === 'draft' ? svg`<text class="sector-name" x=${x.toFixed(1)} y=${y.toFixed(1)} text-anchor="middle">${area.name}</text>` : nothing}`;
  });
}

/**
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 * @param {string} name
 */
function places(layer, at, name) {
  const all = layer?.places ?? [];
  return all.map((place) => {
    const [x, y] = at(place.at);
    const left = x > WIDTH / 2;
    return svg`<circle class="post ${name}" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r=${name === 'held' ? 6 : 3.5} />
      ${name === 'draft' && all.length <= NAMES ? svg`<text x=${(x + (left ? -9 : 9)).toFixed(1)} y=${(y + 4).toFixed(1)} text-anchor=${left ? 'end' : 'start'}>\u2068${place.name}\u2069</text>` : nothing}`;
  });
}

/** @param {number[]} at */
const cross = ([x, y]) => svg`<path class="wrong" d="M${(x - 5).toFixed(1)} ${(y - 5).toFixed(1)}l10 10m0-10-10 10" />`;

/** @param {number[]} at */
const circle = ([x, y]) => svg`<circle class="spot" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="14" />`;

/**
 * As many towns as have room for their names, the larger first.
 * @param {import('../../app/view.js').View} view
 * @param {At} at
 * @param {number} height
 */
function towns(view, at, height) {
  /** @type {{x: number, y: number}[]} */
  const placed = [];
  /** @type {any[]} */
  const known = view.feed.read('/geo/towns').data?.features ?? [];
  return [...known]
    .sort((a, b) => (a.properties.rank ?? 3) - (b.properties.rank ?? 3))
    .map(({geometry, properties}) => {
      const [x, y] = at(position(geometry.coordinates));
      const name = properties[view.words.language] ?? properties.en ?? properties.name;
      const isIn = x > 4 && x < WIDTH - 4 && y > LINE_HEIGHT && y < height - 3.5 * LINE_HEIGHT;
      if (!isIn || placed.length >= TOWNS || placed.some((one) => Math.abs(one.y - y) < LINE_HEIGHT && Math.abs(one.x - x) < 12 * LETTER)) {
        return nothing;
      }
      placed.push({x, y});
      const left = x > WIDTH / 2;
      return svg`<circle class="town-of-map" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="2" />
        <text class="quiet" x=${(x + (left ? -6 : 6)).toFixed(1)} y=${(y + 4).toFixed(1)} text-anchor=${left ? 'end' : 'start'}>\u2068${name}\u2069</text>`;
    });
}
