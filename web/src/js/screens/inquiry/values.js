import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {choice, field} from '../../parts/field.js';
import {coordinates, positionOf} from '../../parts/place.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {latinDigits} from '../../time/walls.js';

/** Values of claims: how each sort is shown, and how it is typed (protocol clause 09-2.2). */

/** The vocabulary: what each property takes, in its order. */
export const PROPERTIES = /** @type {Record<string, string>} */ ({
  occurred: 'yes_no',
  time: 'interval',
  place: 'place',
  killed: 'quantity',
  injured: 'quantity',
  missing: 'quantity',
  abducted: 'quantity',
  recovered: 'quantity',
  vehicles: 'quantity',
  projectiles: 'quantity',
  perpetrator_group: 'label',
  claimed_by: 'label',
  origin_of_perpetrators: 'label',
  exit_direction: 'label',
  prior_warning_given: 'yes_no',
  prior_warning_time: 'interval',
  action_taken: 'text',
  damage: 'text',
  goods_quantity: 'quantity',
  goods_condition: 'text',
});

const UNITS = /** @type {Record<string, string[]>} */ ({
  vehicles: ['vehicles'],
  projectiles: ['projectiles'],
  goods_quantity: ['wagons', 'pieces', 'kilograms', 'litres', 'cubic_metres', 'kilowatt_hours'],
});

export const CATEGORIES = ['civil', 'security', 'unknown'];

const MICRO = 1_000_000;

/**
 * What a row is about: `Killed, civilians`.
 * @param {import('../../app/view.js').View} view
 * @param {{property: string, unit?: string, category?: string}} row
 */
export function rowName({words}, {property, unit, category}) {
  const more = category ? words.of('category', category) : property === 'goods_quantity' && unit ? words.of('measure', unit) : '';
  return more ? words.text('matters.row', {property: words.of('claimProperty', property), more}) : words.of('claimProperty', property);
}

/**
 * The same of a row's code: `killed/civil`.
 * @param {import('../../app/view.js').View} view
 * @param {string} code
 */
export function rowNameOf(view, code) {
  const [property, more] = code.split('/');
  return rowName(view, {property, ...(CATEGORIES.includes(more) ? {category: more} : {unit: more})});
}

/**
 * A range of whole numbers as people write it: `27`, `4–6`, `at least 20`.
 * @param {import('../../app/view.js').View} view
 * @param {number} low
 * @param {number | undefined} high
 */
export function rangeOf({words}, low, high) {
  if (high === undefined) {
    return words.text('value.atLeast', {low});
  }
  return low === high ? words.number(low) : words.text('value.range', {low, high});
}

/**
 * `4–6 people, civilians (best estimate 5)`.
 * @param {import('../../app/view.js').View} view
 * @param {any} value
 */
function quantityOf(view, {low, high, best, unit, category}) {
  const {words} = view;
  const of = [words.of('measure', unit), ...(category ? [words.of('category', category)] : [])];
  return html`<b class="figure">${rangeOf(view, low, high)}</b> <span class="unit">${of.join(words.text('register.and'))}</span>
    ${best === undefined ? nothing : html`<span class="best">(${words.text('value.best', {best})})</span>`}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} value as it was signed
 */
export function valueOf(view, value) {
  const {words} = view;
  switch (value.type) {
    case 'quantity':
      return quantityOf(view, value);
    case 'interval':
      return value.from === value.to
        ? atLength(view, value.from)
        : words.rich('value.interval', {from: atLength(view, value.from), to: atLength(view, value.to)});
    case 'place':
      return html`<b dir="auto">${plainly(value.label)}</b>${value.lat === undefined
        ? nothing
        : html` ${coordinates({lat: value.lat / MICRO, lon: value.lon / MICRO})}
            <span class="unit">${words.text('value.radius', {metres: value.radius_m})}</span>`}`;
    case 'yes_no':
      return html`<b>${words.text(value.yes ? 'terms.yes' : 'terms.no')}</b>`;
    default:
      return html`<b class="written" dir="auto">${plainly(value.text)}</b>`;
  }
}

/**
 * An instant as somebody types it, in UTC: `2019-04-18 12:00`.
 * @param {string | undefined} typed
 * @returns {string | undefined}
 */
export function typedInstant(typed) {
  const found = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[ T]+(\d{2}):(\d{2}))?\s*Z?\s*$/.exec(latinDigits(typed ?? ''));
  if (!found) {
    return undefined;
  }
  const [, year, month, day, hour = '00', minute = '00'] = found;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:00.000Z`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/**
 * An instant as somebody would type it.
 * @param {string} instant
 */
export const instantTyped = (instant) => instant.slice(0, 16).replace('T', ' ');

/**
 * A field for an instant: typed in UTC, shown on every wall.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: string, required?: boolean}} given
 */
export function instantField(view, draft, {name, label, required}) {
  const found = typedInstant(view.draft(draft)[name]);
  return field(view, draft, {
    name,
    label,
    kind: 'code',
    required,
    hint: found ? atLength(view, found) : view.words.text('value.instantHint'),
    maxlength: 20,
  });
}

/** @param {string | undefined} typed */
const wholeNumber = (typed) => {
  const digits = latinDigits(typed ?? '').trim();
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
};

/**
 * The fields of a value of some property.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {string} property
 * @param {boolean} [fixed] whether it is said already of whom, and in which unit
 */
export function valueFields(view, draft, property, fixed = false) {
  const {words} = view;
  const line = (/** @type {string} */ name, kind = 'line', maxlength = 200) =>
    field(view, draft, {name, label: words.text(`value.${name}`), kind: /** @type {any} */ (kind), maxlength});
  switch (PROPERTIES[property]) {
    case 'quantity': {
      const units = UNITS[property];
      return html`<div class="fields">
          ${field(view, draft, {name: 'low', label: words.text('value.low'), kind: 'code', maxlength: 12, required: true})}
          ${line('bestGuess', 'code', 12)} ${line('high', 'code', 12)}
        </div>
        <p class="hint">${words.text('value.quantityHint')}</p>
        ${fixed || units?.length === 1
          ? nothing
          : units
            ? choice(view, draft, {name: 'unit', label: words.text('value.unit'), options: units.map((unit) => [unit, words.of('measure', unit)])})
            : choice(view, draft, {
                name: 'category',
                label: words.text('value.category'),
                options: CATEGORIES.map((category) => [category, words.of('category', category)]),
              })}`;
    }
    case 'interval':
      return html`<div class="fields">
        ${instantField(view, draft, {name: 'from', label: words.text('value.from'), required: true})}
        ${instantField(view, draft, {name: 'to', label: words.text('value.to')})}
      </div>`;
    case 'place':
      return html`<div class="fields">${line('where')} ${line('position', 'code', 40)} ${line('radius', 'code', 7)}</div>`;
    case 'yes_no':
      return choice(view, draft, {
        name: 'yes',
        label: words.text('value.answer'),
        options: [
          ['yes', words.text('terms.yes')],
          ['no', words.text('terms.no')],
        ],
      });
    case 'label':
      return field(view, draft, {name: 'label', label: words.text('value.label'), hint: words.text('value.labelHint'), required: true, maxlength: 200});
    default:
      return field(view, draft, {name: 'account', label: words.text('value.account'), kind: 'area', required: true, maxlength: 2000});
  }
}

/**
 * The value that was typed, as it is signed; nothing while it is not whole.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {string} property
 */
export function typedValue(view, draft, property) {
  switch (PROPERTIES[property]) {
    case 'quantity': {
      const low = wholeNumber(draft.low);
      const high = draft.high?.trim() === '+' ? undefined : (wholeNumber(draft.high) ?? low);
      const best = wholeNumber(draft.bestGuess);
      if (low === undefined || (high !== undefined && high < low)) {
        return undefined;
      }
      const unit = UNITS[property] ? (draft.unit && UNITS[property].includes(draft.unit) ? draft.unit : UNITS[property][0]) : 'persons';
      return {
        type: 'quantity',
        low,
        unit,
        ...(high === undefined ? {} : {high}),
        ...(best === undefined || low === high ? {} : {best}),
        ...(unit === 'persons' ? {category: draft.category ?? CATEGORIES[0]} : {}),
      };
    }
    case 'interval': {
      const from = typedInstant(draft.from);
      const to = typedInstant(draft.to) ?? from;
      return from && to && from <= to ? {type: 'interval', from, to} : undefined;
    }
    case 'place': {
      const position = positionOf(view, draft.position, draft.where);
      return draft.where?.trim()
        ? {
            type: 'place',
            label: draft.where.trim(),
            ...(position
              ? {lat: Math.round(position.lat * MICRO), lon: Math.round(position.lon * MICRO), radius_m: wholeNumber(draft.radius) ?? 0}
              : {}),
          }
        : undefined;
    }
    case 'yes_no':
      return {type: 'yes_no', yes: (draft.yes ?? 'yes') === 'yes'};
    case 'label':
      return draft.label?.trim() ? {type: 'label', text: draft.label.trim()} : undefined;
    default:
      return draft.account?.trim() ? {type: 'text', text: draft.account.trim()} : undefined;
  }
}
