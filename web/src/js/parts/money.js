import {latinDigits} from '../time/walls.js';

/**
 * Money as the record holds it: whole minor units of a currency of ISO 4217. What a minor unit is must not depend on a
 * browser, which may go by what people use and not by the standard: both sides read the same signed number.
 */

/** Digits of the minor unit where ISO 4217 has not two. @type {Record<string, number>} */
const DIGITS = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

/** Currencies that are offered; any other can be typed. */
export const CURRENCIES = ['IRR', 'PKR', 'EUR', 'USD'];

/** A whole number, in groups of three or not, and a fraction. */
const AMOUNT = /^(\d+|\d{1,3}(?:[,٬ \u00a0\u202f]\d{3})+)(?:[.٫](\d+))?$/;

/** @param {string} currency */
const digitsOf = (currency) => DIGITS[currency] ?? 2;

/** @param {string} text */
export const isCurrency = (text) => /^[A-Z]{3}$/.test(text);

/**
 * What was typed, in minor units; nothing where it is no amount of that currency, or more than every reader keeps exact.
 * @param {string} typed
 * @param {string} currency
 * @returns {number | undefined}
 */
export function minorOf(typed, currency) {
  const [, whole, fraction = ''] = AMOUNT.exec(latinDigits(typed.trim())) ?? [];
  const digits = digitsOf(currency);
  if (!whole || fraction.length > digits) {
    return undefined;
  }
  const minor = Number(whole.replace(/\D/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/**
 * An amount as a field takes it: digits and a point.
 * @param {number} minor
 * @param {string} currency
 */
export function typedAmount(minor, currency) {
  const digits = digitsOf(currency);
  const text = String(minor).padStart(digits + 1, '0');
  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
}

/**
 * An amount for a reader, with its currency: `1,250,000.00 IRR`.
 * @param {import('../app/view.js').View} view
 * @param {number} minor
 * @param {string} currency
 */
export function amountIn({words}, minor, currency) {
  const digits = digitsOf(currency);
  const format = new Intl.NumberFormat(words.rules.locale, {minimumFractionDigits: digits, maximumFractionDigits: digits});
  return `${format.format(/** @type {any} */ (typedAmount(minor, currency)))} ${currency}`;
}
