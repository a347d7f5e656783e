import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {field} from '../../parts/field.js';
import {toggles} from '../../parts/toggles.js';
import {callSign, mayStop, stoppable} from './known.js';

/**
 * Whom a STOP is for, and why. Nobody has to choose: all units are chosen to begin with, and a reason may be left out, or
 * said afterwards in the room. What is chosen here is what the button says and sends, wherever it stands.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
export function stopChoice(view, one) {
  const {words} = view;
  const units = stoppable(one).map((unit) => unit.unit);
  if (!mayStop(view, one) || !units.length) {
    return nothing;
  }
  return html`<details class="stop-choice">
    <summary>${words.text('stop.choose')}</summary>
    <div class="stack">
      ${units.length > 1
        ? toggles(view, stopDraft(one), {
            name: 'units',
            label: words.text('stop.units'),
            options: units.map((unit) => [unit, [callSign(view, unit), `\u2066${unit}\u2069`].filter(Boolean).join(' ')]),
            initial: units,
          })
        : nothing}
      ${field(view, stopDraft(one), {name: 'reason', label: words.text('stop.reason'), hint: words.text('stop.reasonHint'), maxlength: 500})}
    </div>
  </details>`;
}

/**
 * The draft of a STOP, and the beginning of the ids of its fields.
 * @param {import('../../app/types.js').Crossing} one
 */
export const stopDraft = ({crossing}) => `stop-${crossing.replace('/', '-')}`;

/**
 * The units that were chosen. An empty choice is no choice: STOP never stops nobody.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 * @returns {string[]}
 */
export function chosenUnits(view, one) {
  const units = stoppable(one).map((unit) => unit.unit);
  /** @type {string[]} */
  const wanted = view.draft(stopDraft(one)).units ?? units;
  const chosen = units.filter((unit) => wanted.includes(unit));
  return chosen.length ? chosen : units;
}

/**
 * The reason, if one was written.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
export function reasonGiven(view, one) {
  const reason = view.draft(stopDraft(one)).reason?.trim();
  return reason ? {reason, language: view.words.language} : {};
}
