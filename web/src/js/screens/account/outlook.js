import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {roundAmount} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {money, nameOf, sideName} from './owed.js';

const HIGH = 300;

/** Rows of the table that says the same: so many days apart that there are about a dozen. */
const ROWS = 12;

/**
 * Where the account goes until the period ends, between both limits: as a drawing, and the same as a table.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
export function outlook(view, book) {
  const {words} = view;
  const curve = book.outlook;
  const last = curve?.days.at(-1);
  return html`<section class="panel" aria-labelledby="outlook">
    <header><h2 id="outlook">${last ? words.rich('outlook.title', {day: dayInWords(view, last.day)}) : words.text('outlook.unknown')}</h2></header>
    ${curve
      ? html`<div class="body stack">
          ${chart(view, book, curve.days)}
          <p class=${curve.beyond ? 'notice' : ''}>
            ${curve.beyond
              ? words.rich('outlook.beyond', {day: dayInWords(view, curve.beyond.day), side: nameOf(view, curve.beyond.party)})
              : words.text('outlook.within')}
          </p>
          <details>
            <summary>${words.text('outlook.figures')}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=${words.text('outlook.figures')}>${table(view, book, curve.days)}</div>
          </details>
          <p class="hint">${words.text('outlook.means')}</p>
        </div>`
      : nothing}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 * @param {import('../../app/book-types.js').OutlookDay[]} days
 */
function chart(view, {sides, unit}, days) {
  const {words} = view;
  const [a, b] = sides;
  const all = days.flatMap(({reserved, contracted}) => [reserved, contracted]);
  const top = Math.max(b.limit, ...all) * 1.06 || 1;
  const bottom = Math.min(-a.limit, ...all) * 1.06 || -1;
  const y = (/** @type {number} */ units) => ((top - units) / (top - bottom)) * HIGH;
  const x = (/** @type {number} */ index) => (days.length > 1 ? (index / (days.length - 1)) * 1000 : 0);
  const path = (/** @type {'reserved' | 'contracted'} */ what) => days.map((day, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(day[what]).toFixed(1)}`).join('');
  const first = days[0];
  const last = /** @type {import('../../app/book-types.js').OutlookDay} */ (days.at(-1));
  const spoken = `${words.text('outlook.reserved')}: ${roundAmount(view, last.reserved)} ${unit}. ${words.text('outlook.contracted')}: ${roundAmount(view, last.contracted)} ${unit}`;
  return html`<figure class="curve" dir="ltr">
    <div class="plot">
      <svg viewBox="0 0 1000 ${HIGH}" preserveAspectRatio="none" role="img" aria-label=${spoken}>
        ${svg`<rect class="allowed" x="0" width="1000" y=${y(b.limit)} height=${y(-a.limit) - y(b.limit)}/>`}
        ${[b.limit, -a.limit].map((limit) => svg`<path class="limit" vector-effect="non-scaling-stroke" d="M0 ${y(limit)}H1000"/>`)}
        ${svg`<path class="zero" vector-effect="non-scaling-stroke" d="M0 ${y(0)}H1000"/>
        <path class="contracted" vector-effect="non-scaling-stroke" d=${path('contracted')}/>
        <path class="reserved" vector-effect="non-scaling-stroke" d=${path('reserved')}/>`}
      </svg>
      ${label(y(b.limit), html`<bdi>${words.text('outlook.limitOf', {side: nameOf(view, b.party)})}</bdi> ${roundAmount(view, b.limit)}`, 'under')}
      ${label(y(-a.limit), html`<bdi>${words.text('outlook.limitOf', {side: nameOf(view, a.party)})}</bdi> ${roundAmount(view, a.limit)}`, 'over')}
      ${label(y(0), words.number(0), 'zero')}
    </div>
    <div class="days" aria-hidden="true">
      <span><bdi>${words.text('outlook.today')}</bdi></span>
      ${days.length > 2 ? html`<span>${shortDay(view, days[Math.floor((days.length - 1) / 2)].day)}</span>` : nothing}
      <span>${shortDay(view, (last ?? first).day)}</span>
    </div>
    <figcaption dir=${words.rules.direction}>
      ${/** @type {const} */ (['reserved', 'contracted']).map(
        (what) => html`<span
          ><i class="key line ${what}"></i> ${words.text(`outlook.${what}`)} <b><bdi class="figure" dir="ltr">${roundAmount(view, Math.abs(last[what]))} ${unit}</bdi></b>
          ${last[what] ? words.rich('outlook.owes', {side: nameOf(view, last[what] > 0 ? b.party : a.party)}) : nothing}</span
        >`,
      )}
    </figcaption>
  </figure>`;
}

/**
 * @param {number} at
 * @param {unknown} text
 * @param {string} name
 */
const label = (at, text, name) => html`<span class="label ${name}" aria-hidden="true" .style=${`top:${(at / HIGH) * 100}%`}>${text}</span>`;

/**
 * A day as an axis has it, in the calendar that our side counts by.
 * @param {import('../../app/view.js').View} view
 * @param {string} day
 */
const shortDay = (view, day) => html`<bdi>${view.clocks.date(Date.parse(`${day}T12:00:00Z`), {zone: 'UTC', label: 'UTC'})}</bdi>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 * @param {import('../../app/book-types.js').OutlookDay[]} days
 */
function table(view, {sides, unit}, days) {
  const {words} = view;
  const step = Math.max(1, Math.ceil((days.length - 1) / ROWS));
  const shown = days.filter((_, index) => index % step === 0 || index === days.length - 1);
  const cell = (/** @type {number} */ net) => {
    const debtor = net > 0 ? sides[1].party : sides[0].party;
    return html`<td class="amount">${money(view, Math.abs(net), unit)} ${net ? html`<span class="quiet small">${words.rich('outlook.owes', {side: nameOf(view, debtor)})}</span>` : nothing}</td>`;
  };
  return html`<table class="sums">
    <thead>
      <tr>
        <th scope="col">${words.text('outlook.day')}</th>
        <th scope="col">${words.text('outlook.reserved')}</th>
        <th scope="col">${words.text('outlook.contracted')}</th>
      </tr>
    </thead>
    <tbody>
      ${shown.map(
        (day) => html`<tr>
          <th scope="row">${dayInWords(view, day.day)}</th>
          ${cell(day.reserved)} ${cell(day.contracted)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/**
 * In how many days a side comes to its limit as things went of late.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
export function pace(view, {pace: of}) {
  const {words} = view;
  return html`<section class="panel pace" aria-labelledby="pace">
    <header><h2 id="pace">${words.text('pace.title')}</h2></header>
    <div class="body">
      <p class="large figure">${of?.reach ? words.text('pace.days', {count: of.reach.days}) : words.text('pace.none')}</p>
      ${of
        ? html`<p class="quiet">
            ${of.reach ? words.rich('pace.by', {side: sideName(view, of.reach.party), count: of.days}) : words.text('pace.still', {count: of.days})}
          </p>`
        : nothing}
    </div>
  </section>`;
}
