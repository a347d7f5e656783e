import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {age, bothDates, onDay} from '../../parts/times.js';
import {figureTable} from './figures.js';
import {head, sideName} from './head.js';
import {commitmentLine, complaintLine, meetingLine, occurrenceLine} from './marks.js';

/**
 * How the cooperation itself is doing: what lapses stands first, with its age; then the figures of a period beside those
 * of the one before. Nothing here is ever green: what is not known is said not to be known.
 *
 * @param {import('../../app/view.js').View} view
 */
export function health(view) {
  const {words} = view;
  const days = PERIODS.find((one) => String(one) === view.route.query.get('days')) ?? PERIODS[1];
  const reading = view.feed.read(`/cooperation?days=${days}`);
  /** @type {import('../../app/register-types.js').Cooperation | undefined} */
  const known = reading.data;
  return html`${head(view, '')}
    <p class="lead">${words.text('cooperation.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<div class="registers">${lapsing(view, known)} ${figures(view, known, days)}</div>`
      : notHere(view, reading)}`;
}

/** Lengths of the period that are offered, in days. */
const PERIODS = [30, 90, 365];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Cooperation} known
 */
function lapsing(view, known) {
  const {words} = view;
  const question = known.oldestQuestion;
  const all = known.lateTotal + known.lapsingTotal + known.withoutRecordTotal + known.unansweredTotal + (question ? 1 : 0);
  return html`<section class="panel lapsing" aria-labelledby="lapsing">
    <header>
      <h2 id="lapsing">${words.text('cooperation.lapsing')}</h2>
      ${all ? html`<b class="figure count">${words.number(all)}</b>` : nothing}
    </header>
    ${all
      ? nothing
      : html`<p class="nothing">${words.rich('cooperation.nothingLate', {time: onDay(view, known.asOf)})}</p>`}
    ${group(view, 'late', known.late.map((one) => occurrenceLine(view, one)), known.lateTotal, 'calendar')}
    ${group(view, 'commitments', known.lapsing.map((one) => commitmentLine(view, one)), known.lapsingTotal, 'commitments')}
    ${group(view, 'withoutRecord', known.withoutRecord.map((one) => meetingLine(view, one)), known.withoutRecordTotal, 'calendar')}
    ${group(view, 'unanswered', known.unanswered.map((one) => complaintLine(view, one)), known.unansweredTotal, 'complaints')}
    ${question
      ? html`<h3>${words.text('lapsing.question')}</h3>
          <p class="body">${words.rich('lapsing.questionOf', {side: sideName(view, question.asked), length: age(view, question.since)})}</p>`
      : nothing}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {unknown[]} lines
 * @param {number} total
 * @param {string} part where all of them are
 */
function group(view, name, lines, total, part) {
  const {words} = view;
  return lines.length
    ? html`<h3>${words.text(`lapsing.${name}`)} <b class="figure count">${words.number(total)}</b></h3>
        <ul class="act-list">
          ${lines}
        </ul>
        ${total > lines.length ? html`<p class="body"><a href=${to('cooperation', [part])}>${words.text('cooperation.all', {count: total})}</a></p>` : nothing}`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Cooperation} known
 * @param {number} days
 */
function figures(view, known, days) {
  const {words, clocks} = view;
  const watched = known.watchedSeconds * 1_000;
  return html`<section class="panel" aria-labelledby="figures">
    <header>
      <h2 id="figures">${words.text('cooperation.figures')}</h2>
      <nav class="choice push" aria-label=${words.text('cooperation.period')}>
        ${PERIODS.map(
          (one) => html`<a class="tab" href=${to('cooperation', [], {days: String(one)})} aria-current=${one === days ? 'true' : nothing}>
            ${words.text('length.days', {d: one})}
          </a>`,
        )}
      </nav>
    </header>
    <div class="body stack">
      <p class="quiet">${words.rich('cooperation.span', {from: bothDates(view, known.from), to: bothDates(view, known.to)})}</p>
      ${figureTable(view, known.figures)}
      <p class="hint">
        ${watched ? words.rich('cooperation.watched', {length: clocks.length(watched)}) : words.text('cooperation.notWatched')}
        ${words.text('cooperation.counted')}
      </p>
    </div>
  </section>`;
}
