import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ruleOf} from '../../app/agreements.js';
import {to, toAct, toMeeting} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {menu} from '../../parts/menu.js';
import {dayInWords, dueInWords} from '../../parts/day.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {age} from '../../parts/times.js';
import {inALine, saidInFull, saidPlainly} from '../../parts/wording.js';
import {mayPropose, openProposal} from '../agreements/propose-dialog.js';
import {badges, head, sideName, SPEAKERS} from './head.js';
import {meetingLine, nextRung, occurrenceMarks} from './marks.js';
import {openCall, openOutcome} from './meeting-dialogs.js';

/**
 * The calendar of what the sides have bound themselves to: what is late before what is due, and of each what either side
 * says came of it. A missed meeting has an age and a place on a ladder; it does not just pass. A new duty begins with
 * what the agreed rules say, so it is offered once they have been read.
 *
 * @param {import('../../app/view.js').View} view
 */
export function calendar(view) {
  const {words} = view;
  const reading = view.feed.read('/duties');
  /** @type {import('../../app/register-types.js').DutyCalendar | undefined} */
  const known = reading.data;
  return html`${head(
      view,
      'calendar',
      html`${view.may(...SPEAKERS) ? html`<button class="push" data-offer="call" @click=${() => openCall(view)}>${words.text('callForm.open')}</button>` : nothing}
      ${mayPropose(view, 'recurring_duty') && ruleOf(view, 'meeting.overdue') !== undefined
        ? html`<button class="first" data-offer="duty" @click=${() => openProposal(view, {kind: 'recurring_duty'})}>${words.text('dutyForm.open')}</button>`
        : nothing}`,
    )}
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<div class="registers">${late(view, known)} ${due(view, known)} ${meetings(view)} ${duties(view, known)}</div>`
      : notHere(view, reading)}`;
}

// ---- what is due --------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyCalendar} known
 */
function late(view, known) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="late">
    <header>
      <h2 id="late">${words.text('calendar.lateTitle')}</h2>
      ${known.lateTotal ? html`<b class="figure count">${words.number(known.lateTotal)}</b>` : nothing}
    </header>
    ${known.late.length
      ? html`<ol class="occurrences">
            ${known.late.map((one) => occurrence(view, one))}
          </ol>
          ${known.lateTotal > known.late.length ? html`<p class="hint body">${words.text('calendar.more', {count: known.lateTotal - known.late.length})}</p>` : nothing}`
      : html`<p class="nothing">${words.text(known.duties.length ? 'calendar.noneLate' : 'calendar.noDuties')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyCalendar} known
 */
function due(view, known) {
  const {words} = view;
  const rest = known.occurrences.filter((one) => !one.isLate);
  return known.duties.length
    ? html`<section class="panel" aria-labelledby="due">
        <header>
          <h2 id="due">${words.text('calendar.dueTitle')}</h2>
          <span class="quiet push">${words.rich('cooperation.span', {from: dayInWords(view, known.from), to: dayInWords(view, known.to)})}</span>
        </header>
        ${rest.length
          ? html`<ol class="occurrences">
              ${rest.map((one) => occurrence(view, one))}
            </ol>`
          : html`<p class="nothing">${words.text('calendar.noneDue')}</p>`}
        ${known.cut ? html`<p class="hint body">${words.text('calendar.cut')}</p>` : nothing}
      </section>`
    : nothing;
}

/**
 * One time that a duty is due: its day, what became of it in the words of each side, and what can be done.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyOccurrence} one
 */
function occurrence(view, one) {
  const {words, route} = view;
  const here = route.query.get('duty') === one.duty && route.query.get('number') === String(one.number);
  return html`<li class="${one.isLate ? 'is-late' : ''} ${here ? 'is-here' : ''}">
    <p class="when">${dueInWords(view, one.due)}</p>
    <div class="what">
      <p class="row">
        ${badges(view, one.sides)} <b>${inALine(view, one.title)}</b>
        <span class="quiet small">${words.of('dutyKind', one.what)} · ${words.of('meetingLevel', one.level)} · ${words.text('calendar.number', {number: one.number})}</span>
      </p>
      <p class="row">${occurrenceMarks(view, one)} ${nextRung(view, one)}</p>
      ${one.isLate || one.words.length ? outcomeWords(view, one.words, one.sides) : nothing}
      ${one.meetings.length
        ? html`<p class="row small">
            ${one.meetings.map(
              (held) => html`<a href=${toMeeting(held.meeting)}>${words.text('calendar.meeting')} <bdi class="code">${held.meeting}</bdi></a>
                <span class="quiet">${words.of('meetingStage', held.stage)}</span>`,
            )}
          </p>`
        : nothing}
      ${one.cancelledBy ? html`<p class="small">${words.text('calendar.cancelledBy')} <a href=${toAct(one.cancelledBy)}><bdi class="code">${one.cancelledBy}</bdi></a></p>` : nothing}
    </div>
    ${occurrenceActs(view, one)}
  </li>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyOccurrence} one
 */
function occurrenceActs(view, one) {
  const {words} = view;
  if (one.stage === 'held' || one.stage === 'cancelled') {
    return nothing;
  }
  const isMeeting = one.what === 'meeting' || one.what === 'review';
  const speaks = view.may(...SPEAKERS) && one.sides.includes(view.ours.id);
  const acts = [
    ...(speaks && isMeeting ? [{word: words.text('callForm.open'), open: () => openCall(view, one)}] : []),
    ...(speaks && !isMeeting ? [{word: words.text('outcomeForm.open'), open: () => openOutcome(view, {duty: one})}] : []),
    ...(mayPropose(view, 'duty_cancelled')
      ? [{word: words.text('cancelForm.open'), open: () => openProposal(view, {kind: 'duty_cancelled', given: {duty: one.id, number: one.number, due: one.due}})}]
      : []),
  ];
  return menu(words.text('calendar.acts', {number: one.number, duty: saidPlainly(view, one.title)}), acts);
}

/**
 * What each side says came of it, side by side, in one form for all; who has said nothing has said nothing.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').OutcomeWord[]} spoken
 * @param {string[]} sides
 */
export function outcomeWords(view, spoken, sides) {
  const {words} = view;
  return html`<dl class="cells">
    ${sides.map((id) => {
      const word = spoken.find((one) => one.party === id);
      return html`<div>
        <dt>${sideName(view, id)}</dt>
        <dd>
          ${word
            ? html`<b>${words.of('meetingOutcome', word.outcome)}</b>
                ${word.reason ? html`<span>${words.of('notHeldReason', word.reason)}</span>` : nothing}
                ${word.by.length ? html`<span>${words.rich('outcomeForm.by', {sides: word.by.map((by) => sideName(view, by)).join(words.text('register.and'))})}</span>` : nothing}
                ${word.item ? html`<span>${words.rich('outcomeForm.over', {number: word.item.number, agenda: word.item.agenda})}</span>` : nothing}
                <span class="quiet small">${words.rich('cooperation.ago', {length: age(view, word.at)})}</span>
                ${word.remark ? html`<blockquote>${saidInFull(view, word.remark)}</blockquote>` : nothing}`
            : html`<span class="quiet">${words.text('cooperation.noWord')}</span>`}
        </dd>
      </div>`;
    })}
  </dl>`;
}

// ---- meetings -----------------------------------------------------------------------------------

/** Which meetings are shown, in the order of the choice. */
const PHASES = ['all', 'open', 'over', 'without_record'];

/** @param {import('../../app/view.js').View} view */
function meetings(view) {
  const {words} = view;
  const phase = PHASES.find((one) => one === view.route.query.get('phase')) ?? 'all';
  const cursor = view.route.query.get('cursor') ?? '';
  const reading = view.feed.read(`/meetings?${new URLSearchParams({phase, limit: '30', ...(cursor ? {cursor} : {})})}`);
  /** @type {{items: import('../../app/register-types.js').Meeting[], total: number, next?: string} | undefined} */
  const known = reading.data;
  return html`<section class="panel" aria-labelledby="meetings">
    <header>
      <h2 id="meetings">${words.text('meetingPage.list')}</h2>
      <nav class="choice push" aria-label=${words.text('meetingPage.phases')}>
        ${PHASES.map(
          (one) => html`<a class="tab" href=${to('cooperation', ['calendar'], one === 'all' ? {} : {phase: one})} aria-current=${one === phase ? 'true' : nothing}
            >${words.of('meetingPhase', one)}</a
          >`,
        )}
      </nav>
    </header>
    ${!known
      ? notHere(view, reading)
      : known.items.length
        ? html`<ul class="act-list">
              ${known.items.map((one) => meetingLine(view, one))}
            </ul>
            ${known.next ? html`<p class="row pager"><a class="button" href=${to('cooperation', ['calendar'], {phase, cursor: known.next})}>${words.text('cooperation.next')}</a></p>` : nothing}`
        : html`<p class="nothing">${words.text('meetingPage.none')}</p>`}
  </section>`;
}

// ---- duties -------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyCalendar} known
 */
function duties(view, known) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="duties">
    <header><h2 id="duties">${words.text('calendar.duties')}</h2></header>
    ${known.duties.length
      ? html`<ul class="act-list">
          ${known.duties.map((one) => duty(view, one))}
        </ul>`
      : html`<p class="nothing">${words.text('calendar.noDuties')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').RecurringDuty} one
 */
function duty(view, one) {
  const {words} = view;
  const [, every, unit] = /^P(\d+)([DM])$/.exec(one.cycle) ?? ['', '0', 'D'];
  return html`<li class=${one.ended ? 'ended' : ''}>
    ${badges(view, one.sides)}
    <div class="what">
      <a class="act-name" href=${toAct(one.duty)}><b>${inALine(view, one.title)}</b> ${icon('onward')}</a>
      <p class="quiet small">
        ${words.of('dutyKind', one.what)} · ${words.of('meetingLevel', one.level)} ·
        ${words.text(unit === 'M' ? 'calendar.everyMonths' : 'calendar.everyDays', {count: Number(every)})}
      </p>
      <p class="quiet small">
        ${words.text('calendar.ladder', {
          grace: one.escalation.graceDays,
          step: one.escalation.stepDays,
          roles: one.escalation.ladder.map((role) => words.of('role', role)).join(' → '),
        })}
      </p>
    </div>
    <div class="stands">
      ${one.ended
        ? html`<span class="tag">${words.of('actStage', one.ended.stage)}</span>`
        : one.next
          ? html`<p class="small">${words.text('calendar.nextDue')}<br />${dueInWords(view, one.next.due)}</p>`
          : html`<p class="small quiet">${words.text('calendar.noMore')}</p>`}
    </div>
  </li>`;
}
