import {typedAmount, unitsOf} from '../../parts/amount.js';
import {latinDigits} from '../../time/walls.js';

/**
 * Corridors, quotas and indices of a protocol as a person types them, one a line, and as they are signed. What cannot be
 * read is nothing.
 */

const NAME = /^[a-z][a-z0-9_]{0,31}$/;

/**
 * @template T
 * @param {string} text
 * @param {(words: string[]) => T | undefined} read
 * @returns {T[] | undefined}
 */
function linesOf(text, read) {
  const all = latinDigits(text)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first)
    .map((words) => (NAME.test(words[0]) ? read(words) : undefined));
  return all.every((one) => one !== undefined) ? /** @type {T[]} */ (all) : undefined;
}

/**
 * @template {{name: string}} T
 * @param {T[] | undefined} all
 */
const byName = (all) => all?.sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * `rail 8 H87 rice=2 gas=1`: what it carries in a period, and what one lot of each line takes of that.
 * @param {string} text
 */
export function readCorridors(text) {
  return byName(
    linesOf(text, ([name, capacity, unit, ...lines]) => {
      const uses = lines.map((one) => /^([a-z][a-z0-9_]{0,31})=([1-9]\d{0,6})$/.exec(one));
      return /^\d{1,12}$/.test(capacity ?? '') && /^[0-9A-Z]{2,3}$/.test(unit ?? '') && uses.length && uses.every(Boolean)
        ? {capacity: {amount: Number(capacity), unit}, name, uses: Object.fromEntries(uses.map((found) => [found?.[1], Number(found?.[2])]))}
        : undefined;
    }),
  );
}

/**
 * @param {{name: string, capacity: {amount: number, unit: string}, uses: Record<string, number>}[]} [corridors]
 */
export function writtenCorridors(corridors = []) {
  return corridors
    .map(({name, capacity, uses}) => [name, capacity.amount, capacity.unit, ...Object.entries(uses).map(([line, use]) => `${line}=${use}`)].join(' '))
    .join('\n');
}

/**
 * `food 500000 rice wheat`: what these lines together may be worth, in units of account.
 * @param {string} text
 */
export function readQuotas(text) {
  return byName(
    linesOf(text, ([name, most, ...lines]) => {
      const worth = unitsOf(most ?? '');
      return worth !== undefined && worth >= 0 && lines.length && lines.every((one) => NAME.test(one)) ? {lines: lines.sort(), most: worth, name} : undefined;
    }),
  );
}

/** @param {{name: string, most: number, lines: string[]}[]} [quotas] */
export function writtenQuotas(quotas = []) {
  return quotas.map(({name, most, lines}) => [name, typedAmount(most), ...lines].join(' ')).join('\n');
}

/**
 * `brent 71.5`: a published number that prices rest on, as far as it is known.
 * @param {string} text
 */
export function readIndices(text) {
  const all = linesOf(text, ([name, value, ...rest]) => (/^(0|[1-9]\d{0,11})(\.\d{0,8}[1-9])?$/.test(value ?? '') && !rest.length ? [name, value] : undefined));
  return all && Object.fromEntries(all);
}

/** @param {Record<string, string>} [indices] */
export function writtenIndices(indices = {}) {
  return Object.entries(indices)
    .map((pair) => pair.join(' '))
    .join('\n');
}
