/**
 * Areas as joint acts and notices spell them: the corners of an edge in millionths of a degree, latitude before longitude.
 * For drawing and for words; whether an area is allowed, the node measures itself.
 */

import {typedPosition} from './place.js';

const METRES_PER_DEGREE = 111_194.93;
const MICRO = 1_000_000;

/** Corners of what is drawn and sent as a circle: within 4 % of it, and always inside. */
const CORNERS = 12;

/** @typedef {import('../app/types.js').Position} Position */

/**
 * Corners on a circle.
 * @param {Position} centre
 * @param {number} radius metres
 * @returns {Position[]}
 */
export function around(centre, radius) {
  return Array.from({length: CORNERS}, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return {
      lat: centre.lat + (radius * Math.cos(angle)) / METRES_PER_DEGREE,
      lon: centre.lon + (radius * Math.sin(angle)) / (METRES_PER_DEGREE * shrink(centre.lat)),
    };
  });
}

/** @param {number} lat */
const shrink = (lat) => Math.cos((lat * Math.PI) / 180);

/**
 * As signed bodies have it.
 * @param {Position[]} corners
 * @returns {number[]}
 */
export const spelled = (corners) => corners.flatMap(({lat, lon}) => [Math.round(lat * MICRO), Math.round(lon * MICRO)]);

/**
 * Inverse of `spelled`.
 * @param {number[]} ring
 * @returns {Position[]}
 */
export function corners(ring) {
  return Array.from({length: Math.floor(ring.length / 2)}, (_, i) => ({lat: ring[2 * i] / MICRO, lon: ring[2 * i + 1] / MICRO}));
}

/**
 * Corners as somebody types them, one to a line.
 * @param {string | undefined} typed
 * @returns {Position[] | undefined} nothing when a line is no position, or there are fewer than three
 */
export function typedCorners(typed) {
  const lines = (typed ?? '').split('\n').filter((line) => line.trim());
  const read = lines.map(typedPosition);
  return read.length >= 3 && read.every(Boolean) ? /** @type {Position[]} */ (read) : undefined;
}

/**
 * The middle of the corners.
 * @param {Position[]} all
 * @returns {Position}
 */
export function middle(all) {
  const mean = (/** @type {(one: Position) => number} */ of) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return {lat: mean((one) => one.lat), lon: mean((one) => one.lon)};
}

/**
 * Metres east and north of a point, near it.
 * @param {Position} origin
 * @param {Position} position
 * @returns {[east: number, north: number]}
 */
export function from(origin, {lat, lon}) {
  return [(lon - origin.lon) * METRES_PER_DEGREE * shrink(origin.lat), (lat - origin.lat) * METRES_PER_DEGREE];
}

/**
 * How large it is, in square kilometres.
 * @param {Position[]} all
 */
export function squareKilometres(all) {
  const flat = all.map((one) => from(all[0], one));
  const twice = flat.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = flat[(i + 1) % flat.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2 / MICRO;
}

/**
 * Metres between two points that are near each other.
 * @param {Position} a
 * @param {Position} b
 */
export const metres = (a, b) => Math.hypot(...from(a, b));
