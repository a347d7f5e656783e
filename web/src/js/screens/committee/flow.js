import {html} from '../../../lib/lit-html/lit-html.js';
import {quantity} from '../../parts/amount.js';
import {bar, swatch} from './bars.js';

/**
 * @typedef {import('./bars.js').Look} Look
 */

/**
 * The parts of a contract, from what was taken over to what nobody has reserved yet.
 * @param {import('./market-types.js').ContractProgress} progress
 * @returns {{name: string, value: number, look: Look}[]}
 */
export function partsOf({accepted, despatched, inTransit, reserved, left}) {
  return [
    {name: 'accepted', value: accepted, look: 'solid'},
    {name: 'arrived', value: Math.max(0, despatched - inTransit - accepted), look: 'hatched'},
    {name: 'inTransit', value: inTransit, look: 'open'},
    {name: 'reserved', value: Math.max(0, reserved - despatched), look: 'faint'},
    {name: 'left', value: Math.max(0, left), look: /** @type {Look} */ ('none')},
  ];
}

/**
 * They in one bar, with a legend that says the same.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').Contract} contract
 */
export function flow(view, {terms, progress}) {
  const {words} = view;
  const parts = partsOf(/** @type {import('./market-types.js').ContractProgress} */ (progress)).filter(({value}) => value > 0);
  const {unit} = terms.quantity;
  return html`<div class="flow">
    ${bar(parts, parts.reduce((sum, {value}) => sum + value, 0))}
    <ul class="parts">
      ${parts.map(
        ({name, value, look}) => html`<li>${swatch(look)} ${words.of('contractPart', name)} <bdi class="figure">${quantity(view, {amount: value, unit})}</bdi></li>`,
      )}
    </ul>
  </div>`;
}
