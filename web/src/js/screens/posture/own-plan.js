import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {refusal} from '../../parts/refusal.js';
import {changed} from './changed.js';
import {elsewhere} from './elsewhere.js';
import {openKeep} from './keep-dialog.js';
import {openRelease} from './release-dialog.js';

const DRAFT = 'posture-own';

/** What is asked of a place that is no site yet. */
const PLACE = 'posture-site';
const MICRO = 1_000_000;

/**
 * @typedef {object} Own the own plan, and what can be done with it
 * @property {number[]} sites where its posts are, by the number of the site
 * @property {number} most posts of it
 * @property {number | undefined} chosen which of its posts is to be moved
 * @property {boolean} busy whether the node reckons a place that was no site
 * @property {import('../../app/api.js').Refused | undefined} refused
 * @property {(post: number | undefined) => void} choose
 * @property {(site: number) => void} press chooses the post of a site, or moves the chosen one there, or adds one
 * @property {(post: number, onto: number) => void} move
 * @property {(at: {lat: number, lon: number}, post?: number, label?: string) => void} place moves a post, or adds one, to a place that is no site yet
 * @property {unknown} news what the last change came to
 */

/**
 * The officer's own plan: a post moved is a figure seen, and nothing is kept before somebody says so.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {number} number of the comparison
 * @param {number} most posts of it
 * @returns {{figures: import('../../app/types.js').PlanFigures | undefined, editor: unknown, own: Own}}
 */
export function ownPlan(view, plans, number, most) {
  const draft = view.draft(DRAFT);
  // What was placed where no site was is drawn as soon as the comparison that has that site is here.
  const kept = draft.next?.number === number ? draft.next : draft;
  /** @type {number[]} */
  const sites = kept.number === number ? kept.sites : plans.today.sites.slice(0, most);
  const reading = view.feed.read(`/posture/comparison/${number}/figures?sites=${sites.join(',')}`);
  /** @type {import('../../app/types.js').PlanFigures | undefined} */
  const figures = sites.length ? reading.data : undefined;
  const before = figures ? {covered: figures.covered, gapPermille: figures.gapPermille, bound: plans.bound} : kept.before;
  const set = (/** @type {number[]} */ chosen) =>
    view.act.edit(DRAFT, {number, sites: chosen, chosen: undefined, before, next: undefined});
  const own = doings(view, plans, {number, most, sites, chosen: kept.number === number ? kept.chosen : undefined, before, set});
  own.news = changed(view, plans, figures, kept.before);
  return {
    figures,
    own,
    editor: html`${refusal(view, reading.refused)} ${begin(view, plans, most, set)} ${list(view, plans, sites, set, most)} ${elsewhere(view, own)}
      <p class="row">
        <button type="button" data-offer="keep" ?disabled=${!sites.length || !reading.data} @click=${() => openKeep(view, number, sites)}>
          ${view.words.text('planner.keep')}
        </button>
      </p>
      ${keptPlans(view, plans, most, set)}`,
  };
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {{number: number, most: number, sites: number[], chosen: number | undefined, before: object, set: (sites: number[]) => void}} known
 * @returns {Own}
 */
function doings(view, plans, {number, most, sites, chosen, before, set}) {
  const {act, words} = view;
  const isFree = (/** @type {number} */ site) => count(sites, site) < plans.perSite;
  const asked = view.draft(PLACE);
  const choose = (/** @type {number | undefined} */ post) => {
    act.edit(PLACE, {refused: undefined});
    act.edit(DRAFT, {number, sites, chosen: post, before, next: undefined});
  };
  const move = (/** @type {number} */ post, /** @type {number} */ onto) =>
    isFree(onto) ? set(sites.with(post, onto)) : act.say('onMap.taken', {site: plans.sites[onto].place.label});
  return {
    sites,
    most,
    chosen,
    busy: Boolean(asked.busy),
    refused: asked.refused,
    choose,
    move,
    press: (site) => {
      const post = sites.indexOf(site);
      if (post >= 0 && (chosen === undefined || sites[chosen] === site)) {
        choose(chosen === undefined ? post : undefined);
      } else if (chosen !== undefined) {
        move(chosen, site);
      } else if (sites.length < most) {
        set([...sites, site]);
      } else {
        act.say('onMap.chooseFirst');
      }
    },
    place: (position, post = chosen, label = words.text('onMap.newSite', {n: plans.sites.length + 1})) => {
      if (post === undefined && sites.length >= most) {
        act.say('onMap.chooseFirst');
        return;
      }
      act.send(PLACE, {
        path: `/posture/comparison/${number}/sites`,
        body: {place: {label, position: {lat: rounded(position.lat), lon: rounded(position.lon)}, radiusM: 0}},
        then: (/** @type {{number: number, site: number}} */ added) => {
          const isThere = added.number === number;
          if (isThere && !isFree(added.site)) {
            act.say('onMap.taken', {site: plans.sites[added.site].place.label});
            return;
          }
          const moved = post === undefined ? [...sites, added.site] : sites.with(post, added.site);
          const next = {number: added.number, sites: moved, before};
          act.edit(DRAFT, isThere ? {...next, chosen: undefined, next: undefined} : {number, sites, chosen: undefined, next});
        },
      });
    },
    news: nothing,
  };
}

/** @param {number} degrees */
const rounded = (degrees) => Math.round(degrees * MICRO) / MICRO;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {number} most
 * @param {(sites: number[]) => void} set
 */
function begin({words}, plans, most, set) {
  return html`<p class="row" role="group" aria-label=${words.text('planner.begin')}>
    <span class="label">${words.text('planner.begin')}</span>
    ${(/** @type {const} */ (['today', 'best'])).map(
      (name) =>
        html`<button type="button" data-begin=${name} @click=${() => set(plans[name].sites.slice(0, most))}>
          ${words.text(`planner.plan.${name}`)}
        </button>`,
    )}
  </p>`;
}

/**
 * One line for each post: where it is, and a way to leave it out.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {number[]} sites
 * @param {(sites: number[]) => void} set
 * @param {number} most
 */
function list(view, plans, sites, set, most) {
  const {words} = view;
  const free = plans.sites.map((_, site) => site).filter((site) => count(sites, site) < plans.perSite);
  return html`<ol class="own-posts">
      ${sites.map((site, place) => {
        const name = words.text('planner.post', {n: place + 1});
        return html`<li>
          <select aria-label=${name} data-post=${place} @change=${(/** @type {any} */ {target}) => set(sites.with(place, Number(target.value)))}>
            ${plans.sites.map((_, other) =>
              other === site || free.includes(other)
                ? html`<option value=${other} ?selected=${other === site} .selected=${other === site}>${label(plans, other)}</option>`
                : nothing,
            )}
          </select>
          <button type="button" aria-label=${words.text('planner.without', {post: name})} data-remove=${place} @click=${() => set(sites.toSpliced(place, 1))}>
            ${words.text('planner.remove')}
          </button>
        </li>`;
      })}
    </ol>
    ${sites.length < most && free.length
      ? html`<p><button type="button" data-offer="add" @click=${() => set([...sites, free[0]])}>${words.text('planner.add')}</button></p>`
      : nothing}`;
}

/**
 * @param {number[]} sites
 * @param {number} site
 */
function count(sites, site) {
  return sites.filter((other) => other === site).length;
}

/**
 * A site by its name, and by who stands there today.
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {number} site
 */
function label({sites}, site) {
  const {place, units} = sites[site];
  const others = units.filter((unit) => unit !== place.label);
  return others.length ? `${place.label} (${others.join(', ')})` : place.label;
}

// ---- plans that were kept ------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {number} most
 * @param {(sites: number[]) => void} set
 */
function keptPlans(view, plans, most, set) {
  const {words} = view;
  /** @type {{items: import('../../app/types.js').PosturePlan[]} | undefined} */
  const page = view.feed.read('/posture/plans').data;
  return page?.items.length
    ? html`<details class="kept-plans">
        <summary>${words.text('planner.kept', {count: page.items.length})}</summary>
        <ul class="posts">
          ${page.items.map((plan) => {
            const sites = among(plans, plan);
            return html`<li class="row">
              <span><bdi>${plan.said.body.name ?? plan.said.entry}</bdi></span>
              <span class="quiet">${words.text('coverage.percent', {percent: words.decimal(plan.coveredPermille / 10)})}</span>
              ${sites && sites.length <= most
                ? html`<button type="button" @click=${() => set(sites)}>${words.text('planner.tryIt')}</button>`
                : nothing}
              <button type="button" data-offer="release" @click=${() => openRelease(view, plan)}>${words.text('plans.release')}</button>
            </li>`;
          })}
        </ul>
      </details>`
    : nothing;
}

/**
 * The posts of a kept plan among the sites of the comparison, if all of them are there.
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PosturePlan} plan
 * @returns {number[] | undefined}
 */
function among(plans, plan) {
  const sites = plan.said.body.posts.map((/** @type {{label: string, lat: number, lon: number}} */ post) =>
    plans.sites.findIndex(
      ({place}) =>
        place.label === post.label &&
        Math.round(place.position.lat * MICRO) === post.lat &&
        Math.round(place.position.lon * MICRO) === post.lon,
    ),
  );
  return sites.includes(-1) ? undefined : sites;
}
