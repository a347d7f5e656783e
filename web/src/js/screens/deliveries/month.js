import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toAct} from '../../app/route.js';
import {amountOf} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {inKindOffer} from '../barter/in-kind.js';
import {openUntaken, SIGNERS} from './acceptance.js';
import {deviationRow, inKindOf} from './due-in-kind.js';
import {entry, exactly, goods, megawattHours, SPEAKERS, toLine} from './goods.js';
import {anewOffer} from './line-dialog.js';
import {openMeter} from './meter-dialog.js';

/** The days of a month of a line, and what they come to. */

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} path of the line
 */
export function monthPage(view, path) {
  const {words, route} = view;
  const name = route.rest.slice(0, 2).join('/');
  const asked = route.query.get('month') ?? new Date(view.now).toISOString().slice(0, 7);
  const reading = view.feed.read(`${path}/months/${encodeURIComponent(asked)}`);
  /** @type {import('./types.js').EnergyMonth | undefined} */
  const known = reading.data;
  return html`<header class="page-head">
      <a class="back" href=${to('energy')} aria-label=${words.text('energyLines.back')}>${icon('back')}</a>
      <h1><bdi>${known ? known.line.terms.name : name}</bdi></h1>
      ${known ? html`${goods(view, known.line.of)} ${entry(known.line.line)}` : nothing}
      <span class="row push off-paper">
        ${known && isOursAndStands(view, known) && view.may(...SPEAKERS)
          ? html`<button data-offer="meter" @click=${() => openMeter(view, known.line)}>${words.text('energyLines.upload')}</button>`
          : nothing}
        ${known && isOursAndStands(view, known) ? anewOffer(view, known.line) : nothing}
        <a class="button" href=${toLine(name, ['compare'])}>${words.text('energyLines.compare')}</a>
      </span>
    </header>
    ${refusal(view, known && reading.refused)}
    ${known ? html`<div class="stack one">${sums(view, known, name)} ${days(view, known, name)}</div>` : notHere(view, reading)}`;
}

/**
 * Whether ours is one of the two sides of a line.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 */
export const isOurs = (view, {of}) => [of.exporter, of.importer].includes(view.ours.id);

/**
 * Whether something can be said of it by our side.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyMonth} known
 */
const isOursAndStands = (view, {line}) => isOurs(view, line) && !line.isEnded;

/**
 * The month so many months on.
 * @param {string} month
 * @param {number} by
 */
function onFrom(month, by) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyMonth} known
 * @param {string} name
 */
function sums(view, {line, month, close}, name) {
  const {words} = view;
  const unit = view.feed.read('/deliveries').data?.account?.unit ?? '';
  return html`<section class="panel" aria-labelledby="sums">
    <header>
      <h2 id="sums">${words.text('energyMonth.sums')}</h2>
      ${close.draft && view.may(...SIGNERS)
        ? html`<button class="first" data-offer="untaken" @click=${() => openUntaken(view, line, close)}>${words.text('energyMonth.pay')}</button>`
        : nothing}
      <nav class="row push off-paper" aria-label=${words.text('energyMonth.turn')}>
        <a class="button small" href=${toLine(name, [], {month: onFrom(month, -1)})}>${words.text('energyMonth.before')}</a>
        <a class="button small" href=${toLine(name, [], {month: onFrom(month, 1)})}>${words.text('energyMonth.after')}</a>
      </nav>
    </header>
    <div class="body stack">
      <p class="big"><bdi>${monthOf(view, month)}</bdi></p>
      ${close.open.length ? html`<p class="notice">${words.text('energyMonth.open', {count: close.open.length})}</p>` : nothing}
      <dl class="worth">
        <div><dt>${words.text('energyMonth.accepted')}</dt><dd><bdi>${megawattHours(view, close.accepted)}</bdi></dd></div>
        <div><dt>${words.text('energyMonth.disputed')}</dt><dd><bdi>${megawattHours(view, close.disputed)}</bdi></dd></div>
        <div><dt>${words.text('energyMonth.minimum')}</dt><dd><bdi>${megawattHours(view, line.terms.minimum)}</bdi></dd></div>
        <div>
          <dt>${words.text('energyMonth.shortfall')}</dt>
          <dd>
            <bdi>${megawattHours(view, close.shortfall)}</bdi>
            ${close.worth === undefined ? nothing : html`<span class="quiet">${words.rich('energyMonth.worth', {amount: amountOf(view, close.worth, unit)})}</span>`}
            ${close.paid ? html`<a class="code" href=${toAct(close.paid)}><bdi>${close.paid}</bdi></a>` : nothing}
            ${close.shortfall && isOurs(view, line) ? inKindOffer(view, inKindOf.shortfall(view, line, close, month)) : nothing}
          </dd>
        </div>
        ${Object.entries(close.deviations).map(([band, wattHours]) => deviationRow(view, line, {band, wattHours, when: month}))}
        ${close.returned
          ? html`<div>
              <dt>${words.text('energyMonth.inKind')}</dt>
              <dd>
                <bdi>${exactly(view, close.returned.exact)} ${words.of('unitCode', close.returned.unit)}</bdi>
                <span class="quiet">${words.rich('energyMonth.whole', {whole: `${words.number(Number(close.returned.whole))} ${words.of('unitCode', close.returned.unit)}`})}</span>
                ${isOurs(view, line) && close.returned.whole !== '0' ? inKindOffer(view, inKindOf.returned(line, close, month)) : nothing}
              </dd>
            </div>`
          : nothing}
      </dl>
      <p class="quiet small">${words.text('energyMonth.means')}</p>
    </div>
  </section>`;
}

/**
 * A month in both calendars' words would be two months in the other one: it is one of the account.
 * @param {import('../../app/view.js').View} view
 * @param {string} month
 */
const monthOf = ({words}, month) =>
  new Intl.DateTimeFormat(words.rules.locale, {calendar: 'gregory', year: 'numeric', month: 'long', timeZone: 'UTC'}).format(Date.parse(`${month}-15T12:00:00Z`));

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyMonth} known
 * @param {string} name
 */
function days(view, known, name) {
  const {words} = view;
  const figure = (/** @type {number | undefined} */ wattHours) =>
    html`<td class="figure">${wattHours === undefined ? html`<span class="quiet">–</span>` : html`<bdi>${megawattHours(view, wattHours)}</bdi>`}</td>`;
  return html`<section class="panel">
    <header><h2 id="days">${words.text('energyMonth.days')}</h2></header>
    <div class="body scroll" tabindex="0" role="region" aria-labelledby="days">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">${words.text('energyMonth.day')}</th>
            <th scope="col">${words.text('energyMonth.schedule')}</th>
            <th scope="col" class="figure">${words.text('scales.sent')}</th>
            <th scope="col" class="figure">${words.text('scales.received')}</th>
            <th scope="col" class="figure">${words.text('energyMonth.accepted')}</th>
            <th scope="col" class="figure">${words.text('energyMonth.disputed')}</th>
            <th scope="col">${words.text('energyMonth.remarks')}</th>
          </tr>
        </thead>
        <tbody>
          ${known.days.map(
            ({day, schedule, close}) => html`<tr class=${close.isClosed ? '' : 'open'}>
              <th scope="row"><a href=${toLine(name, [day])}>${dayInWords(view, day)}</a></th>
              <td><span class=${schedule === 'agreed' ? '' : 'quiet'}>${words.of('scheduleState', schedule)}</span></td>
              ${figure(close.sent)} ${figure(close.received)} ${figure(close.accepted)} ${figure(close.disputed)}
              <td>
                ${close.isClosed
                  ? html`${close.isTolerated ? nothing : html`<span class="tag warn">${words.text('deliveries.beyond')}</span>`}
                    ${close.holes.length ? html`<span class="tag dashed">${words.text('energyMonth.holes', {count: close.holes.length})}</span>` : nothing}`
                  : html`<span class="quiet">${words.rich('energyMonth.missing', {sides: close.missing.map((party) => view.nameOf(view.party(party))).join(', ')})}</span>`}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
