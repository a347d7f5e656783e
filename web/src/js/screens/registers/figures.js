import {html} from '../../../lib/lit-html/lit-html.js';
import {countTable} from '../../parts/count-table.js';
import {sideName} from './head.js';

/**
 * The numbers of a period beside those of the period before (10-10.1). What is not known says so: it is neither nothing
 * nor all. Sides stand in the order of their names, in rows of the same form; there are no scores and no ranks.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').CooperationFigure[]} figures
 */
export function figureTable(view, figures) {
  return countTable(
    view,
    figures.map(
      (figure) => html`<tr>
        <th scope="row">${figureName(view, figure)}</th>
        <td><b>${figureValue(view, figure, figure.value)}</b></td>
        <td>${figureValue(view, figure, figure.previous)}</td>
        <td>${figureChange(view, figure)}</td>
      </tr>`,
    ),
    'figures',
  );
}

/**
 * What is counted, and whose it is.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').CooperationFigure} figure
 */
export function figureName(view, {name, party, level}) {
  const {words} = view;
  const whose = party ? sideName(view, party) : level ? words.of('meetingLevel', level) : '';
  return whose ? words.text('cooperation.ofWhom', {what: words.of('figure', name), whose}) : words.of('figure', name);
}

/**
 * A number in its unit: a share, a length of time, a count; or that it is not known.
 * @param {import('../../app/view.js').View} view
 * @param {{name: string}} figure
 * @param {number | undefined} value
 */
export function figureValue({words, clocks}, {name}, value) {
  if (value === undefined) {
    return words.text('cooperation.unknown');
  }
  if (name === 'link_up_permille') {
    return words.text('cooperation.share', {percent: words.decimal(value / 10)});
  }
  return name.endsWith('_s') ? clocks.length(value * 1_000) : words.number(value);
}

/**
 * How much more or less than in the period before.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').CooperationFigure} figure
 */
export function figureChange({words, clocks}, {name, value, previous}) {
  if (value === undefined || previous === undefined) {
    return '–';
  }
  const change = value - previous;
  if (!change) {
    return words.text('daily.same');
  }
  if (name === 'link_up_permille') {
    return words.text('cooperation.points', {points: words.signedDecimal(change / 10)});
  }
  return name.endsWith('_s') ? `${change < 0 ? '−' : '+'}${clocks.length(change * 1_000)}` : words.signed(change);
}
