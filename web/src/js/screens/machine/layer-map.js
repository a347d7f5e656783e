import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {nameIn} from '../../map/geography.js';
import {overlap, spaced} from '../../map/spacing.js';
import {from, middle} from '../../parts/area.js';
import {scaleBar} from '../../parts/scale-bar.js';

/**
 * Geography that would be beside what is in force: lines in the band in which they may lie, posts, sectors, lands and marks,
 * the towns around them, a scale. West is left in every language. What it shows is in words around it, so nothing is lost where it cannot be
 * seen.
 */

/** @typedef {import('../../app/types.js').Position} Position */

/** Width in units of the drawing, and how high it may be. */
const [WIDTH, LEAST_HIGH, MOST_HIGH] = [480, 240, 560];

/** What is left free around what is drawn, as a share. */
const MARGIN = 1.12;

/** Most names of towns, most of what would be, and the room that a name takes. */
const [TOWNS, NAMES, LINE_HEIGHT, LETTER] = [8, 24, 14, 6.6];

/**
 * @param {import('../../app/view.js').View} view
 * @param {object} picture
 * @param {string} picture.kind of geography
 * @param {import('./layer.js').Layer} [picture.held]
 * @param {import('./layer.js').Layer} [picture.draft]
 * @param {import('./layer.js').Layer} [picture.line] the line in force, beside what lies along it
 * @param {Position} [picture.spot] a place to be marked
 * @param {{at: Position, reach: number}} [picture.window] what is shown, to so many metres around; everything if left out
 * @param {Position[]} [picture.wrong] places of what is left out
 * @param {string} picture.label what it shows, for who does not see it
 */
export function layerMap(view, {kind, held, draft, line, spot, window, wrong = [], label}) {
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
    ${edge(held, at, 'held')} ${edge(draft, at, 'draft')} ${areas(held, at, 'held')} ${areas(draft, at, 'draft')}
    ${band(line, at, metre, 'held')} ${lines(line, at, 'course held')} ${band(held, at, metre, 'held')} ${band(draft, at, metre, 'draft')}
    ${lines(draft, at, `${course(kind)} draft`)} ${lines(held, at, `${course(kind)} held`)} ${wrong.map((one) => cross(at(one)))} ${places(held, at, 'held')}
    ${places(draft, at, 'draft')} ${names(view, {held, draft}, at, height)} ${spot ? circle(at(spot)) : nothing} ${scaleBar(view, {metre, height, most: WIDTH / 4})}
    <path class="north-of-map" d="M${WIDTH - 16} 26v-14m-4 5 4-5 4 5" />
  </svg>`;
}

/**
 * What a line of such geography is: a river, or the operational line.
 * @param {string} kind
 */
const course = (kind) => (kind === 'marks' ? 'river' : 'course');

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
    ? [...layer.lines.flat().map(position), ...layer.places.map(({at}) => at), ...layer.areas.flatMap(({ring}) => ring.map(position)), ...edgeOf(layer).map(position)]
    : [];
}

/**
 * Corners of what the map shows, if that is said.
 * @param {import('./layer.js').Layer | undefined} layer
 */
function edgeOf(layer) {
  const [west, south, east, north] = layer?.edge ?? [];
  return layer?.edge ? [[west, south], [east, south], [east, north], [west, north]] : [];
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
  return (layer?.lines ?? []).map((line) => svg`<polyline class=${name} points=${spelled(line.map((one) => at(position(one))))} />`);
}

/**
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 * @param {string} name
 */
function edge(layer, at, name) {
  return layer?.edge ? svg`<polygon class="edge ${name}" points=${spelled(edgeOf(layer).map((one) => at(position(one))))} />` : nothing;
}

/**
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 * @param {string} name
 */
function areas(layer, at, name) {
  return (layer?.areas ?? []).map(({ring}) => svg`<polygon class="sector ${name}" points=${spelled(ring.map((one) => at(position(one))))} />`);
}

/**
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 * @param {string} name
 */
function places(layer, at, name) {
  return (layer?.places ?? []).map((place) => {
    const [x, y] = at(place.at);
    return svg`<circle class="post ${name}" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r=${name === 'held' ? 6 : 3.5} />`;
  });
}

/** @param {number[]} at */
const cross = ([x, y]) => svg`<path class="wrong" d="M${(x - 5).toFixed(1)} ${(y - 5).toFixed(1)}l10 10m0-10-10 10" />`;

/** @param {number[]} at */
const circle = ([x, y]) => svg`<circle class="spot" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="14" />`;

// ---- names ---------------------------------------------------------------------------------------

/** @typedef {import('../../map/spacing.js').Box} Box */

/**
 * Names of what would be, and of towns around it; as many as have room, the larger first.
 * @param {import('../../app/view.js').View} view
 * @param {{held?: import('./layer.js').Layer, draft?: import('./layer.js').Layer}} layers
 * @param {At} at
 * @param {number} height
 */
function names(view, {held, draft}, at, height) {
  const own = draft?.places ?? [];
  const isFew = own.length <= NAMES;
  const {within, small} = areaNames(draft, at);
  const circles = [...(held?.places ?? []), ...own].map((place) => {
    const [x, y] = at(place.at);
    return {x: x - 6, y: y - 6, width: 12, height: 12};
  });
  const around = townsOf(view, at, height);
  const dots = around.map(({x, y}) => ({x: x - 2, y: y - 2, width: 4, height: 4}));
  const room = [...within.map(({box}) => box), ...circles, ...frame(height)];
  const points = isFew ? own.map((place) => labelled(place.name, at(place.at), 0)) : [];
  const beside = spaced([...points, ...small], [...room, ...dots]);
  const named = spaced(around, [...room, ...beside.map(({box}) => box)]).slice(0, TOWNS);
  return [
    within.map(({name, box}) => svg`<text class="sector-name" x=${(box.x + box.width / 2).toFixed(1)} y=${(box.y + LINE_HEIGHT - 3).toFixed(1)} text-anchor="middle">\u2068${name}\u2069</text>`),
    beside.map((one) => written(one, '')),
    named.map(
      (one) => svg`<circle class="town-of-map" cx=${one.label.x.toFixed(1)} cy=${one.label.y.toFixed(1)} r="2" />
        ${written(one, 'quiet')}`,
    ),
  ];
}

/**
 * What lies around the drawing: no name goes out of it.
 * @param {number} height
 * @returns {Box[]}
 */
const frame = (height) => [
  {x: -WIDTH, y: -height, width: WIDTH, height: 3 * height},
  {x: WIDTH, y: -height, width: WIDTH, height: 3 * height},
  {x: 0, y: -height, width: WIDTH, height},
  {x: 0, y: height, width: WIDTH, height},
];

/**
 * A name at a point of the drawing.
 * @param {string} name
 * @param {number[]} at
 * @param {number} rank
 */
const labelled = (name, [x, y], rank) => ({name, rank, x, y, width: name.length * LETTER + 4, height: LINE_HEIGHT, offs: [8, 14]});

/**
 * @param {{label: {name: string}, side: import('../../map/spacing.js').Side, box: Box}} placed
 * @param {string} name
 */
function written({label, side, box}, name) {
  const [x, anchor] = side === 'end' ? [box.x, 'start'] : side === 'start' ? [box.x + box.width, 'end'] : [box.x + box.width / 2, 'middle'];
  return svg`<text class=${name} x=${x.toFixed(1)} y=${(box.y + LINE_HEIGHT - 3).toFixed(1)} text-anchor=${anchor}>\u2068${label.name}\u2069</text>`;
}

/**
 * Names of areas, each once: in the middle of its largest part, or beside that if it is smaller than its name.
 * @param {import('./layer.js').Layer | undefined} layer
 * @param {At} at
 */
function areaNames(layer, at) {
  /** @type {Map<string, {name: string, at: number[], sides: number[], box: Box}>} */
  const largest = new Map();
  for (const {name, ring} of layer?.areas ?? []) {
    const sides = sidesOf(ring.map((one) => at(position(one))));
    const before = largest.get(name)?.sides ?? [0, 0];
    if (name && sides[0] * sides[1] >= before[0] * before[1]) {
      const centre = at(middle(ring.map(position)));
      const {width, height} = labelled(name, centre, 0);
      largest.set(name, {name, at: centre, sides, box: {x: centre[0] - width / 2, y: centre[1] - height / 2, width, height}});
    }
  }
  const all = [...largest.values()].sort((a, b) => b.sides[0] * b.sides[1] - a.sides[0] * a.sides[1]).slice(0, NAMES);
  const isWide = (/** @type {{sides: number[], box: Box}} */ {sides, box}) => sides[0] > box.width && sides[1] > box.height;
  /** @type {{name: string, box: Box}[]} */
  const within = [];
  for (const area of all.filter(isWide)) {
    if (!within.some(({box}) => overlap(box, area.box))) {
      within.push(area);
    }
  }
  const small = all.filter((area) => !isWide(area)).map((area) => ({...labelled(area.name, area.at, 1), offs: [Math.max(...area.sides) / 2 + 3]}));
  return {within, small};
}

/**
 * Width and height of the box around a ring.
 * @param {number[][]} ring
 */
function sidesOf(ring) {
  return [0, 1].map((axis) => {
    const all = ring.map((one) => one[axis]);
    return Math.max(...all) - Math.min(...all);
  });
}

/**
 * Towns in the drawing, with their names in the officer's language.
 * @param {import('../../app/view.js').View} view
 * @param {At} at
 * @param {number} height
 */
function townsOf(view, at, height) {
  /** @type {any[]} */
  const known = view.feed.read('/geo/towns').data?.features ?? [];
  return known
    .map(({geometry, properties}) => labelled(nameIn(properties, view.words.language), at(position(geometry.coordinates)), properties.rank ?? 3))
    .filter(({x, y}) => x > 4 && x < WIDTH - 4 && y > LINE_HEIGHT && y < height - 3.5 * LINE_HEIGHT)
    .map((town) => ({...town, offs: [5, 12]}));
}
