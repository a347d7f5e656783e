import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {side} from '../../parts/side.js';

const MINUTE = 60_000;
const PER_POINT = 100;
const KM = 1_000;

/** Minutes between two values of a rule. */
const STEP = 5;

/**
 * What the posts of a plan are worth if an agreed rule were another, and which of them few units hold. Left out while
 * it is not known, or no line is.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 */
export function worth(view, plan) {
  /** @type {import('../../app/types.js').PlanWorth | undefined} */
  const known = view.feed.read(`/posture/plans/${plan.said.entry}/worth`).data;
  return known ? html`${clauses(view, known.clauses)} ${table(view, plan, known.table)}` : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ClauseWorth[]} all
 */
function clauses(view, all) {
  const {words} = view;
  return html`<details>
    <summary>${words.text('worth.title')}</summary>
    <p class="hint">${words.text('worth.means')}</p>
    ${cost(view, all)} ${depth(view, all)}
    <div class="scroll" tabindex="0" role="region" aria-label=${words.text('worth.title')}>
      <table class="clauses">
        <thead>
          <tr>
            <th scope="col">${words.text('worth.rule')}</th>
            <th scope="col">${words.text('worth.value')}</th>
            <th scope="col">${side(view, view.ours.id)} ${words.text('worth.home')}</th>
            <th scope="col">${side(view, view.peer.id)} ${words.text('worth.across')}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map((one) => clause(view, all, one))}
        </tbody>
      </table>
    </div>
  </details>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ClauseWorth[]} all
 * @param {import('../../app/types.js').ClauseWorth} one
 */
function clause(view, all, one) {
  const {words} = view;
  const agreed = all.find(({rule, isAgreed}) => isAgreed && rule === one.rule) ?? one;
  return html`<tr class=${one.isAgreed ? 'agreed' : ''}>
    <th scope="row">${words.of('postureRule', one.rule)}</th>
    <td>${value(view, one)} ${one.isAgreed ? html`<span class="tag">${words.text('worth.agreed')}</span>` : nothing}</td>
    <td class="figure">${points(view, one.home, agreed.home)}</td>
    <td class="figure">${points(view, one.across, agreed.across)}</td>
  </tr>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ClauseWorth} one
 */
export function value({words, clocks}, one) {
  if (one.rule === 'crossing') {
    return words.text(one.value ? 'worth.crosses' : 'worth.crossesNot');
  }
  if (one.rule === 'depth') {
    return km(words, one.value);
  }
  return one.value ? clocks.length(one.value * MINUTE) : words.text('worth.atOnce');
}

/**
 * @param {import('../../app/view.js').View['words']} words
 * @param {number} metres
 */
export function km(words, metres) {
  return words.text('planner.km', {km: words.decimal(metres / KM)});
}

/**
 * A share, and how far it is from the agreed one.
 *
 * @param {import('../../app/view.js').View} view
 * @param {number} now
 * @param {number} agreed
 */
function points({words}, now, agreed) {
  const off = now - agreed;
  const key = off > 0 ? 'worth.more' : 'worth.less';
  return html`${words.text('coverage.percent', {percent: words.decimal(now / PER_POINT)})}
  ${off ? html`<span class="quiet small">${words.text(key, {points: words.decimal(Math.abs(off) / PER_POINT)})}</span>` : nothing}`;
}

/**
 * The same in a sentence: what the next minutes at the line cost.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ClauseWorth[]} all
 */
function cost({words, clocks}, all) {
  const handover = all.filter(({rule}) => rule === 'handover');
  const agreed = handover.find(({isAgreed}) => isAgreed);
  const next = agreed && handover.find(({value: minutes}) => minutes === agreed.value + STEP);
  return agreed && next
    ? html`<p>
        ${words.text('worth.costs', {length: clocks.length(STEP * MINUTE), points: words.decimal((agreed.across - next.across) / PER_POINT)})}
      </p>`
    : nothing;
}

/**
 * What going farther beyond the line would add, and less far would lose.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ClauseWorth[]} all
 */
function depth({words}, all) {
  const depths = all.filter(({rule}) => rule === 'depth');
  const agreed = depths.findIndex(({isAgreed}) => isAgreed);
  const [less, now, more] = [depths[agreed - 1], depths[agreed], depths[agreed + 1]];
  const points = (/** @type {number} */ off) => words.decimal(Math.abs(off) / PER_POINT);
  return less && now && more
    ? html`<p>
        ${words.text('worth.deeper', {
          now: km(words, now.value),
          far: km(words, more.value),
          more: points(more.across - now.across),
          near: km(words, less.value),
          less: points(now.across - less.across),
        })}
      </p>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 * @param {import('../../app/types.js').PlanWorth['table']} rows
 */
function table(view, plan, rows) {
  const {words} = view;
  return html`<details>
    <summary>${words.text('worth.fewTitle')}</summary>
    <p class="hint">${words.text('worth.fewMeans')}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.text('worth.fewTitle')}>
      <table class="few">
        <thead>
          <tr>
            <th scope="col">${words.text('worth.free')}</th>
            <th scope="col">${words.text('worth.held')}</th>
            <th scope="col">${words.text('plans.covered')}</th>
            <th scope="col">${words.text('worth.moved')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${words.number(row.free)}</th>
              <td>
                <ul class="held">
                  ${row.held.map((post) => html`<li><bdi>${plan.said.body.posts[post]?.label}</bdi></li>`)}
                </ul>
              </td>
              <td class="figure">${words.text('coverage.percent', {percent: words.decimal(row.coveredPermille / 10)})}</td>
              <td class="figure">${row.free < rows.length ? words.number(row.moved) : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
