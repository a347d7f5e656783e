import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {amountOf, typedAmount} from '../../parts/amount.js';
import {dayField, dayInWords, dueOf} from '../../parts/day.js';
import {entryId} from '../../parts/evidence.js';
import {choice, field} from '../../parts/field.js';
import {menu} from '../../parts/menu.js';
import {wordingFields, wordingOf} from '../../parts/wording.js';
import {amountField, carriedFields, carriedOf, form, notNegative, offer, onField, opening} from './form.js';
import {money, nameOf, owed} from './owed.js';
import {priceDialog} from './price-dialog.js';
import {creditDialog, creditOf, restatementDialog, terminationDialog, terminationOf} from './standing-dialogs.js';

/**
 * What is proposed about the account: each form makes the very terms that both sides sign. The node computes every
 * figure again, and refuses one that comes out otherwise, in words.
 */

/** In what a debt is paid. */
const SETTLED_BY = ['money', 'goods', 'loan'];

/**
 * What can be proposed on the page of the account.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Book} known
 */
export function offers(view, known) {
  const {words} = view;
  const {account: book, numbers, rules} = known;
  if (!book) {
    return html`<span class="push"></span>${offer(view, 'book-account', {unit: 'UA', number: numbers.account, ceiling: rules.swing, fromWall: view.ours.id}, words.text('bookForm.open'), 'first')}`;
  }
  return html`<span class="push"></span>
    ${offer(view, 'book-swing', {book, number: numbers.swing, ceiling: rules.swing, whose: book.sides[0].party, limit: typedAmount(book.sides[0].limit)}, words.text('bookForm.swing'))}
    ${book.net
      ? offer(view, 'book-settlement', {book, number: numbers.settlement, on: book.today, by: SETTLED_BY[0], amount: typedAmount(book.due?.left || Math.abs(book.net))}, words.text('bookForm.settlement'))
      : nothing}
    ${book.unclosedPeriods ? offer(view, 'book-year-end', {book, number: numbers.year_end}, words.text('bookForm.year')) : nothing}
    ${menu(words.text('bookForm.rarely'), rarely(view, known))}`;
}

/**
 * What is seldom done about an account, out of the way: it changes what the balance is, or ends it.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Book} known
 */
function rarely(view, {account: book, numbers}) {
  const {words} = view;
  return book
    ? [
        ...(book.net ? opening(view, 'book-credit', creditOf(book), words.text('bookForm.credit')) : []),
        ...(book.net ? opening(view, 'book-restatement', {book, on: book.today}, words.text('bookForm.restatement')) : []),
        ...opening(view, 'book-termination', terminationOf(book, numbers), words.text('bookForm.termination')),
      ]
    : [];
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Draft} draft
 */
export const statementOffer = (view, {figures, isOver, terms}) =>
  isOver ? offer(view, 'book-statement', {figures, terms}, view.words.text('bookForm.statement', {period: figures.period}), 'first') : nothing;

/**
 * A line of an act of many is named behind the act (14-2.9).
 * @param {import('../../app/book-types.js').LineOfAct | undefined} line
 */
const ofLine = (line) => (line ? `/${line.line}` : '');

/** What a contra corrects (14-5.4). */
const REVERSIBLE = ['acceptance', 'difference', 'settlement'];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
export function contraOffer(view, {voucher, act, line}) {
  /** @type {import('../../app/book-types.js').Book | undefined} */
  const known = view.feed.read('/barter/account').data;
  const book = known?.account;
  return known && book && act && !voucher.reversedBy && REVERSIBLE.includes(voucher.kind)
    ? offer(view, 'book-contra', {book, voucher: voucher.number, act: entryId(view, act.act) + ofLine(line), number: known.numbers.contra, on: book.today}, view.words.text('bookForm.contra'))
    : nothing;
}

// ---- the forms ----------------------------------------------------------------------------------

/** @param {import('../../app/view.js').View} view */
function openDialog(view) {
  const {words} = view;
  const draft = view.draft('book-account');
  const limits = Object.fromEntries(view.parties.map(({id}) => [id, notNegative(draft[`limit-${id}`])]));
  const from = dueOf(view, draft, 'from');
  const unit = draft.unit?.trim() ?? '';
  const isWhole = from && /^[A-Z]{2,8}$/.test(unit) && Object.values(limits).every((limit) => limit !== undefined);
  return form(view, 'book-account', {
    title: words.text('bookForm.open'),
    terms: isWhole ? {from, limits, number: draft.number, unit} : undefined,
    fields: html`
      ${field(view, 'book-account', {name: 'unit', label: words.text('bookForm.unit'), kind: 'code', required: true, maxlength: 8})}
      ${dayField(view, 'book-account', {name: 'from', label: words.text('bookForm.from'), required: true})}
      <div class="fields">
        ${view.parties.map((party) => amountField(view, 'book-account', `limit-${party.id}`, words.rich('bookForm.limitOf', {side: view.nameOf(party)})))}
      </div>
      <p class="hint">${words.text('bookForm.ceiling', {amount: amountOf(view, draft.ceiling ?? 0, unit)})}</p>
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
function swingDialog(view) {
  const {words, act} = view;
  const draft = view.draft('book-swing');
  /** @type {import('../../app/book-types.js').OpenedBook} */
  const book = draft.book;
  const limit = notNegative(draft.limit);
  const now = /** @type {import('../../app/book-types.js').BookSide} */ (book.sides.find(({party}) => party === draft.whose));
  const isBelow = limit !== undefined && limit < now.exposure;
  return form(view, 'book-swing', {
    title: words.text('bookForm.swing'),
    terms: limit !== undefined && (!isBelow || draft.runDown) ? {limit, number: draft.number, run_down: isBelow, side: draft.whose} : undefined,
    fields: html`
      ${choice(view, 'book-swing', {
        name: 'whose',
        label: words.text('bookForm.whose'),
        options: book.sides.map(({party}) => [party, nameOf(view, party)]),
        also: (party) => ({limit: typedAmount(book.sides.find((one) => one.party === party)?.limit ?? 0)}),
      })}
      <p class="hint">${words.rich('bookForm.now', {limit: money(view, now.limit, book.unit), exposure: money(view, now.exposure, book.unit)})}</p>
      ${amountField(view, 'book-swing', 'limit', words.text('bookForm.limit'), words.text('bookForm.ceiling', {amount: amountOf(view, draft.ceiling, book.unit)}))}
      ${isBelow
        ? html`<label class="tick"
            ><input type="checkbox" .checked=${Boolean(draft.runDown)} @change=${(/** @type {any} */ {target}) => act.edit('book-swing', {runDown: target.checked})} />
            ${words.text('bookForm.runDown')}</label
          >`
        : nothing}
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
function statementDialog(view) {
  const {words} = view;
  /** @type {{figures: import('../../app/book-types.js').Figures, terms: Record<string, any>}} */
  const {figures, terms} = /** @type {any} */ (view.draft('book-statement'));
  const sides = view.parties.map(({id}) => id).sort();
  const unit = view.feed.read('/barter/statements').data?.unit ?? '';
  return form(view, 'book-statement', {
    title: words.text('bookForm.statement', {period: figures.period}),
    terms,
    fields: html`<table class="sums">
      <caption class="visually-hidden">${words.text('bookForm.figures')}</caption>
      <tbody>
        ${/** @type {const} */ (['opening', 'interest', 'closing']).map(
          (name) => html`<tr>
            <th scope="row">${words.text(`periods.${name}`)}</th>
            <td>${figures[name] || name !== 'interest' ? owed(view, sides, figures[name], unit) : money(view, 0, unit)}</td>
          </tr>`,
        )}
        <tr>
          <th scope="row">${words.text('periods.until')}</th>
          <td>${dayInWords(view, figures.until)}</td>
        </tr>
        <tr>
          <th scope="row">${words.text('periods.vouchers')}</th>
          <td>${words.number(figures.vouchers)}</td>
        </tr>
        <tr>
          <th scope="row">${words.text('periods.journal')}</th>
          <td><bdi class="code small">${figures.journal}</bdi></td>
        </tr>
      </tbody>
    </table>`,
  });
}

/** @param {import('../../app/view.js').View} view */
function settlementDialog(view) {
  const {words} = view;
  const draft = view.draft('book-settlement');
  /** @type {import('../../app/book-types.js').OpenedBook} */
  const book = draft.book;
  const debtor = /** @type {import('../../app/book-types.js').BookSide} */ (book.sides.find((one) => one.owed > 0));
  const amount = notNegative(draft.amount);
  const reference = draft.reference?.trim() ?? '';
  const isWhole = amount && amount <= debtor.owed && reference && draft.on;
  return form(view, 'book-settlement', {
    title: words.text('bookForm.settlement'),
    terms: isWhole ? {amount, by: draft.by, debtor: debtor.party, number: draft.number, on: draft.on, reference} : undefined,
    fields: html`
      ${amountField(view, 'book-settlement', 'amount', words.text('bookForm.amount'), words.rich('bookForm.atMost', {side: nameOf(view, debtor.party), amount: money(view, debtor.owed, book.unit)}))}
      ${choice(view, 'book-settlement', {name: 'by', label: words.text('bookForm.by'), options: SETTLED_BY.map((code) => [code, words.of('settledBy', code)])})}
      ${field(view, 'book-settlement', {name: 'reference', label: words.text('bookForm.reference'), kind: 'code', required: true, maxlength: 64})}
      ${onField(view, 'book-settlement')}
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
function contraDialog(view) {
  const {words} = view;
  const draft = view.draft('book-contra');
  const reason = wordingOf(draft, 'reason');
  return form(view, 'book-contra', {
    title: words.text('bookForm.contra'),
    means: html`<li>${words.rich('bookForm.contraMeans', {voucher: html`<bdi class="code">${draft.voucher}</bdi>`})}</li>`,
    terms: reason && draft.on && draft.act ? {act: draft.act, number: draft.number, on: draft.on, reason} : undefined,
    fields: html`
      ${onField(view, 'book-contra')} ${wordingFields(view, 'book-contra', {name: 'reason', label: words.text('bookForm.reason'), kind: 'area', maxlength: 660})}
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
function yearDialog(view) {
  const {words} = view;
  const draft = view.draft('book-year-end');
  /** @type {import('../../app/book-types.js').OpenedBook} */
  const book = draft.book;
  const carried = carriedOf(view, 'book-year-end');
  return form(view, 'book-year-end', {
    title: words.text('bookForm.year'),
    means: html`<li>${words.text('bookForm.yearMeans', {count: book.unclosedPeriods})}</li>`,
    terms: carried && {carried, number: draft.number},
    fields: carriedFields(view, 'book-year-end'),
  });
}

/** @type {import('../../app/chapters.js').Draws} */
export const DIALOGS = {
  'book-account': openDialog,
  'book-swing': swingDialog,
  'book-statement': statementDialog,
  'book-settlement': settlementDialog,
  'book-contra': contraDialog,
  'book-year-end': yearDialog,
  'book-price': priceDialog,
  'book-credit': creditDialog,
  'book-restatement': restatementDialog,
  'book-termination': terminationDialog,
};
