import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {choice} from '../../parts/field.js';
import {dueInWords, momentField, momentOf} from '../../parts/day.js';
import {toggles} from '../../parts/toggles.js';
import {inALine, ownWords, ownWordsOf, wordingFields, wordingOf} from '../../parts/wording.js';
import {statement} from './statement.js';

/**
 * What a side says about duties and meetings. All of it is released and its own word: each form says so once, and asks
 * for nothing that another side would have to say.
 */

const LEVELS = ['post', 'sector', 'commission', 'chiefs'];

// ---- calling ------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').DutyOccurrence} [occurrence] for which it is called
 */
export function openCall(view, occurrence) {
  const about = occurrence ? `${occurrence.duty}#${occurrence.number}` : '';
  const fresh = view.draft('call').about !== about;
  if (fresh) {
    view.act.discard('call');
  }
  view.act.open('call', {refused: undefined, ...(fresh ? {about, occurrence, level: 'sector', atWall: view.ours.id} : {})});
}

/** @param {import('../../app/view.js').View} view */
export function callDialog(view) {
  const {words} = view;
  const draft = view.draft('call');
  /** @type {import('../../app/register-types.js').DutyOccurrence | undefined} */
  const occurrence = draft.occurrence;
  const at = momentOf(view, draft, 'at');
  const place = wordingOf(draft, 'place');
  const subject = wordingOf(draft, 'subject');
  const occasion = occurrence
    ? {duty: occurrence.id, number: occurrence.number}
    : {level: draft.level, sides: view.parties.map((party) => party.id).sort()};
  return statement(view, 'call', {
    wide: true,
    title: words.text('callForm.title'),
    kind: 'meeting.called',
    body: at && place && subject ? {...occasion, at, place, subject} : undefined,
    fields: html`
      ${occurrence
        ? html`<p>${words.text('callForm.for')} <b>${inALine(view, occurrence.title)}</b> ${dueInWords(view, occurrence.due)}</p>`
        : choice(view, 'call', {name: 'level', label: words.text('meetingPage.level'), options: LEVELS.map((level) => [level, words.of('meetingLevel', level)])})}
      ${momentField(view, 'call', {name: 'at', label: words.text('meetingPage.at'), required: true})}
      ${wordingFields(view, 'call', {name: 'place', label: words.text('meetingPage.place'), maxlength: 130})}
      ${wordingFields(view, 'call', {name: 'subject', label: words.text('meetingPage.subject'), maxlength: 130})}
    `,
  });
}

/**
 * Opens a dialog about one meeting; what was typed for the same one is kept.
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {{id: string}} meeting
 * @param {Record<string, any>} [more]
 */
function openAbout(view, name, meeting, more = {}) {
  const fresh = view.draft(name).meeting?.id !== meeting.id;
  if (fresh) {
    view.act.discard(name);
  }
  view.act.open(name, {refused: undefined, meeting, ...(fresh ? more : {})});
}

/** @param {import('../../app/view.js').View} view @param {import('../../app/register-types.js').Meeting} meeting */
export const openCome = (view, meeting) => openAbout(view, 'come', meeting, {comes: 'yes'});

/** @param {import('../../app/view.js').View} view */
export function comeDialog(view) {
  const {words} = view;
  const draft = view.draft('come');
  const remark = ownWordsOf(view, draft, 'remark');
  return statement(view, 'come', {
    title: words.text('comeForm.title'),
    kind: 'meeting.answered',
    body: {meeting: draft.meeting.id, comes: draft.comes === 'yes', ...(remark ? {remark} : {})},
    fields: html`
      ${choice(view, 'come', {
        name: 'comes',
        label: words.text('comeForm.comes'),
        options: [
          ['yes', words.text('meetingPage.comes')],
          ['no', words.text('meetingPage.staysAway')],
        ],
      })}
      ${ownWords(view, 'come', {name: 'remark', label: words.text('outcomeForm.remark'), maxlength: 2000, required: false})}
    `,
  });
}

// ---- agendas ------------------------------------------------------------------------------------

/**
 * The next version of our agenda begins with the last one.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} known
 */
export function openAgenda(view, {meeting, agendas}) {
  const ours = agendas.filter((agenda) => agenda.party === view.ours.id);
  const latest = ours.find((agenda) => agenda.isLatest);
  const language = latest && Object.keys(latest.items[0])[0];
  openAbout(view, 'agenda', meeting, {
    items: latest?.items.map((item) => Object.values(item)[0]).join('\n') ?? '',
    ...(language ? {language} : {}),
  });
  view.act.edit('agenda', {version: (latest?.version ?? 0) + 1});
}

/** @param {import('../../app/view.js').View} view */
export function agendaDialog(view) {
  const {words} = view;
  const draft = view.draft('agenda');
  const language = draft.language ?? view.words.language;
  const items = (draft.items ?? '').split('\n').map((/** @type {string} */ line) => line.trim()).filter(Boolean);
  const fits = items.length > 0 && items.length <= 40 && items.every((/** @type {string} */ item) => item.length <= 400);
  return statement(view, 'agenda', {
    title: words.text('agenda.title', {version: draft.version}),
    kind: 'meeting.agenda_set',
    body: fits ? {meeting: draft.meeting.id, version: draft.version, items: items.map((/** @type {string} */ item) => ({[language]: item}))} : undefined,
    fields: html`
      ${ownWords(view, 'agenda', {name: 'items', label: words.text('agenda.items'), hint: words.text('agenda.itemsHint'), maxlength: 16000})}
      ${items.length ? html`<p class="hint">${words.text('agenda.count', {count: items.length})}</p>` : nothing}
    `,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Meeting} meeting
 * @param {import('../../app/register-types.js').Agenda} agenda
 */
export const openAccept = (view, meeting, agenda) => view.act.open('accept-agenda', {refused: undefined, meeting, agenda});

/** @param {import('../../app/view.js').View} view */
export function acceptAgendaDialog(view) {
  const {words} = view;
  /** @type {{meeting: import('../../app/register-types.js').Meeting, agenda: import('../../app/register-types.js').Agenda}} */
  const {meeting, agenda} = /** @type {any} */ (view.draft('accept-agenda'));
  return statement(view, 'accept-agenda', {
    title: words.text('acceptAgenda.title'),
    kind: 'meeting.agenda_accepted',
    body: {meeting: meeting.id, agenda: agenda.id},
    fields: html`<p>${words.text('acceptAgenda.means')}</p>
      <ol class="agenda-items">
        ${agenda.items.map((item) => html`<li>${inALine(view, item)}</li>`)}
      </ol>`,
  });
}

// ---- what came of it ----------------------------------------------------------------------------

/** Why a meeting was not held; of a duty that is none, an agenda cannot be the reason. */
const REASONS = ['missed', 'postponed', 'agenda_not_agreed', 'prevented'];

/**
 * @param {import('../../app/view.js').View} view
 * @param {{meeting?: import('../../app/register-types.js').MeetingDetail, duty?: import('../../app/register-types.js').DutyOccurrence}} about
 */
export function openOutcome(view, {meeting, duty}) {
  const about = meeting ? meeting.meeting.id : `${duty?.id} ${duty?.number}`;
  const fresh = view.draft('outcome').about !== about;
  if (fresh) {
    view.act.discard('outcome');
  }
  view.act.open('outcome', {refused: undefined, meeting, duty, ...(fresh ? {about, outcome: 'held', reason: 'missed', by: []} : {})});
}

/** @param {import('../../app/view.js').View} view */
export function outcomeDialog(view) {
  const {words} = view;
  const draft = view.draft('outcome');
  /** @type {import('../../app/register-types.js').MeetingDetail | undefined} */
  const detail = draft.meeting;
  const sides = detail?.meeting.sides ?? draft.duty.sides;
  const outcomes = detail ? ['held', 'not_held', 'walked_out'] : ['held', 'not_held'];
  const reasons = detail ? REASONS : REASONS.filter((reason) => reason !== 'agenda_not_agreed');
  const named = draft.outcome === 'walked_out' || (draft.outcome === 'not_held' && draft.reason === 'missed');
  const remark = ownWordsOf(view, draft, 'remark');
  const outcome = outcomeOf(draft, named);
  return statement(view, 'outcome', {
    title: words.text('outcomeForm.title'),
    kind: detail ? 'meeting.outcome_stated' : 'duty.outcome_stated',
    body: outcome && {
      ...(detail ? {meeting: detail.meeting.id} : {duty: draft.duty.id, number: draft.duty.number}),
      ...outcome,
      ...(remark ? {remark} : {}),
    },
    fields: html`
      ${choice(view, 'outcome', {name: 'outcome', label: words.text('outcomeForm.came'), options: outcomes.map((one) => [one, words.of('meetingOutcome', one)])})}
      ${draft.outcome === 'not_held'
        ? choice(view, 'outcome', {name: 'reason', label: words.text('outcomeForm.reason'), options: reasons.map((one) => [one, words.of('notHeldReason', one)])})
        : nothing}
      ${named
        ? toggles(view, 'outcome', {
            name: 'by',
            label: words.text(draft.outcome === 'walked_out' ? 'outcomeForm.leftBy' : 'outcomeForm.missedBy'),
            options: sides.map((/** @type {string} */ id) => [id, view.nameOf(view.party(id))]),
          })
        : nothing}
      ${draft.outcome === 'walked_out' && detail ? itemChoice(view, detail) : nothing}
      ${ownWords(view, 'outcome', {name: 'remark', label: words.text('outcomeForm.remark'), maxlength: 2000, required: false})}
    `,
  });
}

/**
 * @param {Record<string, any>} draft
 * @param {boolean} named whether it names sides
 */
function outcomeOf(draft, named) {
  if (named && !draft.by.length) {
    return undefined;
  }
  const by = [...draft.by].sort();
  if (draft.outcome === 'walked_out') {
    const [agenda, number] = (draft.item ?? '').split(' ');
    return {outcome: 'walked_out', by, ...(agenda ? {item: {agenda, number: Number(number)}} : {})};
  }
  return draft.outcome === 'held' ? {outcome: 'held'} : {outcome: 'not_held', reason: draft.reason, ...(named ? {by} : {})};
}

/**
 * Over which item of which agenda they left.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').MeetingDetail} detail
 */
function itemChoice(view, {agendas}) {
  const {words} = view;
  return choice(view, 'outcome', {
    name: 'item',
    label: words.text('outcomeForm.item'),
    options: [
      ['', words.text('outcomeForm.noItem')],
      ...agendas
        .filter((agenda) => agenda.isLatest)
        .flatMap((agenda) =>
          agenda.items.map((item, i) => /** @type {[string, string]} */ ([`${agenda.id} ${i + 1}`, `${view.nameOf(view.party(agenda.party))} ${words.number(i + 1)}: ${Object.values(item)[0]}`])),
        ),
    ],
  });
}

// ---- minutes ------------------------------------------------------------------------------------

/** @param {import('../../app/view.js').View} view @param {import('../../app/register-types.js').Meeting} meeting */
export const openMinutes = (view, meeting) => openAbout(view, 'minutes', meeting);

/** @param {import('../../app/view.js').View} view */
export function minutesDialog(view) {
  const {words} = view;
  const draft = view.draft('minutes');
  const text = ownWordsOf(view, draft, 'text');
  return statement(view, 'minutes', {
    title: words.text('minutes.title'),
    kind: 'meeting.minutes_noted',
    body: text && {meeting: draft.meeting.id, text},
    fields: ownWords(view, 'minutes', {name: 'text', label: words.text('minutes.text'), hint: words.text('minutes.hint'), maxlength: 16000}),
  });
}
