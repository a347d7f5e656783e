import {nameIn} from './geography.js';
import {postName, sideSign, townSign} from './signs.js';
import {overlap, spaced} from './spacing.js';

/**
 * Names on a map: of posts, of each side on its hand of the line, and of as many towns and waters as there is room for, the
 * larger first. They give way to marks and to each other, and leave the line free where they can.
 */

/** From which zoom a salt flat, a lake or a river is named. */
const WATER_ZOOM = 6.75;

/** From which zoom a town of rank 1, 2, 3 is named. */
const TOWN_ZOOM = [0, 5, 6.75, 8];

/** How far beside the line the name of a side stands, in pixels, and where along it that is tried: shares of its half. */
const [BESIDE, PLACES] = [56, [0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45]];

/** How far from its post the name of one stands: close, or clear of a mark that lies on it or beside it. */
const POST_OFF = [10, 21, 34];

/** A line is looked at by pieces of so many pixels at least. */
const PIECE = 4;

/** Room that a name of a side takes: a letter, what is around them, and its height. */
const [LETTER, AROUND, HEIGHT] = [12, 16, 22];

/** @typedef {import('./spacing.js').Box & {place: [number, number], name: string, rank: number, offs?: number[]}} Label */

/**
 * @param {any} L Leaflet
 * @param {any} map
 * @param {any} names the layer that they go to, empty
 * @param {object} what
 * @param {import('./geography.js').Geography} what.geography
 * @param {{id: string, name: string}[]} what.sides
 * @param {string} what.language
 * @param {{name: string, x: number, y: number}[]} what.posts and where each stands, in pixels
 * @param {import('./spacing.js').Box[]} taken room that marks take
 */
export function nameAll(L, map, names, {geography, sides, language, posts}, taken) {
  const put = (/** @type {any} */ place, /** @type {string} */ className, /** @type {string} */ html, /** @type {number} */ level) =>
    L.marker(place, {
      icon: L.divIcon({className, html, iconSize: [6, 6]}),
      interactive: false,
      keyboard: false,
      zIndexOffset: level,
    }).addTo(names);
  const line = pieces(map, geography.line);
  const beside = spaced(posts.map((post) => labelOfPost(map, post)), taken, line);
  beside.forEach(({label, side, off}) => put(label.place, `post-place ${side} off-${off}`, postName(label.name), -900));
  const held = [...taken, ...beside.map(({box}) => box)];
  const named = sides.map((side) => nameOfSide(map, geography.line, side, held)).filter((one) => one !== undefined);
  named.forEach(({place, name}) => put(place, 'side-place', sideSign(name), -1100));
  const room = [...held, ...named.map(({box}) => box)];
  for (const {label, side, off} of spaced([...towns(map, geography.towns, language), ...waters(map, geography.marks, language)], room, line)) {
    put(label.place, `town-place ${side} off-${off}`, townSign(label), -1000);
  }
}

/**
 * The line as it is drawn at this zoom.
 * @param {any} map
 * @param {any[]} line
 * @returns {import('./spacing.js').Piece[]}
 */
function pieces(map, line) {
  return line.flatMap(({geometry}) => {
    const course = geometry.coordinates.map(([/** @type {number} */ lon, /** @type {number} */ lat]) => map.project([lat, lon]));
    /** @type {import('./spacing.js').Piece[]} */
    const found = [];
    let from = course[0];
    for (const to of course.slice(1)) {
      if (Math.hypot(to.x - from.x, to.y - from.y) >= PIECE) {
        found.push([from.x, from.y, to.x, to.y]);
        from = to;
      }
    }
    return found;
  });
}

/**
 * @param {any} map
 * @param {{name: string, x: number, y: number}} post
 * @returns {Label}
 */
function labelOfPost(map, {name, x, y}) {
  const {lat, lng} = map.unproject([x, y]);
  return {...label(map, [lng, lat], name, 0, 6.2, 14), offs: POST_OFF};
}

/**
 * Near the middle of the line, where neither a mark nor the line itself lies.
 * @param {any} map
 * @param {any[]} line
 * @param {{id: string, name: string}} side
 * @param {import('./spacing.js').Box[]} taken
 */
function nameOfSide(map, line, {id, name}, taken) {
  const [width, height] = [name.length * LETTER + AROUND, HEIGHT];
  const course = line.flatMap(({geometry}) => geometry.coordinates).map(([lon, lat]) => map.project([lat, lon]));
  return beside(line, id)
    .map(([from, to, hand]) => point(map, from, to, hand, width))
    .map(({x, y}) => ({name, place: map.unproject([x, y]), box: {x: x - width / 2, y: y - height / 2, width, height}}))
    .find(({box}) => !taken.some((other) => overlap(box, other)) && !course.some(({x, y}) => overlap(box, {x, y, width: 1, height: 1})));
}

/**
 * Pieces of the line beside which a side lies, those in the middle first, and on which hand of them.
 * @param {any[]} line
 * @param {string} side
 * @returns {[from: number[], to: number[], hand: number][]}
 */
function beside(line, side) {
  return line
    .filter(({properties: {left, right}}) => [left, right].includes(side))
    .flatMap(({geometry: {coordinates}, properties: {left}}) => {
      const half = (coordinates.length - 2) / 2;
      return PLACES.map((share) => Math.floor(half * (1 + share))).map(
        (i) => /** @type {[number[], number[], number]} */ ([coordinates[i], coordinates[i + 1], left === side ? 1 : -1]),
      );
    });
}

/**
 * A point of the drawing beside a piece of the line.
 * @param {any} map
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} hand 1 on the left of who goes along it, -1 on the right
 * @param {number} width of what is to stand there
 */
function point(map, from, to, hand, width) {
  const [a, b] = [from, to].map(([lon, lat]) => map.project([lat, lon]));
  const [right, down] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(right, down) || 1;
  const [outX, outY] = [(hand * down) / length, (-hand * right) / length];
  const off = BESIDE + (Math.abs(outX) * width) / 2;
  return {x: (a.x + b.x) / 2 + outX * off, y: (a.y + b.y) / 2 + outY * off};
}

/**
 * @param {any} map
 * @param {any[]} all
 * @param {string} language
 * @returns {Label[]}
 */
function towns(map, all, language) {
  const zoom = map.getZoom();
  return all
    .map(({geometry, properties}) => ({at: geometry.coordinates, name: nameIn(properties, language), rank: properties.rank ?? 3}))
    .filter(({rank}) => zoom >= (TOWN_ZOOM[rank] ?? 0))
    .map(({at, name, rank}) => label(map, at, name, rank, 7, 16));
}

/**
 * Names of salt flats, lakes and rivers, which stand back behind those of towns.
 * @param {any} map
 * @param {any[]} marks
 * @param {string} language
 * @returns {Label[]}
 */
function waters(map, marks, language) {
  return map.getZoom() < WATER_ZOOM
    ? []
    : marks
        .filter(({properties}) => properties.kind !== 'port')
        .map((water) => label(map, middle(water.geometry), nameIn(water.properties, language), 4, 6, 14));
}

/**
 * Where the name of a water stands: in the middle of its longest part.
 * @param {any} geometry
 * @returns {number[]} longitude before latitude
 */
function middle({type, coordinates}) {
  const parts = {LineString: [coordinates], MultiLineString: coordinates, Polygon: [coordinates[0]], Point: [[coordinates]]}[
    /** @type {string} */ (type)
  ] ?? coordinates.map((/** @type {any} */ polygon) => polygon[0]);
  const part = parts.reduce((/** @type {any} */ best, /** @type {any} */ one) => (one.length > best.length ? one : best));
  const points = type.endsWith('Polygon') ? part.slice(1) : [part[Math.floor(part.length / 2)]];
  return [0, 1].map((axis) => points.reduce((/** @type {number} */ sum, /** @type {number[]} */ at) => sum + at[axis], 0) / points.length);
}

/**
 * @param {any} map
 * @param {number[]} at longitude before latitude
 * @param {string} name
 * @param {number} rank
 * @param {number} letter how wide one is
 * @param {number} height
 * @returns {Label}
 */
function label(map, [lon, lat], name, rank, letter, height) {
  const {x, y} = map.project([lat, lon]);
  return {place: [lat, lon], name, rank, x, y, width: 8 + name.length * letter, height};
}
