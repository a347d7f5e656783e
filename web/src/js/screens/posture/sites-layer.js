import {spread} from '../../map/spreading.js';

/**
 * Sites and the posts of one's own plan, over the map of the border. Each site is an element of the page that can have
 * the focus: Enter does what a click does. A post can be dragged as well; where it was let go is told, and it is drawn
 * where the plan has it.
 */

/** How near a site a dragged post is taken to be let go at it, in pixels. */
const NEAR = 20;

const SIZE = 26;

/**
 * @typedef {object} SiteMark
 * @property {{lat: number, lon: number}} at
 * @property {string} label what it is, for whoever does not see it
 * @property {string} sign the numbers of the posts there; empty where none is
 * @property {boolean} isChosen
 * @property {boolean} isBest whether the best plan has a post there
 *
 * @typedef {object} Doings
 * @property {(site: number) => void} press on a site
 * @property {(site: number, onto: number) => void} move the post of a site to another
 * @property {(site: number, at: {lat: number, lon: number}) => void} carry the post of a site to a place that is none
 * @property {(at: {lat: number, lon: number}) => void} ground pressed on a place that is no site
 */

export class SitesLayer {
  /** @type {{marker: any, mark: SiteMark, drawn: string}[]} */
  #sites = [];
  /** @type {Doings | undefined} */
  #do;

  /**
   * @param {any} L Leaflet
   * @param {any} map
   */
  constructor(L, map) {
    this.L = L;
    this.map = map;
    // Whoever presses gives the canvas the focus. It stays where it is on the page then: otherwise the page would move
    // between pressing and letting go, and the press would be lost.
    const canvas = map.getContainer();
    canvas.focus = () => HTMLElement.prototype.focus.call(canvas, {preventScroll: true});
    this.leaders = L.layerGroup().addTo(map);
    map.on('zoomend', () => this.#arrange());
    map.on('click', (/** @type {any} */ {latlng}) => this.#do?.ground({lat: latlng.lat, lon: latlng.lng}));
  }

  /**
   * @param {SiteMark[]} marks
   * @param {Doings} doings
   */
  show(marks, doings) {
    this.#do = doings;
    while (this.#sites.length > marks.length) {
      this.#sites.pop()?.marker.remove();
    }
    marks.forEach((mark, site) => this.#put(site, mark));
    this.#arrange();
  }

  /** Gives every mark its room at this zoom, posts before sites that are free. */
  #arrange() {
    const zoom = this.map.getZoom();
    const marks = this.#sites.map(({marker, mark}) => {
      const {x, y} = this.map.project([mark.at.lat, mark.at.lon], zoom);
      return {x, y, level: mark.sign ? 1 : 0, marker, at: [mark.at.lat, mark.at.lon]};
    });
    this.leaders.clearLayers();
    for (const [{x, y, marker, at}, {dx, dy}] of spread(marks)) {
      const stand = this.map.unproject([x + dx, y + dy], zoom);
      marker.setLatLng(stand);
      if (dx || dy) {
        this.L.polyline([at, stand], {className: 'leader', interactive: false}).addTo(this.leaders);
      }
    }
  }

  /** Where the cross stands. */
  middle() {
    const {lat, lng} = this.map.getCenter();
    return {lat, lon: lng};
  }

  /**
   * @param {number} site
   * @param {SiteMark} mark
   */
  #put(site, mark) {
    const drawn = JSON.stringify(mark);
    const known = this.#sites[site];
    if (known?.drawn === drawn) {
      return;
    }
    const marker = known?.marker ?? this.#make(site, mark);
    const kind = [mark.sign ? 'held' : 'free', mark.isBest ? 'best' : '', mark.isChosen ? 'chosen' : ''].join(' ');
    marker.setZIndexOffset(mark.isChosen ? 2_000 : mark.sign ? 1_000 : 0);
    marker.setIcon(this.L.divIcon({className: `site ${kind}`, html: `<b>${mark.sign}</b>`, iconSize: [SIZE, SIZE]}));
    marker.dragging[mark.sign ? 'enable' : 'disable']();
    marker.setTooltipContent(mark.label);
    const element = marker.getElement();
    element.dataset.site = String(site);
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', mark.label);
    element.setAttribute('aria-pressed', String(mark.isChosen));
    this.#sites[site] = {marker, mark, drawn};
  }

  /**
   * @param {number} site
   * @param {SiteMark} mark
   */
  #make(site, mark) {
    const marker = this.L.marker([mark.at.lat, mark.at.lon], {
      icon: this.L.divIcon({className: 'site', html: '', iconSize: [SIZE, SIZE]}),
      keyboard: true,
      draggable: true,
      autoPan: true,
    }).addTo(this.map);
    marker.bindTooltip(mark.label, {direction: 'top', offset: [0, -12], className: 'sign-label'});
    marker.on('click', () => this.#do?.press(site));
    marker.on('dragend', () => this.#dropped(site, marker));
    marker.getElement().addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        event.stopPropagation();
        this.#do?.press(site);
      }
    });
    return marker;
  }

  /**
   * @param {number} site from which a post was dragged
   * @param {any} marker
   */
  #dropped(site, marker) {
    const at = marker.getLatLng();
    const {x, y} = this.map.latLngToContainerPoint(at);
    const found = this.#sites
      .map((one, other) => ({other, point: this.map.latLngToContainerPoint(one.marker.getLatLng())}))
      .filter(({other}) => other !== site)
      .map(({other, point}) => ({other, off: Math.hypot(point.x - x, point.y - y)}))
      .sort((one, other) => one.off - other.off)[0];
    // It stands where the plan has it until that is another one.
    this.#arrange();
    if (found && found.off <= NEAR) {
      this.#do?.move(site, found.other);
    } else {
      this.#do?.carry(site, {lat: at.lat, lon: at.lng});
    }
  }
}
