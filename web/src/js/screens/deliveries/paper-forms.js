import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {evidenceOf, evidencePicker} from '../../parts/evidence.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {wordingFields, wordingOf} from '../../parts/wording.js';
import {latinDigits} from '../../time/walls.js';
import {goods, much} from './goods.js';

/** The papers that the book keeps: what left, what arrived, what was certified. They are stated in the words of chapter 14. */

/** The application of the protocol that keeps them. */
const BOOK = 'barter';

const TEXT_MAX = 4_000;

/**
 * The next number of a kind of voucher of this side.
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 */
const nextOf = (view, kind) => view.feed.read('/deliveries').data?.account?.next[kind] ?? 1;

/**
 * What was typed as a quantity; nothing while it is none.
 * @param {string | undefined} typed
 */
function wholeOf(typed = '') {
  const digits = latinDigits(typed).replace(/[\s,٬]/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {{unit: string}} of
 */
const quantityField = (view, draft, of) =>
  field(view, draft, {name: 'amount', label: view.words.rich('paperForm.quantity', {unit: view.words.of('unitCode', of.unit)}), kind: 'code', required: true, maxlength: 20});

// ---- leaving ------------------------------------------------------------------------------------

const DESPATCH = 'despatch';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').DeliveryReservation} reservation
 * @param {number} [amount] as it was consigned, or as a day came to
 */
export function openDespatch(view, reservation, amount) {
  view.act.open(DESPATCH, {among: [reservation], reservation: reservation.statement, amount: amount === undefined ? '' : String(amount), evidence: '', refused: undefined});
}

/**
 * The same, where several reservations may be meant.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').DeliveryReservation[]} among
 * @param {number} amount
 */
export function openDespatchAmong(view, among, amount) {
  view.act.open(DESPATCH, {among, reservation: among[0].statement, amount: String(amount), evidence: '', refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function despatchDialog(view) {
  const {words, act} = view;
  const draft = view.draft(DESPATCH);
  /** @type {import('./types.js').DeliveryReservation[]} */
  const among = draft.among;
  const reservation = among.find(({statement}) => statement === draft.reservation) ?? among[0];
  const amount = wholeOf(draft.amount);
  const evidence = evidenceOf(view, draft);
  return dialog(view, {
    title: words.text('despatchForm.title'),
    body: form(view, DESPATCH, {
      ready: amount !== undefined && evidence !== undefined,
      button: words.text('despatchForm.send'),
      send: () =>
        act.send(DESPATCH, {
          path: '/statements',
          body: {
            kind: `${BOOK}.despatched`,
            body: {
              evidence,
              number: nextOf(view, 'despatch'),
              quantity: {amount, unit: reservation.of.unit},
              reservation: reservation.statement,
            },
          },
          said: 'said.goods.despatched',
        }),
      fields: html`<p>${goods(view, reservation.of)}</p>
        ${among.length > 1
          ? choice(view, DESPATCH, {name: 'reservation', label: words.text('despatchForm.reservation'), options: among.map((one) => [one.statement, one.reservation])})
          : html`<p class="quiet">${words.rich('despatchForm.under', {reservation: reservation.reservation, left: much(view, reservation.of, reservation.most - reservation.despatched)})}</p>`}
        ${quantityField(view, DESPATCH, reservation.of)} ${evidencePicker(view, DESPATCH)}
        <p class="notice">${words.text('despatchForm.means')}</p>`,
    }),
  });
}

const LEFT_BY = 'left-by';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {{statement: string, despatch: string}} departure
 */
export function openLeftBy(view, known, departure) {
  view.act.open(LEFT_BY, {consignment: known.consignment, departure, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function leftByDialog(view) {
  const {words, act} = view;
  const {consignment, departure} = /** @type {any} */ (view.draft(LEFT_BY));
  return dialog(view, {
    title: words.text('leftByForm.title'),
    body: form(view, LEFT_BY, {
      button: words.text('leftByForm.send'),
      send: () =>
        act.send(LEFT_BY, {
          path: '/statements',
          body: {kind: 'delivery.despatched', body: {consignment: consignment.statement, despatch: departure.statement}},
          said: 'said.goods.leftBy',
        }),
      fields: html`<p>${goods(view, consignment.of)} <bdi>${much(view, consignment.of, consignment.quantity)}</bdi></p>
        <p class="notice">${words.rich('leftByForm.means', {despatch: departure.despatch})}</p>`,
    }),
  });
}

// ---- arriving -----------------------------------------------------------------------------------

const RECEIPT = 'receipt';

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} despatch as statements name it
 * @param {{of: import('./types.js').GoodsOfContract}} what
 * @param {number} [amount]
 */
export function openReceipt(view, despatch, {of}, amount) {
  view.act.open(RECEIPT, {despatch, of, amount: amount === undefined ? '' : String(amount), evidence: '', refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function receiptDialog(view) {
  const {words, act} = view;
  const draft = view.draft(RECEIPT);
  const amount = wholeOf(draft.amount);
  const evidence = evidenceOf(view, draft);
  return dialog(view, {
    title: words.text('receiptForm.title'),
    body: form(view, RECEIPT, {
      ready: amount !== undefined && evidence !== undefined,
      button: words.text('receiptForm.send'),
      send: () =>
        act.send(RECEIPT, {
          path: '/statements',
          body: {
            kind: `${BOOK}.received`,
            body: {despatch: draft.despatch, evidence, number: nextOf(view, 'receipt'), quantity: {amount, unit: draft.of.unit}},
          },
          said: 'said.goods.received',
        }),
      fields: html`<p>${goods(view, draft.of)}</p>
        ${quantityField(view, RECEIPT, draft.of)} ${evidencePicker(view, RECEIPT)}
        <p class="notice">${words.text('receiptForm.means')}</p>`,
    }),
  });
}

// ---- certifying ---------------------------------------------------------------------------------

const CERTIFICATE = 'certificate';

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} despatch as statements name it
 * @param {{of: import('./types.js').GoodsOfContract}} what
 */
export function openCertificate(view, despatch, {of}) {
  view.act.open(CERTIFICATE, {despatch, of, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function certificateDialog(view) {
  const {words, act} = view;
  const draft = view.draft(CERTIFICATE);
  const amount = wholeOf(draft.amount);
  const text = wordingOf(draft, 'text');
  return dialog(view, {
    title: words.text('certificateForm.title'),
    body: form(view, CERTIFICATE, {
      ready: amount !== undefined && Boolean(text),
      button: words.text('certificateForm.send'),
      send: () =>
        act.send(CERTIFICATE, {
          path: '/statements',
          body: {
            kind: `${BOOK}.certified`,
            body: {despatch: draft.despatch, number: nextOf(view, 'certificate'), quantity: {amount, unit: draft.of.unit}, text},
          },
          said: 'said.goods.certified',
        }),
      fields: html`<p>${goods(view, draft.of)}</p>
        ${quantityField(view, CERTIFICATE, draft.of)}
        ${wordingFields(view, CERTIFICATE, {name: 'text', label: words.text('certificateForm.text'), kind: 'area', maxlength: TEXT_MAX})}
        <p class="notice">${words.text('certificateForm.means')}</p>`,
    }),
  });
}
