import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dayInWords} from '../../parts/day.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {latinDigits} from '../../time/walls.js';
import {QUARTERS} from './day-chart.js';
import {MEGA, megawattHours} from './goods.js';

/** What is to flow on a day: agreed once both sides have said the same. */

const SCHEDULE = 'schedule';

/** Quarters of an hour in an hour. */
const PER_HOUR = 4;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyDay} known
 */
export function openSchedule(view, known) {
  view.act.open(SCHEDULE, {known, refused: undefined});
}

/**
 * Quarters from what was typed: megawatts, as one number for the whole day, one for each hour, or one for each quarter.
 * @param {string | undefined} typed
 * @returns {number[] | undefined} watt hours
 */
function quartersOf(typed = '') {
  const numbers = latinDigits(typed)
    .split(/[\s,;،]+/)
    .filter(Boolean)
    .map((text) => (/^\d{1,6}([.٫]\d{1,6})?$/.test(text) ? Math.round((Number(text.replace('٫', '.')) * MEGA) / PER_HOUR) : NaN));
  if (numbers.some(Number.isNaN) || ![1, QUARTERS / PER_HOUR, QUARTERS].includes(numbers.length)) {
    return undefined;
  }
  return Array.from({length: QUARTERS}, (_, i) => numbers[Math.floor((i * numbers.length) / QUARTERS)]);
}

/**
 * Megawatts, as the field takes them: by the hour where that says all.
 * @param {number[]} quarters
 */
function typedOf(quarters) {
  const power = quarters.map((wattHours) => (wattHours * PER_HOUR) / MEGA);
  const hourly = power.filter((_, i) => i % PER_HOUR === 0);
  return (power.every((one, i) => one === hourly[Math.floor(i / PER_HOUR)]) ? hourly : power).join(' ');
}

/** @param {import('../../app/view.js').View} view */
export function scheduleDialog(view) {
  const {words, act} = view;
  const draft = view.draft(SCHEDULE);
  /** @type {import('./types.js').EnergyDay} */
  const known = draft.known;
  const own = known.schedules.find(({party}) => party === view.ours.id);
  const theirs = known.schedules.find(({party}) => party !== view.ours.id);
  const quarters = quartersOf(draft.power);
  return dialog(view, {
    title: words.text('scheduleForm.title'),
    body: form(view, SCHEDULE, {
      ready: Boolean(quarters),
      button: words.text('scheduleForm.send'),
      send: () =>
        act.send(SCHEDULE, {
          path: '/statements',
          body: {
            kind: 'energy.schedule',
            body: {day: known.day, line: known.line.act, quarters, version: (own?.version ?? 0) + 1},
          },
          said: 'said.goods.scheduled',
        }),
      fields: html`<p><b><bdi>${known.line.terms.name}</bdi></b> · ${dayInWords(view, known.day)}</p>
        ${field(view, SCHEDULE, {
          name: 'power',
          label: words.text('scheduleForm.power'),
          hint: words.text('scheduleForm.powerHint'),
          kind: 'area',
          required: true,
          maxlength: 2_000,
        })}
        ${theirs
          ? html`<p>
              <button type="button" data-offer="theirs" @click=${() => act.edit(SCHEDULE, {power: typedOf(theirs.quarters)})}>
                ${words.rich('scheduleForm.theirs', {side: view.nameOf(view.party(theirs.party))})}
              </button>
            </p>`
          : nothing}
        <p class="hint" role="status">
          ${quarters ? words.rich('scheduleForm.sum', {sum: megawattHours(view, quarters.reduce((sum, one) => sum + one, 0))}) : words.text('scheduleForm.wrong')}
        </p>
        <p class="notice">${words.text('scheduleForm.means')}</p>`,
    }),
  });
}
