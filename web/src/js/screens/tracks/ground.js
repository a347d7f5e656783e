import {html, svg} from '../../../lib/lit-html/lit-html.js';
import {ref} from '../../../lib/lit-html/directives/ref.js';
import {geographyOf} from '../../map/geography.js';
import {credits} from '../../map/legend.js';
import {picture} from '../../map/panel.js';
import {CROSSED, SHAPES} from './marks.js';

/** The map of the border with what moves on it; the units of both sides stand on it as they do on the floor. */

/** @type {WeakMap<Element, {ground: import('../../map/border-map.js').BorderMap, layer: import('./layer.js').TracksLayer}>} */
const maps = new WeakMap();

/** Elements whose map is on its way or could not be had. @type {WeakSet<Element>} */
const asked = new WeakSet();

/** What each map was last drawn from. @type {WeakMap<object, unknown[]>} */
const shown = new WeakMap();

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./things.js').Things} things
 * @param {import('./things.js').Thing[]} wanted
 */
export function ground(view, things, wanted) {
  const {words} = view;
  return html`<div class="map tracks-map" ${ref((element) => element && hang(element, view, things, wanted))}>
    <div class="canvas" dir="ltr" role="application" aria-label=${words.text('tracks.map')} aria-describedby="tracks-map-how"></div>
    <p id="tracks-map-how" class="visually-hidden">${words.text('tracks.mapHow')}</p>
    <p class="loading" role="status"></p>
    ${legend(view)}
  </div>`;
}

/**
 * @param {Element} element
 * @param {import('../../app/view.js').View} view
 * @param {import('./things.js').Things} things
 * @param {import('./things.js').Thing[]} wanted
 */
async function hang(element, view, things, wanted) {
  const map = maps.get(element);
  if (map) {
    show(map, view, things, wanted);
    return;
  }
  const geography = geographyOf(view);
  if (asked.has(element) || !geography) {
    return;
  }
  asked.add(element);
  try {
    const [{BorderMap}, {TracksLayer}] = await Promise.all([import('../../map/border-map.js'), import('./layer.js')]);
    const hung = await BorderMap.hang(/** @type {HTMLElement} */ (element.querySelector('.canvas')), view.act, geography);
    maps.set(element, {ground: hung, layer: new TracksLayer(hung.L, hung.map)});
    view.act.redraw();
  } catch {
    const line = element.querySelector('.loading');
    if (line) {
      line.textContent = view.words.text('tracks.mapFailed');
    }
  }
}

/**
 * Draws when there is news, when a second has passed and ages have grown, and in another language or light.
 * @param {{ground: import('../../map/border-map.js').BorderMap, layer: import('./layer.js').TracksLayer}} map
 * @param {import('../../app/view.js').View} view
 * @param {import('./things.js').Things} things
 * @param {import('./things.js').Thing[]} wanted
 */
function show({ground: below, layer}, view, things, wanted) {
  const facts = [wanted, geographyOf(view), Math.floor(view.now / 1_000), view.words, view.settings.theme];
  if (shown.get(layer)?.every((fact, index) => fact === facts[index])) {
    return;
  }
  shown.set(layer, facts);
  below.show({...picture(view), incidents: [], reach: []});
  layer.show({
    things: wanted,
    crossings: things.known?.crossings ?? [],
    ours: view.ours.id,
    now: view.now,
    staleAfter: (things.known?.staleAfterSeconds ?? 0) * 1_000,
    age: (ms) => view.clocks.length(ms),
    direction: view.words.rules.direction,
  });
}

/** @param {import('../../app/view.js').View} view */
function legend(view) {
  const {words} = view;
  return html`<div class="legend" role="group" aria-label=${words.text('map.legend')}>
    <ul>
      <li>${sign(svg`<path class="line-sign" d="M1 12h22"/>`)} ${words.text('map.line')}</li>
      ${['vehicle', 'aircraft', 'drone', 'boat', 'unit'].map(
        (kind) => html`<li>${sign(svg`<path class="full" d=${SHAPES[kind]}/>`)} ${words.of('thing', kind)}</li>`,
      )}
      <li>${sign(svg`<path class="ring" d="M12 2a10 10 0 1 1-9.5 13"/><path class="full" d=${SHAPES.vehicle}/>`)} ${words.text('tracks.fresh')}</li>
      <li>${sign(svg`<circle class="ring broken" cx="12" cy="12" r="10"/><path class="hollow" d=${SHAPES.vehicle}/>`)} ${words.text('tracks.old')}</li>
      <li>${sign(svg`<rect class="ring" x="1.5" y="1.5" width="21" height="21"/><path class="ring" transform="translate(-1)" d=${CROSSED}/>`)} ${words.rich('tracks.crossingOf', {side: view.nameOf(view.ours)})}</li>
      <li>${sign(svg`<circle class="ring" cx="12" cy="12" r="11"/><path class="ring" transform="translate(-1)" d=${CROSSED}/>`)} ${words.rich('tracks.crossingOf', {side: view.nameOf(view.peer)})}</li>
      <li>${sign(svg`<rect class="ring broken" x="1.5" y="1.5" width="21" height="21"/>`)} ${words.text('tracks.possibleOnly')}</li>
    </ul>
    ${credits(view)}
  </div>`;
}

/** @param {unknown} shape */
function sign(shape) {
  return html`<svg class="track-sign" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${shape}</svg>`;
}
