import {html} from '../../../lib/lit-html/lit-html.js';
import {amountOf} from '../../parts/amount.js';
import {side} from '../../parts/side.js';
import {bar} from './bars.js';
import {lineName} from './known.js';

/** Kinds of row that are counted in pieces; the others are money. */
const COUNTED = new Set(['lots', 'corridor']);

/** @param {import('./market-types.js').MarketRow} row */
export const isCounted = ({kind}) => COUNTED.has(kind);

/**
 * What a row is called: `Corridor rail`, `What Iran may owe`.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {import('./market-types.js').MarketRow} row
 */
export function rowName(view, round, {kind, name}) {
  const {words} = view;
  if (kind === 'swing') {
    return html`${side(view, name)} ${words.rich('marketRow.swing', {name: view.nameOf(view.party(name))})}`;
  }
  const isLine = kind === 'lots' || kind === 'value';
  return words.rich(`marketRow.${kind}`, {name: isLine ? lineName(view, round, name) : html`<bdi class="code">${name}</bdi>`});
}

/**
 * So much of a row.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRow} row
 * @param {number} much
 * @param {string} unit of account
 */
export function muchOf(view, row, much, unit) {
  const {words} = view;
  if (!isCounted(row)) {
    return amountOf(view, much, unit);
  }
  return row.unit ? `${words.number(much)} ${words.of('unitCode', row.unit)}` : words.text('short.lots', {lots: much});
}

/**
 * What there is only so much of, how much of it the match takes, and what one more would be worth.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {string} unit
 * @param {import('./market-types.js').MarketMatch} match
 */
export function rows(view, round, unit, {rows: all}) {
  const {words} = view;
  return html`<h3 class="inner" id="short">${words.text('short.title')}</h3>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="short">
      <table class="short">
        <thead>
          <tr>
            <th scope="col">${words.text('short.what')}</th>
            <th scope="col">${words.text('short.used')}</th>
            <th scope="col">${words.text('short.oneMore')}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            (row) => html`<tr class=${row.price ? 'tight' : ''}>
              <th scope="row">${rowName(view, round, row)}</th>
              <td>
                <span class="figure">${words.rich('short.ofAll', {used: muchOf(view, row, Math.max(0, row.used), unit), all: muchOf(view, row, row.capacity, unit)})}</span>
                ${bar([{value: Math.max(0, row.used), look: row.price ? 'solid' : 'faint'}], row.capacity)}
              </td>
              <td>
                ${row.price
                  ? html`<b class="figure"><bdi>${amountOf(view, row.oneMore, unit)}</bdi></b> <span class="small quiet">${words.of('oneMore', row.kind)}</span>`
                  : html`<span class="quiet">${words.text('short.enough')}</span>`}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
