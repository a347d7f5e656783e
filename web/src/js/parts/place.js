import {html} from '../../lib/lit-html/lit-html.js';
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
 * A position as somebody types it, degrees north and east.
 * @param {string | undefined} typed
 * @returns {import('../app/types.js').Position | undefined}
 */
export function typedPosition(typed) {
  const found = /^\s*(\d{1,2}(?:\.\d+)?)\s*N?[\s,]+(\d{1,3}(?:\.\d+)?)\s*E?\s*$/i.exec(latinDigits(typed ?? ''));
  return found ? {lat: Number(found[1]), lon: Number(found[2])} : undefined;
}

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
    name: feature.properties[view.words.language] ?? feature.properties.name ?? '',
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
