import {html, nothing} from '../../../lib/lit-html/lit-html.js';

/** Ten-thousandths in a point. */
export const PER_POINT = 100;

/** The plans that stand beside each other, in their order. */
export const PLANS = /** @type {const} */ (['today', 'best', 'own']);

/** @typedef {Record<typeof PLANS[number], import('../../app/types.js').PlanFigures | undefined>} Three */

/**
 * The three plans as cards: what each covers, how far that is from the best there could be and from our floor, and where
 * its posts are.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {Three} all
 * @param {unknown} editor of the own plan
 */
export function threePlans(view, plans, all, editor) {
  return html`<div class="three-plans">
    ${PLANS.map(
      (name) => html`<section class="panel plan-card" aria-labelledby="plan-${name}">
        <header><h2 id="plan-${name}">${view.words.text(`planner.plan.${name}`)}</h2></header>
        <div class="body stack">
          ${figures(view, plans, all[name])} ${name === 'own' ? html`${editor} <div class="on-paper">${postList(plans, all.own)}</div>` : posts(view, plans, all[name])}
        </div>
      </section>`,
    )}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures | undefined} plan
 */
function figures(view, plans, plan) {
  const {words} = view;
  if (!plan) {
    return html`<p class="quiet" role="status">${words.text('shell.loading')}</p>`;
  }
  return html`<p class="covered">
      <b>${percent(view, plan.covered)}</b> <span>${words.text('plans.covered')}</span>
    </p>
    <dl class="plan-figures">
      <div>
        <dt>${words.text('plans.gap')}</dt>
        <dd>
          ${plan.gapPermille === undefined
            ? words.text('planner.noBound')
            : plan.gapPermille
              ? words.text('coverage.percent', {percent: words.decimal(plan.gapPermille / 10)})
              : words.text('plans.best')}
        </dd>
      </div>
      <div>
        <dt>${words.text('planner.bound')}</dt>
        <dd>${percent(view, plans.bound)}</dd>
      </div>
      <div>
        <dt>${words.text('planner.floor')}</dt>
        <dd>${toFloor(view, plans.floor, plan.covered)}</dd>
      </div>
      ${plan.sure === undefined
        ? nothing
        : html`<div>
            <dt>${words.rich('planner.sure', {side: view.nameOf(view.peer)})}</dt>
            <dd>${percent(view, plan.sure)} ${plan.sure < plans.floor ? html`<span class="tag warn">${words.text('planner.belowFloor')}</span>` : nothing}</dd>
          </div>`}
      <div>
        <dt>${words.text('planner.nobody')}</dt>
        <dd>${words.text('planner.km', {km: open(plans, plan)})}</dd>
      </div>
    </dl>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} share ten-thousandths
 */
export function percent({words}, share) {
  return words.text('coverage.percent', {percent: words.decimal(share / PER_POINT)});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} floor
 * @param {number} covered
 */
function toFloor(view, floor, covered) {
  const {words} = view;
  const below = floor - covered;
  return html`${percent(view, floor)}
  ${below > 0 ? html`<span class="quiet">${words.text('planner.below', {points: words.decimal(below / PER_POINT)})}</span>` : nothing}`;
}

/**
 * How many kilometres of the line nobody reaches in time.
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures} plan
 */
export function open(plans, plan) {
  return (plan.present.filter((units) => !units).length * plans.spacingMetres) / 1_000;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures | undefined} plan
 */
function posts({words}, plans, plan) {
  return html`<details>
    <summary>${words.text('planner.posts', {count: plan?.sites.length ?? 0})}</summary>
    ${postList(plans, plan)}
  </details>`;
}

/**
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures | undefined} plan
 */
function postList(plans, plan) {
  return html`<ol class="posts">
    ${plan?.sites.map((site) => html`<li><bdi>${plans.sites[site].place.label}</bdi></li>`)}
  </ol>`;
}
