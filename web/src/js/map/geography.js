/**
 * What lies beneath everything else on a map, as this node holds it: the operational line, and the lands, towns and marks
 * around it. Nothing of any border is known here; a node that has no such file has an emptier map.
 */

/** What is a mark of the map, by `kind`; anything else is left out. */
const KINDS = ['port', 'river', 'lake', 'playa'];

/** Around what a node has, where no `bbox` says where its map ends: a share of it, and degrees at least. */
const [AROUND, AROUND_LEAST] = [0.75, 0.2];

const M_PER_KM = 1_000;

/**
 * @typedef {object} Geography
 * @property {any[]} line features; `left` and `right` are the sides on either hand
 * @property {number} uncertaintyM how far to either side of it the line may be
 * @property {any[]} lands
 * @property {any[]} towns
 * @property {any[]} marks ports, rivers, lakes and salt flats
 * @property {[west: number, south: number, east: number, north: number]} edge nothing is shown beyond
 * @property {any[]} files that it came from, with their `source`, `licence` and `credit`
 */

/** The last one, and the answers it was made of. @type {{answers: any[], geography: Geography} | undefined} */
let made;

/**
 * All of it; nothing as long as some of it has not been read. The same one as long as nothing of it is another.
 * @param {import('../app/view.js').View} view
 * @returns {Geography | undefined}
 */
export function geographyOf(view) {
  const answers = ['border', 'lands', 'towns', 'marks'].map((layer) => layerOf(view, layer));
  if (answers.some((answer) => !answer)) {
    return undefined;
  }
  if (!made?.answers.every((answer, index) => answer === answers[index])) {
    made = {answers, geography: geography(answers)};
  }
  return made.geography;
}

const NOTHING = {features: []};

/**
 * @param {import('../app/view.js').View} view
 * @param {string} layer
 * @returns {any} nothing as long as the node has not answered
 */
function layerOf(view, layer) {
  const {data, refused} = view.feed.read(`/geo/${layer}`);
  return data ?? (refused?.status === 404 ? NOTHING : undefined);
}

/**
 * @param {any[]} answers
 * @returns {Geography}
 */
function geography([border, lands, towns, marks]) {
  const line = border.features;
  return {
    line,
    uncertaintyM: Math.max(0, ...line.map((/** @type {any} */ piece) => piece.properties?.uncertainty_m ?? 0)),
    lands: lands.features,
    towns: towns.features,
    marks: marks.features.filter((/** @type {any} */ mark) => KINDS.includes(mark.properties?.kind)),
    edge: lands.bbox ?? around(line.length ? [border] : [lands, towns, marks]),
    files: [border, lands, towns, marks],
  };
}

/**
 * The box around what is there, with room about it; the whole Earth if nothing is.
 * @param {any[]} layers
 * @returns {[number, number, number, number]}
 */
function around(layers) {
  const points = layers.flatMap(({features}) => features.flatMap((/** @type {any} */ {geometry}) => positions(geometry.coordinates)));
  if (points.length === 0) {
    return [-180, -85, 180, 85];
  }
  const [west, east] = extremes(points, 0);
  const [south, north] = extremes(points, 1);
  const room = Math.max(AROUND * Math.max(east - west, north - south), AROUND_LEAST);
  return [Math.max(-180, west - room), Math.max(-85, south - room), Math.min(180, east + room), Math.min(85, north + room)];
}

/**
 * @param {any[]} coordinates of a geometry of whatever type
 * @returns {number[][]}
 */
const positions = (coordinates) => (typeof coordinates[0] === 'number' ? [coordinates] : coordinates.flatMap(positions));

/**
 * @param {number[][]} points
 * @param {number} axis
 */
const extremes = (points, axis) => [
  points.reduce((least, point) => Math.min(least, point[axis]), Infinity),
  points.reduce((most, point) => Math.max(most, point[axis]), -Infinity),
];

/**
 * What something on the map is called: in the officer's language, else as its own name is.
 * @param {Record<string, any>} properties
 * @param {string} language
 * @returns {string}
 */
export const nameIn = (properties, language) => String(properties[language] ?? properties.name ?? properties.en ?? '');

/**
 * Whether there is a mark of a kind.
 * @param {Geography | undefined} known
 * @param {string} kind
 */
export const has = (known, kind) => Boolean(known?.marks.some(({properties}) => properties.kind === kind));

/**
 * How far to either side of it the line may be, in words.
 * @param {import('../i18n/words.js').Words} words
 * @param {Geography} known
 */
export function bandOf(words, {uncertaintyM}) {
  return uncertaintyM < M_PER_KM
    ? words.text('map.bandMetres', {m: uncertaintyM})
    : words.text('map.band', {km: uncertaintyM / M_PER_KM});
}

/**
 * Whose data is on the map, each once: the `credit` of its file, in the officer's language if it has it, else its source.
 * @param {Geography | undefined} known
 * @param {string} language
 * @returns {string[]}
 */
export function creditsOf(known, language) {
  const all = (known?.files ?? []).map(({credit, source, licence}) =>
    credit ? nameIn(credit, language) : [source, licence].filter(Boolean).join(', '),
  );
  return [...new Set(all.filter(Boolean))];
}
