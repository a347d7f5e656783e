/** Where the officer is, kept in the address after `#`, so that a room can be sent to a colleague as a link. */

/**
 * @typedef {object} Route
 * @property {string} screen `floor`, `incident`, `record`, `history`, `units`, `daily`, `agreements`, `crossings`, `notices`, `requests`, `link`, `handover`, `admin`, `paper`
 * @property {string[]} rest further steps of the path
 * @property {URLSearchParams} query
 */

const HOME = 'floor';

/**
 * @param {string} hash as in `location.hash`
 * @returns {Route}
 */
export function parseRoute(hash) {
  const [path, query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [screen, ...rest] = path.split('/').map(decodeURIComponent);
  return {screen: screen || HOME, rest, query: new URLSearchParams(query)};
}

/**
 * The address of a place in the console.
 * @param {string} screen
 * @param {string[]} [rest]
 * @param {Record<string, string>} [query] empty values are left out
 */
export function to(screen, rest = [], query = {}) {
  const path = [screen, ...rest].map(encodeURIComponent).join('/');
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return `#/${path}${search ? `?${search}` : ''}`;
}

/** @param {string} id */
export const toIncident = (id) => to('incident', [id]);

/**
 * An entry by its name, `ir/17`.
 * @param {string} name
 */
export const toEntry = (name) => to('record', name.split('/'));

/**
 * A joint act by the entry that proposed it, `ir/12`.
 * @param {string} name
 */
export const toAct = (name) => to('agreements', name.split('/'));

/**
 * The print of an entry.
 * @param {string} name
 */
export const toPaper = (name) => to('paper', name.split('/'));
