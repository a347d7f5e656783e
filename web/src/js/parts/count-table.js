import {html} from '../../lib/lit-html/lit-html.js';

/**
 * The table of what was counted in a time, beside the time before it.
 *
 * @param {import('../app/view.js').View} view
 * @param {unknown} rows each with its name, the count, the one before, and the change
 * @param {string} [kind] what else its style is by
 */
export function countTable({words}, rows, kind = '') {
  return html`<table class="day-counts ${kind}">
    <thead>
      <tr>
        <th scope="col">${words.text('daily.line')}</th>
        <th scope="col">${words.text('daily.now')}</th>
        <th scope="col">${words.text('daily.before')}</th>
        <th scope="col">${words.text('daily.change')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
