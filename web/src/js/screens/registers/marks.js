import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toCommitment, toComplaint, toMeeting} from '../../app/route.js';
import {dueInWords} from '../../parts/day.js';
import {age, instantOf} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {badges, sideName, tentative} from './head.js';

/** How the things of the registers are marked, the same in every list, on every page and for either side. */

/**
 * What became of an occurrence; what is late says for how long and before whom it is.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyOccurrence} one
 */
export function occurrenceMarks(view, one) {
  const {words} = view;
  return html`<span class="tag state-${one.stage}">${words.of('occurrenceStage', one.isLate || one.stage !== 'open' ? one.stage : 'upcoming')}</span>
    ${one.isLate ? html`<span class="tag warn">${words.rich('calendar.late', {length: age(view, one.over)})}</span>` : nothing}
    ${one.before ? html`<span class="tag ${one.before === 'chief' ? 'alarm' : 'warn'}">${words.text('calendar.before', {role: words.of('role', one.before)})}</span>` : nothing}
    ${tentative(view, one)}`;
}

/**
 * Before whom it comes next if it is not held.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyOccurrence} one
 */
export function nextRung(view, {next}) {
  const {words, clocks} = view;
  if (!next) {
    return nothing;
  }
  const left = instantOf(next.at) - view.now;
  return html`<span class="small quiet"
    >${left > 0
      ? words.rich('calendar.next', {role: words.of('role', next.role), length: clocks.length(left)})
      : words.rich('calendar.nextNow', {role: words.of('role', next.role)})}</span
  >`;
}

/**
 * How far a meeting is.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Meeting} meeting
 */
export function meetingMarks(view, meeting) {
  const {words} = view;
  return html`<span class="tag state-${meeting.stage}">${words.of('meetingStage', meeting.stage)}</span>
    ${meeting.lacksRecord ? html`<span class="tag warn">${words.rich('meetingPage.lacksRecord', {length: age(view, meeting.at)})}</span>` : nothing}
    ${tentative(view, meeting)}`;
}

/**
 * What a commitment looks like now. A condition is told by its word and its frame; hue only adds to that.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} commitment
 */
export function commitmentMarks(view, commitment) {
  const {words} = view;
  const {condition, stage} = commitment;
  return html`<span class="tag condition-${condition} ${condition === 'overdue' ? 'warn' : condition === 'lapsed' ? 'alarm' : ''}"
      >${condition === 'closed' ? words.of('commitmentStage', stage) : words.of('commitmentCondition', condition)}</span
    >
    ${tentative(view, commitment)}`;
}

/**
 * By when, or that no date was set, in as many words.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} commitment
 */
export function dueOfCommitment(view, {due, over, condition}) {
  const {words} = view;
  return due
    ? html`${dueInWords(view, due)}
      ${condition !== 'closed' && over && instantOf(over) < view.now ? html`<span class="small quiet">${words.rich('calendar.late', {length: age(view, over)})}</span>` : nothing}`
    : html`<span class="no-date">${words.text('commitmentPage.noDate')}</span>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Complaint} complaint
 */
export function complaintMarks(view, complaint) {
  const {words} = view;
  return html`<span class="tag state-${complaint.stage}">${words.of('complaintStage', complaint.stage)}</span>
    ${complaint.stage === 'unanswered' ? html`<span class="tag warn">${words.rich('complaintPage.waits', {length: age(view, complaint.at)})}</span>` : nothing}
    ${tentative(view, complaint)}`;
}

// ---- lines that lead to the thing ---------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyOccurrence} one
 */
export function occurrenceLine(view, one) {
  const {words} = view;
  return line(
    badges(view, one.sides),
    html`<a class="act-name" href=${to('cooperation', ['calendar'], {duty: one.duty, number: String(one.number)})}
        ><b>${inALine(view, one.title)}</b> <span class="quiet">${words.text('calendar.number', {number: one.number})}</span></a
      >
      <p class="quiet small">${words.of('dutyKind', one.what)} · ${words.of('meetingLevel', one.level)} · ${dueInWords(view, one.due)}</p>`,
    html`<p class="row">${occurrenceMarks(view, one)}</p>
      <p class="small">${spokenOf(view, one.words, one.sides)}</p>`,
  );
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Meeting} meeting
 */
export function meetingLine(view, meeting) {
  const {words, clocks} = view;
  return line(
    badges(view, meeting.sides),
    html`<a class="act-name" href=${toMeeting(meeting.meeting)}><b>${inALine(view, meeting.subject)}</b></a>
      <p class="quiet small">
        ${words.of('meetingLevel', meeting.level)} · ${inALine(view, meeting.place)} · ${clocks.zuluStamp(instantOf(meeting.at))} ·
        <bdi class="code">${meeting.meeting}</bdi>
      </p>`,
    html`<p class="row">${meetingMarks(view, meeting)}</p>
      <p class="small">${spokenOf(view, meeting.words, meeting.sides)}</p>`,
  );
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} commitment
 */
export function commitmentLine(view, commitment) {
  const {words} = view;
  return line(
    badges(view, commitment.owners),
    html`<a class="act-name" href=${toCommitment(commitment)}><b>${inALine(view, commitment.title)}</b></a>
      <p class="quiet small"><bdi class="code">${commitment.subject}</bdi> · ${dueOfCommitment(view, commitment)}</p>`,
    html`<p class="row">${commitmentMarks(view, commitment)}</p>
      <p class="small">${words.rich('commitmentPage.silence', {length: age(view, commitment.lastSaid)})}</p>`,
  );
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Complaint} complaint
 */
export function complaintLine(view, complaint) {
  const {words} = view;
  return line(
    badges(view, [complaint.by]),
    html`<a class="act-name" href=${toComplaint(complaint.complaint)}><b class="one-line">${inALine(view, complaint.text)}</b></a>
      <p class="quiet small">
        ${words.rich('complaintPage.ofWhom', {by: sideName(view, complaint.by), against: sideName(view, complaint.against)})} ·
        <bdi class="code">${complaint.complaint}</bdi>
      </p>`,
    html`<p class="row">${complaintMarks(view, complaint)}</p>`,
  );
}

/** @param {unknown} who @param {unknown} what @param {unknown} stands */
function line(who, what, stands) {
  return html`<li>
    ${who}
    <div class="what">${what}</div>
    <div class="stands">${stands}</div>
  </li>`;
}

/**
 * Which sides have said what came of it: nobody's silence is a word.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').OutcomeWord[]} spoken
 * @param {string[]} sides
 */
function spokenOf(view, spoken, sides) {
  const {words} = view;
  const silent = sides.filter((id) => !spoken.some((word) => word.party === id)).map((id) => sideName(view, id));
  return silent.length ? words.rich('calendar.noStatement', {sides: silent.join(words.text('register.and'))}) : nothing;
}
