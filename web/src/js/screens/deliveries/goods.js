import {html} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {quantity} from '../../parts/amount.js';
import {icon} from '../../parts/icon.js';
import {side} from '../../parts/side.js';
import {inALine} from '../../parts/wording.js';

/** What the pages of goods and of energy have in common: names, quantities, and who may speak. */

/** Whoever speaks of deliveries for their side (18-1.3). */
export const SPEAKERS = ['liaison', 'chief', 'clerk'];

/** Watt hours in a megawatt hour. */
export const MEGA = 1_000_000;

/** A consignment by the entry that began it, or by one of its papers. @param {string} name */
export const toConsignment = (name) => to('deliveries', name.split('/'));

/** What two scales have said under a contract. @param {string} name of the contract */
export const toComparison = (name) => to('deliveries', ['compare', ...name.split('/')]);

/**
 * A line, one of its days, or what its meters have said.
 * @param {string} name of the act
 * @param {string[]} rest
 * @param {Record<string, string>} [query]
 */
export const toLine = (name, rest = [], query = {}) => to('energy', [...name.split('/'), ...rest], query);

/**
 * Whether a contract is about energy, which is counted in watt hours and read in megawatt hours.
 * @param {{unit: string}} of
 */
export const isEnergy = ({unit}) => unit === 'WHR';

/**
 * A quantity of the goods of a contract.
 * @param {import('../../app/view.js').View} view
 * @param {{unit: string}} of
 * @param {number} amount
 */
export const much = (view, of, amount) => (isEnergy(of) ? megawattHours(view, amount) : quantity(view, {amount, unit: of.unit}));

/**
 * An exact fraction, `19951/2`, for a reader.
 * @param {import('../../app/view.js').View} view
 * @param {string} exact
 */
export function exactly({words}, exact) {
  const [over, under = '1'] = exact.split('/');
  return new Intl.NumberFormat(words.rules.locale, {maximumFractionDigits: 3}).format(Number(over) / Number(under));
}

/**
 * Watt hours in megawatt hours: `1,204.5 MWh`.
 * @param {import('../../app/view.js').View} view
 * @param {number} wattHours
 * @param {Intl.NumberFormatOptions} [how]
 */
export function megawattHours({words}, wattHours, how = {}) {
  const format = new Intl.NumberFormat(words.rules.locale, {maximumFractionDigits: 3, ...how});
  return `${format.format(wattHours / MEGA)} ${words.of('unitCode', 'MWH')}`;
}

/**
 * Parts per million as a share: `0.21 %`.
 * @param {import('../../app/view.js').View} view
 * @param {number} ppm
 * @param {Intl.NumberFormatOptions} [how]
 */
export function share({words}, ppm, how = {}) {
  return new Intl.NumberFormat(words.rules.locale, {style: 'percent', maximumFractionDigits: 2, ...how}).format(ppm / 1_000_000);
}

/**
 * What goes, and from whom to whom.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').GoodsOfContract} of
 */
export function goods(view, of) {
  return html`<span class="goods">
    <b>${inALine(view, of.name)}</b>
    <span class="way">${side(view, of.exporter)}${icon('onward')}${side(view, of.importer)}</span>
  </span>`;
}

/**
 * The link to an entry of the record.
 * @param {string} name
 */
export const entry = (name) => html`<a class="code" href=${toEntry(name)}><bdi>${name}</bdi></a>`;

/**
 * A place of which there is nothing.
 * @param {import('../../app/view.js').View} view
 * @param {string} key
 */
export const none = ({words}, key) => html`<p class="none">${words.text(key)}</p>`;
