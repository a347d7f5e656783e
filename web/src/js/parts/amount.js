import {latinDigits} from '../time/walls.js';

/**
 * Amounts and quantities of the barter account as the record holds them: whole ten-thousandths of the unit of account
 * (14-3.1), whole numbers of a unit of UN/ECE Recommendation 20 (14-3.3). Both are safe integers.
 */

const SCALE = 4;

/** Decimals that are always shown; the others only where they are not nought. */
const SHOWN = 2;

/** A sign or none, a whole number in groups of three or not, and a fraction. */
const TYPED = /^([+-]?)(\d+|\d{1,3}(?:[,٬ \u00a0\u202f]\d{3})+)(?:[.٫](\d{1,4}))?$/;

/**
 * An amount as a field takes it: digits and a point.
 * @param {number} units ten-thousandths
 */
export function typedAmount(units) {
  const text = String(Math.abs(units)).padStart(SCALE + 1, '0');
  return `${units < 0 ? '-' : ''}${text.slice(0, -SCALE)}.${text.slice(-SCALE)}`;
}

/**
 * What was typed, in ten-thousandths; nothing where it is no amount.
 * @param {string} typed
 * @returns {number | undefined}
 */
export function unitsOf(typed) {
  const [, sign = '', whole, fraction = ''] = TYPED.exec(latinDigits(typed.trim())) ?? [];
  if (!whole) {
    return undefined;
  }
  const units = Number(sign + whole.replace(/\D/g, '') + fraction.padEnd(SCALE, '0'));
  return Number.isSafeInteger(units) ? units : undefined;
}

/**
 * An amount for a reader: `1,250,000.00`.
 * @param {import('../app/view.js').View} view
 * @param {number} units ten-thousandths
 * @param {Intl.NumberFormatOptions} [how]
 */
export function amount({words}, units, how = {}) {
  const format = new Intl.NumberFormat(words.rules.locale, {minimumFractionDigits: SHOWN, maximumFractionDigits: SCALE, ...how});
  return format.format(/** @type {any} */ (typedAmount(units)));
}

/**
 * The same without a fraction, for charts and gauges.
 * @param {import('../app/view.js').View} view
 * @param {number} units ten-thousandths
 */
export const roundAmount = (view, units) => amount(view, units, {minimumFractionDigits: 0, maximumFractionDigits: 0});

/**
 * An amount with the unit it is counted in: `1,250,000.00 UA`.
 * @param {import('../app/view.js').View} view
 * @param {number} units ten-thousandths
 * @param {string} unit of account
 */
export const amountOf = (view, units, unit) => `${amount(view, units)} ${unit}`;

/**
 * A quantity with the word for its unit: `26,000 MWh`.
 * @param {import('../app/view.js').View} view
 * @param {{amount: number, unit: string}} quantity
 */
export const quantity = ({words}, {amount: count, unit}) => `${words.number(count)} ${words.of('unitCode', unit)}`;
