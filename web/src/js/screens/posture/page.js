import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {atAllWalls} from '../../parts/times.js';
import {minutes} from './minutes.js';
import {negotiation} from './negotiation.js';
import {onPaper} from './paper.js';
import {openPlan} from './plan-dialog.js';
import {planner} from './planner.js';
import {plans} from './plans.js';
import {sector} from './sector.js';
import {trial} from './trial.js';

/** Whoever plans and releases, by chapter 15 of the protocol. */
export const PLANS = ['sector_commander', 'chief'];

const MINUTE = 60_000;

/**
 * What both sides say they reach, sector by sector, in a table that is complete without a map; and our own plans, for
 * those who make them.
 *
 * @param {import('../../app/view.js').View} view
 */
export function posture(view) {
  if (view.route.rest[0] === 'planner' && view.may(...PLANS)) {
    return onPaper(view, planner(view));
  }
  if (view.route.rest[0] === 'negotiation') {
    return onPaper(view, negotiation(view));
  }
  if (view.route.rest[0] === 'trial' && view.may(...PLANS)) {
    return onPaper(view, trial(view));
  }
  return onPaper(view, summariesAndPlans(view));
}

/** @param {import('../../app/view.js').View} view */
function summariesAndPlans(view) {
  const {words} = view;
  const reading = view.feed.read('/posture');
  /** @type {import('../../app/types.js').Posture | undefined} */
  const known = reading.data;
  return html`<header class="page-head">
      <h1>${words.text('coverage.title')}</h1>
      ${view.may(...PLANS)
        ? html`<button class="first push" @click=${() => openPlan(view)}>${words.text('coverage.plan')}</button>`
        : nothing}
    </header>
    <p class="lead">${words.text('coverage.means')}</p>
    <nav class="row posture-pages off-paper" aria-label=${words.text('coverage.title')}>
      <a class="button" href=${to('posture', ['negotiation'])}>${words.text('counsel.title')}</a>
      ${view.may(...PLANS) ? html`<a class="button" href=${to('posture', ['planner'])}>${words.text('planner.title')}</a>` : nothing}
      ${view.may(...PLANS) ? html`<a class="button" href=${to('posture', ['trial'])}>${words.text('trial.title')}</a>` : nothing}
    </nav>
    ${refusal(view, known && reading.refused)}
    ${known ? html`<div class="stack">${gaps(view, known)} ${minutes(view)} ${summaries(view, known)} ${view.may(...PLANS) ? plans(view) : nothing}</div>` : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Posture} known
 */
function gaps(view, known) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2 id="gaps">${words.text('coverage.gaps')}</h2></header>
    ${known.gaps.length
      ? html`<div class="body scroll" tabindex="0" role="region" aria-labelledby="gaps">
            <table class="gaps">
              <thead>
                <tr>
                  <th scope="col">${words.text('coverage.sector')}</th>
                  ${view.parties.map((party) => html`<th scope="col">${side(view, party.id)} ${view.nameOf(party)}</th>`)}
                  <th scope="col">${words.text('coverage.together')}</th>
                </tr>
              </thead>
              <tbody>
                ${known.gaps.map((gap) => row(view, gap))}
              </tbody>
            </table>
          </div>
          ${isUnlike(known) ? html`<p class="notice body">${words.text('coverage.otherTimes')}</p>` : nothing}
          <p class="hint body">${words.text('coverage.shares')}</p>`
      : html`<p class="none">${words.text('coverage.noGaps')}</p>`}
  </section>`;
}

/**
 * Whether the sides do not reckon with the same time.
 * @param {import('../../app/types.js').Posture} known
 */
function isUnlike({summaries: all}) {
  return new Set(all.map(({said}) => said.body.within_min)).size > 1;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PostureGap} gap
 */
function row(view, gap) {
  const {words} = view;
  return html`<tr class=${gap.reached}>
    <th scope="row"><bdi>${sector(view, gap.sector)}</bdi></th>
    ${view.parties.map(({id}) => reach(view, gap.said[id]))}
    <td>
      <span class="tag ${gap.reached === 'by_none' ? 'warn' : gap.reached === 'unknown' ? 'dashed' : ''}">${words.of('postureReached', gap.reached)}</span>
      ${gap.reached === 'unknown' ? nothing : html`<p class="quiet small">${open(view, gap)}</p>`}
    </td>
  </tr>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{units: number, sharePermille: number} | undefined} said
 */
function reach({words}, said) {
  return said
    ? html`<td>
        ${words.text('coverage.reach', {units: said.units})}
        ${said.units ? html`<p class="quiet small">${words.text('coverage.share', {percent: words.decimal(said.sharePermille / 10)})}</p>` : nothing}
      </td>`
    : html`<td class="quiet">${words.text('coverage.silent')}</td>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PostureGap} gap
 */
function open({words}, gap) {
  const least = words.decimal(gap.openAtLeastPermille / 10);
  const most = words.decimal(gap.openAtMostPermille / 10);
  return least === most ? words.text('coverage.openExactly', {percent: least}) : words.text('coverage.open', {least, most});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Posture} known
 */
function summaries(view, known) {
  const {words, clocks} = view;
  return html`<section class="panel" aria-labelledby="summaries">
    <header><h2 id="summaries">${words.text('coverage.summaries')}</h2></header>
    <ul class="last-words">
      ${view.parties.map((party) => {
        const last = known.summaries.find((one) => one.party === party.id);
        return html`<li class="row">
          ${side(view, party.id)} <b>${view.nameOf(party)}</b>
          ${last
            ? html`<span>${words.text('coverage.within', {length: clocks.length(last.said.body.within_min * MINUTE)})}</span>
                <span class="quiet">${atAllWalls(view, last.said.at)}</span>
                <a class="code" href=${toEntry(last.said.entry)}><bdi>${last.said.entry}</bdi></a>
                ${last.isFinal ? nothing : html`<span class="tag dashed">${words.text('coverage.notFinal')}</span>`}`
            : html`<span class="quiet">${words.text('coverage.none')}</span>`}
        </li>`;
      })}
    </ul>
  </section>`;
}
