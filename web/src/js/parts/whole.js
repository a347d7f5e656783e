import {latinDigits} from '../time/walls.js';

/**
 * A whole number of a range, typed in the digits of any of the three languages; nothing where it is none.
 * @param {string | undefined} text
 * @param {number} least
 * @param {number} most
 */
export function whole(text, least, most) {
  const plain = latinDigits(text ?? '').replace(/[\s,٬]/g, '');
  const number = /^\d{1,16}$/.test(plain) ? Number(plain) : NaN;
  return number >= least && number <= most ? number : undefined;
}
