import {html} from '../../lib/lit-html/lit-html.js';
import {countTable} from './count-table.js';

/** What is counted, in the order of the report. */
const LINES = /** @type {const} */ ([
  'incidents_opened',
  'incidents_closed',
  'notices_given',
  'notices_acknowledged',
  'taskings',
  'assistance_requested',
  'assistance_answered',
  'hotline_notices',
  'sitreps',
]);

/**
 * The counts of a day beside those of the day before. Every line is there: nothing happened is a 0, not a gap.
 *
 * @param {import('../app/view.js').View} view
 * @param {{counts: Record<string, number>, previous: Record<string, number>}} report
 */
export function dailyCounts(view, {counts, previous}) {
  const {words} = view;
  return countTable(
    view,
    LINES.map((line) => {
      const now = counts[line] ?? 0;
      const before = previous[line] ?? 0;
      return html`<tr>
        <th scope="row">${words.text(`dailyLine.${line}`)}</th>
        <td class="figure"><b>${words.number(now)}</b></td>
        <td class="figure quiet">${words.number(before)}</td>
        <td class="figure">${change(view, now - before)}</td>
      </tr>`;
    }),
  );
}

/**
 * @param {import('../app/view.js').View} view
 * @param {number} by
 */
function change(view, by) {
  return by === 0
    ? html`<span class="quiet">${view.words.text('daily.same')}</span>`
    : html`<bdi>${view.words.signed(by)}</bdi>`;
}
