import {Ground} from './ground.js';
import {leaflet} from './leaflet.js';
import {nameAll} from './names.js';
import {incidentSign, postSign, unitSign} from './signs.js';
import {spread} from './spreading.js';

/**
 * The ground: land, waters and salt flats, the operational line in the band in which it may lie with the sides on either
 * hand, towns, ports, posts, units with the age of what is known about them, incidents.
 *
 * Everything is an element of the page (Leaflet draws land and line as SVG, the rest are HTML), so colours come from the
 * style sheet in both themes, letters are joined by the browser in every script, and each mark can have the focus.
 * No tile, no glyph and no style is fetched from anywhere but this node.
 */

/**
 * @typedef {object} Picture
 * @property {import('../i18n/languages.js').Language} language
 * @property {import('./geography.js').Geography} geography what lies beneath
 * @property {{id: string, name: string}[]} sides
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} home
 * @property {IncidentMark[]} incidents
 * @property {UnitMark[]} units
 * @property {{at: import('../app/types.js').Position, label: string}[]} posts
 * @property {ReachMark[]} reach where the first unit is within some times, the longest first; empty when it is not asked for
 *
 * @typedef {object} ReachMark
 * @property {number} step from 0, the soonest
 * @property {string} label
 * @property {[number, number][][]} edges longitude before latitude
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

/**
 * Room that a mark takes around where it stands: its sign, the letter of a side beside it, and when a unit was last seen.
 * @type {Record<'post' | 'unit' | 'seen' | 'incident', import('./spacing.js').Box[]>}
 */
const ROOM = {
  post: [{x: -8, y: -7, width: 16, height: 14}],
  unit: [
    {x: -16, y: -16, width: 32, height: 32},
    {x: 8, y: -20, width: 16, height: 12},
  ],
  seen: [{x: -20, y: 13, width: 40, height: 15}],
  incident: [{x: -18, y: -18, width: 36, height: 36}],
};

export class BorderMap {
  /** @type {Map<string, any>} layer by `kind id` */
  #marks = new Map();
  #said = '';
  /** Grows with every mark that is drawn anew. */
  #drawn = 0;

  /**
   * @param {HTMLElement} element
   * @param {import('../app/acts.js').Acts} act
   * @param {import('./geography.js').Geography} geography
   */
  static async hang(element, act, geography) {
    return new BorderMap(await leaflet(), element, act, geography);
  }

  /**
   * @param {any} L Leaflet
   * @param {HTMLElement} element
   * @param {import('../app/acts.js').Acts} act
   * @param {import('./geography.js').Geography} geography
   */
  constructor(L, element, act, geography) {
    this.L = L;
    this.act = act;
    this.map = L.map(element, {
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0.25,
      wheelPxPerZoomLevel: 120,
      maxBoundsViscosity: 1,
    });
    // What is computed lies over the land and under the line.
    this.map.createPane('reach').style.zIndex = '410';
    this.map.createPane('line').style.zIndex = '420';
    this.ground = new Ground(L, this.map, geography);
    this.reach = L.layerGroup().addTo(this.map);
    this.leaders = L.layerGroup().addTo(this.map);
    this.names = L.layerGroup().addTo(this.map);
    this.scale = L.control.scale({imperial: false, position: 'bottomright'}).addTo(this.map);
    this.map.on('zoomend', () => {
      this.ground.widenBand();
      this.#arrange();
    });
    new ResizeObserver(() => this.map.invalidateSize()).observe(element);
  }

  /** The whole line in view. */
  home() {
    this.ground.home();
  }

  /**
   * Draws what has changed since the last picture, and nothing else.
   * @param {Picture} picture
   */
  show(picture) {
    if (picture.geography !== this.ground.geography) {
      this.ground.remove();
      this.ground = new Ground(this.L, this.map, picture.geography);
      this.#drawn++;
    }
    if (picture.language !== this.#said) {
      this.#said = picture.language;
      this.sides = picture.sides;
      this.#drawn++;
      this.#controls(picture);
      this.#arrange();
    }
    this.#draw(picture);
    const before = this.#drawn;
    const wanted = new Map();
    picture.posts.forEach((post) =>
      wanted.set(`post ${post.label}`, {at: post.at, sign: postSign(), name: post.label, level: 0, room: ROOM.post}),
    );
    picture.units.forEach((unit) =>
      wanted.set(`unit ${unit.id}`, {
        at: unit.at,
        sign: unitSign(unit),
        label: unit.label,
        level: 1,
        room: unit.lastSeen ? [...ROOM.unit, ...ROOM.seen] : ROOM.unit,
      }),
    );
    picture.incidents.forEach((incident) =>
      wanted.set(`incident ${incident.id}`, {
        at: incident.at,
        radiusM: incident.radiusM,
        tone: incident.priority.toLowerCase(),
        sign: incidentSign(incident),
        label: incident.label,
        level: 2,
        room: ROOM.incident,
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
   * The ground that is reached.
   * @param {Picture} picture
   */
  #draw({reach}) {
    const drawn = JSON.stringify(reach);
    if (drawn !== this.reached) {
      this.reached = drawn;
      this.reach.clearLayers();
      reach.forEach((one) => this.#reached(one));
    }
  }

  /** @param {ReachMark} one */
  #reached({step, label, edges}) {
    const rings = edges.map((edge) => edge.map(([lon, lat]) => [lat, lon]));
    if (rings.length === 0) {
      return;
    }
    this.L.polygon(rings, {className: `reach step-${step}`, interactive: false, pane: 'reach'}).addTo(this.reach);
    const north = rings[0].reduce((best, point) => (point[0] > best[0] ? point : best));
    this.L.marker(north, {
      icon: this.L.divIcon({className: 'reach-label', html: `<span dir="auto">${label}</span>`, iconSize: [0, 0]}),
      interactive: false,
      keyboard: false,
      zIndexOffset: -500,
    }).addTo(this.reach);
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
   * @param {object} mark
   * @param {{lat: number, lon: number}} mark.at
   * @param {string} mark.sign
   * @param {string} [mark.name] that stands beside it
   * @param {string} [mark.label] that is said of it
   * @param {number} mark.level
   * @param {import('./spacing.js').Box[]} mark.room
   * @param {string} [mark.go]
   * @param {number} [mark.radiusM]
   * @param {string} [mark.tone]
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
    this.#marks.set(id, {drawn, layers, place, level: mark.level, name: mark.name, room: mark.room});
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
    const posts = [];
    for (const [{x, y, mark}, {dx, dy}] of spread(marks)) {
      const stand = this.map.unproject([x + dx, y + dy], zoom);
      mark.layers[0].setLatLng(stand);
      taken.push(...mark.room.map((/** @type {import('./spacing.js').Box} */ box) => ({...box, x: x + dx + box.x, y: y + dy + box.y})));
      if (mark.name) {
        posts.push({name: mark.name, x: x + dx, y: y + dy});
      }
      if (dx || dy) {
        this.L.polyline([mark.place, stand], {className: 'leader', interactive: false}).addTo(this.leaders);
      }
    }
    this.names.clearLayers();
    const {geography} = this.ground;
    nameAll(this.L, this.map, this.names, {geography, sides: this.sides ?? [], language: this.#said, posts}, taken);
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
