import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {choice} from '../../parts/field.js';
import {notHere} from '../../parts/refusal.js';
import {bar} from './bar.js';
import {crossings, moves, sizing} from './trial-parts.js';
import {sector} from './sector.js';

const DRAFT = 'posture-trial';

/** Calls a day that can be chosen. */
const RATES = ['10', '20', '40', '80'];

/**
 * Own plans tried out: a year of calls from the posts of two of them, the way from one to the other, what a crossing is
 * worth to them, and how many posts it takes. For own eyes.
 *
 * @param {import('../../app/view.js').View} view
 */
export function trial(view) {
  const {words} = view;
  const reading = view.feed.read('/posture/plans');
  /** @type {{items: import('../../app/types.js').PosturePlan[]} | undefined} */
  const page = reading.data;
  return html`<header class="page-head">
      <h1>${words.text('trial.title')}</h1>
      <a class="push off-paper" href=${to('posture')}>${words.text('trial.back')}</a>
    </header>
    <p class="lead">${words.text('trial.means')}</p>
    ${page ? (page.items.length ? tried(view, page.items) : html`<p class="empty">${words.text('plans.none')}</p>`) : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan[]} all
 */
function tried(view, all) {
  const draft = view.draft(DRAFT);
  const find = (/** @type {string | undefined} */ name) => all.find((one) => one.said.entry === name);
  const plan = find(draft.plan) ?? all[0];
  const other = find(draft.other) ?? all.find((one) => one !== plan);
  return html`<div class="stack">
    ${asked(view, all, plan, other)} ${year(view, plan, other === plan ? undefined : other)}
    ${other && other !== plan ? moves(view, plan, other) : nothing} ${crossings(view, plan)} ${sizing(view, plan)}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan[]} all
 * @param {import('../../app/types.js').PosturePlan} plan
 * @param {import('../../app/types.js').PosturePlan | undefined} other
 */
function asked(view, all, plan, other) {
  const {words} = view;
  const named = (/** @type {import('../../app/types.js').PosturePlan} */ first) =>
    /** @type {[string, string][]} */ ([first, ...all.filter((one) => one !== first)].map((one) => [one.said.entry, name(view, one)]));
  return html`<section class="panel body trial-asked" aria-label=${words.text('trial.asked')}>
    ${choice(view, DRAFT, {name: 'plan', label: words.text('trial.plan'), options: named(plan)})}
    ${other ? choice(view, DRAFT, {name: 'other', label: words.text('trial.other'), options: named(other)}) : nothing}
    ${choice(view, DRAFT, {
      name: 'source',
      label: words.text('trial.source'),
      options: [
        ['drawn', words.text('trial.drawn')],
        ['recorded', words.text('trial.recorded')],
      ],
    })}
    ${view.draft(DRAFT).source === 'recorded'
      ? nothing
      : choice(view, DRAFT, {name: 'rate', label: words.text('trial.rate'), options: RATES.map((rate) => [rate, words.number(Number(rate))])})}
  </section>`;
}

/**
 * A plan in a list: how many posts, and where it stands.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 */
function name(view, {said}) {
  return view.words.text('trial.named', {count: said.body.posts.length, entry: said.entry});
}

// ---- a year -------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 */
function reading(view, plan) {
  const {source = 'drawn', rate = RATES[0]} = view.draft(DRAFT);
  const query = source === 'drawn' ? `callsPerDay=${rate}` : 'source=recorded';
  return view.feed.read(`/posture/plans/${plan.said.entry}/year?${query}`);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 * @param {import('../../app/types.js').PosturePlan | undefined} other
 */
function year(view, plan, other) {
  const {words} = view;
  const first = reading(view, plan);
  const second = other && reading(view, other);
  /** @type {import('../../app/types.js').PostureYear | undefined} */
  const one = first.data;
  /** @type {import('../../app/types.js').PostureYear | undefined} */
  const two = second?.data;
  return html`<section class="panel" aria-labelledby="year">
    <header><h2 id="year">${words.text(one?.source === 'recorded' ? 'trial.recordTitle' : 'trial.yearTitle')}</h2></header>
    ${one
      ? html`<p class="hint body">
            ${words.text(one.source === 'recorded' ? 'trial.recordMeans' : 'trial.yearMeans', {calls: one.calls, days: one.days})}
            ${one.leftOut ? words.text('trial.leftOut', {count: one.leftOut}) : nothing}
          </p>
          ${one.calls ? html`${figures(view, one, two)} ${sectors(view, one, two)}` : html`<p class="none">${words.text('trial.noCalls')}</p>`}`
      : html`<div class="body">${notHere(view, first)}</div>`}
  </section>`;
}

/** @typedef {import('../../app/types.js').PostureYear} Year */

/** @param {Year | Year['sectors'][0]} counted */
const share = ({calls, inTime}) => (calls ? (1_000 * inTime) / calls : 1_000);

/**
 * @param {import('../../app/view.js').View} view
 * @param {Year} one
 * @param {Year | undefined} two
 */
function figures(view, one, two) {
  const {words, clocks} = view;
  const percent = (/** @type {number} */ permille) => words.text('coverage.percent', {percent: words.decimal(permille / 10)});
  const minutes = (/** @type {number} */ min) => clocks.length(min * 60_000);
  /** @type {[string, (year: Year) => unknown][]} */
  const rows = [
    ['inTime', (known) => percent(share(known))],
    ['median', (known) => minutes(known.medianMin)],
    ['ninth', (known) => minutes(known.ninthMin)],
    ['busy', (known) => percent(known.busyPermille)],
    ['missed', (known) => words.number(known.missed)],
    ...(one.lateWithHelpNear === undefined ? [] : [/** @type {[string, (year: Year) => unknown]} */ (['helpNear', (known) => words.number(known.lateWithHelpNear ?? 0)])]),
  ];
  return html`<div class="body scroll" tabindex="0" role="region" aria-label=${words.text('trial.figures')}>
    <table class="year-figures">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${mark('first')} ${words.text('trial.plan')}</th>
          ${two ? html`<th scope="col">${mark('second')} ${words.text('trial.other')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([key, value]) =>
            html`<tr>
              <th scope="row">${words.of('trialFigure', key)}</th>
              <td class="figure">${value(one)}</td>
              ${two ? html`<td class="figure">${value(two)}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
    ${two ? html`<p class="verdict">${verdict(view, one, two)}</p>` : nothing}
  </div>`;
}

/** @param {'first' | 'second'} kind */
const mark = (kind) => html`<svg class="share-mark" viewBox="0 0 12 12" aria-hidden="true"><rect class=${kind} x="1" y="1" width="10" height="10" /></svg>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {Year} one
 * @param {Year} two
 */
function verdict({words}, one, two) {
  const off = share(one) - share(two);
  const points = words.decimal(Math.abs(Math.round(off)) / 10);
  return Math.round(off) === 0 ? words.text('trial.alike') : words.text(off > 0 ? 'trial.better' : 'trial.worse', {points});
}

/**
 * Sector by sector, as bars beside the figures.
 *
 * @param {import('../../app/view.js').View} view
 * @param {Year} one
 * @param {Year | undefined} two
 */
function sectors(view, one, two) {
  const {words} = view;
  const helped = one.sectors.some(({sure}) => sure !== undefined);
  const cell = (/** @type {Year['sectors'][0] | undefined} */ known, /** @type {'first' | 'second'} */ kind) =>
    html`<td>
      ${known
        ? html`<span class="figure">${words.text('coverage.percent', {percent: words.decimal(Math.round(share(known)) / 10)})}</span> ${bar(known.inTime, known.calls, kind)}`
        : nothing}
    </td>`;
  return html`<div class="body scroll" tabindex="0" role="region" aria-label=${words.text('trial.bySector')}>
    <table class="year-sectors">
      <caption>
        ${words.text('trial.bySector')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.text('coverage.sector')}</th>
          <th scope="col">${words.text('trial.calls')}</th>
          <th scope="col">${mark('first')} ${words.text('trial.plan')}</th>
          ${two ? html`<th scope="col">${mark('second')} ${words.text('trial.other')}</th>` : nothing}
          ${helped ? html`<th scope="col">${words.text('trial.sure')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${one.sectors.map(
          (known) =>
            html`<tr>
              <th scope="row"><bdi>${sector(view, known.sector)}</bdi></th>
              <td class="figure">${words.number(known.calls)}</td>
              ${cell(known, 'first')} ${two ? cell(two.sectors.find((same) => same.sector === known.sector), 'second') : nothing}
              ${helped ? html`<td class="figure">${known.sure === undefined ? nothing : words.number(known.sure)}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
