import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {amount} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {field} from '../../parts/field.js';
import {latinDigits} from '../../time/walls.js';
import {form, offer, onField} from './form.js';
import {asked, termsIn} from './standing-dialogs.js';
import {tried} from './tried.js';

/** The published price of what was accepted under a contract, for one acceptance or for many at once. */

const PRICE = 'book-price';

const DECIMAL = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{0,8}[1-9])?$/;

/** Most acceptances of one act (14-2.2). */
const MOST = 64;

/**
 * On the page of an acceptance, where its contract rests on an index: that one is chosen, and others can be.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').VoucherDetail} detail
 */
export function priceOffer(view, {voucher, act}) {
  if (!act || voucher.kind !== 'acceptance' || voucher.reversedBy || !voucher.contract) {
    return nothing;
  }
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const contract = view.feed.read(`/acts/${voucher.contract}`).data;
  return priceOf(view, voucher.contract, contract?.act.terms.indices ?? {}, [voucher.voucher]);
}

/**
 * What opens the form for acceptances of a contract; nothing where its price rests on no index.
 * @param {import('../../app/view.js').View} view
 * @param {string} contract
 * @param {Record<string, string>} indices as they stand in the contract
 * @param {string[]} acceptances
 */
export function priceOf(view, contract, indices, acceptances) {
  /** @type {import('../../app/book-types.js').Book | undefined} */
  const known = view.feed.read('/barter/account').data;
  const book = known?.account;
  const names = Object.keys(indices);
  const typed = Object.fromEntries(names.map((name) => [`index-${name}`, indices[name]]));
  return book && names.length
    ? offer(view, PRICE, {book, contract, chosen: acceptances.slice(0, MOST), names, on: book.today, ...typed}, view.words.text('bookForm.price'))
    : nothing;
}

/** @param {import('../../app/view.js').View} view */
export function priceDialog(view) {
  const {words} = view;
  const draft = view.draft(PRICE);
  /** @type {string[]} */
  const names = draft.names ?? [];
  const values = names.map((name) => [name, latinDigits(draft[`index-${name}`] ?? '').trim()]);
  const isTyped = draft.on && values.every(([, value]) => DECIMAL.test(value));
  const isChosen = draft.chosen.length > 0 && draft.chosen.length <= MOST;
  const all = isTyped ? view.feed.read(pathOf(draft, values, [])) : undefined;
  const reading = isTyped && isChosen ? view.feed.read(pathOf(draft, values, draft.chosen)) : undefined;
  return form(view, PRICE, {
    title: words.text('bookForm.price'),
    means: html`<li>${words.text('bookForm.priceMeans')}</li>`,
    terms: termsIn(reading),
    fields: html`
      <div class="fields">
        ${names.map((name) =>
          field(view, PRICE, {name: `index-${name}`, label: words.text('bookForm.index', {name}), hint: words.text('bookForm.indexHint'), kind: 'code', required: true, maxlength: 22}),
        )}
      </div>
      ${onField(view, PRICE)}
      ${all?.data ? acceptances(view, draft, all.data) : nothing} ${reading ? tried(view, reading, '14-4.4') : nothing}
    `,
  });
}

/**
 * @param {Record<string, any>} draft
 * @param {string[][]} values of the indices
 * @param {string[]} chosen acceptances; none for a look at all of them
 */
function pathOf({contract, on}, values, chosen) {
  return asked('price', {
    contract,
    ...(chosen.length ? {acceptances: chosen.join(',')} : {}),
    indices: values.map((pair) => pair.join('=')).join(','),
    on,
  });
}

/**
 * Every acceptance of the contract with what the price makes of it, to choose from; below, what the chosen come to.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {import('../../app/book-types.js').Tried} known
 */
function acceptances(view, draft, {priced, unit}) {
  const {words, act} = view;
  /** @type {string[]} */
  const chosen = draft.chosen;
  const all = priced.slice(0, MOST).map(({acceptance}) => acceptance);
  const isAll = all.every((name) => chosen.includes(name));
  const toggle = (/** @type {string} */ name) =>
    act.edit(PRICE, {chosen: chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]});
  const sum = priced.filter(({acceptance}) => chosen.includes(acceptance)).reduce((total, {delta}) => total + delta, 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('bookForm.acceptances')}>
    <table class="sums priced">
      <caption>${words.text('bookForm.acceptances')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <label class="tick bare"
              ><input type="checkbox" .checked=${isAll} .indeterminate=${!isAll && chosen.length > 0} @change=${() => act.edit(PRICE, {chosen: isAll ? [] : all})} />
              <span>${words.text('bookForm.allOfThem')}</span></label
            >
          </th>
          <th scope="col">${words.text('journal.day')}</th>
          <th scope="col" class="amount">${words.text('bookForm.valued')}</th>
          <th scope="col" class="amount">${words.text('bookForm.booked')}</th>
          <th scope="col" class="amount">${words.text('bookForm.worth')}</th>
          <th scope="col" class="amount">${words.text('bookForm.delta')}</th>
        </tr>
      </thead>
      <tbody>
        ${priced.map(
          (one) => html`<tr>
            <th scope="row">
              <label class="tick bare"
                ><input type="checkbox" .checked=${chosen.includes(one.acceptance)} @change=${() => toggle(one.acceptance)} />
                <span><bdi class="code">${one.acceptance}</bdi></span></label
              >
              <a class="small" href=${to('account', one.acceptance.split('/'))}>${words.text('bookForm.toVoucher')}</a>
            </th>
            <td>${one.on ? dayInWords(view, one.on) : ''}</td>
            <td class="amount"><bdi>${quantityOf(view, one)}</bdi></td>
            <td class="amount"><bdi class="figure" dir="ltr">${amount(view, one.booked)}</bdi></td>
            <td class="amount"><bdi class="figure" dir="ltr">${amount(view, one.worth)}</bdi></td>
            <td class="amount">${deltaOf(view, one.delta)}</td>
          </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="5">${words.text('bookForm.chosen', {count: chosen.length})}</th>
          <td class="amount"><b>${deltaOf(view, sum)}</b> <span class="unit">${unit}</span></td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} units
 */
const deltaOf = (view, units) => html`<bdi class="figure" dir="ltr">${amount(view, units, {signDisplay: 'exceptZero'})}</bdi>`;

/**
 * An exact fraction of the unit of the contract; energy is read in megawatt hours.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Priced} one
 */
function quantityOf({words}, {valued, unit}) {
  const [over, under = '1'] = valued.split('/');
  const [scale, code] = unit === 'WHR' ? [1_000_000, 'MWH'] : [1, unit];
  const format = new Intl.NumberFormat(words.rules.locale, {maximumFractionDigits: 3});
  return `${format.format(Number(over) / Number(under) / scale)} ${words.of('unitCode', code)}`;
}
