import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ruleOf} from '../../app/agreements.js';
import {choice, field} from '../../parts/field.js';
import {amountIn, CURRENCIES, isCurrency, minorOf, typedAmount} from '../../parts/money.js';
import {latinDigits} from '../../time/walls.js';
import {helpedOf} from './known.js';

/**
 * The fields of a cost line: for what, who pays, how much. What an amount was understood as is shown at once, because a
 * point in the wrong place is a thousandfold.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {{amountRequired: boolean}} wanted
 */
export function costFields(view, draft, {amountRequired}) {
  const {words} = view;
  const typed = view.draft(draft);
  const currency = currencyOf(typed);
  const rule = ruleOf(view, RULE);
  return html`<fieldset class="stack">
    <legend>${words.text('help.cost')}</legend>
    ${field(view, draft, {name: 'costWhat', label: words.text('costForm.what'), required: true, maxlength: 1000})}
    ${choice(view, draft, {
      name: 'payer',
      label: words.text('costForm.payer'),
      options: payersOf(view, typed.thread).map((id) => [id, view.nameOf(view.party(id))]),
    })}
    ${rule ? html`<p class="hint">${words.of('costAgreed', rule)}</p>` : nothing}
    <div class="fields">
      ${field(view, draft, {
        name: 'amount',
        label: words.text('costForm.amount'),
        hint: amountHint(view, typed.amount, currency),
        kind: 'code',
        required: amountRequired,
        maxlength: 24,
      })}
      ${field(view, draft, {name: 'currency', label: words.text('costForm.currency'), kind: 'code', required: true, maxlength: 3, list: 'currencies'})}
    </div>
    <datalist id="currencies">${CURRENCIES.map((code) => html`<option value=${code}></option>`)}</datalist>
    <div class="fields">
      ${field(view, draft, {name: 'quantity', label: words.text('costForm.quantity'), hint: words.text('costForm.quantityHint'), kind: 'code', maxlength: 15})}
      ${field(view, draft, {name: 'unit', label: words.text('costForm.unit'), maxlength: 40})}
    </div>
  </fieldset>`;
}

/**
 * What the amount was understood as.
 * @param {import('../../app/view.js').View} view
 * @param {string | undefined} amount
 * @param {string} currency
 */
function amountHint(view, amount, currency) {
  if (!amount?.trim() || !isCurrency(currency)) {
    return view.words.text('costForm.amountHint');
  }
  const minor = minorOf(amount, currency);
  return minor === undefined ? view.words.text('costForm.noAmount') : html`<bdi>${amountIn(view, minor, currency)}</bdi>`;
}

/**
 * The line that was typed; nothing while it could not stand.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} typed
 * @returns {import('../../app/types.js').CostLine | undefined}
 */
export function costOf(view, typed) {
  const currency = currencyOf(typed);
  const amount = typed.amount?.trim();
  const amountMinor = amount ? minorOf(amount, currency) : undefined;
  const quantity = quantityOf(typed);
  const isWhole = typed.costWhat?.trim() && isCurrency(currency) && Boolean(amount) === (amountMinor !== undefined) && quantity !== 'wrong';
  return isWhole
    ? {
        what: typed.costWhat.trim(),
        payer: typed.payer ?? payersOf(view, typed.thread)[0],
        currency,
        ...(amountMinor === undefined ? {} : {amountMinor}),
        ...(quantity ? {quantity} : {}),
      }
    : undefined;
}

/**
 * Fields that begin with a line that was said before.
 * @param {import('../../app/types.js').CostLine | undefined} line
 */
export function costDraft(line) {
  return line
    ? {
        costWhat: line.what,
        payer: line.payer,
        currency: line.currency,
        amount: line.amountMinor === undefined ? '' : typedAmount(line.amountMinor, line.currency),
        quantity: line.quantity ? String(line.quantity.amount) : '',
        unit: line.quantity?.unit ?? '',
      }
    : {};
}

/** @param {Record<string, any>} typed */
const currencyOf = ({currency}) => (currency ?? '').trim().toUpperCase();

/** Who pays for help, by the agreed rules. */
const RULE = 'assistance.costs';

/**
 * Who can pay, first the side that pays by the agreed rules: the one that is helped, or the one whose cost it is.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Assistance} thread
 */
function payersOf(view, thread) {
  const helped = helpedOf(view, thread);
  const others = view.parties.map((party) => party.id).filter((id) => id !== helped);
  return ['assisting', 'each_own'].includes(ruleOf(view, RULE)) ? [...others, helped] : [helped, ...others];
}

/**
 * @param {Record<string, any>} typed
 * @returns {{amount: number, unit: string} | 'wrong' | undefined}
 */
function quantityOf({quantity, unit}) {
  const [amount, of] = [latinDigits(quantity ?? '').trim(), (unit ?? '').trim()];
  if (!amount && !of) {
    return undefined;
  }
  return /^\d{1,15}$/.test(amount) && of ? {amount: Number(amount), unit: of} : 'wrong';
}
