import {leaflet} from './leaflet.js';
import {incidentSign, postSign, townSign, unitSign} from './signs.js';
import {spaced} from './spacing.js';
import {spread} from './spreading.js';

/**
 * The ground: land, the operational line, towns, posts, units with the age of what is known about them, incidents.
 *
 * Everything is an element of the page (Leaflet draws land and line as SVG, the rest are HTML), so colours come from the
 * style sheet in both themes, letters are joined by the browser in every script, and each mark can have the focus.
 * No tile, no glyph and no style is fetched from anywhere but this node.
 */

/**
 * @typedef {object} Picture
 * @property {import('../i18n/languages.js').Language} language
 * @property {string} line what the line is and is not
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} home
 * @property {IncidentMark[]} incidents
 * @property {UnitMark[]} units
 * @property {{at: import('../app/types.js').Position, label: string}[]} posts
 *
 * @typedef {object} IncidentMark
 * @property {string} id
 * @property {import('../app/types.js').Position} at
 * @property {number} radiusM how uncertain the place is
 * @property {import('../app/types.js').Priority} priority
 * @property {boolean} waits whether it waits for a person of ours
 * @property {string} label
 *
 * @typedef {object} UnitMark
 * @property {string} id
 * @property {import('../app/types.js').Position} at
 * @property {boolean} ours
 * @property {string} letter
 * @property {string} type
 * @property {number} freshness from 1, just heard, to 0
 * @property {boolean} stale
 * @property {string} label
 * @property {string} lastSeen
 */

/** Nothing lies beyond; as in `lands.json`. */
const EDGE = [
  [21.5, 53],
  [35.5, 73],
];

/** From which zoom a town of rank 1, 2, 3 is named. */
const TOWN_ZOOM = [0, 5, 6.75, 8];

export class BorderMap {
  /** @type {Map<string, any>} layer by `kind id` */
  #marks = new Map();
  #said = '';
  /** Grows with every mark that is drawn anew. */
  #drawn = 0;

  /**
   * @param {HTMLElement} element
   * @param {import('../app/acts.js').Acts} act
   */
  static async hang(element, act) {
    const [L, ...geography] = await Promise.all([leaflet(), geo('lands'), geo('line'), geo('towns')]);
    return new BorderMap(L, element, act, geography);
  }

  /**
   * @param {any} L Leaflet
   * @param {HTMLElement} element
   * @param {import('../app/acts.js').Acts} act
   * @param {any[]} geography lands, line, towns
   */
  constructor(L, element, act, [lands, line, towns]) {
    this.L = L;
    this.act = act;
    this.towns = towns.features;
    this.map = L.map(element, {
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0.25,
      wheelPxPerZoomLevel: 120,
      minZoom: 5,
      maxZoom: 12,
      maxBounds: EDGE,
      maxBoundsViscosity: 1,
    });
    L.geoJSON(lands, {
      interactive: false,
      style: (/** @type {any} */ feature) => ({className: `land ${feature.properties.land}`}),
    }).addTo(this.map);
    L.geoJSON(grid(), {interactive: false, style: {className: 'graticule'}}).addTo(this.map);
    L.geoJSON(line, {interactive: false, style: {className: 'line-casing'}}).addTo(this.map);
    this.line = L.geoJSON(line, {interactive: false, style: {className: 'line'}}).addTo(this.map);
    this.leaders = L.layerGroup().addTo(this.map);
    this.names = L.layerGroup().addTo(this.map);
    this.scale = L.control.scale({imperial: false, position: 'bottomright'}).addTo(this.map);
    this.home();
    this.map.on('zoomend', () => this.#arrange());
    new ResizeObserver(() => this.map.invalidateSize()).observe(element);
  }

  /** The whole line in view. */
  home() {
    this.map.fitBounds(this.line.getBounds(), {padding: [24, 24], animate: false});
  }

  /**
   * Draws what has changed since the last picture, and nothing else.
   * @param {Picture} picture
   */
  show(picture) {
    if (picture.language !== this.#said) {
      this.#said = picture.language;
      this.#drawn++;
      this.#controls(picture);
      this.#arrange();
    }
    const before = this.#drawn;
    const wanted = new Map();
    picture.posts.forEach((post) => wanted.set(`post ${post.label}`, {at: post.at, sign: postSign(post), level: 0}));
    picture.units.forEach((unit) =>
      wanted.set(`unit ${unit.id}`, {at: unit.at, sign: unitSign(unit), label: unit.label, level: 1}),
    );
    picture.incidents.forEach((incident) =>
      wanted.set(`incident ${incident.id}`, {
        at: incident.at,
        radiusM: incident.radiusM,
        tone: incident.priority.toLowerCase(),
        sign: incidentSign(incident),
        label: incident.label,
        level: 2,
        go: `#/incident/${encodeURIComponent(incident.id)}`,
      }),
    );
    for (const [id, mark] of this.#marks) {
      if (!wanted.has(id)) {
        mark.layers.forEach((/** @type {any} */ layer) => layer.remove());
        this.#marks.delete(id);
        this.#drawn++;
      }
    }
    wanted.forEach((mark, id) => this.#put(id, mark));
    if (this.#drawn !== before) {
      this.#arrange();
    }
  }

  /**
   * Brings an incident into view and marks it.
   * @param {string} incident
   */
  lookAt(incident) {
    for (const [id, mark] of this.#marks) {
      mark.layers[0].getElement()?.classList.toggle('looked-at', id === `incident ${incident}`);
    }
    const mark = this.#marks.get(`incident ${incident}`);
    if (mark && !this.map.getBounds().pad(-0.1).contains(mark.layers[0].getLatLng())) {
      this.map.panTo(mark.layers[0].getLatLng(), {animate: !matchMedia('(prefers-reduced-motion: reduce)').matches});
    }
  }

  /**
   * @param {string} id
   * @param {{at: {lat: number, lon: number}, sign: string, label?: string, level: number, go?: string, radiusM?: number, tone?: string}} mark
   */
  #put(id, mark) {
    const known = this.#marks.get(id);
    const drawn = JSON.stringify(mark);
    if (known?.drawn === drawn) {
      return;
    }
    known?.layers.forEach((/** @type {any} */ layer) => layer.remove());
    const place = [mark.at.lat, mark.at.lon];
    const marker = this.L.marker(place, {
      icon: this.L.divIcon({className: 'sign', html: mark.sign, iconSize: [30, 30]}),
      keyboard: Boolean(mark.go),
      interactive: Boolean(mark.label),
      alt: mark.label ?? '',
      zIndexOffset: mark.level * 1000,
    }).addTo(this.map);
    const layers = [marker];
    if (mark.label) {
      marker.bindTooltip(mark.label, {direction: 'top', offset: [0, -14], className: 'sign-label'});
    }
    if (mark.go) {
      const go = mark.go;
      const open = () => this.act.go(go);
      marker.on('click', open).on('keypress', (/** @type {any} */ event) => event.originalEvent.key === 'Enter' && open());
      marker.getElement().setAttribute('role', 'link');
      marker.getElement().setAttribute('aria-label', mark.label);
    } else {
      marker.getElement().setAttribute('aria-hidden', 'true');
    }
    if (mark.radiusM) {
      layers.push(
        this.L.circle(place, {radius: mark.radiusM, interactive: false, className: `uncertain ${mark.tone}`}).addTo(this.map),
      );
    }
    this.#drawn++;
    this.#marks.set(id, {drawn, layers, place, level: mark.level});
  }

  /** Gives every mark and name its room at this zoom. */
  #arrange() {
    const zoom = this.map.getZoom();
    const marks = [...this.#marks.values()].map((mark) => {
      const {x, y} = this.map.project(mark.place, zoom);
      return {x, y, level: mark.level, mark};
    });
    this.leaders.clearLayers();
    const taken = [];
    for (const [{x, y, mark}, {dx, dy}] of spread(marks)) {
      const stand = this.map.unproject([x + dx, y + dy], zoom);
      mark.layers[0].setLatLng(stand);
      taken.push({x: x + dx - 16, y: y + dy - 16, width: 32, height: 32});
      if (dx || dy) {
        this.L.polyline([mark.place, stand], {className: 'leader', interactive: false}).addTo(this.leaders);
      }
    }
    this.#nameTowns(zoom, taken);
  }

  /**
   * Names as many towns as there is room for, the larger first.
   * @param {number} zoom
   * @param {import('./spacing.js').Box[]} taken room that marks take
   */
  #nameTowns(zoom, taken) {
    this.names.clearLayers();
    /** @type {(import('./spacing.js').Box & {place: [number, number], name: string, rank: number})[]} */
    const names = this.towns
      .filter((/** @type {any} */ town) => zoom >= TOWN_ZOOM[town.properties.rank])
      .map((/** @type {any} */ town) => {
        const [lon, lat] = town.geometry.coordinates;
        const {x, y} = this.map.project([lat, lon], zoom);
        const name = town.properties[this.#said || 'en'];
        return {place: [lat, lon], name, rank: town.properties.rank, x, y, width: 8 + name.length * 7, height: 16};
      });
    for (const {label, side, off} of spaced(names, taken)) {
      this.L.marker(label.place, {
        icon: this.L.divIcon({className: `town-place ${side} off-${off}`, html: townSign(label), iconSize: [6, 6]}),
        interactive: false,
        keyboard: false,
        zIndexOffset: -1000,
      }).addTo(this.names);
    }
  }

  /** @param {Picture} picture */
  #controls(picture) {
    const map = this.map;
    const control = this.L.control({position: 'topright'});
    const buttons = /** @type {const} */ ([
      ['+', picture.zoomIn, () => map.zoomIn()],
      ['−', picture.zoomOut, () => map.zoomOut()],
      ['⤢', picture.home, () => this.home()],
    ]);
    control.onAdd = () => {
      const box = this.L.DomUtil.create('div', 'map-buttons');
      for (const [sign, label, press] of buttons) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = sign;
        button.setAttribute('aria-label', label);
        button.title = label;
        button.addEventListener('click', press);
        box.append(button);
      }
      this.L.DomEvent.disableClickPropagation(box);
      return box;
    };
    this.control?.remove();
    this.control = control.addTo(map);
  }
}

/** @param {string} name */
async function geo(name) {
  const answer = await fetch(new URL(`../../geo/${name}.json`, import.meta.url));
  if (!answer.ok) {
    throw new Error(`geography ${name}: HTTP ${answer.status}`);
  }
  return answer.json();
}

/** A line at every full degree. */
function grid() {
  const [[south, west], [north, east]] = EDGE;
  const lines = [];
  for (let lon = Math.ceil(west); lon <= east; lon++) {
    lines.push([[lon, south], [lon, north]]);
  }
  for (let lat = Math.ceil(south); lat <= north; lat++) {
    lines.push([[west, lat], [east, lat]]);
  }
  return {type: 'MultiLineString', coordinates: lines};
}
