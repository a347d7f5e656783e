import {html} from '../../../lib/lit-html/lit-html.js';
import {sector} from './sector.js';

/**
 * What one side reaches of each sector: of a plan exactly, of a summary in steps.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Coverage} coverage
 * @param {unknown} caption
 */
export function reachTable(view, {sectors}, caption) {
  const {words} = view;
  return html`<table class="gaps">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.text('coverage.sector')}</th>
        <th scope="col">${words.text('coverage.units')}</th>
        <th scope="col">${words.text('coverage.reached')}</th>
      </tr>
    </thead>
    <tbody>
      ${sectors.map(
        (one) => html`<tr>
          <th scope="row"><bdi>${sector(view, one.sector)}</bdi></th>
          <td class="figure">${words.number(one.units)}</td>
          <td class="figure">${words.text('coverage.percent', {percent: words.decimal(one.share_permille / 10)})}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
