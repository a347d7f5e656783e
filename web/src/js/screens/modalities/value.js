import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {severity} from '../../parts/severity.js';
import {settingOf} from './rules.js';

/** A value that the machines obey, for a reader: in words with its unit, and as a table where it is one. */

/** What stands for a value whose words are on their way. */
const SOON = '…';

const AREAS = ['zone', 'cards', 'points'];

/**
 * The value on one line.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../i18n/words.js').Words | undefined | null} words of the language it is said in
 * @param {{key?: string, unit?: string, value?: any}} bound
 * @returns {string}
 */
export function valueText(view, words, {key = '', unit, value}) {
  const setting = settingOf(view, key);
  if (words === undefined) {
    return SOON;
  }
  if (value === undefined) {
    return words?.text('amount.unsaid') ?? '';
  }
  if (!words || !setting) {
    return typeof value === 'object' ? JSON.stringify(value) : `${value}${unit ? ` ${unit}` : ''}`;
  }
  return inWords(words, setting.type, unit ?? setting.unit, value);
}

/**
 * @param {import('../../i18n/words.js').Words} words
 * @param {string} type
 * @param {string | undefined} unit
 * @param {any} value
 * @returns {string}
 */
function inWords(words, type, unit, value) {
  switch (type) {
    case 'span':
    case 'measure':
      return words.text(`amount.${unit}`, {n: value});
    case 'count':
      return words.number(value);
    case 'flag':
    case 'red_line':
      return words.text(value ? 'terms.yes' : 'terms.no');
    case 'time_of_day':
      return words.text('amount.at', {time: figures(words, value.time), offset: `UTC${value.offset === 'Z' ? '' : figures(words, value.offset)}`});
    case 'role':
      return words.of('role', value);
    case 'roles':
      return list(words, value.map((/** @type {string} */ role) => words.of('role', role)), 'disjunction');
    case 'goods':
      return value.length ? list(words, value, 'conjunction') : words.text('amount.nothing');
    case 'quorum':
      return seats(words, value);
    case 'quorums':
      return Object.entries(value)
        .map(([kind, who]) => words.text('amount.seats', {kind: words.of('actKind', kind), who: seats(words, who)}))
        .join('; ');
    case 'release':
      return words.of('releaseLevel', value);
    case 'cost':
      return words.of('cost', value);
    case 'dataset':
      return words.text('amount.dataset', {name: value.name, version: value.version, metres: value.uncertainty_m});
    default:
      return AREAS.includes(type) ? summary(words, type, value) : String(value);
  }
}

/**
 * @param {import('../../i18n/words.js').Words} words
 * @param {string} type
 * @param {any[]} rows
 */
function summary(words, type, rows) {
  const names = rows.map((row) => row.name ?? row.word ?? row.place?.label ?? '');
  return rows.length
    ? words.text(`amount.${type}`, {n: rows.length, names: list(words, names, 'conjunction')})
    : words.text('amount.nothing');
}

/**
 * Who signs: `1 security chief and 1 committee clerk`.
 * @param {import('../../i18n/words.js').Words} words
 * @param {Record<string, number>} value
 */
export function seats(words, value) {
  return list(
    words,
    Object.entries(value).map(([role, count]) => words.text(`seats.${role}`, {count})),
    'conjunction',
  );
}

/**
 * @param {import('../../i18n/words.js').Words} words
 * @param {string[]} items
 * @param {'conjunction' | 'disjunction'} type
 */
function list(words, items, type) {
  return new Intl.ListFormat(words.rules.locale, {type}).format(items.map((item) => `\u2068${item}\u2069`));
}

/**
 * A time, an offset or the number of a clause in the digits of the language.
 * @param {import('../../i18n/words.js').Words} words
 * @param {string} text
 */
export function figures(words, text) {
  return text.replace(/\d/g, (digit) => words.number(Number(digit)));
}

/**
 * The value row by row, for those that are tables; nothing for one that stands on a line.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../i18n/words.js').Words | undefined | null} words
 * @param {{key: string, value: any}} bound
 */
export function valueTable(view, words, {key, value}) {
  const type = settingOf(view, key)?.type;
  if (!words || !Array.isArray(value) || !type || !AREAS.includes(type)) {
    return nothing;
  }
  const row = /** @type {Record<string, (view: any, words: any, row: any) => unknown>} */ ({zone, cards, points})[type];
  return html`<ul class="value-rows">
    ${value.map((one) => html`<li>${row(view, words, one)}</li>`)}
  </ul>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../i18n/words.js').Words} words
 * @param {{name: string, ring: number[]}} sector
 */
function zone(view, words, {name, ring}) {
  return html`<b><bdi class="code">${name}</bdi></b> <bdi class="code small quiet corners">${cornersOf(ring).join(' · ')}</bdi>`;
}

/**
 * Corners in degrees, latitude before longitude.
 * @param {number[]} ring in micro-degrees, one behind the other
 */
export function cornersOf(ring) {
  const corners = [];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    corners.push(`${ring[at] / 1e6} ${ring[at + 1] / 1e6}`);
  }
  return corners;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../i18n/words.js').Words} words
 * @param {{word: string, fa: string, ur: string, priority: number, steps: string[]}} card
 */
function cards(view, words, {word, fa, ur, priority, steps}) {
  return html`<p class="row">
      ${severity(view, /** @type {any} */ (`P${priority}`))} <b><bdi class="code">${word}</bdi></b> <bdi lang="fa">${fa}</bdi>
      ${fa === ur ? nothing : html`<bdi lang="ur">${ur}</bdi>`}
    </p>
    <ol class="small">
      ${steps.map((step) => html`<li>${words.of('cardStep', step)}</li>`)}
    </ol>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../i18n/words.js').Words} words
 * @param {{kind: string, place: {label: string, lat?: number, lon?: number, radius_m?: number}}} point
 */
function points(view, words, {kind, place}) {
  return html`${words.of('pointUse', kind)} <b dir="auto">${place.label}</b>
    ${place.lat === undefined
      ? nothing
      : html`<bdi class="code small quiet">${place.lat / 1e6} ${(place.lon ?? 0) / 1e6}</bdi>`}`;
}
