import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {PER_POINT} from './three-plans.js';

/**
 * What it takes to get from where units stand today to the best plan, and to our own: unit by unit, the one that gains
 * the most first.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('./three-plans.js').Three} all
 */
export function moves(view, plans, all) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="moves">
    <header><h2 id="moves">${words.text('planner.moves')}</h2></header>
    <div class="body two-lists">
      ${(/** @type {const} */ (['best', 'own'])).map(
        (name) => html`<div>
          <h3>${words.text(`planner.plan.${name}`)}</h3>
          ${list(view, plans, all[name])}
        </div>`,
      )}
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures | undefined} plan
 */
function list(view, plans, plan) {
  const {words} = view;
  if (!plan?.moves.length) {
    return html`<p class="quiet">${words.text(plan ? 'planner.nobodyMoves' : 'shell.loading')}</p>`;
  }
  return html`<ol class="moves">
    ${plan.moves.map(
      (move, place) => html`<li>
        <span>${sentence(view, plans, move, unit(plans, plan.moves, place))}</span>
        ${move.metres === undefined ? nothing : html`<span class="quiet">${words.text('planner.straight', {km: Math.round(move.metres / 1_000)})}</span>`}
        <b class="push">${words.text('planner.points', {points: words.signedDecimal(move.gain / PER_POINT)})}</b>
      </li>`,
    )}
  </ol>`;
}

/**
 * Who moves: of several that stand at one site, another one each time.
 *
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures['moves']} all
 * @param {number} place of the move among them
 */
function unit({sites}, all, place) {
  const {from} = all[place];
  const before = all.slice(0, place).filter((other) => other.from === from).length;
  return from === undefined ? '' : sites[from].units[before];
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures['moves'][number]} move
 * @param {string} unit
 */
function sentence({words}, {sites}, {from, to}, unit) {
  const there = to === undefined ? '' : sites[to].place.label;
  if (from === undefined) {
    return words.rich('planner.oneMore', {to: there});
  }
  const here = sites[from].place.label;
  if (to === undefined) {
    return words.rich('planner.oneLess', {unit, from: here});
  }
  return unit === here ? words.rich('planner.moveTo', {unit, to: there}) : words.rich('planner.move', {unit, from: here, to: there});
}
