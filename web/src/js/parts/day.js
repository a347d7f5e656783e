import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {isSolarHijri, latinDigits, wallOf} from '../time/walls.js';
import {choice, field} from './field.js';
import {atLength} from './times.js';

/**
 * Days and moments that are not now. A day is chosen in the browser's own calendar and said again in words of both
 * calendars; on whose wall it is counted is chosen beside it, and what is signed has the offset from UTC and no name of
 * a zone, so that both nodes read the same day from it in every year.
 */

/**
 * The offset of a wall on a day: `+05:00`.
 * @param {import('../app/view.js').View} view
 * @param {string} day
 * @param {string} party whose wall; '' for UTC
 */
function offsetOn(view, day, party) {
  return party ? view.clocks.offset(Date.parse(`${day}T12:00:00Z`), wallOf(view.party(party))) : '+00:00';
}

/**
 * @param {import('../app/view.js').View} view
 * @returns {[party: string, word: string][]}
 */
function walls(view) {
  return [...view.parties.map((party) => /** @type {[string, string]} */ ([party.id, view.nameOf(party)])), ['', 'UTC']];
}

/**
 * A day with the wall it is counted on.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: string, hint?: unknown, required?: boolean}} wanted
 */
export function dayField(view, draft, {name, label, hint, required = false}) {
  const id = `${draft}-${name}`;
  const value = view.draft(draft)[name] ?? '';
  return html`<div class="fields day-field">
    <div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="date"
        min="1900-01-01"
        max="2999-12-31"
        ?required=${required}
        .value=${value}
        @input=${(/** @type {any} */ {target}) => view.act.edit(draft, {[name]: target.value})}
      />
      ${value ? html`<p class="hint">${dayInWords(view, value)}</p>` : nothing} ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    </div>
    ${choice(view, draft, {name: `${name}Wall`, label: view.words.text('day.wall'), options: walls(view)})}
  </div>`;
}

/**
 * A calendar day in words: `30 June 2026 · 9 Tir 1405`.
 * @param {import('../app/view.js').View} view
 * @param {string} day
 */
export function dayInWords(view, day) {
  const noon = Date.parse(`${day.slice(0, 10)}T12:00:00Z`);
  const utc = {zone: 'UTC', label: 'UTC'};
  const persian = view.settings.persianDates || view.parties.some((party) => party.id === view.ours.id && isSolarHijri(wallOf(party)));
  return html`<time datetime=${day.slice(0, 10)}
    ><bdi>${view.clocks.date(noon, utc)}</bdi>${persian ? html` · <bdi>${view.clocks.persianDate(noon, utc)}</bdi>` : nothing}</time
  >`;
}

/**
 * A due date as it was agreed: the day in words, with the offset it is counted at.
 * @param {import('../app/view.js').View} view
 * @param {string} due `2019-06-30+05:00`
 */
export function dueInWords(view, due) {
  return html`<span class="due">${dayInWords(view, due)} <bdi class="code quiet small">${due.slice(10)}</bdi></span>`;
}

/**
 * What was chosen, as a due date: `2019-06-30+05:00`; nothing while there is no day.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {string} name
 * @returns {string | undefined}
 */
export function dueOf(view, draft, name) {
  const day = draft[name];
  return day ? day + offsetOn(view, day, draft[`${name}Wall`] ?? view.ours.id) : undefined;
}

/**
 * A moment: a day, a time of day, and on whose wall; shown again on every wall.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: string, hint?: unknown, required?: boolean}} wanted
 */
export function momentField(view, draft, {name, label, hint, required = false}) {
  const instant = momentOf(view, view.draft(draft), name);
  return html`<div class="stack">
    ${dayField(view, draft, {name, label, hint, required})}
    ${field(view, draft, {name: `${name}Time`, label: view.words.text('day.time'), kind: 'code', maxlength: 5, required})}
    ${instant ? html`<p class="hint">${atLength(view, instant)}</p>` : nothing}
  </div>`;
}

/**
 * What was chosen, as a time on the wire; nothing while it is not whole.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {string} name
 * @returns {string | undefined}
 */
export function momentOf(view, draft, name) {
  const day = draft[name];
  const typed = /^\s*(\d{1,2}):?(\d{2})\s*$/.exec(latinDigits(draft[`${name}Time`] ?? ''));
  if (!day || !typed || Number(typed[1]) > 23 || Number(typed[2]) > 59) {
    return undefined;
  }
  const offset = offsetOn(view, day, draft[`${name}Wall`] ?? view.ours.id);
  return new Date(`${day}T${typed[1].padStart(2, '0')}:${typed[2]}:00.000${offset}`).toISOString();
}

/**
 * A draft in which the moment is now, on our wall.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 */
export function momentNow(view, name) {
  const offset = view.clocks.offset(view.now, wallOf(view.ours));
  const [sign, hours, minutes] = [offset[0] === '-' ? -1 : 1, Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  const shown = new Date(view.now + sign * (hours * 60 + minutes) * 60_000).toISOString();
  return {[name]: shown.slice(0, 10), [`${name}Time`]: shown.slice(11, 16), [`${name}Wall`]: view.ours.id};
}
