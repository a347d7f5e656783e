import {html} from '../../../lib/lit-html/lit-html.js';
import {entryId, evidenceField, evidenceOf} from '../../parts/evidence.js';
import {choice, field} from '../../parts/field.js';
import {momentField, momentOf} from '../../parts/day.js';
import {ownWords, ownWordsOf} from '../../parts/wording.js';
import {statement} from './statement.js';

/** What a side says in the register of complaints. */

/** @param {import('../../app/view.js').View} view */
export const openLodge = (view) => view.act.open('lodge', {refused: undefined});

/** @param {import('../../app/view.js').View} view */
export function lodgeDialog(view) {
  const {words} = view;
  const draft = view.draft('lodge');
  const text = ownWordsOf(view, draft, 'text');
  const place = ownWordsOf(view, draft, 'place');
  const evidence = evidenceOf(view, draft);
  const occurred = momentOf(view, draft, 'occurred');
  const against = draft.against ?? view.peer.id;
  const begun = draft.occurred && !occurred;
  return statement(view, 'lodge', {
    wide: true,
    title: words.text('lodge.title'),
    kind: 'complaint.lodged',
    body: text && evidence && !begun ? {against, evidence, text, ...(occurred ? {occurred} : {}), ...(place ? {place} : {})} : undefined,
    fields: html`
      ${choice(view, 'lodge', {name: 'against', label: words.text('lodge.against'), options: (view.session.peers ?? []).map((party) => [party.id, view.nameOf(party)])})}
      ${momentField(view, 'lodge', {name: 'occurred', label: words.text('complaintPage.occurred'), hint: words.text('lodge.occurredHint')})}
      ${field(view, 'lodge', {name: 'place', label: words.text('complaintPage.place'), maxlength: 400})}
      ${ownWords(view, 'lodge', {name: 'text', label: words.text('lodge.text'), hint: words.text('lodge.textHint'), maxlength: 8000})}
      ${evidenceField(view, 'lodge')}
    `,
  });
}

/**
 * Opens a dialog about one complaint; what was typed for the same one is kept.
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {import('../../app/register-types.js').Complaint} about
 */
function openAbout(view, name, about) {
  if (view.draft(name).about?.id !== about.id) {
    view.act.discard(name);
  }
  view.act.open(name, {about, refused: undefined});
}

/** @param {import('../../app/view.js').View} view @param {import('../../app/register-types.js').Complaint} about */
export const openAnswer = (view, about) => openAbout(view, 'answer-complaint', about);

/** What can be answered; that it is looked into leaves it unanswered, and says so. */
const ANSWERS = ['accepted', 'accepted_in_part', 'rejected', 'looking_into'];

/** @param {import('../../app/view.js').View} view */
export function answerComplaintDialog(view) {
  const {words} = view;
  const draft = view.draft('answer-complaint');
  const text = ownWordsOf(view, draft, 'text');
  const evidence = evidenceOf(view, draft);
  return statement(view, 'answer-complaint', {
    title: words.text('answerComplaint.title'),
    kind: 'complaint.answered',
    body: text && evidence ? {complaint: draft.about.id, answer: draft.answer ?? ANSWERS[0], evidence, text} : undefined,
    fields: html`
      ${choice(view, 'answer-complaint', {name: 'answer', label: words.text('answerComplaint.answer'), options: ANSWERS.map((one) => [one, words.of('complaintAnswer', one)])})}
      <p class="hint">${words.text('answerComplaint.hint')}</p>
      ${ownWords(view, 'answer-complaint', {name: 'text', label: words.text('lodge.text'), maxlength: 8000})} ${evidenceField(view, 'answer-complaint')}
    `,
  });
}

/** @param {import('../../app/view.js').View} view @param {import('../../app/register-types.js').Complaint} about */
export const openRefer = (view, about) => openAbout(view, 'refer', about);

/** @param {import('../../app/view.js').View} view */
export function referDialog(view) {
  const {words} = view;
  const draft = view.draft('refer');
  const matter = entryId(view, draft.matter ?? '');
  return statement(view, 'refer', {
    title: words.text('refer.title'),
    kind: 'complaint.referred',
    body: matter ? {complaint: draft.about.id, matter} : undefined,
    fields: field(view, 'refer', {name: 'matter', label: words.text('refer.matter'), hint: words.text('evidenceField.hint'), kind: 'code', required: true, maxlength: 60}),
  });
}

/** @param {import('../../app/view.js').View} view @param {import('../../app/register-types.js').Complaint} about */
export const openClose = (view, about) => openAbout(view, 'close-complaint', about);

/** How the side that complained has done with it. */
const HOW = ['settled', 'withdrawn', 'unresolved'];

/** @param {import('../../app/view.js').View} view */
export function closeComplaintDialog(view) {
  const {words} = view;
  const draft = view.draft('close-complaint');
  const text = ownWordsOf(view, draft, 'text');
  return statement(view, 'close-complaint', {
    title: words.text('closeComplaint.title'),
    kind: 'complaint.closed',
    body: text && {complaint: draft.about.id, how: draft.how ?? HOW[0], text},
    fields: html`
      ${choice(view, 'close-complaint', {name: 'how', label: words.text('closeForm.how'), options: HOW.map((one) => [one, words.of('complaintHow', one)])})}
      ${ownWords(view, 'close-complaint', {name: 'text', label: words.text('lodge.text'), maxlength: 8000})}
    `,
  });
}
