import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {clausesBeside} from './clauses-beside.js';
import {openCompare} from './compare-dialog.js';
import {gapsAlong} from './gaps-along.js';
import {moves} from './moves.js';
import {ownPlan} from './own-plan.js';
import {postsMap} from './posts-map.js';
import {threePlans} from './three-plans.js';

/** Where a comparison of plans is read, made and stopped. */
export const COMPARISON = '/posture/comparison';

const MINUTE = 60_000;

/** How often the console looks how far it is, in milliseconds. */
const POLL = 700;

/**
 * Plans of posts beside each other: where our units stand today, the best that the engine found, and one that the officer
 * tries. For our own eyes: nothing of it leaves the node but a summary that somebody releases.
 *
 * @param {import('../../app/view.js').View} view
 */
export function planner(view) {
  const {words} = view;
  const reading = view.feed.read(COMPARISON);
  /** @type {import('../../app/types.js').PlanComparison | undefined} */
  const known = reading.data;
  return html`<header class="page-head">
      <h1>${words.text('planner.title')}</h1>
      <a class="button push off-paper" href=${to('posture')}>${words.text('planner.back')}</a>
      ${known?.plans ? html`<button type="button" @click=${() => print()}>${words.text('planner.print')}</button>` : nothing}
      <button class="first" ?disabled=${known?.stage === 'running'} @click=${() => openCompare(view, known?.asked)}>
        ${words.text('planner.compare')}
      </button>
    </header>
    <p class="lead">${words.text('planner.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known ? html`<div class="stack">${stage(view, known, reading)}</div>` : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlanComparison} known
 * @param {import('../../app/feed.js').Reading} reading
 */
function stage(view, known, reading) {
  if (known.stage === 'running') {
    return running(view, known, reading);
  }
  return known.plans && known.number !== undefined
    ? laid(view, known, known.plans, known.number)
    : html`<p class="empty" role="status">${view.words.text(`planner.stage.${known.stage}`)}</p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlanComparison} known
 * @param {import('../../app/feed.js').Reading} reading
 */
function running(view, {sitesDone, sites}, reading) {
  const {words} = view;
  if (reading.at && Date.now() - reading.at > POLL) {
    view.feed.stale(COMPARISON);
  }
  const said = sites && sitesDone < sites ? words.text('planner.journeys', {n: sitesDone, all: sites}) : words.text('planner.searching');
  return html`<section class="panel planner-running">
    <div class="body stack">
      <p role="status">${said}</p>
      <progress max=${sites || 1} .value=${sitesDone} aria-label=${words.text('planner.progress')}></progress>
      <p>
        <button type="button" data-offer="stop" @click=${() => view.act.send('posture-stop', {method: 'DELETE', path: COMPARISON})}>
          ${words.text('planner.stop')}
        </button>
      </p>
      ${refusal(view, view.draft('posture-stop').refused)}
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlanComparison} known
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {number} number
 */
function laid(view, {asked}, plans, number) {
  const {words, clocks} = view;
  const own = ownPlan(view, plans, number, asked?.posts ?? 1);
  const all = {today: plans.today, best: plans.best, own: own.figures};
  return html`<p class="asked">
      ${asked
        ? words.rich('planner.asked', {
            posts: asked.posts,
            type: words.of('unitType', asked.unitType),
            length: clocks.length(asked.withinMin * MINUTE),
            busy: words.decimal(asked.busyPermille / 10),
          })
        : nothing}
      ${plans.unitsLeftOut ? html`<span class="quiet">${words.text('planner.leftOut', {count: plans.unitsLeftOut})}</span>` : nothing}
    </p>
    ${threePlans(view, plans, all, own.editor)} ${postsMap(view, plans, own.own)} ${gapsAlong(view, plans, all)} ${moves(view, plans, all)} ${clausesBeside(view, all)}`;
}
