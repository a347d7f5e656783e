import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ROLES} from '../../parts/codes.js';
import {latinDigits} from '../../time/walls.js';
import {line, seatsInput, select} from './controls.js';
import {cardsInput, pointsInput, quorumsInput, zoneInput} from './rows.js';

/**
 * The input of a value, by the type of its setting: with its unit and its range, so that nothing is typed which no
 * document can hold. What each gives back is the value as it is signed.
 *
 * @typedef {(value: any) => void} Keep
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').SettingType} setting
 * @param {any} value
 * @param {Keep} keep
 */
export function valueInput(view, setting, value, keep) {
  const {words} = view;
  const id = 'value';
  switch (setting.type) {
    case 'span':
    case 'measure':
    case 'count':
      return whole(view, id, setting, value, keep);
    case 'flag':
    case 'red_line':
      return select(id, String(value ?? true), [['true', words.text('terms.yes')], ['false', words.text('terms.no')]], (chosen) => keep(chosen === 'true'), setting.fixed);
    case 'time_of_day':
      return timeOfDay(view, value ?? {offset: 'Z', time: '00:00'}, keep);
    case 'role':
      return select(id, value, ROLES.map((role) => [role, words.of('role', role)]), keep);
    case 'roles':
      return rolesInput(view, value ?? [], keep);
    case 'goods':
      return goods(view, id, value ?? [], keep);
    case 'quorum':
      return seatsInput(view, value ?? {}, keep);
    case 'release':
      return select(id, value, ['own', 'sealed', 'peer', 'public'].map((level) => [level, words.of('releaseLevel', level)]), keep);
    case 'cost':
      return select(id, value, ['assisted', 'assisting', 'each_own'].map((rule) => [rule, words.of('cost', rule)]), keep);
    case 'dataset':
      return dataset(view, value ?? {name: '', version: '', sha256: '', uncertainty_m: 0}, keep);
    case 'zone':
      return zoneInput(view, value ?? [], keep);
    case 'cards':
      return cardsInput(view, value ?? [], keep);
    case 'points':
      return pointsInput(view, value ?? [], keep);
    case 'quorums':
      return quorumsInput(view, value ?? {}, keep);
    default:
      return html`<pre class="exact">${JSON.stringify(value)}</pre>`;
  }
}

/**
 * The value with which a clause begins that is made to bind a setting.
 * @param {import('./rules.js').SettingType} setting
 */
export function firstValue({type, initial, min}) {
  return structuredClone(initial ?? {zone: [], cards: [], points: [], dataset: {name: '', sha256: '', uncertainty_m: 0, version: ''}}[type] ?? min ?? true);
}

/**
 * Codes of the Harmonized System, one behind the other, as many as are typed: in their order, each once.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} id
 * @param {string[]} value
 * @param {Keep} keep
 */
function goods(view, id, value, keep) {
  const {words} = view;
  const outside = value.some((code) => !/^\d{2,10}$/.test(code));
  const typed = (/** @type {any} */ {target}) =>
    keep([...new Set(latinDigits(target.value).split(/[^\d]+/).filter(Boolean))].sort());
  return html`<input
      id=${id}
      class="code"
      inputmode="numeric"
      dir="ltr"
      autocomplete="off"
      aria-invalid=${outside}
      .value=${value.join(' ')}
      @change=${typed}
    />
    ${outside ? html`<p class="refusal" role="alert">${words.text('edit.outOfRange')}</p>` : nothing}`;
}

/**
 * A whole number in the setting's unit and range. What is typed in the digits of the language is understood.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} id
 * @param {import('./rules.js').SettingType} setting
 * @param {any} value
 * @param {Keep} keep
 */
function whole(view, id, {min = 0, max = Number.MAX_SAFE_INTEGER, unit}, value, keep) {
  const {words} = view;
  const outside = !Number.isInteger(value) || value < min || value > max;
  const said = (/** @type {number} */ n) => (unit ? words.text(`amount.${unit}`, {n}) : words.number(n));
  const typed = (/** @type {any} */ {target}) => {
    const text = latinDigits(target.value).replace(/[^\d]/g, '');
    keep(text ? Number(text) : '');
  };
  return html`<div class="row">
      <input
        id=${id}
        class="whole"
        inputmode="numeric"
        dir="ltr"
        autocomplete="off"
        aria-invalid=${outside}
        aria-describedby="${id}-range"
        .value=${String(value ?? '')}
        @input=${typed}
      />
      <span>${Number.isInteger(value) ? said(value) : nothing}</span>
    </div>
    <p class="hint" id="${id}-range">${words.text('edit.range', {from: words.number(min), to: said(max), unit: ''})}</p>
    ${outside ? html`<p class="refusal" role="alert">${words.text('edit.outOfRange')}</p>` : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{offset: string, time: string}} value
 * @param {Keep} keep
 */
function timeOfDay({words}, value, keep) {
  return html`<div class="fields">
    ${line(words.text('edit.time'), value.time, (time) => keep({...value, time: latinDigits(time)}), {code: true})}
    ${line(words.text('edit.offset'), value.offset, (offset) => keep({...value, offset: latinDigits(offset)}), {code: true})}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string[]} value
 * @param {Keep} keep
 */
function rolesInput({words}, value, keep) {
  const toggle = (/** @type {string} */ role) => {
    const chosen = value.includes(role) ? value.filter((one) => one !== role) : [...value, role];
    keep(ROLES.filter((one) => chosen.includes(one)));
  };
  return html`<div class="row" id="value" role="group" aria-label=${words.text('edit.binds')}>
    ${ROLES.map(
      (role) => html`<button type="button" class="small" aria-pressed=${value.includes(role)} @click=${() => toggle(role)}>${words.of('role', role)}</button>`,
    )}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{name: string, version: string, sha256: string, uncertainty_m: number}} value
 * @param {Keep} keep
 */
function dataset({words}, value, keep) {
  return html`<div class="fields">
    ${line(words.text('edit.name'), value.name, (name) => keep({...value, name}), {code: true})}
    ${line(words.text('edit.version'), value.version, (version) => keep({...value, version}), {code: true})}
    ${line(words.text('edit.sha256'), value.sha256, (sha256) => keep({...value, sha256}), {code: true})}
    ${line(words.text('edit.uncertainty'), value.uncertainty_m, (metres) => keep({...value, uncertainty_m: Number(latinDigits(metres)) || 0}), {code: true})}
  </div>`;
}
