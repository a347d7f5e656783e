import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {SIGNING_ROLES} from '../../app/agreements.js';

/** Small inputs of which those of values are made. */

/**
 * @param {string} id
 * @param {any} chosen
 * @param {[string, string][]} options
 * @param {import('./inputs.js').Keep} keep
 * @param {boolean} [disabled]
 * @param {string} [label]
 */
export function select(id, chosen, options, keep, disabled = false, label = '') {
  return html`<select id=${id} ?disabled=${disabled} aria-label=${label || nothing} @change=${(/** @type {any} */ {target}) => keep(target.value)}>
    ${options.map(([value, word]) => html`<option value=${value} ?selected=${value === chosen}>${word}</option>`)}
  </select>`;
}

/**
 * A text of one line, inside a row of a table.
 * @param {string} label
 * @param {any} value
 * @param {import('./inputs.js').Keep} keep
 * @param {{code?: boolean}} [how] `code` runs left to right in every language
 */
export function line(label, value, keep, {code = false} = {}) {
  return html`<label class="field">
    <span class="label">${label}</span>
    <input dir=${code ? 'ltr' : 'auto'} autocomplete="off" .value=${String(value ?? '')} @input=${(/** @type {any} */ {target}) => keep(target.value)} />
  </label>`;
}

/**
 * How many officers sign in each role.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, number>} value
 * @param {import('./inputs.js').Keep} keep
 */
export function seatsInput({words}, value, keep) {
  const set = (/** @type {string} */ role, /** @type {number} */ count) => {
    const next = {...value, [role]: count};
    keep(Object.fromEntries(Object.entries(next).filter(([, seats]) => seats > 0)));
  };
  return html`<div class="seat-counts">
    ${SIGNING_ROLES.map(
      (role) => html`<label class="row small">
        ${select('', String(value[role] ?? 0), Array.from({length: 9}, (_, n) => [String(n), words.number(n)]), (count) => set(role, Number(count)), false, words.text('edit.seatsOf', {role: words.of('role', role)}))}
        <span>${words.of('role', role)}</span>
      </label>`,
    )}
  </div>`;
}
