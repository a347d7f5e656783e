import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {amountOf} from '../../parts/amount.js';
import {inKindOffer} from '../barter/in-kind.js';
import {exactly, megawattHours} from './goods.js';

/**
 * What a month or a day of a line leaves due in kind, as the contract begins by which it is delivered: the other way for
 * what was taken, the same way for what was not given.
 */

/** The part of the clearing account that energy is booked on. */
const ENERGY = '1010';

/**
 * The other way.
 * @param {import('./types.js').EnergyLine} line
 */
const back = ({of}) => ({exporter: of.importer, seller: of.buyer, buyer: of.seller});

/**
 * The same goods at the same price.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 */
function alike(view, {of, price}) {
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const contract = view.feed.read(`/acts/${of.contract}`).data;
  return {name: of.name, commodity: of.commodity, account: ENERGY, price, indices: contract?.act.terms.indices};
}

export const inKindOf = {
  /**
   * What is agreed to be due for what was taken over.
   * @param {import('./types.js').EnergyLine} line
   * @param {import('./types.js').MonthClose} close
   * @param {string} month
   * @returns {import('../barter/in-kind.js').DueInKind}
   */
  returned(line, {returned}, month) {
    const {exact, whole, unit} = /** @type {{exact: string, whole: string, unit: string}} */ (returned);
    return {...back(line), why: (here) => here.words.rich('inKind.whyReturned', {line: line.terms.name, when: month, much: `${exactly(here, exact)} ${here.words.of('unitCode', unit)}`}), quantity: {amount: Number(whole), unit}};
  },

  /**
   * What was not taken, and is paid for in goods.
   * @param {import('../../app/view.js').View} view
   * @param {import('./types.js').EnergyLine} line
   * @param {import('./types.js').MonthClose} close
   * @param {string} month
   * @returns {import('../barter/in-kind.js').DueInKind}
   */
  shortfall(view, line, {shortfall, worth}, month) {
    const unit = view.feed.read('/deliveries').data?.account?.unit ?? '';
    return {
      ...back(line),
      why: (here) =>
        here.words.rich('inKind.whyShortfall', {
          line: line.terms.name,
          when: month,
          much: megawattHours(here, shortfall),
          amount: worth === undefined ? '–' : amountOf(here, worth, unit),
        }),
    };
  },

  /**
   * What flowed more or less than was scheduled: more is given back, less is given.
   * @param {import('../../app/view.js').View} view
   * @param {import('./types.js').EnergyLine} line
   * @param {Deviation} deviation
   * @returns {import('../barter/in-kind.js').DueInKind}
   */
  deviation(view, line, {band, wattHours, when}) {
    const {exporter, seller, buyer} = line.of;
    return {
      ...(wattHours > 0 ? back(line) : {exporter, seller, buyer}),
      ...alike(view, line),
      why: (here) => here.words.rich('inKind.whyDeviation', {line: line.terms.name, band, when, much: megawattHours(here, wattHours, {signDisplay: 'exceptZero'})}),
      quantity: {amount: Math.abs(wattHours), unit: line.of.unit},
    };
  },
};

/** @typedef {{band: string, wattHours: number, when: string}} Deviation of a band, on a day or in a month */

/**
 * A deviation with the way to clear it.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 * @param {Deviation} deviation
 */
export function deviationRow(view, line, deviation) {
  const {words} = view;
  const {band, wattHours} = deviation;
  const isOurs = [line.of.exporter, line.of.importer].includes(view.ours.id);
  return html`<div>
    <dt>${words.rich('energyMonth.deviation', {band})}</dt>
    <dd>
      <bdi>${megawattHours(view, wattHours, {signDisplay: 'exceptZero'})}</bdi>
      ${isOurs && wattHours ? inKindOffer(view, inKindOf.deviation(view, line, deviation)) : nothing}
    </dd>
  </div>`;
}
