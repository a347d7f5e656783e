import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {side} from '../../parts/side.js';
import {sector} from './sector.js';
import {open, PLANS} from './three-plans.js';

/**
 * The line from end to end, with how many units are in time at each piece of it, plan under plan; below them what the
 * other side has said of each sector. The table says the same in figures.
 */

/** Width and height of a lane, in units of the drawing. */
const [WIDTH, HEIGHT] = [1_000, 36];

/** Units above which a bar grows no more. */
const TALLEST = 4;

/** How far apart the marks of the axis may be, in kilometres. */
const STEPS = [10, 20, 50, 100, 200, 500, 1_000];
const MARKS_MAX = 9;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('./three-plans.js').Three} all
 */
export function gapsAlong(view, plans, all) {
  const {words} = view;
  const spans = sectorsOf(plans);
  /** @type {Map<string, import('../../app/types.js').SectorReach>} */
  const theirs = new Map(
    (view.feed.read('/posture').data?.summaries ?? [])
      .filter((/** @type {{party: string}} */ one) => one.party === view.peer.id)
      .flatMap((/** @type {any} */ one) => one.said.body.sectors)
      .map((/** @type {import('../../app/types.js').SectorReach} */ one) => [one.sector, one]),
  );
  return html`<section class="panel" aria-labelledby="gaps-along">
    <header><h2 id="gaps-along">${words.text('planner.gaps')}</h2></header>
    <div class="body stack">
      <p class="hint">${words.text('planner.gapsMean')}</p>
      <div class="lanes">
        ${PLANS.map((name) => lane(view, plans, name, all[name]))} ${theirs.size ? theirLane(view, plans, spans, theirs) : nothing}
        ${axis(view, plans)}
      </div>
      <p class="picture-key lane-signs">
        <span><i class="key-gap"></i>${words.text('planner.keyGap')}</span>
        <span><i class="key-one"></i>${words.text('planner.keyOne')}</span>
        <span><i class="key-more"></i>${words.text('planner.keyMore')}</span>
        ${theirs.size ? html`<span><i class="key-theirs"></i>${words.text('planner.keyTheirs')}</span>` : nothing}
      </p>
      <details ?open=${spans.length <= 12}>
        <summary>${words.text('planner.bySector')}</summary>
        ${table(view, plans, all, spans, theirs)}
      </details>
    </div>
  </section>`;
}

/**
 * @typedef {object} Span a stretch of the line in one sector
 * @property {string} sector
 * @property {number} from first point
 * @property {number} to first point behind it
 */

/**
 * The sectors as the line goes through them.
 * @param {import('../../app/types.js').PlansLaid} plans
 * @returns {Span[]}
 */
function sectorsOf({points}) {
  /** @type {Span[]} */
  const spans = [];
  points.forEach((point, at) => {
    const last = spans.at(-1);
    if (last?.sector === point.sector) {
      last.to = at + 1;
    } else {
      spans.push({sector: point.sector, from: at, to: at + 1});
    }
  });
  return spans;
}

/** @param {import('../../app/types.js').PlansLaid} plans */
function kilometres({points, spacingMetres}) {
  return ((points.at(-1)?.metres ?? 0) + spacingMetres) / 1_000;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {string} name
 * @param {import('../../app/types.js').PlanFigures | undefined} plan
 */
function lane(view, plans, name, plan) {
  const {words} = view;
  return html`<div class="lane">
    <span class="lane-name"
      >${side(view, view.ours.id)} <b>${words.text(`planner.plan.${name}`)}</b>
      ${plan ? html`<span class="quiet">${words.text('planner.kmNobody', {km: open(plans, plan)})}</span>` : nothing}</span
    >
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${plan ? runs(plan.present).map((run) => bar(plans, run)) : nothing}
      <path class="base" d="M0 ${HEIGHT}H${WIDTH}" />
    </svg>
  </div>`;
}

/**
 * Neighbouring points with as many units, as one.
 * @param {number[]} present
 */
function runs(present) {
  /** @type {{units: number, from: number, to: number}[]} */
  const all = [];
  present.forEach((units, at) => {
    const last = all.at(-1);
    if (last?.units === units) {
      last.to = at + 1;
    } else {
      all.push({units, from: at, to: at + 1});
    }
  });
  return all;
}

/**
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {{units: number, from: number, to: number}} run
 */
function bar({points}, {units, from, to}) {
  const [x, width] = [(WIDTH * from) / points.length, (WIDTH * (to - from)) / points.length];
  const height = (HEIGHT * Math.min(units, TALLEST)) / TALLEST;
  return units
    ? svg`<rect class="covered" x=${x.toFixed(1)} y=${HEIGHT - height} width=${width.toFixed(1)} height=${height} />`
    : svg`<rect class="gap" x=${x.toFixed(1)} y="0" width=${width.toFixed(1)} height=${HEIGHT} /><rect class="gap-mark" x=${x.toFixed(1)} y="0" width=${width.toFixed(1)} height="4" />`;
}

/**
 * What the other side has told: a share of each sector, and never where.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {Span[]} spans
 * @param {Map<string, import('../../app/types.js').SectorReach>} theirs
 */
function theirLane(view, {points}, spans, theirs) {
  return html`<div class="lane">
    <span class="lane-name">${side(view, view.peer.id)} <b>${view.words.rich('planner.theySay', {side: view.nameOf(view.peer)})}</b></span>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${spans.map(({sector: name, from, to}) => {
        const said = theirs.get(name);
        const height = (HEIGHT * (said?.share_permille ?? 0)) / 1_000;
        return said
          ? svg`<rect class="theirs" x=${((WIDTH * from) / points.length).toFixed(1)} y=${HEIGHT - height} width=${((WIDTH * (to - from)) / points.length).toFixed(1)} height=${height} />`
          : nothing;
      })}
      <path class="base" d="M0 ${HEIGHT}H${WIDTH}" />
    </svg>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 */
function axis({words}, plans) {
  const length = kilometres(plans);
  const step = STEPS.find((one) => length / one <= MARKS_MAX) ?? length;
  const marks = Array.from({length: Math.floor(length / step) + 1}, (_, n) => n * step).filter((km) => km <= length * 0.97);
  return html`<div class="lane axis" aria-hidden="true">
    <span class="lane-name quiet">${words.text('planner.alongTheLine')}</span>
    <div class="marks">
      ${marks.map((km) => html`<span .style=${`inset-inline-start:${(100 * km) / length}%`}>${words.number(km)}</span>`)}
    </div>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('./three-plans.js').Three} all
 * @param {Span[]} spans
 * @param {Map<string, import('../../app/types.js').SectorReach>} theirs
 */
function table(view, plans, all, spans, theirs) {
  const {words} = view;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('planner.bySector')}>
    <table class="beside">
      <caption>
        ${words.text('planner.tableMeans')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.text('coverage.sector')}</th>
          <th scope="col">${words.text('planner.length')}</th>
          ${PLANS.map((name) => html`<th scope="col">${words.text(`planner.plan.${name}`)}</th>`)}
          ${theirs.size ? html`<th scope="col">${side(view, view.peer.id)} ${words.text('planner.said')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${spans.map(
          (span) => html`<tr>
            <th scope="row"><bdi>${sector(view, span.sector)}</bdi></th>
            <td class="figure">${words.text('planner.km', {km: ((span.to - span.from) * plans.spacingMetres) / 1_000})}</td>
            ${PLANS.map((name) => cell(view, plans, span, all[name]))} ${theirs.size ? said(view, theirs.get(span.sector)) : nothing}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {Span} span
 * @param {import('../../app/types.js').PlanFigures | undefined} plan
 */
function cell({words}, plans, span, plan) {
  if (!plan) {
    return html`<td class="quiet">…</td>`;
  }
  const nobody = plan.present.slice(span.from, span.to).filter((units) => !units).length;
  const units = plan.sectors.find((one) => one.sector === span.sector)?.units ?? 0;
  return html`<td class=${nobody === span.to - span.from ? 'none-there' : ''}>
    ${words.text('coverage.reach', {units})}
    ${nobody ? html`<p class="quiet small">${words.text('planner.kmNobody', {km: (nobody * plans.spacingMetres) / 1_000})}</p>` : nothing}
  </td>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').SectorReach | undefined} one
 */
function said({words}, one) {
  return one
    ? html`<td>
        ${words.text('coverage.reach', {units: one.units})}
        ${one.units ? html`<p class="quiet small">${words.text('coverage.share', {percent: words.decimal(one.share_permille / 10)})}</p>` : nothing}
      </td>`
    : html`<td class="quiet">${words.text('coverage.silent')}</td>`;
}
