import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ACT_KINDS} from '../../app/agreements.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {latinDigits} from '../../time/walls.js';
import {line, seatsInput, select} from './controls.js';
import {cornersOf} from './value.js';

/** Inputs of values that are tables: sectors, code-words, points, and signatures by kind of agreement. */

/** What both sides do for a code-word, in the order of the catalogue (08-3.8). */
const STEPS = [
  'tell_peer',
  'account_for_own',
  'close_exit_roads',
  'hold_at_line',
  'keep_scene',
  'warn_hospital',
  'open_fast_lane',
  'log_impacts',
  'share_last_seen',
  'watch_spread',
  'name_host_officer',
];

const MICRO = 1e6;

/**
 * Rows with a way to take one out and to add one.
 *
 * @template T
 * @param {import('../../app/view.js').View} view
 * @param {T[]} value
 * @param {import('./inputs.js').Keep} keep
 * @param {{name: (row: T) => string, empty: T, draw: (row: T, change: (part: Partial<T>) => void) => unknown}} how
 */
function rows(view, value, keep, {name, empty, draw}) {
  const {words} = view;
  const change = (/** @type {number} */ at) => (/** @type {Partial<T>} */ part) => keep(value.map((row, i) => (i === at ? {...row, ...part} : row)));
  return html`<div class="rows-input stack">
    ${value.map(
      (row, at) => html`<fieldset class="tongue stack">
        <legend><bdi class="code">${name(row)}</bdi></legend>
        ${draw(row, change(at))}
        <p>
          <button type="button" class="small" @click=${() => keep(value.filter((_, i) => i !== at))}>
            ${words.rich('edit.removeRow', {name: name(row)})}
          </button>
        </p>
      </fieldset>`,
    )}
    <p><button type="button" class="small" @click=${() => keep([...value, structuredClone(empty)])}>${words.text('edit.addRow')}</button></p>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{name: string, ring: number[]}[]} value
 * @param {import('./inputs.js').Keep} keep
 */
export function zoneInput(view, value, keep) {
  const {words} = view;
  return rows(view, value, keep, {
    name: ({name}) => name,
    empty: {name: 'sector', ring: []},
    draw: ({name, ring}, change) => html`
      ${line(words.text('edit.name'), name, (text) => change({name: text}), {code: true})}
      <label class="field">
        <span class="label">${words.text('edit.corners')}</span>
        <textarea dir="ltr" class="corners" .value=${cornersOf(ring).join('\n')} @change=${(/** @type {any} */ {target}) => change({ring: ringOf(target.value)})}></textarea>
      </label>
    `,
  });
}

/**
 * Corners as they are typed, in micro-degrees.
 * @param {string} text
 */
export function ringOf(text) {
  return (latinDigits(text).match(/-?\d+(?:\.\d+)?/g) ?? []).map((number) => Math.round(Number(number) * MICRO));
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{word: string, fa: string, ur: string, priority: number, steps: string[]}[]} value
 * @param {import('./inputs.js').Keep} keep
 */
export function cardsInput(view, value, keep) {
  const {words} = view;
  const inOrder = (/** @type {any[]} */ cards) => keep([...cards].sort((a, b) => (a.word < b.word ? -1 : 1)));
  return rows(view, value, inOrder, {
    name: ({word}) => word,
    empty: {word: 'A', fa: '', ur: '', priority: 3, steps: ['tell_peer']},
    draw: (card, change) => html`
      <div class="fields">
        ${line(words.text('edit.word'), card.word, (word) => change({word: word.toUpperCase()}), {code: true})}
        ${line(words.text('edit.spellingIn', {language: LANGUAGES.fa.own}), card.fa, (fa) => change({fa}))}
        ${line(words.text('edit.spellingIn', {language: LANGUAGES.ur.own}), card.ur, (ur) => change({ur}))}
        <label class="field">
          <span class="label">${words.text('edit.priority')}</span>
          ${select('', String(card.priority), [1, 2, 3, 4, 5].map((n) => [String(n), words.of('priority', `P${n}`)]), (n) => change({priority: Number(n)}))}
        </label>
      </div>
      <div role="group" aria-label=${words.text('edit.steps')}>
        <p class="label">${words.text('edit.steps')}</p>
        <div class="row">
          ${STEPS.map((step) => stepButton(view, step, card.steps, (steps) => change({steps})))}
        </div>
      </div>
    `,
  });
}

/**
 * A step, with its place in the order while it is chosen.
 * @param {import('../../app/view.js').View} view
 * @param {string} step
 * @param {string[]} chosen
 * @param {(steps: string[]) => void} keep
 */
function stepButton({words}, step, chosen, keep) {
  const at = chosen.indexOf(step);
  return html`<button
    type="button"
    class="small"
    aria-pressed=${at >= 0}
    @click=${() => keep(at < 0 ? [...chosen, step] : chosen.filter((one) => one !== step))}
  >
    ${at < 0 ? nothing : html`<b>${words.number(at + 1)}</b>`} ${words.of('cardStep', step)}
  </button>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{kind: string, place: {label: string, lat?: number, lon?: number, radius_m?: number}}[]} value
 * @param {import('./inputs.js').Keep} keep
 */
export function pointsInput(view, value, keep) {
  const {words} = view;
  return rows(view, value, keep, {
    name: ({place}) => place.label,
    empty: {kind: 'hospital', place: {label: ''}},
    draw: ({kind, place}, change) => html`<div class="fields">
      <label class="field">
        <span class="label">${words.text('edit.use')}</span>
        ${select('', kind, ['hospital', 'rendezvous'].map((use) => [use, words.of('pointUse', use)]), (use) => change({kind: use}))}
      </label>
      ${line(words.text('edit.place'), place.label, (label) => change({place: {...place, label}}))}
      <label class="field">
        <span class="label">${words.text('edit.position')}</span>
        <input
          dir="ltr"
          autocomplete="off"
          .value=${place.lat === undefined ? '' : `${place.lat / MICRO} ${(place.lon ?? 0) / MICRO}`}
          @change=${(/** @type {any} */ {target}) => change({place: positioned(place, target.value)})}
        />
      </label>
      ${place.lat === undefined
        ? nothing
        : line(words.text('edit.radius'), place.radius_m, (metres) => change({place: {...place, radius_m: Number(latinDigits(metres)) || 0}}), {code: true})}
    </div>`,
  });
}

/**
 * @param {{label: string, radius_m?: number}} place
 * @param {string} text
 */
function positioned({label, radius_m: radius}, text) {
  const [lat, lon] = ringOf(text);
  return lon === undefined ? {label} : {label, lat, lon, radius_m: radius ?? 0};
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, Record<string, number>>} value
 * @param {import('./inputs.js').Keep} keep
 */
export function quorumsInput(view, value, keep) {
  const {words} = view;
  const kinds = Object.keys(value).sort();
  const free = ACT_KINDS.filter((kind) => !kinds.includes(kind));
  const without = (/** @type {string} */ kind) => keep(Object.fromEntries(Object.entries(value).filter(([one]) => one !== kind)));
  return html`<div class="rows-input stack">
    ${kinds.map(
      (kind) => html`<fieldset class="tongue stack">
        <legend>${words.of('actKind', kind)}</legend>
        ${seatsInput(view, value[kind], (seats) => keep({...value, [kind]: seats}))}
        <p><button type="button" class="small" @click=${() => without(kind)}>${words.rich('edit.removeRow', {name: words.of('actKind', kind)})}</button></p>
      </fieldset>`,
    )}
    ${free.length
      ? html`<label class="field">
          <span class="label">${words.text('edit.addRow')}: ${words.text('edit.kind')}</span>
          <select @change=${(/** @type {any} */ {target}) => target.value && keep({...value, [target.value]: {chief: 1}})}>
            <option value="" selected></option>
            ${free.map((kind) => html`<option value=${kind}>${words.of('actKind', kind)}</option>`)}
          </select>
        </label>`
      : nothing}
  </div>`;
}
