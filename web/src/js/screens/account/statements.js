import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {dayInWords} from '../../parts/day.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {atLength} from '../../parts/times.js';
import {barterHead} from '../barter/head.js';
import {statementOffer} from './forms.js';
import {owed} from './owed.js';

/**
 * The periods of the account: the open one as it would be signed now, and those that both have signed.
 *
 * @param {import('../../app/view.js').View} view
 */
export function statements(view) {
  const {words} = view;
  const reading = view.feed.read('/barter/statements');
  /** @type {{unit?: string, open?: import('../../app/book-types.js').Draft, items: import('../../app/book-types.js').Closed[]} | undefined} */
  const known = reading.data;
  const sides = view.parties.map(({id}) => id).sort();
  return html`${barterHead(view, 'statements', known?.open ? html`<span class="push"></span>${statementOffer(view, known.open)}` : nothing)}
    <p class="lead off-paper">${words.text('periods.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<div class="stack">
          ${known.open ? open(view, known.open, sides, known.unit ?? '') : nothing} ${closed(view, known.items, sides, known.unit ?? '')}
        </div>`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Draft} draft
 * @param {string[]} sides
 * @param {string} unit
 */
function open(view, {figures, isOver, proposals}, sides, unit) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="open-period">
    <header>
      <h2 id="open-period">${words.text('periods.open')}</h2>
      <span class="tag dashed">${words.text('periods.draft')}</span>
      ${proposals.map(
        ({act, differs}) => html`<span class="tag ${differs.length ? 'alarm' : ''}">${words.rich('periods.proposed', {side: view.nameOf(view.party(act.proposer))})}</span>`,
      )}
      <a class="button push" href=${to('statements', [String(figures.period)])}>${words.text('periods.title', {period: figures.period})}</a>
    </header>
    <div class="body row spread">
      <p>${fromTo(view, figures)}</p>
      <p>${owed(view, sides, figures.closing, unit)}</p>
      <p class="quiet">${words.text(isOver ? 'periods.over' : 'periods.runs')}</p>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Closed[]} items
 * @param {string[]} sides
 * @param {string} unit
 */
function closed(view, items, sides, unit) {
  const {words} = view;
  return html`<section class="panel closed-periods">
    <header><h2 id="closed-periods">${words.text('periods.closed')}</h2></header>
    ${items.length
      ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="closed-periods">
          <table class="sums">
            <thead>
              <tr>
                <th scope="col">${words.text('journal.period')}</th>
                <th scope="col">${words.text('periods.closing')}</th>
                <th scope="col" class="amount">${words.text('periods.vouchers')}</th>
                <th scope="col">${words.text('periods.signed')}</th>
              </tr>
            </thead>
            <tbody>
              ${items.map(
                ({figures, isOf, signedAt}) => html`<tr>
                  <th scope="row"><a href=${to('statements', [String(figures.period)])}>${words.text('periods.title', {period: figures.period})}</a><br />${fromTo(view, figures)}</th>
                  <td>${owed(view, sides, figures.closing, unit)}</td>
                  <td class="amount">${words.number(figures.vouchers)}</td>
                  <td>${atLength(view, signedAt)} ${isOf ? nothing : html`<span class="tag alarm">${words.text('periods.isNotOf')}</span>`}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : html`<p class="empty">${words.text('periods.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').Figures} figures
 */
export const fromTo = (view, {from, until}) => view.words.rich('periods.fromTo', {from: dayInWords(view, from), until: dayInWords(view, until)});
