import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {positionOf} from '../../parts/place.js';
import {proposing} from '../agreements/proposing.js';
import {languageField, typedWords} from './claim-dialogs.js';
import {CATEGORIES, instantField, PROPERTIES, rowName, typedInstant, typedValue, valueFields, valueOf} from './values.js';

/** Findings, visits and aliases are joint acts: they are proposed here and signed where every agreement is signed. */

const SIGNERS = ['chief', 'investigator'];
const STANDARDS = ['reasonable_grounds', 'clear_and_convincing', 'beyond_reasonable_doubt'];
const OUTCOMES = ['agreed', 'differ', 'neither_established'];
const MICRO = 1_000_000;

/** The order in which the items of a finding ascend. */
const ORDER = Object.keys(PROPERTIES);
const UNIT_ORDER = ['', 'persons', 'vehicles', 'projectiles', 'wagons', 'pieces', 'kilograms', 'litres', 'cubic_metres', 'kilowatt_hours'];
const CATEGORY_ORDER = ['', ...CATEGORIES];

/**
 * A finding of one row or more, begun from the board. A row is left out until somebody says what was found of it.
 * @param {import('../../app/view.js').View} view
 */
export function findingDialog(view) {
  const {words, act} = view;
  const draft = view.draft('propose-finding');
  const {board} = draft;
  const rows = board.rows.filter((/** @type {any} */ row) => draft[`outcome ${row.row}`]);
  const items = rows.map((/** @type {any} */ row) => itemFrom(view, draft, row));
  const pick = (/** @type {any} */ {target}) => target.value && act.edit('propose-finding', {[`outcome ${target.value}`]: 'agreed', ...begun(board, target.value)});
  const open = board.rows.filter((/** @type {any} */ row) => !draft[`outcome ${row.row}`]);
  return proposing(view, 'propose-finding', {
    kind: 'finding',
    roles: SIGNERS,
    title: words.text('finding.title'),
    ready: items.length > 0 && items.every((/** @type {any} */ item) => item !== undefined),
    terms: () => ({
      items: sortedItems(items),
      matter: board.matter.id,
      standard: draft.standard ?? STANDARDS[0],
      ...(draft.text?.trim() ? {words: [typedWords(view, draft, 'text')]} : {}),
    }),
    fields: html`
      <p class="hint">${words.text('finding.means')}</p>
      ${choice(view, 'propose-finding', {name: 'standard', label: words.text('finding.standard'), options: STANDARDS.map((code) => [code, words.of('standard', code)])})}
      ${rows.map((/** @type {any} */ row) => itemFields(view, row))}
      ${open.length
        ? html`<div class="field">
            <label for="finding-add">${words.text('finding.add')}</label>
            <select id="finding-add" .value=${''} @change=${pick}>
              <option value="">${words.text('claimForm.choose')}</option>
              ${open.map((/** @type {any} */ row) => html`<option value=${row.row}>${rowName(view, row)}</option>`)}
            </select>
          </div>`
        : nothing}
      ${field(view, 'propose-finding', {name: 'text', label: words.text('finding.words'), kind: 'area', maxlength: 2000})} ${languageField(view, 'propose-finding')}
    `,
  });
}

/**
 * Where an agreed range begins: with the overlap, if there is one.
 * @param {any} board
 * @param {string} code
 */
export function begun(board, code) {
  const row = board.rows.find((/** @type {any} */ one) => one.row === code);
  const overlap = row?.type === 'quantity' ? row.joint.overlap : undefined;
  return overlap ? {[`low ${code}`]: String(overlap.low), [`high ${code}`]: overlap.high === undefined ? '+' : String(overlap.high)} : {};
}

/**
 * The draft of one item, under the names that the fields of a value have.
 * @param {Record<string, any>} draft
 * @param {string} code
 */
function partOf(draft, code) {
  const end = ` ${code}`;
  return Object.fromEntries(
    Object.entries(draft)
      .filter(([name]) => name.endsWith(end))
      .map(([name, value]) => [name.slice(0, -end.length), value]),
  );
}

/** Standing own claims of each side: what a finding can say that they differ in, and rests on. @param {any} row */
const standing = (row) => row.cells.map((/** @type {any} */ cell) => cell.said.filter((/** @type {any} */ said) => !said.struck));

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {any} row
 */
function itemFrom(view, draft, row) {
  const part = partOf(draft, row.row);
  const sides = standing(row);
  const rests = sides.flat().map((/** @type {any} */ said) => said.id);
  const head = {
    ...(row.category ? {category: row.category} : {}),
    property: row.property,
    ...(rests.length ? {rests_on: [...new Set(rests)].sort(byEntry)} : {}),
    ...(row.unit ? {unit: row.unit} : {}),
  };
  if (part.outcome === 'neither_established') {
    return {...head, outcome: 'neither_established'};
  }
  if (part.outcome === 'differ') {
    const values = row.cells.flatMap((/** @type {any} */ cell, /** @type {number} */ i) => sides[i].slice(-1).map((/** @type {any} */ said) => ({side: cell.party, value: said.value})));
    return values.length > 1 ? {...head, outcome: 'differ', values} : undefined;
  }
  const value = typedValue(view, {...part, category: row.category, unit: row.unit}, row.property);
  const ranged = value?.type === 'quantity' ? value.low !== value.high : value?.type === 'interval' && value.from !== value.to;
  return value ? {...head, outcome: ranged ? 'agreed_range' : 'agreed_value', value} : undefined;
}

/**
 * By log, then by index: the order in which entries ascend.
 * @param {string} one
 * @param {string} other
 */
function byEntry(one, other) {
  const [log, index] = one.split('#');
  const [otherLog, otherIndex] = other.split('#');
  return log === otherLog ? Number(index) - Number(otherIndex) : log < otherLog ? -1 : 1;
}

/** @param {any[]} items */
function sortedItems(items) {
  const place = (/** @type {any} */ {property, unit, category}) => [ORDER.indexOf(property), UNIT_ORDER.indexOf(unit ?? ''), CATEGORY_ORDER.indexOf(category ?? '')];
  return [...items].sort((one, other) => {
    const [a, b] = [place(one), place(other)];
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} row
 */
function itemFields(view, row) {
  const {words, act} = view;
  const code = row.row;
  const outcome = view.draft('propose-finding')[`outcome ${code}`];
  const scoped = scopedView(view, code);
  return html`<fieldset class="finding-item" data-item=${code}>
    <legend>${rowName(view, row)}</legend>
    <div class="choice" role="group" aria-label=${words.text('finding.outcome')}>
      ${OUTCOMES.map(
        (one) => html`<button type="button" aria-pressed=${outcome === one} @click=${() => act.edit('propose-finding', {[`outcome ${code}`]: one})}>
          ${words.of('outcomeName', one)}
        </button>`,
      )}
      <button type="button" class="bare" @click=${() => act.edit('propose-finding', {[`outcome ${code}`]: undefined})}>${words.text('finding.leaveOut')}</button>
    </div>
    ${outcome === 'agreed' ? valueFields(scoped, 'propose-finding', row.property, true) : nothing}
    ${outcome === 'differ'
      ? row.cells.map((/** @type {any} */ cell) => html`<p>${view.nameOf(view.party(cell.party))}: ${cell.said.filter((/** @type {any} */ said) => !said.struck).slice(-1).map((/** @type {any} */ said) => valueOf(view, said.value))}</p>`)
      : nothing}
  </fieldset>`;
}

/**
 * A view whose draft is that of one item: the fields of a value need not know that there are several.
 * @param {import('../../app/view.js').View} view
 * @param {string} code
 */
function scopedView(view, code) {
  return /** @type {import('../../app/view.js').View} */ (
    Object.assign(Object.create(view), {
      draft: (/** @type {string} */ name) => partOf(view.draft(name), code),
      act: {
        edit: (/** @type {string} */ name, /** @type {Record<string, any>} */ fields) =>
          view.act.edit(name, Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${key} ${code}`, value]))),
      },
    })
  );
}

/** @param {import('../../app/view.js').View} view */
export function visitDialog(view) {
  const {words} = view;
  const draft = view.draft('propose-visit');
  const from = typedInstant(draft.from);
  const to = typedInstant(draft.to);
  const host = draft.host ?? view.ours.id;
  const guest = view.parties.find((party) => party.id !== host) ?? view.peer;
  const position = positionOf(view, draft.position, draft.where);
  const count = Number(draft.count ?? '2');
  return proposing(view, 'propose-visit', {
    kind: 'joint_visit',
    roles: SIGNERS,
    title: words.text('visit.title'),
    ready: Boolean(from && to && from < to && draft.where?.trim() && draft.experts?.trim() && count >= 1 && count <= 32),
    terms: () => ({
      experts: [{count, function: draft.experts.trim(), side: guest.id}],
      host,
      matter: draft.matter.id,
      place: {
        label: draft.where.trim(),
        ...(position ? {lat: Math.round(position.lat * MICRO), lon: Math.round(position.lon * MICRO), radius_m: 0} : {}),
      },
      window: {type: 'interval', from, to},
    }),
    fields: html`
      <p class="hint">${words.text('visit.means')}</p>
      <div class="fields">
        ${choice(view, 'propose-visit', {name: 'host', label: words.text('visit.host'), options: view.parties.map((party) => [party.id, view.nameOf(party)])})}
        ${field(view, 'propose-visit', {name: 'experts', label: words.text('visit.experts'), hint: words.text('visit.expertsHint'), required: true, maxlength: 100})}
        ${choice(view, 'propose-visit', {name: 'count', label: words.text('visit.count'), options: ['2', '1', '3', '4', '5', '6', '8', '12'].map((one) => [one, words.number(Number(one))])})}
      </div>
      <div class="fields">
        ${field(view, 'propose-visit', {name: 'where', label: words.text('value.where'), required: true, maxlength: 200})}
        ${field(view, 'propose-visit', {name: 'position', label: words.text('value.position'), kind: 'code', maxlength: 40})}
      </div>
      <div class="fields">
        ${instantField(view, 'propose-visit', {name: 'from', label: words.text('value.from'), required: true})}
        ${instantField(view, 'propose-visit', {name: 'to', label: words.text('value.to'), required: true})}
      </div>
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
export function aliasDialog(view) {
  const {words} = view;
  const draft = view.draft('propose-alias');
  const labels = [draft.one?.trim(), draft.other?.trim()].filter(Boolean).sort((a, b) => (a < b ? -1 : 1));
  return proposing(view, 'propose-alias', {
    kind: 'alias',
    roles: SIGNERS,
    title: words.text('alias.title'),
    ready: labels.length === 2 && labels[0] !== labels[1],
    terms: () => ({labels, matter: draft.matter.id}),
    fields: html`
      <p class="hint">${words.text('alias.means')}</p>
      <div class="fields">
        ${field(view, 'propose-alias', {name: 'one', label: words.text('alias.one'), required: true, maxlength: 200})}
        ${field(view, 'propose-alias', {name: 'other', label: words.text('alias.other'), required: true, maxlength: 200})}
      </div>
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
export function dissentDialog(view) {
  const {words, act} = view;
  const draft = view.draft('annex-dissent');
  return dialog(view, {
    title: words.text('dissent.title'),
    body: form(view, 'annex-dissent', {
      ready: Boolean(draft.text?.trim()),
      button: words.text('dissent.send'),
      send: () =>
        act.send('annex-dissent', {
          path: '/statements',
          body: {
            kind: 'inquiry.dissent_annexed',
            body: {finding: draft.finding.act.id, words: typedWords(view, draft, 'text'), ...(draft.property ? {property: draft.property} : {})},
          },
          said: 'said.claim.dissented',
        }),
      fields: html`
        <p class="notice">${words.text('dissent.means')}</p>
        ${choice(view, 'annex-dissent', {
          name: 'property',
          label: words.text('dissent.about'),
          options: [['', words.text('dissent.whole')], ...draft.finding.items.map((/** @type {any} */ item) => [item.property, words.of('claimProperty', item.property)])],
        })}
        ${field(view, 'annex-dissent', {name: 'text', label: words.text('dissent.words'), kind: 'area', required: true, maxlength: 2000})}
        ${languageField(view, 'annex-dissent')}
      `,
    }),
  });
}
