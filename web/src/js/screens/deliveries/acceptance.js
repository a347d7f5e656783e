import {html} from '../../../lib/lit-html/lit-html.js';
import {toMatter} from '../../app/route.js';
import {amountOf} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {saidPlainly} from '../../parts/wording.js';
import {proposing} from '../agreements/proposing.js';
import {exactly, goods, megawattHours} from './goods.js';

/** Taking over what has arrived, from both confirmations; and complaining of what only one side has weighed. */

const ACCEPT = 'accept-goods';

/** Who signs acts of the account where no rules say otherwise. */
export const SIGNERS = ['chief', 'liaison'];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
export function openAcceptance(view, known) {
  view.act.open(ACCEPT, {of: known.consignment.of, papers: known.papers, refused: undefined});
}

/**
 * The very terms that are signed: every figure follows from the two confirmations, and the node computes it again.
 * @param {import('../../app/view.js').View} view
 */
export function acceptanceDialog(view) {
  const {words} = view;
  const {of, papers} = /** @type {{of: import('./types.js').GoodsOfContract, papers: any}} */ (/** @type {any} */ (view.draft(ACCEPT)));
  const {draft: terms, difference} = papers;
  const unit = view.feed.read('/deliveries').data?.account?.unit ?? '';
  const code = words.of('unitCode', of.unit);
  return proposing(view, ACCEPT, {
    kind: 'barter_acceptance',
    roles: SIGNERS,
    title: words.text('acceptForm.title'),
    ready: true,
    terms: () => terms,
    fields: html`<p>${goods(view, of)}</p>
      <dl class="worth">
        <div><dt>${words.text('acceptForm.sent')}</dt><dd><bdi>${words.number(difference.sent)} ${code}</bdi></dd></div>
        <div><dt>${words.text('acceptForm.received')}</dt><dd><bdi>${words.number(difference.received)} ${code}</bdi></dd></div>
        <div><dt>${words.text('deliveryPapers.valued')}</dt><dd><bdi>${exactly(view, difference.valued)} ${code}</bdi></dd></div>
        <div><dt>${words.text('acceptForm.value')}</dt><dd><bdi>${amountOf(view, terms.value, unit)}</bdi></dd></div>
        <div><dt>${words.text('acceptForm.disputed')}</dt><dd><bdi>${amountOf(view, terms.disputed, unit)}</bdi></dd></div>
        <div><dt>${words.text('acceptForm.on')}</dt><dd>${dayInWords(view, terms.on)}</dd></div>
      </dl>
      <p class="hint">${words.text(difference.isTolerated ? 'deliveryPapers.within' : 'deliveryPapers.beyond')}</p>`,
  });
}

// ---- what was not taken -------------------------------------------------------------------------

const UNTAKEN = 'untaken';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 * @param {import('./types.js').MonthClose} close
 */
export function openUntaken(view, line, close) {
  view.act.open(UNTAKEN, {line, terms: close.draft, refused: undefined});
}

/**
 * Take-or-pay: the very terms that are signed, as the node has computed them.
 * @param {import('../../app/view.js').View} view
 */
export function untakenDialog(view) {
  const {words} = view;
  const {line, terms} = /** @type {{line: import('./types.js').EnergyLine, terms: any}} */ (/** @type {any} */ (view.draft(UNTAKEN)));
  const unit = view.feed.read('/deliveries').data?.account?.unit ?? '';
  return proposing(view, UNTAKEN, {
    kind: 'barter_shortfall',
    roles: SIGNERS,
    title: words.text('untakenForm.title'),
    ready: true,
    terms: () => terms,
    fields: html`<p><b><bdi>${line.terms.name}</bdi></b> · <bdi class="code">${terms.month}</bdi></p>
      <dl class="worth">
        <div><dt>${words.text('energyMonth.shortfall')}</dt><dd><bdi>${megawattHours(view, terms.quantity.amount)}</bdi></dd></div>
        <div><dt>${words.text('acceptForm.value')}</dt><dd><bdi>${amountOf(view, terms.value, unit)}</bdi></dd></div>
        <div><dt>${words.text('acceptForm.on')}</dt><dd>${dayInWords(view, terms.on)}</dd></div>
      </dl>
      <p class="hint">${words.text('untakenForm.means')}</p>`,
  });
}

// ---- a matter -----------------------------------------------------------------------------------

const DISPUTE = 'dispute-goods';

/**
 * A form that is filled; nobody complains in somebody's name.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
export function openDispute(view, known) {
  const {words} = view;
  const {of} = known.consignment;
  const {difference, acceptance, despatch} = /** @type {import('./types.js').ConsignmentPapers} */ (known.papers);
  const title = words.text('disputeForm.prefilled', {
    goods: saidPlainly(view, of.name),
    slice: `${exactly(view, difference?.disputed ?? '0')} ${words.of('unitCode', of.unit)}`,
  });
  // An act of many is about no one of them; the despatch is.
  const about = acceptance && acceptance.act === acceptance.voucher ? acceptance.statement : despatch.said.statement;
  view.act.open(DISPUTE, {about, of, title: title.replace(/[\u2068\u2069]/g, ''), refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function disputeDialog(view) {
  const {words, act} = view;
  const draft = view.draft(DISPUTE);
  return dialog(view, {
    title: words.text('disputeForm.title'),
    body: form(view, DISPUTE, {
      ready: Boolean(draft.title?.trim()),
      button: words.text('disputeForm.send'),
      send: () =>
        act.send(DISPUTE, {
          path: '/statements',
          body: {
            kind: 'inquiry.matter_opened',
            body: {
              about: draft.about,
              imported: false,
              matter: 'delivery_dispute',
              title: {lang: words.language, text: draft.title.trim()},
            },
          },
          said: 'said.goods.disputed',
          then: ({entries}) => act.go(toMatter(entries[0])),
        }),
      fields: html`<p>${goods(view, draft.of)} <bdi class="code">${draft.about}</bdi></p>
        ${field(view, DISPUTE, {name: 'title', label: words.text('disputeForm.name'), required: true, maxlength: 2_000})}
        <p class="notice">${words.rich('disputeForm.means', {side: view.nameOf(view.peer)})}</p>`,
    }),
  });
}
