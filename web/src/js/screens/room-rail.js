import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {toEntry, toPaper, toPdf} from '../app/route.js';
import {icon} from '../parts/icon.js';
import {notHere} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {at, countdown} from '../parts/times.js';

/**
 * Beside the columns: what runs, who is on the way, what was asked of whom, and the reports.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Incident} incident
 * @param {unknown} line who is responsible, and what crosses the line
 * @param {import('../app/chapters.js').Chapters} chapters
 */
export function rail(view, incident, line, chapters) {
  return html`<aside class="room-rail" tabindex="0" aria-label=${view.words.text('rail.title')}>
    <div class="line-of-room">${line}</div>
    ${panels(view, incident, chapters)}
  </aside>`;
}

/**
 * The same panels without their frame, for a place that has one.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Incident} incident
 * @param {import('../app/chapters.js').Chapters} chapters
 */
export function panels(view, incident, chapters) {
  const {words} = view;
  const help = () => {
    const found = chapters.inRoom('assistance');
    return 'pieces' in found ? found.pieces.help(view, incident) : notHere(view, found.reading);
  };
  return html`${section(words.text('rail.clocks'), incident.clocks, words.text('rail.noClocks'), (clock) => countdown(view, clock))}
    ${section(words.text('rail.tasks'), incident.taskings, words.text('rail.noTasks'), (tasking) => task(view, tasking))}
    ${panel(words.text('rail.assistance'), incident.assistance.length ? help() : undefined, words.text('rail.noAssistance'))}
    ${section(words.text('rail.sitreps'), incident.sitreps, words.text('rail.noSitreps'), (report) => sitrep(view, incident, report))}
    ${incident.runCard ? runCard(view, incident.runCard) : nothing}`;
}

/**
 * @template T
 * @param {string} title
 * @param {T[]} items
 * @param {string} none
 * @param {(item: T) => unknown} draw
 */
function section(title, items, none, draw) {
  const list = html`<ul class="list">
    ${items.map((item) => html`<li>${draw(item)}</li>`)}
  </ul>`;
  return panel(title, items.length ? list : undefined, none);
}

/**
 * @param {string} title
 * @param {unknown} content nothing where there is none
 * @param {string} none what is said then
 */
function panel(title, content, none) {
  return html`<section class="panel">
    <header><h2>${title}</h2></header>
    ${content ?? html`<p class="none">${none}</p>`}
  </section>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Tasking} tasking
 */
function task(view, tasking) {
  const {words} = view;
  const mayEnd = !view.past && tasking.id && !tasking.ended && view.may('watch_officer', 'dispatcher', 'unit_leader', 'sector_commander');
  return html`<p>
      <b dir="auto">${tasking.name ?? tasking.unit}</b>
      <span class="tag">${tasking.ended ? words.of('taskEnd', tasking.ended) : words.of('unitStatus', tasking.status)}</span>
      <span class="push quiet">${at(view, tasking.statusSince ?? tasking.at)}</span>
    </p>
    ${tasking.order ? html`<p class="quiet" dir="auto">${tasking.order}</p>` : nothing}
    ${mayEnd
      ? html`<button class="small" @click=${() => view.act.open('end-task', {task: tasking.id, unit: tasking.name ?? tasking.unit})}>
          ${words.text('endTask.end')}
        </button>`
      : nothing}`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Incident} incident
 * @param {import('../app/types.js').Sitrep} report
 */
function sitrep(view, incident, report) {
  const {words} = view;
  const letters = Object.entries(report.letters).sort(([a], [b]) => a.localeCompare(b));
  return html`<details>
    <summary>
      ${side(view, report.by)}
      <b>${words.text('rail.sitrep', {number: report.number})}</b>
      <span class="tag">${words.of('sitrepStage', report.stage)}</span>
      <span class="push quiet">${at(view, report.at)}</span>
    </summary>
    <dl class="letters">
      ${letters.map(
        ([letter, text]) => html`<div>
          <dt><bdi>${letter}</bdi> ${words.text(`sitrepLetter.${letter}`)}</dt>
          <dd dir="auto">${text}</dd>
        </div>`,
      )}
      ${report.restrictions
        ? html`<div>
            <dt>${words.text('sitrep.restrictions')}</dt>
            <dd dir="auto">${report.restrictions}</dd>
          </div>`
        : nothing}
    </dl>
    ${report.entry
      ? html`<p class="row">
          <a class="small" href=${toEntry(report.entry)}><bdi class="code">${report.entry}</bdi></a>
          <a class="button small push" href=${toPaper(report.entry)}>${icon('print')}${words.text('shell.print')}</a>
          <a class="button small" href=${toPdf(`/incidents/${incident.summary.id}/sitreps/${report.entry}`, words.language)} download>${words.text('shell.pdf')}</a>
        </p>`
      : nothing}
  </details>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RunCard} card
 */
function runCard(view, card) {
  const {words} = view;
  return html`<section class="panel">
    <header>
      <h2>${words.rich('rail.runCard', {word: words.label(card.spelling)})}</h2>
      <span class="push quiet small">${words.text('rail.version', {number: card.version})}</span>
    </header>
    <ul class="list checklist">
      ${card.checklist.map((step) => html`<li dir="auto">${words.label(step)}</li>`)}
      ${card.rendezvous ? html`<li>${words.rich('rail.rendezvous', {place: card.rendezvous.label})}</li>` : nothing}
      ${card.hospital ? html`<li>${words.rich('rail.hospital', {place: card.hospital.label})}</li>` : nothing}
    </ul>
  </section>`;
}
