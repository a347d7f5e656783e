import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {icon, mark} from '../../parts/icon.js';
import {languageButtons} from '../../parts/language-buttons.js';
import {notHere} from '../../parts/refusal.js';
import {atAllWalls, bothDates} from '../../parts/times.js';
import {figureTable} from './figures.js';
import {head} from './head.js';
import {commitmentLine, complaintLine, meetingLine, occurrenceLine} from './marks.js';
import {reportText} from './report-text.js';

/**
 * The evaluation of a year on paper: the numbers beside those of the year before, what was due and not held, what no
 * side has said anything of, complaints without an answer. Out of the record, equal on both nodes; no scores, no ranks.
 *
 * @param {import('../../app/view.js').View} view
 */
export function report(view) {
  const {words} = view;
  const period = periodOf(view);
  const reading = view.feed.read(`/cooperation/evaluation?from=${period.from}&to=${period.to}`);
  /** @type {import('../../app/register-types.js').EvaluationReport | undefined} */
  const known = reading.data;
  return html`${head(view, 'report')}
    <div class="filters off-paper">
      <div class="field">
        <label for="report-year">${words.text('report.period')}</label>
        <select
          id="report-year"
          @change=${(/** @type {any} */ event) => view.act.go(to('cooperation', ['report'], {year: event.target.value}))}
        >
          <option value="" ?selected=${!period.year}>${words.text('report.lastYear')}</option>
          ${yearsOf(view).map((year) => html`<option value=${year} ?selected=${period.year === year}>${year}</option>`)}
        </select>
      </div>
      <div class="field">
        <p class="label" id="report-language">${words.text('paper.language')}</p>
        <div class="choice" role="group" aria-labelledby="report-language">
          ${languageButtons(words.language, (chosen) => view.act.prefer(chosen))}
        </div>
      </div>
      ${known
        ? html`<button class="push" data-offer="text" @click=${() => view.act.save(`evaluation-${known.from.slice(0, 10)}.txt`, reportText(view, known))}>
              ${words.text('report.text')}
            </button>
            <button class="first" @click=${() => window.print()}>${icon('print')}${words.text('shell.print')}</button>`
        : nothing}
    </div>
    ${known ? sheet(view, known) : notHere(view, reading)}`;
}

/**
 * Calendar years that can be asked for, the newest first.
 * @param {import('../../app/view.js').View} view
 */
function yearsOf(view) {
  const year = new Date(view.now).getUTCFullYear();
  return Array.from({length: 8}, (_, i) => String(year - i));
}

/**
 * A calendar year of UTC, or the 365 days up to the beginning of this day: an address that does not change while one
 * looks at it.
 * @param {import('../../app/view.js').View} view
 */
function periodOf(view) {
  const year = view.route.query.get('year') ?? '';
  if (/^\d{4}$/.test(year)) {
    return {year, from: `${year}-01-01T00:00:00.000Z`, to: `${Number(year) + 1}-01-01T00:00:00.000Z`};
  }
  const day = 86_400_000;
  const to = Math.floor(view.now / day) * day;
  return {year: '', from: new Date(to - 365 * day).toISOString(), to: new Date(to).toISOString()};
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').EvaluationReport} known
 */
function sheet(view, known) {
  const {words} = view;
  return html`<article class="sheet evaluation">
    <header class="letterhead">
      ${mark()}
      <div>
        <p class="of">${words.text('shell.name')} <span class="quiet">· ${view.parties.map((party) => view.nameOf(party)).sort().join(' · ')}</span></p>
        <p class="quiet small"><bdi class="code">${view.session.channel}</bdi></p>
      </div>
    </header>
    <h1>${words.text('report.title')}</h1>
    <p>${words.rich('cooperation.span', {from: bothDates(view, known.from), to: bothDates(view, known.to)})}</p>
    <section>
      <h2>${words.text('report.numbers')}</h2>
      ${figureTable(view, known.figures)}
    </section>
    ${part(view, 'notHeld', [...known.dutiesNotHeld.map((one) => occurrenceLine(view, one)), ...known.meetingsNotHeld.map((one) => meetingLine(view, one))])}
    ${part(view, 'unstated', [
      ...known.dutiesUnstated.map((one) => occurrenceLine(view, one)),
      ...known.meetingsUnstated.map((one) => meetingLine(view, one)),
      ...known.commitmentsSilent.map((one) => commitmentLine(view, one)),
    ])}
    ${part(view, 'unanswered', known.unanswered.map((one) => complaintLine(view, one)))}
    <footer class="small quiet">
      <p>${words.text('report.howDrawnUp')}</p>
      ${known.cut ? html`<p><b>${words.text('report.cut')}</b></p>` : nothing}
      <p>${words.rich('paper.printed', {time: atAllWalls(view, known.drawnUp), who: view.session.name})}</p>
    </footer>
  </article>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {'notHeld' | 'unstated' | 'unanswered'} name
 * @param {unknown[]} lines
 */
function part({words}, name, lines) {
  return html`<section>
    <h2>${words.text(`report.${name}`)} <span class="quiet">${words.number(lines.length)}</span></h2>
    ${lines.length
      ? html`<ul class="act-list">
          ${lines}
        </ul>`
      : html`<p class="quiet">${words.text('report.none')}</p>`}
  </section>`;
}
