import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {icon} from '../../parts/icon.js';
import {refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {at, countdown} from '../../parts/times.js';
import {callSign, mayStop, speaksFor, spelledNow, stoppable} from './known.js';
import {chosenUnits, reasonGiven, stopDraft} from './stop-choice.js';

/**
 * STOP. The first press arms the button, one further press says it; there is nothing that must be written or chosen, and
 * nothing that may be refused by a form. What was armed and not pressed again falls back by itself.
 */

/** A button stays armed so long, in milliseconds. */
const ARMED = 10_000;

/** A second press counts from then on, in milliseconds: the two halves of a double click are one press. */
const SETTLED = 350;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
export function stopControl(view, one) {
  const units = stoppable(one);
  if (!mayStop(view, one) || !units.length) {
    return nothing;
  }
  const chosen = chosenUnits(view, one);
  const some = chosen.length < units.length ? chosen : [];
  return armed(view, {
    name: stopDraft(one),
    path: `/crossings/${one.crossing}/stop`,
    body: {...(some.length ? {units: some} : {}), ...reasonGiven(view, one)},
    count: units.length,
    some,
    visitor: one.visitor,
  });
}

/**
 * STOP to units that are here without any leave.
 * @param {import('../../app/view.js').View} view
 * @param {string} visitor
 * @param {string[]} units
 */
export function stopUnits(view, visitor, units) {
  return armed(view, {name: `stop ${units.join(' ')}`, path: '/crossings/stop', body: {units}, count: units.length, some: [], visitor});
}

/**
 * The button. What it was armed for is what it says: once something else is chosen, it has to be armed again.
 *
 * @param {import('../../app/view.js').View} view
 * @param {{name: string, path: string, body: object, count: number, some: string[], visitor: string}} what `some` are the
 *   units that it stops, if not all `count` of them
 */
function armed(view, {name, path, body, count, some, visitor}) {
  const {words, act} = view;
  const draft = view.draft(name);
  const what = JSON.stringify(body);
  const heldFor = () => {
    const {armed: since, armedFor} = view.draft(name);
    return Date.now() - (armedFor === what ? since : -Infinity);
  };
  const isArmed = heldFor() < ARMED;
  const press = () => {
    const held = heldFor();
    if (held >= ARMED) {
      act.edit(name, {armed: Date.now(), armedFor: what, refused: undefined});
    } else if (held >= SETTLED) {
      act.edit(name, {armedFor: undefined});
      act.send(name, {path, body, said: 'said.stopped'});
    }
  };
  const units = some.map((unit) => callSign(view, unit) ?? unit).join(words.text('register.and'));
  const who = {count, units, side: view.nameOf(view.party(visitor))};
  return html`<div class="stop ${isArmed ? 'armed' : ''}">
    <button class="stop-button" ?disabled=${draft.busy} @click=${press}>
      ${octagon()}
      <span>
        <strong>${words.text('stop.word')}</strong>
        <span>${some.length ? words.rich(isArmed ? 'stop.againSome' : 'stop.some', who) : words.rich(isArmed ? 'stop.again' : 'stop.whom', who)}</span>
      </span>
    </button>
    ${isArmed
      ? html`<button class="stop-not" @click=${() => act.edit(name, {armedFor: undefined})}>${words.text('stop.not')}</button>`
      : nothing}
    <p class="visually-hidden" role="status">${isArmed ? words.text('stop.armed') : ''}</p>
    ${refusal(view, draft.refused)}
  </div>`;
}

/** Its shape says STOP where its colour does not. */
function octagon() {
  return html`<svg class="octagon" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" /></svg>`;
}

/**
 * What was said, and which unit has confirmed: the clock runs until every one has.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing | undefined} one absent for a STOP that names no crossing
 * @param {import('../../app/types.js').CrossingStop} stop
 */
export function stopped(view, one, stop) {
  const {words} = view;
  const open = stop.units.filter((word) => !word.confirmedAt);
  return html`<section class="stopped ${open.some((word) => word.clock) ? 'waits' : ''}">
    <p class="row">
      ${octagon()} <strong>${words.text('stop.said')}</strong> ${side(view, stop.by.party)} ${at(view, stop.at)}
      <span class="push quiet">${words.text('stop.confirmed', {done: stop.units.length - open.length, count: stop.units.length})}</span>
    </p>
    ${Object.entries(stop.reason ?? {}).map(([language, text]) => html`<p class="text" dir="auto" lang=${language}>${text}</p>`)}
    <ul>
      ${stop.units.map((word) => confirmation(view, one, stop, word))}
    </ul>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing | undefined} one
 * @param {import('../../app/types.js').CrossingStop} stop
 * @param {import('../../app/types.js').CrossingConfirmation} word
 */
function confirmation(view, one, stop, word) {
  const {words, act} = view;
  const name = `confirm ${stop.stop} ${word.unit}`;
  const draft = view.draft(name);
  const mine = one ? speaksFor(view, one) : word.unit.startsWith(`U-${view.ours.id.toUpperCase()}-`);
  const sign = callSign(view, word.unit);
  const confirm = () =>
    act.send(name, {
      path: '/statements',
      body: {kind: 'crossing.stop_confirmed', body: {at: spelledNow(view), stop: stop.entry, unit: word.unit}},
      said: 'said.stopConfirmed',
    });
  return html`<li>
    <p class="row">
      ${sign ? html`<b dir="auto">${sign}</b>` : nothing} <bdi class="code">${word.unit}</bdi>
      ${word.confirmedAt
        ? html`<span class="push">${icon('check')} ${words.rich('stop.confirmedAt', {time: at(view, word.confirmedAt)})}</span>`
        : word.clock
          ? html`<span class="push">${countdown(view, word.clock)}</span>`
          : html`<span class="push quiet">${words.text('stop.nothingToStop')}</span>`}
    </p>
    ${!word.confirmedAt && mine
      ? html`<button class="first" ?disabled=${draft.busy} @click=${confirm}>${icon('check')}${words.text('stop.confirm')}</button>
          ${refusal(view, draft.refused)}`
      : nothing}
  </li>`;
}
