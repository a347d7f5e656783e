import {html} from '../../../lib/lit-html/lit-html.js';
import {amountOf, quantity} from '../../parts/amount.js';
import {dayField, dueOf} from '../../parts/day.js';
import {field} from '../../parts/field.js';
import {icon} from '../../parts/icon.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {latinDigits} from '../../time/walls.js';
import {proposing} from '../agreements/proposing.js';
import {bar} from './bars.js';
import {rolesFor} from './known.js';

const DRAFT = 'market-permit';
const KIND = 'barter_reservation';

/**
 * Room in the account for a part of a contract.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').Contract} contract
 */
export function openPermit(view, contract) {
  view.act.open(DRAFT, {contract, amount: String(contract.progress?.left ?? ''), until: contract.terms.until.slice(0, 10), refused: undefined});
}

/**
 * The room test is made before anybody signs: what the importer may owe, owes, and would owe at worst.
 * @param {import('../../app/view.js').View} view
 */
export function permitDialog(view) {
  const {words} = view;
  const draft = view.draft(DRAFT);
  /** @type {import('./market-types.js').Contract} */
  const contract = draft.contract;
  const {unit} = contract.terms.quantity;
  const amount = Number(latinDigits(draft.amount ?? '').trim() || NaN);
  const until = dueOf(view, draft, 'until');
  const most = contract.progress?.left ?? 0;
  const isWhole = Number.isSafeInteger(amount) && amount >= 1 && amount <= most && until !== undefined;
  const reading = isWhole
    ? view.feed.read(`/contracts/${contract.act}/permit?${new URLSearchParams({amount: String(amount), until: String(until)})}`)
    : {};
  /** @type {{room: import('./market-types.js').RoomTest, unit: string, terms: object} | undefined} */
  const known = reading.data;
  return proposing(view, DRAFT, {
    kind: KIND,
    roles: rolesFor(view, KIND),
    title: words.text('permitForm.title'),
    means: html`<li>${words.text('permitForm.means')}</li>`,
    ready: Boolean(known?.room.fits),
    terms: () => known?.terms,
    fields: html`
      ${field(view, DRAFT, {
        name: 'amount',
        label: words.text('permitForm.amount', {unit: words.of('unitCode', unit)}),
        hint: words.text('permitForm.left', {quantity: quantity(view, {amount: most, unit})}),
        kind: 'code',
        required: true,
        maxlength: 16,
      })}
      ${dayField(view, DRAFT, {name: 'until', label: words.text('permitForm.until'), required: true})}
      ${known ? room(view, known.room, known.unit) : isWhole ? notHere(view, reading) : html`<p class="hint">${words.text('permitForm.wrong')}</p>`}
    `,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').RoomTest} test
 * @param {string} unit
 */
function room(view, test, unit) {
  const {words} = view;
  const money = (/** @type {number} */ units) => html`<bdi class="figure">${amountOf(view, units, unit)}</bdi>`;
  const owed = Math.max(0, test.exposure);
  return html`<section class="room-test" aria-labelledby="room-test">
    <h2 id="room-test">${side(view, test.party)} ${words.rich('roomTest.title', {side: view.nameOf(view.party(test.party))})}</h2>
    ${bar(
      [
        {value: owed, look: 'solid'},
        {value: test.hold, look: 'hatched'},
      ],
      Math.max(test.limit, test.after),
      test.limit,
    )}
    <dl class="sums">
      <div><dt>${words.text('roomTest.exposure')}</dt><dd>${money(test.exposure)}</dd></div>
      <div><dt>${words.text('roomTest.hold')}</dt><dd>${money(test.hold)}</dd></div>
      <div><dt>${words.text('roomTest.after')}</dt><dd>${money(test.after)}</dd></div>
      <div><dt>${words.text('roomTest.limit')}</dt><dd>${money(test.limit)}</dd></div>
    </dl>
    <p class=${test.fits ? 'fits' : 'refusal'} role="status">
      ${test.fits ? icon('check') : icon('alert')} ${words.rich(test.fits ? 'roomTest.fits' : 'roomTest.doesNotFit', {left: money(Math.abs(test.left))})}
    </p>
  </section>`;
}
