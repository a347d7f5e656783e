import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ref} from '../../../lib/lit-html/directives/ref.js';
import {geographyOf} from '../../map/geography.js';
import {credits} from '../../map/legend.js';
import {bareGround} from '../../map/panel.js';
import {refusal} from '../../parts/refusal.js';

/**
 * The own plan on a map of the ground: a post is chosen and then its place, by pointer or by key; or it is dragged. What
 * is done here can be done in the list of posts as well, which says the same without a map.
 */

/** @type {WeakMap<Element, {ground: import('../../map/border-map.js').BorderMap, layer: import('./sites-layer.js').SitesLayer}>} */
const maps = new WeakMap();

/** Elements whose map is on its way or could not be had. @type {WeakSet<Element>} */
const asked = new WeakSet();

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('./own-plan.js').Own} own
 */
export function postsMap(view, plans, own) {
  const {words} = view;
  const has = own.chosen === undefined ? undefined : own.sites[own.chosen];
  return html`<section class="panel posts-on-map off-paper" aria-labelledby="posts-map">
    <header><h2 id="posts-map">${words.text('onMap.title')}</h2></header>
    <div class="map posts-map" ${ref((element) => element && hang(element, view, plans, own))}>
      <div class="canvas" dir="ltr" role="application" aria-label=${words.text('onMap.title')} aria-describedby="posts-map-how"></div>
      <i class="cross" aria-hidden="true"></i>
      <p class="loading" role="status"></p>
      <div class="body stack">
        <p id="posts-map-how" class="hint">${words.text('onMap.how')}</p>
        <p class="row">
          <span role="status">
            ${has === undefined
              ? words.text(own.sites.length < own.most ? 'onMap.mayAdd' : 'onMap.allPlaced', {n: own.most})
              : words.text('onMap.chosen', {post: words.text('planner.post', {n: (own.chosen ?? 0) + 1}), site: plans.sites[has].place.label})}
          </span>
          <button type="button" data-offer="here" ?disabled=${own.busy || (has === undefined && own.sites.length >= own.most)} @click=${(/** @type {Event} */ event) => here(event, own)}>
            ${words.text(has === undefined ? 'onMap.addHere' : 'onMap.moveHere')}
          </button>
          ${has === undefined
            ? nothing
            : html`<button type="button" data-offer="unchoose" @click=${() => own.choose(undefined)}>${words.text('onMap.unchoose')}</button>`}
        </p>
        ${refusal(view, own.refused)} ${own.news}
      </div>
      ${legend(view)}
    </div>
  </section>`;
}

/**
 * @param {Event} event
 * @param {import('./own-plan.js').Own} own
 */
function here({target}, own) {
  const element = /** @type {Element} */ (target).closest('.posts-map');
  const map = element && maps.get(element);
  if (map) {
    own.place(map.layer.middle());
  }
}

/**
 * @param {Element} element
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('./own-plan.js').Own} own
 */
async function hang(element, view, plans, own) {
  const map = maps.get(element);
  if (map) {
    show(map, view, plans, own);
    return;
  }
  const geography = geographyOf(view);
  if (asked.has(element) || !geography) {
    return;
  }
  asked.add(element);
  try {
    const [{BorderMap}, {SitesLayer}] = await Promise.all([import('../../map/border-map.js'), import('./sites-layer.js')]);
    const hung = await BorderMap.hang(/** @type {HTMLElement} */ (element.querySelector('.canvas')), view.act, geography);
    maps.set(element, {ground: hung, layer: new SitesLayer(hung.L, hung.map)});
    view.act.redraw();
  } catch {
    const line = element.querySelector('.loading');
    if (line) {
      line.textContent = view.words.text('onMap.failed');
    }
  }
}

/**
 * @param {{ground: import('../../map/border-map.js').BorderMap, layer: import('./sites-layer.js').SitesLayer}} map
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('./own-plan.js').Own} own
 */
function show({ground, layer}, view, plans, own) {
  ground.show(bareGround(view));
  layer.show(
    plans.sites.map(({place: {position}}, site) => mark(view, plans, own, position, site)),
    {
      press: (site) => own.press(site),
      move: (site, onto) => own.move(own.sites.indexOf(site), onto),
      carry: (site, at) => own.place(at, own.sites.indexOf(site)),
      ground: (at) => own.place(at),
    },
  );
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('./own-plan.js').Own} own
 * @param {{lat: number, lon: number}} at
 * @param {number} site
 * @returns {import('./sites-layer.js').SiteMark}
 */
function mark({words}, plans, own, at, site) {
  const posts = own.sites.flatMap((one, place) => (one === site ? [place] : []));
  const numbers = posts.map((place) => words.number(place + 1)).join(words.language === 'en' ? ', ' : '، ');
  const name = plans.sites[site].place.label;
  return {
    at,
    sign: posts.length > 1 ? `${words.number(posts[0] + 1)}+` : posts.length ? words.number(posts[0] + 1) : '',
    label: posts.length ? words.text('onMap.held', {site: name, posts: numbers}) : words.text('onMap.free', {site: name}),
    isChosen: own.chosen !== undefined && own.sites[own.chosen] === site,
    isBest: plans.best.sites.includes(site),
  };
}

/** @param {import('../../app/view.js').View} view */
function legend(view) {
  const {words} = view;
  return html`<div class="legend" role="group" aria-label=${words.text('map.legend')}>
    <ul>
      <li><i class="site held"></i> ${words.text('onMap.ownPost')}</li>
      <li><i class="site free"></i> ${words.text('onMap.site')}</li>
      <li><i class="site free best"></i> ${words.text('onMap.bestPost')}</li>
      <li><i class="line-key"></i> ${words.text('map.line')}</li>
    </ul>
    ${credits(view)}
  </div>`;
}
