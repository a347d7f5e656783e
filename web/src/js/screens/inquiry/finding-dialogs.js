import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {rolesFor} from '../../app/agreements.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {usually} from '../../parts/usually.js';
import {proposing} from '../agreements/proposing.js';
import {languageField, typedWords} from './claim-dialogs.js';
import {byEntry} from './entry-order.js';
import {CATEGORIES, PROPERTIES, rowName, typedValue, valueFields, valueOf} from './values.js';

/** A finding is a joint act: it is proposed here and signed where every agreement is signed. What a side does not share of it, it says for itself. */

const STANDARDS = ['reasonable_grounds', 'clear_and_convincing', 'beyond_reasonable_doubt'];
const OUTCOMES = ['agreed', 'differ', 'neither_established'];

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
    roles: rolesFor(view, 'finding'),
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
      ${usually(view, 'release.finding', (level) => words.of('findingUsually', level))}
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
