import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dayInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {onDay} from '../../parts/times.js';
import {dayChart, QUARTERS, timeOf} from './day-chart.js';
import {deviationRow} from './due-in-kind.js';
import {entry, goods, megawattHours, SPEAKERS, toLine} from './goods.js';
import {openMeter} from './meter-dialog.js';
import {isOurs} from './month.js';
import {openDespatchAmong, openReceipt} from './paper-forms.js';
import {openSchedule} from './schedule-dialog.js';

/** One day of a line: what was scheduled, what the meter of each side says, what counts of it, and what is missing. */

const DAY = 86_400_000;

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} path of the line
 */
export function dayPage(view, path) {
  const {words, route} = view;
  const [log, index, day] = route.rest;
  const name = `${log}/${index}`;
  const reading = view.feed.read(`${path}/days/${encodeURIComponent(day)}`);
  /** @type {import('./types.js').EnergyDay | undefined} */
  const known = reading.data;
  return html`<header class="page-head">
      <a class="back" href=${toLine(name, [], {month: day.slice(0, 7)})} aria-label=${words.text('energyDay.back')}>${icon('back')}</a>
      <h1><bdi>${known ? known.line.terms.name : name}</bdi> · ${dayInWords(view, day)}</h1>
      ${known ? goods(view, known.line.of) : nothing}
      <nav class="row push off-paper" aria-label=${words.text('energyDay.turn')}>
        <a class="button small" href=${toLine(name, [beside(day, -1)])}>${words.text('energyDay.before')}</a>
        <a class="button small" href=${toLine(name, [beside(day, 1)])}>${words.text('energyDay.after')}</a>
      </nav>
    </header>
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<div class="stack one">
          ${close(view, known)} ${chart(view, known)} ${said(view, known)} ${table(view, known)}
        </div>`
      : notHere(view, reading)}`;
}

/**
 * @param {string} day
 * @param {number} by
 */
const beside = (day, by) => new Date(Date.parse(`${day}T12:00:00Z`) + by * DAY).toISOString().slice(0, 10);

// ---- what it comes to ---------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
function close(view, known) {
  const {words} = view;
  const {close: found} = known;
  return html`<section class="panel" aria-labelledby="close">
    <header>
      <h2 id="close">${words.text('energyDay.close')}</h2>
      <span class="row push off-paper">${acts(view, known)}</span>
    </header>
    <div class="body stack">
      ${found.isClosed
        ? html`<dl class="worth">
              <div><dt>${words.text('scales.sent')}</dt><dd><bdi>${megawattHours(view, found.sent ?? 0)}</bdi></dd></div>
              <div><dt>${words.text('scales.received')}</dt><dd><bdi>${megawattHours(view, found.received ?? 0)}</bdi></dd></div>
              <div><dt>${words.text('energyMonth.accepted')}</dt><dd><b><bdi>${megawattHours(view, found.accepted ?? 0)}</bdi></b></dd></div>
              <div><dt>${words.text('energyMonth.disputed')}</dt><dd><bdi>${megawattHours(view, found.disputed ?? 0)}</bdi></dd></div>
              ${Object.entries(found.deviations ?? {}).map(([band, wattHours]) => deviationRow(view, known.line, {band, wattHours, when: known.day}))}
            </dl>
            <p class=${found.isTolerated ? 'quiet' : 'notice'}>${words.text(found.isTolerated ? `energyDay.basis.${known.line.weighed}` : 'energyDay.beyond')}</p>
            ${found.deviations || !found.isTolerated ? nothing : html`<p class="quiet">${words.text('energyDay.noDeviation')}</p>`}`
        : html`<p class="notice">${words.rich('energyMonth.missing', {sides: found.missing.map((party) => view.nameOf(view.party(party))).join(', ')})}</p>`}
      ${found.holes.map((hole) => html`<p>${side(view, hole.party)} ${holeOf(view, hole)}</p>`)}
    </div>
  </section>`;
}

/**
 * What a meter does not say, and how that was filled.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').DayClose['holes'][number]} hole
 */
function holeOf(view, {kind, from = 0, count = 0, wh = 0}) {
  const {words} = view;
  return kind === 'quarters'
    ? words.rich('energyDay.gap', {from: timeOf(from), until: timeOf(from + count), count})
    : words.rich('energyDay.betweenDays', {much: megawattHours(view, wh)});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
function acts(view, known) {
  const {words} = view;
  const {line, close: found} = known;
  if (!isOurs(view, line) || !view.may(...SPEAKERS) || line.isEnded) {
    return nothing;
  }
  const isExporter = line.of.exporter === view.ours.id;
  const board = view.feed.read('/deliveries').data;
  const reservations = (board?.reservations ?? []).filter((/** @type {any} */ {of}) => of.contract === line.of.contract);
  const left = (board?.departures ?? []).filter((/** @type {any} */ each) => each.of.contract === line.of.contract && each.sent === found.sent);
  return html`${known.isOver
    ? html`<button data-offer="meter" @click=${() => openMeter(view, line)}>${words.text('energyLines.upload')}</button>`
    : html`<button data-offer="schedule" @click=${() => openSchedule(view, known)}>${words.text('energyDay.state')}</button>`}
  ${found.isClosed && isExporter && reservations.length && !left.length
    ? html`<button class="first" data-offer="despatch" @click=${() => openDespatchAmong(view, reservations, found.sent ?? 0)}>${words.text('energyDay.despatch')}</button>`
    : nothing}
  ${found.isClosed && !isExporter && left.length
    ? html`<button class="first" data-offer="receipt" @click=${() => openReceipt(view, left[0].statement, line, found.received)}>${words.text('energyDay.receive')}</button>`
    : nothing}`;
}

// ---- drawing ------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
function chart(view, known) {
  const {words} = view;
  return known.meters.length || known.schedules.length
    ? html`<section class="panel">
        <header><h2 id="flow">${words.text('energyDay.flow')}</h2></header>
        <div class="body scroll" tabindex="0" role="region" aria-labelledby="flow">${dayChart(view, known)}</div>
      </section>`
    : nothing;
}

/**
 * Whose words they are.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
function said(view, known) {
  const {words} = view;
  const {exporter, importer} = known.line.of;
  return html`<section class="panel" aria-labelledby="words">
    <header>
      <h2 id="words">${words.text('energyDay.words')}</h2>
      <span class="tag ${known.schedule === 'agreed' ? '' : 'dashed'}">${words.of('scheduleState', known.schedule)}</span>
    </header>
    <ul class="lines">
      ${[exporter, importer].map((party) => {
        const schedule = known.schedules.find((one) => one.party === party);
        const meter = known.meters.find((one) => one.party === party);
        return html`<li class="row">
          ${side(view, party)} <b>${view.nameOf(view.party(party))}</b>
          <span
            >${schedule
              ? html`${words.text('energyDay.scheduled', {version: schedule.version})} ${onDay(view, schedule.at)} ${entry(schedule.entry)}`
              : html`<span class="quiet">${words.text('energyDay.noSchedule')}</span>`}</span
          >
          <span
            >${meter
              ? html`${words.rich('energyDay.metered', {serial: html`<bdi class="code">${meter.serial}</bdi>`, from: words.number(meter.from), until: words.number(meter.to), version: meter.version})}
                ${onDay(view, meter.at)} ${entry(meter.entry)}`
              : html`<span class="quiet">${words.text('energyDay.noMeter')}</span>`}</span
          >
        </li>`;
      })}
    </ul>
  </section>`;
}

// ---- table --------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
function table(view, known) {
  const {words} = view;
  const {exporter, importer} = known.line.of;
  const agreed = known.schedule === 'agreed' ? known.schedules[0].quarters : undefined;
  const meter = (/** @type {string} */ party) => known.meters.find((one) => one.party === party);
  const figure = (/** @type {number | undefined} */ wattHours, how = {}) =>
    html`<td class="figure">${wattHours === undefined ? html`<span class="quiet">–</span>` : html`<bdi>${megawattHours(view, wattHours, how)}</bdi>`}</td>`;
  const read = (/** @type {string} */ party, /** @type {number} */ i) => {
    const found = meter(party);
    const quality = found?.quality[i];
    return html`<td class="figure">
      ${found
        ? html`<bdi>${megawattHours(view, found.filled[i])}</bdi> ${quality === 'm' ? nothing : html`<span class="tag dashed">${words.of('meterQuality', quality === '-' ? 'gap' : quality ?? '')}</span>`}`
        : html`<span class="quiet">–</span>`}
    </td>`;
  };
  return html`<section class="panel">
    <header><h2 id="quarters">${words.text('energyDay.quarters')}</h2></header>
    <div class="body scroll tall" tabindex="0" role="region" aria-labelledby="quarters">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">${words.rich('energyDay.time', {offset: known.line.offset})}</th>
            <th scope="col" class="figure">${words.text('energyMonth.schedule')}</th>
            <th scope="col" class="figure">${side(view, exporter)} ${words.text('energyDay.sending')}</th>
            <th scope="col" class="figure">${side(view, importer)} ${words.text('energyDay.receiving')}</th>
            <th scope="col" class="figure">${words.text('energyMonth.accepted')}</th>
            <th scope="col" class="figure">${words.text('energyDay.deviation')}</th>
          </tr>
        </thead>
        <tbody>
          ${Array.from({length: QUARTERS}, (_, i) => {
            const counts = known.accepted?.[i];
            return html`<tr>
              <th scope="row"><bdi>${timeOf(i)}</bdi></th>
              ${figure(agreed?.[i])} ${read(exporter, i)} ${read(importer, i)} ${figure(counts)}
              ${figure(agreed && counts !== undefined && known.close.isTolerated ? counts - agreed[i] : undefined, {signDisplay: 'exceptZero'})}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}
