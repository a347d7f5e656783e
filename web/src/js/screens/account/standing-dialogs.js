import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {typedAmount} from '../../parts/amount.js';
import {dayField, dueInWords, dueOf} from '../../parts/day.js';
import {choice, field} from '../../parts/field.js';
import {latinDigits} from '../../time/walls.js';
import {amountField, carriedFields, carriedOf, form, notNegative, onField} from './form.js';
import {money, nameOf, owed} from './owed.js';
import {tried} from './tried.js';

/**
 * Acts by which the account itself comes to stand otherwise: a part of a debt beside the limit, a new worth of the unit,
 * a last day. What each would post is shown before it is signed.
 */

/** A decimal as an index has it (14-4.2), more than nothing. */
const FACTOR = /^(?=.*[1-9])(?:0|[1-9]\d{0,11})(?:\.\d{0,8}[1-9])?$/;

/**
 * What a draft of a technical credit begins with: of whoever owes, what is beyond the limit and what stands there.
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
export function creditOf(book) {
  const debtor = /** @type {import('../../app/book-types.js').BookSide} */ (book.sides.find(({owed: debt}) => debt > 0) ?? book.sides[0]);
  return {book, on: book.today, whose: debtor.party, amount: typedAmount(Math.max(debtor.credit, debtor.owed - debtor.limit, 0))};
}

/** @param {import('../../app/view.js').View} view */
export function creditDialog(view) {
  const {words} = view;
  const draft = view.draft('book-credit');
  /** @type {import('../../app/book-types.js').OpenedBook} */
  const book = draft.book;
  const amount = notNegative(draft.amount);
  const now = /** @type {import('../../app/book-types.js').BookSide} */ (book.sides.find(({party}) => party === draft.whose));
  const reading = amount !== undefined && draft.on ? view.feed.read(asked('credit', {side: draft.whose, amount: String(amount), on: draft.on})) : undefined;
  return form(view, 'book-credit', {
    title: words.text('bookForm.credit'),
    means: html`<li>${words.text('bookForm.creditMeans')}</li>`,
    terms: termsIn(reading),
    fields: html`
      ${choice(view, 'book-credit', {
        name: 'whose',
        label: words.text('bookForm.creditOf'),
        options: book.sides.map(({party}) => [party, nameOf(view, party)]),
        also: (party) => ({amount: typedAmount(book.sides.find((one) => one.party === party)?.credit ?? 0)}),
      })}
      ${amountField(
        view,
        'book-credit',
        'amount',
        words.text('bookForm.creditAmount'),
        words.rich('bookForm.creditNow', {credit: money(view, now.credit, book.unit), owed: money(view, Math.max(now.owed, 0), book.unit)}),
      )}
      ${onField(view, 'book-credit')} ${reading ? tried(view, reading, '14-5.9') : nothing}
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
export function restatementDialog(view) {
  const {words} = view;
  const draft = view.draft('book-restatement');
  const factor = latinDigits(draft.factor ?? '').trim().replace('٫', '.');
  const isFactor = FACTOR.test(factor);
  const reading = isFactor && draft.on ? view.feed.read(asked('restatement', {factor, on: draft.on})) : undefined;
  return form(view, 'book-restatement', {
    title: words.text('bookForm.restatement'),
    means: html`<li>${words.text('bookForm.restatementMeans')}</li>`,
    terms: termsIn(reading),
    fields: html`
      ${field(view, 'book-restatement', {
        name: 'factor',
        label: words.text('bookForm.factor'),
        hint: html`<span class=${factor && !isFactor ? 'wrong' : ''} role="status">${words.text(factor && !isFactor ? 'bookForm.factorWrong' : 'bookForm.factorHint')}</span>`,
        kind: 'code',
        required: true,
        maxlength: 22,
      })}
      ${onField(view, 'book-restatement')} ${reading ? tried(view, reading, '14-5.10') : nothing}
    `,
  });
}

/**
 * @param {import('../../app/book-types.js').OpenedBook} book
 * @param {Record<string, number>} numbers
 */
export const terminationOf = (book, numbers) => ({book, number: numbers.termination, until: book.until?.slice(0, 10) ?? ''});

/** @param {import('../../app/view.js').View} view */
export function terminationDialog(view) {
  const {words} = view;
  const draft = view.draft('book-termination');
  /** @type {import('../../app/book-types.js').OpenedBook} */
  const book = draft.book;
  const until = dueOf(view, draft, 'until');
  const carried = carriedOf(view, 'book-termination');
  const isOver = until !== undefined && until.slice(0, 10) < book.today;
  const sides = book.sides.map(({party}) => party);
  return form(view, 'book-termination', {
    title: words.text('bookForm.termination'),
    means: html`<li>${words.text('bookForm.terminationMeans')}</li>`,
    terms: until && !isOver && carried ? {carried, number: draft.number, until} : undefined,
    fields: html`
      ${dayField(view, 'book-termination', {
        name: 'until',
        label: words.text('bookForm.lastDay'),
        required: true,
        hint: isOver
          ? html`<span class="wrong" role="status">${words.text('bookForm.lastDayOver')}</span>`
          : book.until
            ? words.rich('bookForm.lastDayNow', {day: dueInWords(view, book.until)})
            : words.text('bookForm.lastDayNone'),
      })}
      ${carriedFields(view, 'book-termination')}
      <div class="tried stack">
        <p>${words.rich('bookForm.terminationStays', {balance: owed(view, sides, book.net, book.unit)})}</p>
        <p class="quiet">${words.text('tried.nothing')}</p>
        <p class="quiet small">${words.rich('tried.clause', {clause: html`<bdi class="code">14-5.11</bdi>`})}</p>
      </div>
    `,
  });
}

/**
 * Where the node says what an act would come to.
 * @param {'credit' | 'price' | 'restatement'} what
 * @param {Record<string, string>} of
 */
export const asked = (what, of) => `/barter/drafts/${what}?${new URLSearchParams(of)}`;

/**
 * The terms of what was tried; nothing while it is not known, or would book nothing.
 * @param {import('../../app/feed.js').Reading | undefined} reading
 */
export const termsIn = (reading) => (reading?.data && !reading.data.objection && !reading.refused ? reading.data.terms : undefined);
