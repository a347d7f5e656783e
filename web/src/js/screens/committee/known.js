import {html} from '../../../lib/lit-html/lit-html.js';
import {rolesFor, signs} from '../../app/agreements.js';
import {quantity} from '../../parts/amount.js';
import {side} from '../../parts/side.js';
import {inALine} from '../../parts/wording.js';

/** Whoever speaks for a side on the market, by 17-3.1 of the protocol. */
export const SPEAKERS = ['liaison', 'chief', 'clerk'];

/** @param {import('../../app/view.js').View} view */
export const maySpeak = (view) => view.may(...SPEAKERS);

/**
 * Whether this officer may propose acts of that kind.
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 */
export const mayPropose = (view, kind) => signs(view, kind);

export {rolesFor};

/**
 * What a line is called; its name, where the round has no such line.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {string} name
 */
export function lineName(view, round, name) {
  const line = round.lines.find((one) => one.name === name);
  return line ? inALine(view, line.text) : html`<bdi class="code">${name}</bdi>`;
}

/**
 * From which side to which.
 * @param {import('../../app/view.js').View} view
 * @param {string} exporter
 */
export function wayOf(view, exporter) {
  const other = view.parties.find(({id}) => id !== exporter) ?? view.ours;
  return html`<span class="way">${side(view, exporter)} <span aria-hidden="true" class="arrow">→</span> ${side(view, other.id)}</span>`;
}

/**
 * So many lots, and what that is.
 * @param {import('../../app/view.js').View} view
 * @param {number} lots
 * @param {{amount: number, unit: string}} lot
 */
export function lotsOf(view, lots, lot) {
  return view.words.text('committee.lots', {lots, quantity: quantity(view, {amount: lots * lot.amount, unit: lot.unit})});
}

/**
 * A share in per cent, with as many digits as say something: a small gap must not read as none.
 * @param {import('../../app/view.js').View} view
 * @param {number} ppm millionths
 */
export function percent({words}, ppm) {
  return new Intl.NumberFormat(words.rules.locale, {maximumSignificantDigits: 2}).format(ppm / 10_000);
}
