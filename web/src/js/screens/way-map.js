import {html, nothing, svg} from '../../lib/lit-html/lit-html.js';
import {geographyOf, nameIn} from '../map/geography.js';
import {from, middle} from '../parts/area.js';
import {scaleBar} from '../parts/scale-bar.js';

/**
 * The way of one unit on a piece of the map: outlines of the lands, the operational line, waters and salt flats, towns with
 * their names, and a scale. West is left in every language. It is drawn from what is in the list above it in words, so
 * nothing is lost where it cannot be seen.
 */

/** @typedef {import('../app/types.js').Position} Position */

/** Width and height in units of the drawing, and how much of either the way may take. */
const [WIDTH, HEIGHT, SHARE] = [400, 200, 0.72];

/** The least that is shown from side to side of the height, in metres: a way round the corner still shows where it is. */
const LEAST = 8_000;

/** Most names of towns, and the room that one takes. */
const [NAMES, LINE_HEIGHT, LETTER] = [6, 14, 6.6];

/**
 * @param {import('../app/view.js').View} view
 * @param {object} way
 * @param {Position[]} way.points from where the unit is to where it is wanted, two or more
 * @param {string} way.label what it shows, for who does not see it
 */
export function wayMap(view, {points, label}) {
  const known = geographyOf(view);
  const centre = middle([corner(points, Math.min), corner(points, Math.max)]);
  const flat = points.map((one) => from(centre, one));
  const reach = Math.max(...flat.map(([x, y]) => Math.max(Math.abs(x) / (WIDTH / HEIGHT), Math.abs(y))), LEAST / 2);
  const metre = (HEIGHT / 2 / reach) * SHARE;
  const at = (/** @type {Position} */ position) => {
    const [east, north] = from(centre, position);
    return [WIDTH / 2 + east * metre, HEIGHT / 2 - north * metre];
  };
  const drawn = points.map(at);
  return html`<svg class="way-map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label} direction="ltr">
    ${known ? [ground(known, at), towns(view, known.towns, at, drawn)] : nothing}
    <polyline class="way-casing" points=${spelled(drawn)} />
    <polyline class="way" points=${spelled(drawn)} />
    <circle class="from" cx=${drawn[0][0].toFixed(1)} cy=${drawn[0][1].toFixed(1)} r="5.5" />
    <circle class="to" cx=${drawn[drawn.length - 1][0].toFixed(1)} cy=${drawn[drawn.length - 1][1].toFixed(1)} r="5.5" />
    ${scaleBar(view, {metre, height: HEIGHT, most: WIDTH / 4})}
    <path class="north-of-map" d="M${WIDTH - 16} 26v-14m-4 5 4-5 4 5" />
  </svg>`;
}

/**
 * @param {Position[]} points
 * @param {(...all: number[]) => number} pick
 */
const corner = (points, pick) => ({lat: pick(...points.map(({lat}) => lat)), lon: pick(...points.map(({lon}) => lon))});

/** @param {number[][]} all */
const spelled = (all) => all.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/**
 * @param {import('../map/geography.js').Geography} known
 * @param {(position: Position) => number[]} at
 */
function ground({lands, marks, line}, at) {
  const ring = (/** @type {number[][]} */ one) => `M${spelled(one.map(([lon, lat]) => at({lon, lat})))}`;
  const shape = (/** @type {any} */ {geometry: {type, coordinates}}) =>
    type === 'LineString' ? ring(coordinates) : coordinates.flat(type === 'MultiPolygon' ? 1 : 0).map(ring).join('');
  const all = (/** @type {any[]} */ features, /** @type {(feature: any) => string} */ className) =>
    features
      .filter(({geometry}) => geometry.type !== 'Point')
      .map((feature) => svg`<path class=${className(feature)} d=${shape(feature)} />`);
  return [
    all(lands, () => 'land-of-map'),
    all(marks, ({properties}) => `${properties.kind}-of-map`),
    all(line, () => 'line-of-map'),
  ];
}

/**
 * As many towns as have room for their names, the larger first.
 * @param {import('../app/view.js').View} view
 * @param {any[]} all
 * @param {(position: Position) => number[]} at
 * @param {number[][]} way
 */
function towns(view, all, at, way) {
  /** @type {{x: number, y: number, name: string, left: boolean}[]} */
  const placed = [];
  const known = [...all].sort((a, b) => (a.properties.rank ?? 3) - (b.properties.rank ?? 3));
  for (const {geometry, properties} of known) {
    const [x, y] = at({lon: geometry.coordinates[0], lat: geometry.coordinates[1]});
    const name = nameIn(properties, view.words.language);
    const left = x > WIDTH / 2;
    const isIn = x > 8 && x < WIDTH - 8 && y > LINE_HEIGHT && y < HEIGHT - 2 * LINE_HEIGHT;
    const isFree = placed.every(
      (other) => Math.abs(other.y - y) > LINE_HEIGHT || Math.abs(other.x - x) > LETTER * Math.max(name.length, other.name.length) + 12,
    );
    if (isIn && isFree && placed.length < NAMES && !crossed({x, y, name, left}, way)) {
      placed.push({x, y, name, left});
    }
  }
  return placed.map(
    ({x, y, name, left}) => svg`<circle class="town-of-map" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="2.5" />
      <text x=${(x + (left ? -7 : 7)).toFixed(1)} y=${(y + 4).toFixed(1)} text-anchor=${left ? 'end' : 'start'}>${name}</text>`,
  );
}

/**
 * Whether the way runs through a name.
 * @param {{x: number, y: number, name: string, left: boolean}} label
 * @param {number[][]} way
 */
function crossed({x, y, name, left}, way) {
  const width = LETTER * name.length + 10;
  const [begin, end] = left ? [x - width, x - 5] : [x + 5, x + width];
  return way.slice(1).some(([toX, toY], i) => {
    const [fromX, fromY] = way[i];
    return Array.from({length: 17}, (_, step) => step / 16).some((share) => {
      const [atX, atY] = [fromX + (toX - fromX) * share, fromY + (toY - fromY) * share];
      return atX > begin && atX < end && Math.abs(atY - y) < LINE_HEIGHT / 2;
    });
  });
}
