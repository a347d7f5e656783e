import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {dueInWords} from '../../parts/day.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {age, atLength} from '../../parts/times.js';
import {inALine, saidInFull} from '../../parts/wording.js';
import {mayPropose, openProposal} from '../agreements/propose-dialog.js';
import {outcomeWords} from './calendar.js';
import {actList, back, historyOf, offers, sideName, SPEAKERS, unheard} from './head.js';
import {meetingMarks, occurrenceMarks} from './marks.js';
import {openAccept, openAgenda, openCome, openMinutes, openOutcome} from './meeting-dialogs.js';

/**
 * One meeting: both agendas side by side, in columns of one width; what each side says came of it; its own minutes; and
 * the joint record under both signatures, if there is one. That there is none is a state like any other.
 *
 * @param {import('../../app/view.js').View} view
 */
export function meeting(view) {
  const [, ...name] = view.route.rest;
  const reading = view.feed.read(`/meetings/${name.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/register-types.js').MeetingDetail | undefined} */
  const known = reading.data;
  if (!known) {
    return html`<header class="page-head">${back(view, 'calendar')}<h1><bdi class="code">${name.join('/')}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {meeting: one} = known;
  const {words} = view;
  return html`<header class="page-head">
      ${back(view, 'calendar')} ${side(view, one.calledBy)}
      <h1>${inALine(view, one.subject)}</h1>
      <bdi class="code quiet">${one.meeting}</bdi>
    </header>
    ${unheard(view)} ${refusal(view, reading.refused)}
    <section class="panel standing" aria-label=${words.text('meetingPage.standing')}>
      <div class="stack">
        <p class="row">${meetingMarks(view, one)}</p>
        <p>${words.of('meetingStageMeans', one.stage)}</p>
        <dl class="pairs">
          <div><dt>${words.text('meetingPage.at')}</dt><dd>${atLength(view, one.at)}</dd></div>
          <div><dt>${words.text('meetingPage.place')}</dt><dd>${inALine(view, one.place)}</dd></div>
          <div><dt>${words.text('meetingPage.level')}</dt><dd>${words.of('meetingLevel', one.level)}</dd></div>
          <div><dt>${words.text('meetingPage.occasion')}</dt><dd>${occasion(view, known)}</dd></div>
        </dl>
      </div>
      ${acts(view, known)}
    </section>
    <div class="registers">
      ${coming(view, one)} ${agendas(view, known)} ${outcome(view, known)}
      <div class="two">${minutes(view, known)} ${record(view, known)}</div>
      ${historyOf(view, known.history)}
    </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
function occasion(view, {occurrence}) {
  const {words} = view;
  return occurrence
    ? html`<a href=${to('cooperation', ['calendar'], {duty: occurrence.duty, number: String(occurrence.number)})}>${inALine(view, occurrence.title)}</a>
        ${dueInWords(view, occurrence.due)} ${occurrenceMarks(view, occurrence)}`
    : words.text('meetingPage.extraordinary');
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
function acts(view, known) {
  const {words} = view;
  const {meeting: one} = known;
  const ours = one.sides.includes(view.ours.id);
  const speaks = ours && view.may(...SPEAKERS);
  const over = ['held', 'not_held', 'walked_out'].includes(one.stage);
  return offers([
    speaks && !over && {name: 'come', word: words.text('comeForm.open'), open: () => openCome(view, one)},
    speaks && {name: 'agenda', word: words.text('agenda.open'), open: () => openAgenda(view, known)},
    speaks && !over && {name: 'outcome', word: words.text('outcomeForm.open'), first: true, open: () => openOutcome(view, {meeting: known})},
    speaks && {name: 'minutes', word: words.text('minutes.open'), open: () => openMinutes(view, one)},
    ours &&
      mayPropose(view, 'joint_record') && {
        name: 'record',
        word: words.text(one.record ? 'recordForm.replace' : 'recordForm.open'),
        open: () => proposeRecord(view, known),
      },
  ]);
}

/**
 * A joint record begins with the items of both agendas; one in force is begun with, where there is one.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
function proposeRecord(view, {meeting: one, agendas: all}) {
  const items = all.filter((agenda) => agenda.isLatest).flatMap((agenda) => agenda.items.map((subject) => ({outcome: 'agreed', subject})));
  const old = one.record && view.feed.read(`/acts/${one.record}`).data?.act;
  openProposal(view, {kind: 'joint_record', ...(old ? {supersedes: old} : {}), given: {meeting: one.id, items: items.slice(0, 60)}});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Meeting} one
 */
function coming(view, one) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="coming">
    <header><h2 id="coming">${words.text('meetingPage.coming')}</h2></header>
    <dl class="cells body">
      ${one.sides.map((id) => {
        const answer = one.answers.find((known) => known.party === id);
        return html`<div>
          <dt>${sideName(view, id)}</dt>
          <dd>
            ${answer
              ? html`<b>${words.text(answer.comes ? 'meetingPage.comes' : 'meetingPage.staysAway')}</b>
                  <span class="quiet small">${words.rich('cooperation.ago', {length: age(view, answer.at)})}</span>
                  <a class="small" href=${toEntry(answer.entry)}><bdi class="code">${answer.entry}</bdi></a>`
              : html`<span class="quiet">${words.text('cooperation.noWord')}</span>`}
          </dd>
        </div>`;
      })}
    </dl>
  </section>`;
}

/**
 * Each side's own agenda in its latest version, in the order of the sides; earlier versions below it.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
function agendas(view, known) {
  const {words} = view;
  const {meeting: one} = known;
  return html`<section class="panel" aria-labelledby="agendas">
    <header>
      <h2 id="agendas">${words.text('meetingPage.agendas')}</h2>
      <span class="tag push">${words.text(one.isAgendaAgreed ? 'meetingPage.agendaAgreed' : 'meetingPage.agendaNotAgreed')}</span>
    </header>
    <div class="tables">${one.sides.map((id) => agendaOf(view, known, id))}</div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 * @param {string} id
 */
function agendaOf(view, known, id) {
  const {words} = view;
  const all = known.agendas.filter((agenda) => agenda.party === id);
  const latest = all.find((agenda) => agenda.isLatest);
  const mayAccept = latest && id !== view.ours.id && known.meeting.sides.includes(view.ours.id) && !latest.accepted.includes(view.ours.id) && view.may(...SPEAKERS);
  return html`<section class="table-of" data-side=${id} aria-labelledby="agenda-${id}">
    <h3 id="agenda-${id}">${side(view, id)} <span>${sideName(view, id)}</span></h3>
    ${latest
      ? html`<p class="quiet small">
            ${words.text('agenda.version', {version: latest.version})} · ${words.rich('cooperation.ago', {length: age(view, latest.at)})}
            · <a href=${toEntry(latest.agenda)}><bdi class="code">${latest.agenda}</bdi></a>
          </p>
          <ol class="agenda-items">
            ${latest.items.map((item) => html`<li>${inALine(view, item)}</li>`)}
          </ol>
          <p class="small">
            ${latest.accepted.length
              ? words.rich('agenda.acceptedBy', {sides: latest.accepted.map((by) => sideName(view, by)).join(words.text('register.and'))})
              : words.text('agenda.acceptedByNone')}
          </p>
          ${mayAccept
            ? html`<p><button data-offer="accept" @click=${() => openAccept(view, known.meeting, latest)}>${icon('check')}${words.text('acceptAgenda.open')}</button></p>`
            : nothing}
          ${all.length > 1 ? html`<p class="hint">${words.text('agenda.earlier', {count: all.length - 1})}</p>` : nothing}`
      : html`<p class="quiet">${words.text('agenda.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
function outcome(view, {meeting: one}) {
  return html`<section class="panel" aria-labelledby="outcome">
    <header><h2 id="outcome">${view.words.text('meetingPage.outcome')}</h2></header>
    <div class="body">${outcomeWords(view, one.words, one.sides)}</div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
function minutes(view, known) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="minutes">
    <header><h2 id="minutes">${words.text('meetingPage.minutes')}</h2></header>
    ${known.minutes.length
      ? html`<ul class="list">
          ${known.minutes.map(
            (one) => html`<li class="stack">
              <p class="row">
                ${side(view, one.by.party)} <span class="quiet small">${atLength(view, one.at)}</span>
                <a class="push small" href=${toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
              </p>
              ${one.text ? saidInFull(view, one.text) : html`<p class="quiet">${words.text('entry.noBody')}</p>`}
            </li>`,
          )}
        </ul>`
      : html`<p class="nothing">${words.text('meetingPage.noMinutes')}</p>`}
  </section>`;
}

/**
 * The joint record, and what is proposed to become it.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
function record(view, {meeting: one, records}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="record">
    <header><h2 id="record">${words.text('meetingPage.record')}</h2></header>
    ${records.length
      ? actList(view, records)
      : html`<p class="nothing">${one.lacksRecord ? words.rich('meetingPage.lacksRecord', {length: age(view, one.at)}) : words.text('meetingPage.noRecord')}</p>`}
  </section>`;
}
