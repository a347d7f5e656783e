import {portSign} from './signs.js';

/**
 * What lies beneath everything else on a map: lands, waters and salt flats, a graticule, and the operational line in the band
 * in which it may lie. How near and how far one may look follows from how long the line is.
 */

/** Around the Earth, as the map's projection has it. */
const EQUATOR_M = 40_075_016.686;

/** How near one may look, at least: a street fills the window. And how much nearer than at the whole line. */
const [NEAREST, NEARER] = [12, 4];

/** From which zoom on one may look at most from afar; further, if the line is longer. */
const FARTHEST = 5;

/** Degrees between lines of the graticule, and most of them. */
const [GRATICULE, GRATICULE_MOST] = [[0.1, 0.2, 0.5, 1, 2, 5, 10], 24];

export class Ground {
  /**
   * @param {any} L Leaflet
   * @param {any} map
   * @param {import('./geography.js').Geography} geography
   */
  constructor(L, map, geography) {
    this.L = L;
    this.map = map;
    this.geography = geography;
    this.layers = L.layerGroup().addTo(map);
    this.#draw();
    this.#bound();
    this.widenBand();
  }

  /** Nothing of it is left on the map. */
  remove() {
    this.layers.remove();
  }

  #draw() {
    const {line, lands, marks} = this.geography;
    this.#lay(lands, {style: (/** @type {any} */ {properties}) => ({className: `land ${isOfASide(properties.land, line) ? 'of-a-side' : ''}`})});
    this.#lay(marks.filter(isNoPort), {style: (/** @type {any} */ {properties}) => ({className: properties.kind})});
    this.#lay(graticule(this.geography.edge), {style: {className: 'graticule'}});
    this.band = this.#lay(line, {pane: 'line', style: {className: 'line-band'}});
    this.#lay(line, {pane: 'line', style: {className: 'line-casing'}});
    this.line = this.#lay(line, {pane: 'line', style: {className: 'line'}});
    marks.filter((mark) => !isNoPort(mark)).forEach((port) => this.#port(port));
  }

  /**
   * @param {any} features
   * @param {object} options
   */
  #lay(features, options) {
    return this.L.geoJSON(features, {interactive: false, ...options}).addTo(this.layers);
  }

  /** @param {any} port */
  #port({geometry: {coordinates}}) {
    this.L.marker([coordinates[1], coordinates[0]], {
      icon: this.L.divIcon({className: 'port-place', html: portSign(), iconSize: [14, 14]}),
      interactive: false,
      keyboard: false,
      zIndexOffset: -900,
    }).addTo(this.layers);
  }

  /** Brings the whole of it into view, and lets nobody lose it from there. */
  #bound() {
    const [west, south, east, north] = this.geography.edge;
    const edge = this.L.latLngBounds([south, west], [north, east]);
    this.whole = this.geography.line.length ? this.line.getBounds() : edge;
    this.map.setMinZoom(0).setMaxZoom(NEAREST + NEARER).setMaxBounds(edge);
    this.home();
    const zoom = this.map.getZoom();
    this.map.setMinZoom(Math.min(FARTHEST, Math.floor(zoom))).setMaxZoom(Math.max(NEAREST, Math.ceil(zoom) + NEARER));
  }

  /** The whole line in view. */
  home() {
    this.map.fitBounds(this.whole, {padding: [24, 24], animate: false});
  }

  /** The band is as wide as the line is uncertain, at whatever zoom. */
  widenBand() {
    const at = this.whole.getCenter();
    const metresPerPixel =
      (EQUATOR_M * Math.cos((at.lat * Math.PI) / 180)) / this.map.options.crs.scale(this.map.getZoom());
    this.band.setStyle({weight: Math.max(1, (2 * this.geography.uncertaintyM) / metresPerPixel)});
  }
}

/** @param {any} mark */
const isNoPort = (mark) => mark.properties.kind !== 'port';

/**
 * Whether a land is that of a side.
 * @param {string | undefined} land
 * @param {any[]} line
 */
const isOfASide = (land, line) =>
  line.some(({properties: {left, right}}) => [left, right].includes(String(land).toLowerCase()));

/**
 * A line at every full degree, or as often as suits the size of the map.
 * @param {[west: number, south: number, east: number, north: number]} edge
 */
function graticule([west, south, east, north]) {
  const span = Math.max(east - west, north - south);
  const step = GRATICULE.find((degrees) => span / degrees <= GRATICULE_MOST) ?? GRATICULE[GRATICULE.length - 1];
  const lines = [];
  for (let i = Math.ceil(west / step); i * step <= east; i++) {
    lines.push([[i * step, south], [i * step, north]]);
  }
  for (let i = Math.ceil(south / step); i * step <= north; i++) {
    lines.push([[west, i * step], [east, i * step]]);
  }
  return {type: 'MultiLineString', coordinates: lines};
}
