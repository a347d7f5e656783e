import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {at, instantOf} from './times.js';

/**
 * Told and answered: authored · logged · received · read · acted. The one thing this console knows that no other does.
 * A step that has not happened is drawn hollow; a step that cannot be known is not drawn as if it had not happened.
 */

const STEPS = /** @type {const} */ (['authored', 'logged', 'received', 'read', 'acted']);

/**
 * The steps of a ladder that are known to have happened, with their times.
 * @param {import('../app/types.js').Ladder} ladder
 * @returns {Partial<Record<typeof STEPS[number], string>>}
 */
export function stepsOf(ladder) {
  return {
    authored: ladder.authored,
    logged: ladder.published ?? ladder.durable,
    received: ladder.received?.notAfter,
    read: ladder.read?.at,
    acted: ladder.acted?.at,
  };
}

/**
 * The last step that happened.
 * @param {import('../app/types.js').Ladder} ladder
 */
export function lastStep(ladder) {
  const times = stepsOf(ladder);
  return STEPS.findLast((step) => times[step]) ?? 'authored';
}

/**
 * Whether a step has happened: it has a time, or a later one has happened, which it must have come before. Of the other
 * side's own steps we see only the result.
 * @param {Partial<Record<typeof STEPS[number], string>>} times
 * @param {typeof STEPS[number]} step
 */
function isDone(times, step) {
  return STEPS.slice(STEPS.indexOf(step), step === 'read' ? 4 : undefined).some((later) => times[later]);
}

/**
 * One line for a row of the queue: five marks, the last step in words, its time.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Ladder} ladder
 * @param {{author: string, audience: import('../app/types.js').Audience}} about
 */
export function ladderLine(view, ladder, {author, audience}) {
  const {words} = view;
  if (audience === 'internal') {
    return html`<span class="ladder">${words.text('ladder.internal')}</span>`;
  }
  const times = stepsOf(ladder);
  const last = lastStep(ladder);
  const reader = view.nameOf(author === view.ours.id ? view.peer : view.ours);
  return html`<span class="ladder">
    <span class="marks" aria-hidden="true">${STEPS.map((step) => html`<i class=${isDone(times, step) ? 'done' : ''}></i>`)}</span>
    ${words.rich(`ladder.${last}`, {side: reader, time: at(view, times[last] ?? ladder.authored)})}</span
  >`;
}

/**
 * The steps with their times, on one line of a card.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Ladder} ladder
 * @param {import('../app/types.js').Audience} audience
 */
export function ladderSteps(view, ladder, audience) {
  return steps(view, ladder, audience, false);
}

/**
 * The whole ladder: times, who read, and the bracket of the step that proves knowledge, signed by the other side.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Ladder} ladder
 * @param {import('../app/types.js').Audience} audience
 */
export function ladderInFull(view, ladder, audience) {
  return steps(view, ladder, audience, true);
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Ladder} ladder
 * @param {import('../app/types.js').Audience} audience
 * @param {boolean} full
 */
function steps(view, ladder, audience, full) {
  const {words} = view;
  const times = stepsOf(ladder);
  const shown = audience === 'internal' ? STEPS.slice(0, 2) : STEPS;
  return html`<ol class="steps ${full ? 'full' : ''}" aria-label=${words.text('ladder.title')}>
    ${shown.map((step) => {
      const time = times[step];
      const done = isDone(times, step);
      return html`<li class=${done ? 'done' : ''}>
        <span class="step">${words.text(`step.${step}`)}</span>
        ${time ? at(view, time) : html`<span class="quiet">${words.text(done ? 'ladder.implied' : 'ladder.notYet')}</span>`}
        ${full && step === 'received' && ladder.received ? bracket(view, ladder.received) : nothing}
        ${full && step === 'read' && ladder.read?.role
          ? html`<span class="quiet">${words.of('role', ladder.read.role)}</span>`
          : nothing}
      </li>`;
    })}
  </ol>`;
}

/**
 * Between which two times the other side came to have it, both ends over its own signature.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Bracket} received
 */
function bracket(view, received) {
  const {words, clocks} = view;
  const signer = received.signedBy;
  if (!received.notBefore) {
    return html`<span class="quiet">${words.rich('ladder.bracketEnd', {signer: html`<bdi class="code">${signer}</bdi>`})}</span>`;
  }
  const width = instantOf(received.notAfter) - instantOf(received.notBefore);
  return html`<span class="quiet">
    ${words.rich('ladder.bracket', {
      from: at(view, received.notBefore),
      length: clocks.length(width),
      signer: html`<bdi class="code">${signer}</bdi>`,
    })}
  </span>`;
}
