import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {side} from '../../parts/side.js';
import {at, onDay} from '../../parts/times.js';
import {commitments} from './costs.js';
import {actsOn, helpedOf} from './known.js';
import {openForm} from './settling.js';

/**
 * The help of an incident, thread by thread. Nothing here turns silence into consent: what was not answered says so. It
 * reads the same on both nodes; only the buttons differ.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
export function help(view, incident) {
  return html`<ul class="list">
    ${incident.assistance.map((thread) => html`<li class="help-thread" data-help=${thread.id}>${course(view, incident, thread)}</li>`)}
  </ul>`;
}

/**
 * One thread, from the question to what it has cost.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 * @param {import('../../app/types.js').Assistance} thread
 */
function course(view, incident, thread) {
  const {words} = view;
  const {stage, deployment} = thread;
  const [first, ...others] = actsOn(view, incident, thread);
  return html`<p>
      ${side(view, thread.by)} <b>${words.text(thread.offer ? 'help.offered' : 'help.asked')}</b> <bdi class="code quiet">${thread.id}</bdi>
      <span class="push quiet">${at(view, thread.askedAt)}</span>
    </p>
    <p dir="auto">${thread.what}</p>
    <p class="row">
      <span class="tag ${stage === 'return_asked' || stage === 'conditions_declined' ? 'warn' : ''}">${words.of('helpStage', stage)}</span>
      ${deployment ? html`<span class="tag">${words.of('deployment', deployment)}</span>` : nothing}
      ${thread.answeredAt ? html`<span class="push quiet">${at(view, thread.answeredAt)}</span>` : nothing}
    </p>
    <dl class="help-facts">
      ${fact(words.text('help.reason'), thread.reason && html`<span class="text" dir="auto">${thread.reason}</span>`)}
      ${fact(words.text('help.conditions'), thread.conditions && conditions(view, thread))}
      ${fact(words.text('help.committed'), (thread.costs?.length || thread.committed?.length) && commitments(view, incident, thread))}
      ${fact(words.text('help.stays'), stay(view, thread))} ${fact(words.text('help.over'), over(view, thread))}
    </dl>
    ${first
      ? html`<div class="row">
          ${[first, ...others].map((form) => button(view, incident, thread, form, form === first))}
        </div>`
      : nothing}`;
}

/**
 * @param {string} term
 * @param {unknown} what nothing where it is not said
 */
function fact(term, what) {
  return what
    ? html`<div>
        <dt>${term}</dt>
        <dd>${what}</dd>
      </div>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Assistance} thread
 */
function conditions({words}, {conditions: said, conditionsTaken}) {
  const standing = conditionsTaken === undefined ? 'open' : conditionsTaken ? 'taken' : 'notTaken';
  return html`<span class="text" dir="auto">${said}</span>
    <p class="quiet small">${words.text(`helpConditions.${standing}`)}</p>`;
}

/**
 * Until when, and every question for longer with its answer.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Assistance} thread
 */
function stay(view, {until, extensions = []}) {
  const {words} = view;
  return until || extensions.length
    ? html`${until ? html`<p><b>${onDay(view, until)}</b></p>` : nothing}
        ${extensions.map(
          ({asked, wanted, answered, until: given, words: said}) => html`<div class="extension">
            <p class="row">
              ${words.rich('help.wanted', {time: onDay(view, wanted)})}
              <a class="push small" href=${toEntry(asked)}><bdi class="code">${asked}</bdi></a>
            </p>
            <p class="quiet">
              ${given ? words.rich('help.given', {time: onDay(view, given)}) : words.text(answered ? 'help.notLonger' : 'help.noAnswer')}
            </p>
            ${said ? html`<p dir="auto">${said}</p>` : nothing}
          </div>`,
        )}`
    : undefined;
}

/**
 * Who has said that its part is over: the helped side lets the means go, the helper takes them back.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Assistance} thread
 */
function over(view, thread) {
  return thread.endedBy?.length
    ? thread.endedBy.map(
        (party) => html`<p>
          ${view.words.rich(party === helpedOf(view, thread) ? 'help.released' : 'help.returned', {side: view.nameOf(view.party(party))})}
        </p>`,
      )
    : undefined;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 * @param {import('../../app/types.js').Assistance} thread
 * @param {string} form
 * @param {boolean} first
 */
function button(view, incident, thread, form, first) {
  const urgent = first && ['answer', 'conditions', 'stay'].includes(form);
  return html`<button class="small ${urgent ? 'first' : ''}" data-help-act=${form} @click=${() => openForm(view, form, incident.summary.id, thread)}>
    ${view.words.text(`helpAct.${form}`)}
  </button>`;
}
