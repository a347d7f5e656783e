import {html} from '../../../lib/lit-html/lit-html.js';
import {amount, amountOf} from '../../parts/amount.js';
import {side} from '../../parts/side.js';

/** Who owes whom. The sides of an account stand in the order of their names: A, then B. */

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} party
 */
export const nameOf = (view, party) => view.nameOf(view.party(party));

/**
 * A side with its badge.
 * @param {import('../../app/view.js').View} view
 * @param {string} party
 */
export const sideName = (view, party) => html`<span class="side-name">${side(view, party)} ${nameOf(view, party)}</span>`;

/**
 * An amount that stands for itself, from left to right in every language, with its unit.
 * @param {import('../../app/view.js').View} view
 * @param {number} units
 * @param {string} unit
 */
export const money = (view, units, unit) => html`<bdi class="money figure" dir="ltr">${amount(view, units)} <span class="unit">${unit}</span></bdi>`;

/**
 * What a side owes, or is owed.
 * @param {import('../../app/view.js').View} view
 * @param {number} units
 * @param {string} unit
 */
export function debt(view, units, unit) {
  return units < 0
    ? html`<span class="quiet">${view.words.rich('book.owedTo', {amount: html`<bdi dir="ltr">${amountOf(view, -units, unit)}</bdi>`})}</span>`
    : money(view, units, unit);
}

/**
 * Who owes it: `Pakistan owes Iran`.
 * @param {import('../../app/view.js').View} view
 * @param {string[]} sides A and B
 * @param {number} net what B owes A
 */
export function owes(view, [a, b], net) {
  const {words} = view;
  if (!net) {
    return words.text('book.even');
  }
  const [debtor, creditor] = net > 0 ? [b, a] : [a, b];
  return words.rich('book.owes', {debtor: nameOf(view, debtor), creditor: nameOf(view, creditor)});
}

/**
 * An amount with who owes it.
 * @param {import('../../app/view.js').View} view
 * @param {string[]} sides
 * @param {number} net
 * @param {string} unit
 */
export const owed = (view, sides, net, unit) =>
  html`<b>${money(view, Math.abs(net), unit)}</b> <span class="quiet">${owes(view, sides, net)}</span>`;
