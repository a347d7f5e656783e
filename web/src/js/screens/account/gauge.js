import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {amountOf, roundAmount} from '../../parts/amount.js';
import {side} from '../../parts/side.js';
import {nameOf, owes} from './owed.js';

/** Room beyond the outermost mark, as a share of all. */
const MARGIN = 0.03;
const HIGH = 44;

/**
 * One gauge for both limits: to the left the first side owes, to the right the second. What is held reaches from the
 * balance to what it would be if all of it came. It runs from left to right in every language, as its figures do.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
export function gauge(view, {sides, net, unit}) {
  const {words} = view;
  const [a, b] = sides;
  const from = Math.min(-a.limit, -a.exposure, 0);
  const until = Math.max(b.limit, b.exposure, 0);
  const margin = Math.max(1, (until - from) * MARGIN);
  const at = (/** @type {number} */ units) => ((units - from + margin) / (until - from + 2 * margin)) * 1000;
  const spoken = [owesIn(view, [a.party, b.party], net, unit), ...sides.map((one) => heldIn(view, one, unit)), ...sides.map((one) => limitIn(view, one, unit))];
  return html`<figure class="gauge" dir="ltr">
    <div class="ends">
      ${sides.map((one) => html`<span class=${one.exposure > one.limit ? 'over' : ''}>${side(view, one.party)} <bdi>${limitIn(view, one, unit)}</bdi></span>`)}
    </div>
    <svg viewBox="0 0 1000 ${HIGH}" preserveAspectRatio="none" role="img" aria-label=${spoken.join('. ')}>
      <defs>
        ${svg`<pattern id="held-by-a" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 10 10 0M-2 2 2-2M8 12l4-4"/></pattern>
        <pattern id="held-by-b" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 0 10 10M-2 8l4 4M8-2l4 4"/></pattern>`}
      </defs>
      ${bar('allowed', at(-a.limit), at(b.limit), 8, HIGH - 16)} ${bar('held by-a', at(net), at(net + a.reserved), 12, HIGH - 24)}
      ${bar('held by-b', at(net - b.reserved), at(net), 12, HIGH - 24)} ${bar('owes', at(Math.min(0, net)), at(Math.max(0, net)), 16, HIGH - 32)}
      ${line('limit', at(-a.limit))} ${line('limit', at(b.limit))} ${line('zero', at(0))}
      ${svg`<path class="balance" vector-effect="non-scaling-stroke" d="M${at(net)} 2V${HIGH - 2}"/>`}
    </svg>
    <div class="ruler" aria-hidden="true">
      ${mark(-a.limit, at, roundAmount(view, -a.limit), 'limit')} ${mark(0, at, words.number(0), 'zero')} ${mark(b.limit, at, roundAmount(view, b.limit), 'limit')}
    </div>
    <figcaption dir=${words.rules.direction}>
      <span><i class="key owes"></i> ${words.text('book.balance')}</span>
      ${sides.map((one, index) => html`<span><i class="key held ${index ? 'by-b' : 'by-a'}"></i> ${heldIn(view, one, unit)}</span>`)}
    </figcaption>
  </figure>`;
}

/**
 * @param {string} name
 * @param {number} from
 * @param {number} until
 * @param {number} top
 * @param {number} height
 */
const bar = (name, from, until, top, height) =>
  until > from ? svg`<rect class=${name} x=${from} y=${top} width=${until - from} height=${height}/>` : nothing;

/**
 * @param {string} name
 * @param {number} at
 */
const line = (name, at) => svg`<path class=${name} vector-effect="non-scaling-stroke" d="M${at} 4V${HIGH - 4}"/>`;

/**
 * A figure under its place; at the edges it stays inside.
 * @param {number} units
 * @param {(units: number) => number} at
 * @param {string} text
 * @param {string} name
 */
function mark(units, at, text, name) {
  const percent = at(units) / 10;
  return html`<span class=${name} .style=${`left:${percent}%;transform:translateX(-${percent}%)`}>${text}</span>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string[]} sides
 * @param {number} net
 * @param {string} unit
 */
function owesIn(view, [a, b], net, unit) {
  const {words} = view;
  const [debtor, creditor] = net > 0 ? [b, a] : [a, b];
  return net
    ? `${words.text('book.owes', {debtor: nameOf(view, debtor), creditor: nameOf(view, creditor)})}: ${amountOf(view, Math.abs(net), unit)}`
    : words.text('book.even');
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSide} one
 * @param {string} unit
 */
const heldIn = (view, {party, reserved}, unit) => `${view.words.text('book.heldFor', {side: nameOf(view, party)})}: ${amountOf(view, reserved, unit)}`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSide} one
 * @param {string} unit
 */
const limitIn = (view, {party, limit}, unit) =>
  view.words.text('book.mayOwe', {side: nameOf(view, party), amount: `${roundAmount(view, limit)} ${unit}`});

/**
 * The balance in large figures, and who owes it.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
export function balance(view, {sides, net, unit}) {
  return html`<p class="net">
    <bdi class="large figure" dir="ltr">${amountOf(view, Math.abs(net), '')}<span class="unit">${unit}</span></bdi>
    <span>${owes(view, sides.map(({party}) => party), net)}</span>
  </p>`;
}
