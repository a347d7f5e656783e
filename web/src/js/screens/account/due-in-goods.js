import {dayInWords} from '../../parts/day.js';
import {inKindOffer} from '../barter/in-kind.js';
import {money, nameOf} from './owed.js';

/**
 * What a side owes beyond its limit, delivered in goods: a contract by which the debtor exports. How much that is follows
 * from its price; what it is to come to is said above the form.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookDue} due
 * @param {string} unit
 */
export const dueInGoods = (view, due, unit) =>
  inKindOffer(view, {
    why: (here) => here.words.rich('inKind.whySettlement', {side: nameOf(here, due.debtor), amount: money(here, due.left, unit), day: dayInWords(here, due.by)}),
    exporter: due.debtor,
  });
