import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {dayInWords} from '../../parts/day.js';
import {dueInGoods} from './due-in-goods.js';
import {money, nameOf} from './owed.js';

/**
 * What somebody has to do about the account: a debt beyond a limit, a period that is over.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').OpenedBook} book
 */
export function waits(view, {due, period, unit}) {
  const {words} = view;
  const isDue = due !== undefined && due.left > 0;
  return html`<section class="panel waits" aria-labelledby="waits">
    <header><h2 id="waits">${words.text('waits.title')}</h2></header>
    <ul class="list">
      ${isDue ? html`<li>${settle(view, due, unit)}</li>` : nothing}
      ${period.isOver
        ? html`<li>
            ${words.rich('waits.period', {period: period.number, day: dayInWords(view, period.until)})}
            <a class="button small" href=${to('statements', [String(period.number)])}>${words.text('waits.toPeriod')}</a>
          </li>`
        : html`<li class="quiet">${words.rich('waits.running', {period: period.number, day: dayInWords(view, period.until)})}</li>`}
      ${isDue || period.isOver ? nothing : html`<li class="quiet">${words.text('waits.nothing')}</li>`}
    </ul>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookDue} due
 * @param {string} unit
 */
function settle(view, due, unit) {
  const {words} = view;
  return html`${words.rich('waits.due', {
      side: nameOf(view, due.debtor),
      amount: money(view, due.left, unit),
      day: dayInWords(view, due.by),
      period: due.period,
    })}
    ${due.isLate ? html`<span class="tag alarm">${words.text('waits.late')}</span>` : nothing}
    ${due.paid ? html`<span class="quiet">${words.rich('waits.paid', {amount: money(view, due.paid, unit), whole: money(view, due.amount, unit)})}</span>` : nothing}
    ${dueInGoods(view, due, unit)}`;
}
