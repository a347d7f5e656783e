import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {clockOf} from '../../app/agreements.js';
import {withWords} from '../../parts/codes.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {moment, momentOf} from '../../parts/moment.js';
import {worded} from '../../parts/wording.js';

/** Asking the other side for information, and everything that is said of such a request. */

const REPLIES = ['full', 'partial', 'refused', 'nothing_held'];

const GROUNDS = [
  'not_in_form',
  'not_authorised',
  'personal_data',
  'not_reliable',
  'national_security',
  'ongoing_inquiry',
  'safety',
  'interests_of_others',
  'not_an_offence',
  'of_a_third_party',
];

/** Days ahead to which an answer can be put off here. */
const DAYS = 60;

/** @param {import('../../app/view.js').View} view */
export function openAsk(view) {
  view.act.open('ask-information', {refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function askDialog(view) {
  const {words, act, clocks} = view;
  const name = 'ask-information';
  const draft = view.draft(name);
  const isUrgent = draft.urgency === 'urgent';
  const allowed = clockOf(view, isUrgent ? 'information_urgent' : 'information_other');
  const send = () =>
    act.send(name, {
      path: '/statements',
      body: {
        kind: 'information.asked',
        body: {
          about: [],
          ...(draft.because?.trim() && isUrgent ? {because: worded(view, draft.because)} : {}),
          purpose: worded(view, draft.purpose),
          subject: worded(view, draft.subject),
          text: worded(view, draft.text),
          to: view.peer.id,
          urgency: isUrgent ? 'urgent' : 'ordinary',
        },
      },
      said: 'said.informationSaid',
    });
  return dialog(view, {
    wide: true,
    title: words.rich('requestForm.ask', {side: view.nameOf(view.peer)}),
    body: form(view, name, {
      ready: Boolean(draft.subject?.trim() && draft.text?.trim() && draft.purpose?.trim() && (!isUrgent || draft.because?.trim())),
      button: words.rich('requestForm.send', {side: view.nameOf(view.peer)}),
      send,
      fields: html`
        <p class="notice">${words.text('requestForm.noPersons')}</p>
        ${field(view, name, {name: 'subject', label: words.text('requestForm.subject'), required: true, maxlength: 400})}
        ${field(view, name, {name: 'text', label: words.text('requestForm.text'), kind: 'area', required: true, maxlength: 8000})}
        ${field(view, name, {name: 'purpose', label: words.text('request.purpose'), kind: 'area', required: true, maxlength: 2000})}
        ${choice(view, name, {name: 'urgency', label: words.text('request.urgency'), options: withWords(view, 'informationUrgency', ['ordinary', 'urgent'])})}
        ${isUrgent ? field(view, name, {name: 'because', label: words.text('requestForm.because'), kind: 'area', required: true, maxlength: 2000}) : nothing}
        ${allowed ? html`<p class="hint">${words.text('requestForm.allowed', {length: clocks.length(allowed)})}</p>` : nothing}
      `,
    }),
  });
}

/** @typedef {'answer' | 'receive' | 'clarify' | 'defer' | 'explain' | 'withdraw'} Reply */

/**
 * @param {import('../../app/view.js').View} view
 * @param {Reply} name
 * @param {import('../../app/types.js').InformationRequest} about
 * @param {import('../../app/types.js').SaidBetween} [question] that waits for an explanation
 */
export function openReply(view, name, about, question) {
  const id = `request-${name}`;
  view.act.open(id, {about, question, refused: undefined, ...(view.draft(id).about?.request === about.request ? {} : {text: ''})});
}

/** @param {import('../../app/view.js').View} view */
export function answerDialog(view) {
  const {words} = view;
  const draft = view.draft('request-answer');
  const reply = draft.reply ?? REPLIES[0];
  const grounded = reply === 'refused' || (reply === 'partial' && draft.rest === 'none');
  return says(view, 'answer', {
    kind: 'information.answered',
    body: () => ({
      evidence: [],
      ...(grounded ? {ground: draft.ground ?? GROUNDS[0]} : {}),
      reply,
      request: draft.about.entry,
      text: worded(view, draft.text),
    }),
    more: html`${choice(view, 'request-answer', {name: 'reply', label: words.text('requestForm.reply'), options: withWords(view, 'informationReply', REPLIES)})}
    ${reply === 'partial'
      ? choice(view, 'request-answer', {
          name: 'rest',
          label: words.text('requestForm.rest'),
          options: [
            ['follows', words.text('requestForm.follows')],
            ['none', words.text('requestForm.noMore')],
          ],
        })
      : nothing}
    ${grounded ? choice(view, 'request-answer', {name: 'ground', label: words.text('requestForm.ground'), options: withWords(view, 'informationGround', GROUNDS)}) : nothing}
    <p class="hint">${words.text('requestForm.noPersons')}</p>`,
  });
}

/** @param {import('../../app/view.js').View} view */
export function receiveDialog(view) {
  const draft = view.draft('request-receive');
  return says(view, 'receive', {
    kind: 'information.received',
    isFree: true,
    body: () => ({
      access: draft.access ?? 'direct',
      ...(draft.text?.trim() ? {remark: worded(view, draft.text)} : {}),
      request: draft.about.entry,
    }),
    more: choice(view, 'request-receive', {
      name: 'access',
      label: view.words.text('requestForm.access'),
      options: withWords(view, 'informationAccess', ['direct', 'indirect']),
    }),
  });
}

/** @param {import('../../app/view.js').View} view */
export function clarifyDialog(view) {
  const draft = view.draft('request-clarify');
  return says(view, 'clarify', {
    kind: 'information.clarification_asked',
    body: () => ({request: draft.about.entry, text: worded(view, draft.text)}),
  });
}

/** @param {import('../../app/view.js').View} view */
export function explainDialog(view) {
  const draft = view.draft('request-explain');
  return says(view, 'explain', {
    kind: 'information.clarification_given',
    body: () => ({question: draft.question.statement, request: draft.about.entry, text: worded(view, draft.text)}),
  });
}

/** @param {import('../../app/view.js').View} view */
export function deferDialog(view) {
  const draft = view.draft('request-defer');
  const until = momentOf(view, draft, 'until');
  return says(view, 'defer', {
    kind: 'information.deferred',
    isFree: draft.about.asked.urgency !== 'urgent',
    isReady: Boolean(until && until > view.now),
    body: () => ({
      ...(draft.text?.trim() ? {reason: worded(view, draft.text)} : {}),
      request: draft.about.entry,
      until: new Date(until ?? 0).toISOString(),
    }),
    more: moment(view, 'request-defer', {name: 'until', label: view.words.text('requestForm.until'), days: DAYS}),
  });
}

/** @param {import('../../app/view.js').View} view */
export function withdrawDialog(view) {
  const draft = view.draft('request-withdraw');
  return says(view, 'withdraw', {
    kind: 'information.withdrawn',
    body: () => ({reason: worded(view, draft.text), request: draft.about.entry}),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Reply} name
 * @param {{kind: string, body: () => object, isFree?: boolean, isReady?: boolean, more?: unknown}} content
 */
function says(view, name, {kind, body, isFree = false, isReady = true, more = nothing}) {
  const {words, act} = view;
  const id = `request-${name}`;
  const draft = view.draft(id);
  return dialog(view, {
    title: html`${words.text(`requestForm.title.${name}`)} <bdi class="code quiet">${draft.about.request}</bdi>`,
    body: form(view, id, {
      ready: isReady && (isFree || Boolean(draft.text?.trim())),
      button: words.rich('requestForm.send', {side: view.nameOf(view.peer)}),
      send: () => act.send(id, {path: '/statements', body: {kind, body: body()}, said: 'said.informationSaid'}),
      fields: html`
        <p class="hint">${words.text(`requestForm.means.${name}`)}</p>
        ${more} ${field(view, id, {name: 'text', label: words.text(`requestForm.words.${name}`), kind: 'area', required: !isFree, maxlength: name === 'answer' || name === 'explain' || name === 'clarify' ? 8000 : 2000})}
      `,
    }),
  });
}
