import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {instantOnWall, isSolarHijri, wallOf} from '../time/walls.js';
import {choice} from './field.js';
import {atLength} from './times.js';

const DAY = 86_400_000;

/**
 * A moment ahead, on our own wall: a day out of a list, in the calendars of the desk, and a time of day. What it is on
 * every wall is shown at once, so that nobody reads it by another zone.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: string, days: number}} field how many days ahead are offered
 */
export function moment(view, draft, {name, label, days}) {
  const {words, clocks} = view;
  const wall = wallOf(view.ours);
  const today = midnight(view);
  const given = view.draft(draft)[`${name}At`];
  const id = `${draft.split(' ')[0]}-${name}At`;
  const dayOf = (/** @type {number} */ ahead) => {
    const noon = today + ahead * DAY + DAY / 2;
    const persian = view.settings.persianDates && isSolarHijri(wall) ? ` · ${clocks.persianDay(noon, wall)}` : '';
    return `${clocks.day(noon, wall)}${persian}`;
  };
  const instant = momentOf(view, view.draft(draft), name);
  return html`<div class="field moment-field">
    <div class="fields">
      ${choice(view, draft, {
        name: `${name}Day`,
        label,
        options: Array.from({length: days}, (_, ahead) => /** @type {[string, string]} */ ([String(ahead), dayOf(ahead)])),
      })}
      <div class="field">
        <label for=${id}>${words.rich('moment.time', {wall: wall.label})}</label>
        <input
          id=${id}
          dir="ltr"
          inputmode="numeric"
          maxlength="5"
          autocomplete="off"
          placeholder="06:00"
          .value=${given ?? ''}
          @input=${(/** @type {any} */ event) => view.act.edit(draft, {[`${name}At`]: event.target.value})}
        />
      </div>
    </div>
    ${instant ? html`<p class="hint">${atLength(view, new Date(instant).toISOString())}</p>` : nothing}
  </div>`;
}

/**
 * The instant that is chosen; nothing while there is none.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {string} name
 * @returns {number | undefined}
 */
export function momentOf(view, draft, name) {
  const time = draft[`${name}At`];
  const ahead = Number(draft[`${name}Day`] ?? 0);
  return time ? instantOnWall(time, wallOf(view.ours), midnight(view) + (ahead + 1) * DAY - 60_000) : undefined;
}

/**
 * How a draft says an instant that is known.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {string} time
 * @returns {Record<string, string>}
 */
export function asMoment(view, name, time) {
  const wall = wallOf(view.ours);
  const ahead = Math.max(0, Math.floor((Date.parse(time) - midnight(view)) / DAY));
  const shown = new Intl.DateTimeFormat('en-GB', {timeZone: wall.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}).format(Date.parse(time));
  return {[`${name}Day`]: String(ahead), [`${name}At`]: shown};
}

/** The last midnight on our wall. @param {import('../app/view.js').View} view */
const midnight = (view) => instantOnWall('00:00', wallOf(view.ours), view.now) ?? view.now;
