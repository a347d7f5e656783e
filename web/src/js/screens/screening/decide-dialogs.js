import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {inALine} from '../../parts/wording.js';
import {whole} from '../../parts/whole.js';
import {hits} from './hits.js';
import {bySide, grounds, isStopped, undecidable} from './known.js';
import {eyes, restsOn, where} from './marks.js';

/** To hold a party, which one officer may at any time; and to decide, which takes two. */

const HOLD = 'screening-hold';
const PROPOSE = 'screening-propose';
const CONFIRM = 'screening-confirm';

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 * @param {string} [subject] whom; asked for where it is not given
 */
export function openHold(view, board, subject) {
  view.act.open(HOLD, {board, fixed: Boolean(subject), ...(subject ? {subject} : {}), threshold: String(board.threshold), refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function holdDialog(view) {
  const {words, act} = view;
  const {board, fixed, subject = '', ...draft} = view.draft(HOLD);
  const threshold = whole(draft.threshold, 1, board.threshold);
  const rests = grounds(view, board, threshold ?? board.threshold);
  const isBlind = Object.keys(rests.lists).length === 0;
  const send = () =>
    act.send(HOLD, {path: '/statements', body: {kind: 'screening.held', body: {grounds: rests, subject: subject.trim()}}, said: 'said.screeningHeld'});
  return dialog(view, {
    title: words.text('holdParty.title'),
    body: form(view, HOLD, {
      ready: Boolean(subject.trim()) && threshold !== undefined && !isBlind,
      button: words.text('holdParty.send'),
      send,
      fields: html`
        <p class="notice">${words.text('holdParty.means')}</p>
        ${fixed
          ? html`<p><b><bdi>${subject}</bdi></b></p>`
          : field(view, HOLD, {name: 'subject', label: words.text('screeningDesk.party'), hint: words.text('screeningDesk.partyHint'), required: true, maxlength: 64})}
        ${thresholdField(view, HOLD, board)} ${isBlind ? html`<p class="refusal">${words.text('screeningDecide.noList')}</p>` : nothing} ${restsOn(view, rests)}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {any} board
 */
function thresholdField(view, name, board) {
  const {words} = view;
  return field(view, name, {
    name: 'threshold',
    label: words.text('screeningDecide.threshold'),
    hint: words.text('screeningDecide.thresholdHint', {score: board.threshold}),
    kind: 'code',
    required: true,
    maxlength: 4,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 * @param {any} one of the contract: `ScreenedParty`
 */
export function openPropose(view, board, one) {
  const isSame = view.draft(PROPOSE).one?.subject === one.subject;
  view.act.open(PROPOSE, {board, one, threshold: String(board.threshold), refused: undefined, ...(isSame ? {} : {status: undefined, basis: undefined, looked: false})});
}

/** @param {import('../../app/view.js').View} view */
export function proposeDialog(view) {
  const {words, act} = view;
  const {board, one, looked, ...draft} = view.draft(PROPOSE);
  const open = isStopped(bySide(one, view.ours.id)) ? ['released', 'refused'] : ['clear', 'refused'];
  const status = open.includes(draft.status) ? draft.status : open[0];
  const threshold = whole(draft.threshold, 1, board.threshold);
  const rests = grounds(view, board, threshold ?? board.threshold);
  const why = undecidable(view, board);
  const basis = status === 'released' && draft.basis ? {basis: draft.basis} : {};
  const send = () =>
    act.send(PROPOSE, {
      path: '/statements',
      body: {kind: 'screening.proposed', body: {...basis, grounds: rests, status, subject: one.subject}},
      said: 'said.screeningProposed',
    });
  return dialog(view, {
    wide: true,
    title: words.rich('proposeDecision.title', {party: one.subject}),
    body: form(view, PROPOSE, {
      ready: threshold !== undefined && !why && Boolean(looked),
      button: words.text('proposeDecision.send'),
      send,
      fields: html`
        <p class="notice">${eyes(view, 1)} ${words.text('proposeDecision.means')}</p>
        ${why ? html`<p class="refusal">${words.text(`screeningDecide.${why}`)}</p>` : nothing}
        ${choice(view, PROPOSE, {name: 'status', label: words.text('proposeDecision.status'), options: open.map((code) => [code, words.of('screeningStatus', code)])})}
        <p class="hint">${words.of('screeningStatusMeans', status)}</p>
        ${status === 'released' ? basisField(view, board, one.subject) : nothing} ${thresholdField(view, PROPOSE, board)} ${restsOn(view, rests)}
        ${found(view, one.subject, threshold ?? board.threshold, status)}
        <label class="tick">
          <input type="checkbox" required .checked=${Boolean(looked)} @change=${(/** @type {any} */ event) => act.edit(PROPOSE, {looked: event.target.checked})} />
          <span>${words.text('proposeDecision.looked')}</span>
        </label>
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {string} subject
 */
function basisField(view, board, subject) {
  const {words} = view;
  const mine = board.licences.filter((/** @type {any} */ one) => one.holds && one.recorded.by.party === view.ours.id && one.recorded.body.subject === subject);
  return html`${choice(view, PROPOSE, {
      name: 'basis',
      label: words.text('proposeDecision.basis'),
      options: [['', words.text('proposeDecision.noBasis')], ...mine.map((/** @type {any} */ one) => [one.recorded.statement, `${one.recorded.entry} · ${Object.values(one.recorded.body.title)[0]}`])],
    })}
    ${mine.length ? nothing : html`<p class="hint">${words.text('proposeDecision.noneForIt')}</p>`}`;
}

/**
 * Who on the lists it may be, by our own table.
 * @param {import('../../app/view.js').View} view
 * @param {string} subject
 * @param {number} threshold
 * @param {string} status
 */
function found(view, subject, threshold, status) {
  const {words} = view;
  const reading = view.feed.read(`/screening/own/party?subject=${encodeURIComponent(subject)}&threshold=${threshold}`);
  const own = reading.data;
  if (!own) {
    return html`<p class="notice">${words.text(reading.refused ? 'ownFile.missing' : 'shell.loading')}</p>`;
  }
  const count = own.found.lists.reduce((/** @type {number} */ sum, /** @type {any} */ list) => sum + list.hits.length, 0);
  return html`${count && status === 'clear' ? html`<p class="notice" role="status">${words.text('proposeDecision.hitsStand', {count})}</p>` : nothing}
    <details ?open=${count > 0}>
      <summary>${words.text('ownFile.hits', {count})}</summary>
      ${hits(view, own.found)}
    </details>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 * @param {import('../../app/types.js').SaidBetween} proposal of another officer
 */
export function openConfirm(view, board, proposal) {
  const isSame = view.draft(CONFIRM).proposal?.statement === proposal.statement;
  view.act.open(CONFIRM, {board, proposal, refused: undefined, ...(isSame ? {} : {looked: false})});
}

/** @param {import('../../app/view.js').View} view */
export function confirmDialog(view) {
  const {words, act} = view;
  const {board, proposal, looked} = view.draft(CONFIRM);
  const {subject, status, grounds: rests, basis} = proposal.body;
  const licence = basis && board.licences.find((/** @type {any} */ one) => one.recorded.statement === basis);
  const why = undecidable(view, board);
  const send = () =>
    act.send(CONFIRM, {path: '/statements', body: {kind: 'screening.confirmed', body: {proposal: proposal.statement}}, said: 'said.screeningConfirmed'});
  return dialog(view, {
    wide: true,
    title: words.rich('confirmDecision.title', {party: subject, status: words.of('screeningStatus', status)}),
    body: form(view, CONFIRM, {
      ready: Boolean(looked) && !why,
      button: words.text('confirmDecision.send'),
      send,
      fields: html`
        <p class="notice">${eyes(view, 2)} ${words.text('confirmDecision.means')}</p>
        ${why ? html`<p class="refusal">${words.text(`screeningDecide.${why}`)}</p>` : nothing}
        <p><b>${words.text('screenedParty.first')}</b> ${where(view, proposal)}</p>
        <p class="hint">${words.of('screeningStatusMeans', status)}</p>
        ${licence ? html`<p>${words.rich('screenedParty.basis', {basis: inALine(view, licence.recorded.body.title)})}</p>` : nothing} ${restsOn(view, rests)}
        ${found(view, subject, Math.min(rests.threshold, board.threshold), status)}
        <label class="tick">
          <input type="checkbox" required .checked=${Boolean(looked)} @change=${(/** @type {any} */ event) => act.edit(CONFIRM, {looked: event.target.checked})} />
          <span>${words.text('proposeDecision.looked')}</span>
        </label>
      `,
    }),
  });
}
