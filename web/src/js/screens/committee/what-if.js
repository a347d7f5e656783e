import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {amountOf} from '../../parts/amount.js';
import {isCounted, muchOf, rowName} from './short.js';

/** The draft in which the changes of every match that was looked at are kept. */
const DRAFT = 'what-if';

/** Steps to either side. */
const STEPS = 10;

/** Prices of money are in millionths. */
const MILLION = 1_000_000n;

/**
 * What a change would be worth, by the prices of the match. They prove a bound for any other capacities too (17-4.6), and
 * that is straight in each: no match of what is asked about is worth more than what is said here.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {string} unit
 * @param {import('./market-types.js').MarketMatch} match
 * @param {string} id of the match
 */
export function whatIf(view, round, unit, match, id) {
  const {words} = view;
  const tight = match.rows.filter(({price}) => price > 0);
  /** @type {Record<string, number>} */
  const asked = view.draft(DRAFT)[id] ?? {};
  const worth = (/** @type {import('./market-types.js').MarketRow} */ row) => worthOf(row, asked[keyOf(row)] ?? 0);
  const all = tight.reduce((sum, row) => sum + worth(row), 0);
  return html`<h3 class="inner" id="what-if">${words.text('whatIf.title')}</h3>
    ${tight.length
      ? html`<div class="body stack off-paper" role="group" aria-labelledby="what-if">
          <ul class="what-if">
            ${tight.map((row) => stepper(view, round, unit, id, row, asked[keyOf(row)] ?? 0, worth(row)))}
          </ul>
          <p class="outcome" role="status">
            ${words.rich(all === 0 ? 'whatIf.asItIs' : 'whatIf.together', {
              bound: html`<b class="figure"><bdi>${amountOf(view, match.bound + all, unit)}</bdi></b>`,
              more: html`<bdi>${amountOf(view, all, unit)}</bdi>`,
            })}
            ${all === 0 ? nothing : html`<button class="small" type="button" @click=${() => view.act.edit(DRAFT, {[id]: {}})}>${words.text('whatIf.back')}</button>`}
          </p>
          <p class="hint">${words.text('whatIf.near')}</p>
        </div>`
      : html`<p class="none">${words.text('whatIf.none')}</p>`}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {string} unit
 * @param {string} id
 * @param {import('./market-types.js').MarketRow} row
 * @param {number} change
 * @param {number} worth
 */
function stepper(view, round, unit, id, row, change, worth) {
  const {words} = view;
  const step = stepOf(row);
  const least = -Math.min(STEPS, Math.floor(row.capacity / step)) * step;
  const set = (/** @type {(before: number) => number} */ next) => {
    const asked = view.draft(DRAFT)[id] ?? {};
    view.act.edit(DRAFT, {[id]: {...asked, [keyOf(row)]: Math.max(least, Math.min(STEPS * step, next(asked[keyOf(row)] ?? 0)))}});
  };
  const label = `what-if-${row.kind}-${row.name}`;
  return html`<li data-row=${keyOf(row)}>
    <p id=${label}>${rowName(view, round, row)} <span class="quiet small">${words.text('whatIf.now', {much: muchOf(view, row, row.capacity, unit)})}</span></p>
    <div class="dial">
      <button type="button" class="icon" aria-label=${words.text('whatIf.less', {step: muchOf(view, row, step, unit)})} @click=${() => set((before) => before - step)}>
        <span aria-hidden="true">−</span>
      </button>
      <input
        type="range"
        aria-labelledby=${label}
        aria-valuetext=${said(view, row, change, worth, unit)}
        min=${least}
        max=${STEPS * step}
        step=${step}
        .value=${String(change)}
        @input=${(/** @type {any} */ {target}) => set(() => Number(target.value))}
      />
      <button type="button" class="icon" aria-label=${words.text('whatIf.more', {step: muchOf(view, row, step, unit)})} @click=${() => set((before) => before + step)}>
        <span aria-hidden="true">+</span>
      </button>
    </div>
    <p class="small">${said(view, row, change, worth, unit)}</p>
  </li>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRow} row
 * @param {number} change
 * @param {number} worth
 * @param {string} unit
 */
function said(view, row, change, worth, unit) {
  const {words} = view;
  return change === 0
    ? words.text('whatIf.unchanged')
    : words.text(change > 0 ? 'whatIf.wouldAdd' : 'whatIf.wouldCost', {
        much: muchOf(view, row, Math.abs(change), unit),
        worth: amountOf(view, Math.abs(worth), unit),
      });
}

/** @param {import('./market-types.js').MarketRow} row */
const keyOf = ({kind, name}) => `${kind} ${name}`;

/**
 * One piece, or about a twentieth of it in a round figure.
 * @param {import('./market-types.js').MarketRow} row
 */
function stepOf(row) {
  const about = row.capacity / 20;
  if (isCounted(row) && about < 2) {
    return 1;
  }
  return Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, about))));
}

/**
 * What the bound changes by, in ten-thousandths; exact, and rounded up as what is allowed.
 * @param {import('./market-types.js').MarketRow} row
 * @param {number} change
 */
function worthOf(row, change) {
  const product = BigInt(row.price) * BigInt(change);
  return Number(isCounted(row) ? product : product / MILLION);
}
