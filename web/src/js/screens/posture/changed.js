import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {PER_POINT, percent} from './three-plans.js';

/**
 * What the last change came to: what is covered, what no plan exceeds, and how far the plan may be from the best.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlansLaid} plans
 * @param {import('../../app/types.js').PlanFigures | undefined} now
 * @param {{covered: number, gapPermille?: number, bound: number} | undefined} before
 */
export function changed(view, plans, now, before) {
  const {words} = view;
  if (!now) {
    return html`<p class="quiet" role="status">${words.text('onMap.reckons')}</p>`;
  }
  const row = (/** @type {string} */ name, /** @type {number} */ value, /** @type {number | undefined} */ old) => {
    const off = value - (old ?? value);
    const points = words.decimal(Math.abs(off) / PER_POINT);
    return html`<div>
      <dt>${words.text(name)}</dt>
      <dd>
        ${percent(view, value)}
        ${off ? html`<span class="tag">${words.text(off > 0 ? 'worth.more' : 'worth.less', {points})}</span>` : nothing}
      </dd>
    </div>`;
  };
  const gap = (/** @type {number | undefined} */ permille) => (permille === undefined ? undefined : permille * (PER_POINT / 10));
  return html`<div role="status"><dl class="plan-figures changed" aria-label=${words.text('onMap.news')}>
    ${row('plans.covered', now.covered, before?.covered)} ${row('planner.bound', plans.bound, before?.bound)}
    ${now.gapPermille === undefined ? nothing : row('plans.gap', gap(now.gapPermille) ?? 0, gap(before?.gapPermille))}
  </dl></div>`;
}
