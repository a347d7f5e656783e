import {html} from '../../lib/lit-html/lit-html.js';
import {ref} from '../../lib/lit-html/directives/ref.js';
import {OPEN} from '../app/queue.js';
import {isExercise} from '../app/route.js';
import {wallOf} from '../time/walls.js';
import {instantOf} from '../parts/times.js';
import {geographyOf, nameIn} from './geography.js';
import {legend} from './legend.js';
import {reachMarks, reachOf} from './reach.js';

/**
 * The map's place on the floor. The map library and the geography are fetched only when this is first drawn, so the queue
 * never waits for them; until then, and for ever where they cannot be had, the panel says so and the table of units
 * stands in.
 */

/** @type {WeakMap<Element, import('./border-map.js').BorderMap>} */
const maps = new WeakMap();

/** Panels whose map is on its way or could not be had. @type {WeakMap<Element, 'loading' | 'failed'>} */
const states = new WeakMap();

/** @param {import('../app/view.js').View} view */
export function mapPanel(view) {
  const {words} = view;
  return html`<div class="map" ${ref((element) => element && hang(element, view))}>
    <div class="canvas" dir="ltr" role="application" aria-label=${words.text('map.title')} aria-describedby="map-how"></div>
    <p id="map-how" class="visually-hidden">${words.text('map.how')}</p>
    <p class="loading" role="status"></p>
    ${legend(view)}
  </div>`;
}

/**
 * Turns the eye to an incident, if there is a map to turn.
 * @param {string} incident
 */
export function lookAt(incident) {
  const element = document.querySelector('.map');
  if (element) {
    maps.get(element)?.lookAt(incident);
  }
}

/**
 * Puts what is known now on the map of this element, building the map first.
 * @param {Element} element
 * @param {import('../app/view.js').View} view
 */
async function hang(element, view) {
  const map = maps.get(element);
  if (map) {
    showNews(map, view);
    return;
  }
  const geography = geographyOf(view);
  if (states.has(element) || !geography) {
    return;
  }
  states.set(element, 'loading');
  try {
    const {BorderMap} = await import('./border-map.js');
    maps.set(element, await BorderMap.hang(/** @type {HTMLElement} */ (element.querySelector('.canvas')), view.act, geography));
    view.act.redraw();
  } catch {
    states.set(element, 'failed');
    const line = element.querySelector('.loading');
    if (line) {
      line.textContent = view.words.text('map.failed');
    }
  }
}

/** What each map was last drawn from. @type {WeakMap<object, unknown[]>} */
const shown = new WeakMap();

/**
 * Draws when something was read anew, when another language was chosen, or when a minute has passed and ages have grown.
 * @param {import('./border-map.js').BorderMap} map
 * @param {import('../app/view.js').View} view
 */
function showNews(map, view) {
  const minute = Math.floor(view.now / 60_000);
  const sources = [view.feed.read(OPEN).data, view.feed.read('/units').data, view.feed.read('/geo/posts').data];
  const facts = [...sources, geographyOf(view), reachOf(view), view.words, minute];
  if (shown.get(map)?.every((fact, index) => fact === facts[index])) {
    return;
  }
  shown.set(map, facts);
  map.show(picture(view));
}

/**
 * A map with nothing on it but what lies beneath. Only once `geographyOf` has it.
 * @param {import('../app/view.js').View} view
 * @returns {import('./border-map.js').Picture}
 */
export function bareGround(view) {
  const {words} = view;
  return {
    language: words.language,
    geography: /** @type {import('./geography.js').Geography} */ (geographyOf(view)),
    sides: view.parties.map((party) => ({id: party.id, name: view.nameOf(party)})),
    zoomIn: words.text('map.zoomIn'),
    zoomOut: words.text('map.zoomOut'),
    home: words.text('map.home'),
    incidents: [],
    units: [],
    posts: [],
    reach: [],
  };
}

/**
 * What the map is to show, in words and figures it can draw without knowing the API.
 * @param {import('../app/view.js').View} view
 * @returns {import('./border-map.js').Picture}
 */
export function picture(view) {
  const {words, clocks} = view;
  /** @type {import('../app/types.js').IncidentSummary[]} */
  const incidents = view.feed.read(OPEN).data?.items ?? [];
  /** @type {import('../app/types.js').Unit[]} */
  const units = view.feed.read('/units').data?.items ?? [];
  const posts = view.feed.read('/geo/posts').data?.features ?? [];
  return {
    ...bareGround(view),
    incidents: incidents
      .filter((incident) => incident.where.position)
      .map((incident) => ({
        id: incident.id,
        at: /** @type {import('../app/types.js').Position} */ (incident.where.position),
        radiusM: incident.where.radiusM ?? 0,
        priority: incident.priority,
        waits: incident.owner !== view.ours.id && !incident.acknowledgedAt,
        label: `${isExercise(incident.id) ? `${words.text('exercise.tag')}. ` : ''}${words.of('priority', incident.priority)}. ${incident.what}`,
      })),
    units: units
      .filter((unit) => unit.position ?? unit.station?.position)
      .map((unit) => ({
        id: unit.id,
        at: /** @type {import('../app/types.js').Position} */ (unit.position ?? unit.station?.position),
        ours: unit.party === view.ours.id,
        letter: view.party(unit.party).letter,
        type: unit.type,
        freshness: unit.stale ? 0 : freshness(unit),
        stale: Boolean(unit.stale) || !unit.position,
        label: [
          unit.name,
          words.of('unitStatus', unit.status),
          unit.positionAt
            ? words.text(unit.stale ? 'units.lastSeen' : 'units.ago', {
                age: clocks.length(view.now - instantOf(unit.positionAt)),
              })
            : words.text('units.atStation'),
        ].join(' · '),
        lastSeen:
          unit.stale && unit.positionAt
            ? clocks.time(instantOf(unit.positionAt), wallOf(view.ours))
            : '',
      })),
    posts: posts.map((/** @type {any} */ post) => ({
      at: {lon: post.geometry.coordinates[0], lat: post.geometry.coordinates[1]},
      label: nameIn(post.properties, words.language),
    })),
    reach: reachMarks(view),
  };
}

/** A position loses its halo over half an hour. */
const FADES_SECONDS = 30 * 60;

/** @param {import('../app/types.js').Unit} unit */
function freshness(unit) {
  return Math.max(0, 1 - (unit.positionAgeSeconds ?? FADES_SECONDS) / FADES_SECONDS);
}
