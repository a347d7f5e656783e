import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {atLength} from '../../parts/times.js';
import {nameOf} from './owed.js';

/** So much of a hash is enough to tell two of them apart on a screen; all of it is there on pointing at it. */
const SHORT = 12;

/**
 * Whether both nodes have the same book: what is proven, and no more (14-8.2).
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSame} same
 */
export function sameness(view, same) {
  return {same: isSame, not_compared: notCompared, differs}[same.state](view, same);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSame} same
 */
function isSame(view, same) {
  const {words} = view;
  return html`<p class="sameness is-same" role="status">
    ${icon('check')} <strong>${words.text('same.yes')}</strong>
    <span>${words.rich('same.asOf', {heads: heads(view, same.compared)})}</span>
    ${digest(view, same)}
  </p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSame} same
 */
function notCompared(view, same) {
  const {words} = view;
  return html`<p class="sameness not-compared" role="status">
    ${icon('clock')} <strong>${words.text('same.not')}</strong>
    ${same.changedBy
      ? html`<span>${words.rich('same.since', {entry: html`<a class="code" href=${toEntry(same.changedBy)}>${same.changedBy}</a>`})}</span>
          ${same.changedAt ? html`<span class="quiet">${atLength(view, same.changedAt)}</span>` : nothing}`
      : nothing}
    <span>${same.compared.length ? words.rich('same.until', {heads: heads(view, same.compared)}) : words.text('same.never')}</span>
    ${digest(view, same)}
  </p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSame} same
 */
function differs(view, same) {
  const {words} = view;
  const {difference} = same;
  return html`<div class="sameness differs" role="alert">
    ${icon('fork')}
    <div class="stack">
      <p><strong>${words.text('same.differs')}</strong></p>
      ${difference
        ? html`<p>${words.rich('same.from', {entry: html`<a class="code" href=${toEntry(difference.entry)}>${difference.entry}</a>`})}</p>
            <p>
              ${difference.voucher
                ? words.rich('same.first', {
                    voucher: html`<a class="code" href=${to('account', difference.voucher.voucher.split('/'))}>${difference.voucher.number}</a>`,
                  })
                : words.text('same.noVoucher')}
            </p>`
        : nothing}
      ${same.compared.length ? html`<p>${words.rich('same.until', {heads: heads(view, same.compared)})}</p>` : nothing}
      <p>${words.text('same.do')}</p>
      <p class="row">${digest(view, same)}</p>
    </div>
  </div>`;
}

/**
 * The sizes of both logs: `Iran 1,204 · Pakistan 1,198`.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookHead[]} all
 */
function heads(view, all) {
  return all.map(
    ({party, size}, index) => html`${index ? ' · ' : ''}<a href=${to('record', [], {tab: 'heads'})}><bdi>${nameOf(view, party)} ${view.words.number(size)}</bdi></a>`,
  );
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/book-types.js').BookSame} same
 */
function digest({words}, same) {
  return html`<span class="quiet push">${words.text('same.vouchers', {count: same.vouchers})}</span>
    <bdi class="code quiet small" title="${words.text('same.digest')}: ${same.digest}">${same.digest.slice(0, SHORT)}…</bdi>`;
}
