import {html} from '../../lib/lit-html/lit-html.js';
import {nameIn} from '../map/geography.js';
import {latinDigits} from '../time/walls.js';

/**
 * A position, always left to right: `29.0148 N 61.4496 E`. Four decimals are about 11 m, finer than any report.
 * @param {import('../app/types.js').Position} position
 */
export function coordinates({lat, lon}) {
  return html`<bdi class="code">${degrees(lat, 'N', 'S')} ${degrees(lon, 'E', 'W')}</bdi>`;
}

/**
 * @param {number} value
 * @param {string} positive
 * @param {string} negative
 */
function degrees(value, positive, negative) {
  return `${Math.abs(value).toFixed(4)} ${value < 0 ? negative : positive}`;
}

/**
 * A position as somebody types it: degrees north and east, or with a minus or by their letters south and west.
 * @param {string | undefined} typed
 * @returns {import('../app/types.js').Position | undefined}
 */
export function typedPosition(typed) {
  const found = /^\s*([-\u2212]?)(\d{1,2}(?:\.\d+)?)\s*°?\s*([NS]?)[\s,]+([-\u2212]?)(\d{1,3}(?:\.\d+)?)\s*°?\s*([EW]?)\s*$/i.exec(latinDigits(typed ?? ''));
  if (!found) {
    return undefined;
  }
  const [, minusLat, lat, northOrSouth, minusLon, lon, eastOrWest] = found;
  return {lat: signed(lat, minusLat, /s/i.test(northOrSouth)), lon: signed(lon, minusLon, /w/i.test(eastOrWest))};
}

/**
 * @param {string} degrees
 * @param {string} minus
 * @param {boolean} isOther whether the letter is that of the south or the west
 */
const signed = (degrees, minus, isOther) => (minus || isOther ? -1 : 1) * Number(degrees);

/**
 * Towns and posts by their names in the officer's language.
 * @param {import('../app/view.js').View} view
 * @returns {{name: string, lat: number, lon: number}[]}
 */
export function knownPlaces(view) {
  const features = [
    ...(view.feed.read('/geo/posts').data?.features ?? []),
    ...(view.feed.read('/geo/towns').data?.features ?? []),
  ];
  return features.map((feature) => ({
    name: nameIn(feature.properties, view.words.language),
    lon: feature.geometry.coordinates[0],
    lat: feature.geometry.coordinates[1],
  }));
}

/**
 * The position that was typed, or that of the town or post that was named.
 * @param {import('../app/view.js').View} view
 * @param {string | undefined} typed
 * @param {string | undefined} name
 * @returns {import('../app/types.js').Position | undefined}
 */
export function positionOf(view, typed, name) {
  const named = knownPlaces(view).find((known) => known.name && known.name === name?.trim());
  return typedPosition(typed) ?? (named && {lat: named.lat, lon: named.lon});
}
