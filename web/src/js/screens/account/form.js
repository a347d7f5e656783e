import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {capacities, pausedBy, SIGNATORY} from '../../app/agreements.js';
import {amountOf, unitsOf} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {field} from '../../parts/field.js';
import {wordingFields, wordingOf} from '../../parts/wording.js';
import {proposing} from '../agreements/proposing.js';

/** What the forms about the account have in common. A dialog is named after the kind of its act: `book-year-end`. */

/** @param {string} name of the dialog */
const kindOf = (name) => `barter_${name.replace('book-', '').replace('-', '_')}`;

/**
 * Whether this officer can propose acts of a kind now.
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 */
const may = (view, kind) => !pausedBy(view) && capacities(view, [SIGNATORY], kind).length > 0;

/**
 * What opens a form, as one act of a menu; none where this officer may not propose it.
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the dialog
 * @param {Record<string, any>} fresh
 * @param {unknown} word
 * @returns {{word: unknown, open: () => void}[]}
 */
export function opening(view, name, fresh, word) {
  const open = () => {
    view.act.discard(name);
    view.act.open(name, {refused: undefined, ...fresh});
  };
  return may(view, kindOf(name)) ? [{word, open}] : [];
}

/**
 * The same as a button.
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the dialog
 * @param {Record<string, any>} fresh
 * @param {unknown} word
 * @param {string} [look]
 */
export function offer(view, name, fresh, word, look = '') {
  const [act] = opening(view, name, fresh, word);
  return act ? html`<button class=${look} data-offer=${name} @click=${act.open}>${act.word}</button>` : nothing;
}

/**
 * The proposal of an act about the account.
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {{title: unknown, fields: unknown, terms: Record<string, any> | undefined, means?: unknown}} content
 */
export function form(view, name, {title, fields, terms, means}) {
  const {words} = view;
  const number = terms?.number ?? view.draft(name).number;
  return proposing(view, name, {
    kind: kindOf(name),
    roles: [SIGNATORY],
    title,
    means: html`${means ?? nothing}${number ? html`<li>${words.text('bookForm.number', {number})}</li>` : nothing}`,
    ready: Boolean(terms),
    terms: () => terms,
    fields,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {string} name
 * @param {unknown} label
 * @param {unknown} [hint]
 */
export const amountField = (view, draft, name, label, hint) => field(view, draft, {name, label, hint, kind: 'code', required: true, maxlength: 24});

/**
 * The day that something counts for: of the open period, and not to come.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function onField(view, draft) {
  const {words, act} = view;
  const {on = '', book} = view.draft(draft);
  return html`<div class="field">
    <label for="${draft}-on">${words.text('bookForm.day')}</label>
    <input
      id="${draft}-on"
      type="date"
      required
      min=${book.period.from}
      max=${book.today}
      .value=${on}
      @input=${(/** @type {any} */ {target}) => act.edit(draft, {on: target.value})}
    />
    <p class="hint">${words.rich('bookForm.dayHint', {from: dayInWords(view, book.period.from), today: dayInWords(view, book.today)})}</p>
  </div>`;
}

/** An amount that was typed, if it is not less than nothing. @param {string | undefined} typed */
export function notNegative(typed) {
  const units = unitsOf(typed ?? '');
  return units !== undefined && units >= 0 ? units : undefined;
}

// ---- what is not explained ----------------------------------------------------------------------

/**
 * A reason for each account of differences that is not at nothing.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function carriedFields(view, draft) {
  const {words} = view;
  const {book} = view.draft(draft);
  const open = unexplained(book);
  return open.length
    ? open.map(({account, amount}) =>
        wordingFields(view, draft, {
          name: `reason${account}`,
          label: words.text('bookForm.carry', {amount: amountOf(view, amount, book.unit), account: words.of('chart', account)}),
          kind: 'area',
          maxlength: 660,
        }),
      )
    : html`<p>${words.text('bookForm.noDifference')}</p>`;
}

/**
 * What was typed there, as it is signed; nothing while a reason is missing.
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the draft
 */
export function carriedOf(view, name) {
  const draft = view.draft(name);
  const carried = unexplained(draft.book).map(({account, amount}) => ({account, amount, reason: wordingOf(draft, `reason${account}`)}));
  return carried.every(({reason}) => reason) ? carried : undefined;
}

/** @param {import('../../app/book-types.js').OpenedBook} book */
const unexplained = ({differences}) => differences.filter(({amount}) => amount);
