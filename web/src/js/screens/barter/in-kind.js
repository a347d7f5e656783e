import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {rolesFor, signs} from '../../app/agreements.js';
import {dayField, dueOf} from '../../parts/day.js';
import {choice, field} from '../../parts/field.js';
import {wordingDraft, wordingFields, wordingOf} from '../../parts/wording.js';
import {latinDigits} from '../../time/walls.js';
import {proposing} from '../agreements/proposing.js';
import {readIndices, writtenIndices} from '../committee/protocol-text.js';

/**
 * The contract by which what is due is delivered in kind (18-5.5, 18-5.6): it is one like any other (14-5.2), and opens
 * filled with what the page says is due.
 */

const IN_KIND = 'in-kind';
const KIND = 'barter_contract';

/** Which part of the clearing account it is booked on (14-5.1). */
const ACCOUNTS = ['1000', '1010', '1020'];

/** Which weight counts. */
const WEIGHED = ['outturn', 'loaded', 'mean'];

/** Units in which goods are counted, the usual ones first. */
const UNITS = ['TNE', 'KGM', 'DTN', 'LTR', 'MTQ', 'BLL', 'WHR', 'KWH', 'MWH', 'GWH', 'GV', '3B', 'H87', 'DZN', 'MTR', 'KMT'];

const NAME_MAX = 130;

/**
 * @typedef {object} DueInKind what is due, as far as a page knows it
 * @property {(view: import('../../app/view.js').View) => unknown} why in words
 * @property {string} exporter who is to deliver
 * @property {string} [seller]
 * @property {string} [buyer]
 * @property {import('../../parts/wording.js').Wording} [name] of the goods
 * @property {string} [commodity]
 * @property {string} [account] of the chart
 * @property {{amount: number, unit: string}} [quantity]
 * @property {{formula: string, per: string, where?: Record<string, string>}} [price]
 * @property {Record<string, string>} [indices]
 */

/**
 * The button that opens it; nothing for those who sign no contracts.
 * @param {import('../../app/view.js').View} view
 * @param {DueInKind} due
 * @param {string} [look]
 */
export function inKindOffer(view, due, look = '') {
  return signs(view, KIND)
    ? html`<button class="small off-paper ${look}" data-offer=${IN_KIND} @click=${() => open(view, due)}>${view.words.text('inKind.offer')}</button>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {DueInKind} due
 */
function open(view, {why, exporter, seller = '', buyer = '', name, commodity = '', account, quantity, price, indices}) {
  view.act.discard(IN_KIND);
  view.act.open(IN_KIND, {
    refused: undefined,
    why,
    exporter,
    seller,
    buyer,
    commodity,
    account: account ?? ACCOUNTS[0],
    amount: quantity ? String(quantity.amount) : '',
    unit: quantity?.unit ?? UNITS[0],
    formula: price?.formula ?? '',
    per: price?.per ?? quantity?.unit ?? UNITS[0],
    where: price?.where ?? {},
    indices: writtenIndices(indices),
    ...wordingDraft('name', name),
  });
}

/** @param {import('../../app/view.js').View} view */
export function inKindDialog(view) {
  const {words} = view;
  const draft = view.draft(IN_KIND);
  const terms = termsOf(view, draft);
  const unit = (/** @type {string} */ code) => /** @type {[string, string]} */ ([code, words.of('unitCode', code)]);
  return proposing(view, IN_KIND, {
    kind: KIND,
    roles: rolesFor(view, KIND),
    title: words.text('inKind.title'),
    means: html`<li>${words.text('inKind.means')}</li>`,
    ready: terms !== undefined,
    terms: () => terms,
    fields: html`
      <p class="notice">${draft.why(view)}</p>
      ${wordingFields(view, IN_KIND, {name: 'name', label: words.text('inKind.goods'), maxlength: NAME_MAX})}
      <div class="fields">
        ${field(view, IN_KIND, {name: 'commodity', label: words.text('inKind.commodity'), kind: 'code', required: true, maxlength: 10})}
        ${choice(view, IN_KIND, {
          name: 'exporter',
          label: words.text('inKind.exporter'),
          options: view.parties.map((party) => [party.id, view.nameOf(party)]),
          also: (exporter) => (exporter === draft.exporter ? {} : {seller: draft.buyer, buyer: draft.seller}),
        })}
        ${field(view, IN_KIND, {name: 'seller', label: words.text('inKind.seller'), hint: words.text('inKind.partyHint'), required: true, maxlength: 64})}
        ${field(view, IN_KIND, {name: 'buyer', label: words.text('inKind.buyer'), required: true, maxlength: 64})}
        ${field(view, IN_KIND, {name: 'amount', label: words.text('inKind.quantity'), kind: 'code', required: true, maxlength: 16})}
        ${choice(view, IN_KIND, {name: 'unit', label: words.text('inKind.unit'), options: UNITS.map(unit)})}
        ${field(view, IN_KIND, {name: 'formula', label: words.text('inKind.price'), hint: words.text('inKind.priceHint'), kind: 'code', required: true, maxlength: 200})}
        ${choice(view, IN_KIND, {name: 'per', label: words.text('inKind.per'), options: UNITS.map(unit)})}
        ${choice(view, IN_KIND, {name: 'account', label: words.text('inKind.account'), options: ACCOUNTS.map((code) => [code, words.of('marketAccount', code)])})}
        ${choice(view, IN_KIND, {name: 'weighed', label: words.text('inKind.weighed'), options: WEIGHED.map((code) => [code, words.of('contractWeighed', code)])})}
      </div>
      ${dayField(view, IN_KIND, {name: 'until', label: words.text('inKind.until'), required: true})}
      ${field(view, IN_KIND, {name: 'indices', label: words.text('inKind.indices'), hint: words.text('inKind.indicesHint'), kind: 'area', maxlength: 2_000})}
      ${terms ? nothing : html`<p class="hint" role="status">${words.text('inKind.notWhole')}</p>`}
    `,
  });
}

/**
 * The terms as they are signed; nothing while something is not whole.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function termsOf(view, draft) {
  const text = (/** @type {string} */ name) => draft[name]?.trim() ?? '';
  const number = view.feed.read('/barter/account').data?.numbers.contract;
  const amount = latinDigits(text('amount')).replace(/[\s,٬]/g, '');
  const indices = readIndices(draft.indices ?? '');
  const name = wordingOf(draft, 'name');
  const until = dueOf(view, draft, 'until');
  const commodity = latinDigits(text('commodity'));
  const isWhole = number && name && until && indices && /^\d{4,10}$/.test(commodity) && /^[1-9]\d{0,15}$/.test(amount) && Number.isSafeInteger(Number(amount));
  return isWhole && text('seller') && text('buyer') && text('formula')
    ? {
        goods: {account: draft.account, buyer: text('buyer'), commodity, exporter: draft.exporter, name, seller: text('seller')},
        indices,
        number,
        price: {formula: text('formula'), per: draft.per, where: draft.where},
        quantity: {amount: Number(amount), unit: draft.unit},
        screening: [],
        until,
        weighed: draft.weighed ?? WEIGHED[0],
      }
    : undefined;
}
