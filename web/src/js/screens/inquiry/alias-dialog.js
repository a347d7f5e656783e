import {html} from '../../../lib/lit-html/lit-html.js';
import {rolesFor} from '../../app/agreements.js';
import {choice, field} from '../../parts/field.js';
import {proposing} from '../agreements/proposing.js';
import {byEntry} from './entry-order.js';
import {PROPERTIES} from './values.js';

/**
 * "These two mean the same": two names in a matter, or two matters. It is a joint act, in force once every side has
 * signed it; nothing moves from one to the other (protocol clause 09-7.1).
 */

const WHAT = ['labels', 'matters'];

/**
 * Opens its form.
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the matter
 */
export function openAlias(view, board) {
  const same = view.draft('propose-alias').board?.matter.matter === board.matter.matter;
  view.act.open('propose-alias', {board, refused: undefined, ...(same ? {} : {what: undefined, one: '', other: '', matter: undefined})});
}

/** @param {import('../../app/view.js').View} view */
export function aliasDialog(view) {
  const {words} = view;
  const draft = view.draft('propose-alias');
  const {what = WHAT[0]} = draft;
  const others = otherMatters(view, draft.board.matter);
  const terms = what === 'matters' ? ofMatters(draft, others) : ofLabels(draft);
  return proposing(view, 'propose-alias', {
    kind: 'alias',
    roles: rolesFor(view, 'alias'),
    title: words.text('alias.title'),
    ready: terms !== undefined,
    terms: () => terms,
    fields: html`
      ${choice(view, 'propose-alias', {name: 'what', label: words.text('alias.what'), options: WHAT.map((code) => [code, words.of('aliasOf', code)])})}
      <p class="hint">${words.of('aliasMeans', what)}</p>
      ${what === 'matters' ? matterField(view, others) : nameFields(view, draft.board)}
    `,
  });
}

/**
 * @param {Record<string, any>} draft
 * @returns {object | undefined} nothing while there are not two
 */
function ofLabels({board, one, other}) {
  const labels = [one?.trim(), other?.trim()].filter(Boolean).sort((a, b) => (a < b ? -1 : 1));
  return labels.length === 2 && labels[0] !== labels[1] ? {labels, matter: board.matter.id} : undefined;
}

/**
 * @param {Record<string, any>} draft
 * @param {any[]} others
 * @returns {object | undefined} nothing while there are not two
 */
function ofMatters({board, matter}, others) {
  const other = others.find(({id}) => id === matter) ?? others[0];
  return other ? {matters: [board.matter.id, other.id].sort(byEntry)} : undefined;
}

/**
 * Matters that this one is not linked with yet: the newest.
 * @param {import('../../app/view.js').View} view
 * @param {any} matter of the contract
 * @returns {any[]}
 */
function otherMatters(view, matter) {
  const known = view.feed.read('/inquiry/matters?phase=all&limit=200').data?.items ?? [];
  return known.filter((/** @type {any} */ one) => one.matter !== matter.matter && !matter.linked.includes(one.matter));
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any[]} others
 */
function matterField(view, others) {
  const {words} = view;
  return others.length
    ? choice(view, 'propose-alias', {
        name: 'matter',
        label: words.text('alias.matter'),
        options: others.map(({id, matter, title}) => [id, words.text('alias.named', {title: title.text, matter})]),
      })
    : html`<p class="notice">${words.text('alias.noOther')}</p>`;
}

/**
 * Two names; those that stand on the board are offered.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
function nameFields(view, board) {
  const {words} = view;
  const said = board.rows
    .filter((/** @type {any} */ row) => PROPERTIES[row.property] === 'label')
    .flatMap((/** @type {any} */ row) => [...row.cells.flatMap((/** @type {any} */ cell) => cell.said), ...row.third]);
  const names = [...new Set(said.map((/** @type {any} */ one) => one.value.text))];
  const name = (/** @type {string} */ which) =>
    field(view, 'propose-alias', {name: which, label: words.text(`alias.${which}`), list: 'names-on-board', required: true, maxlength: 200});
  return html`<datalist id="names-on-board">${names.map((one) => html`<option value=${one}></option>`)}</datalist>
    <div class="fields">${name('one')} ${name('other')}</div>`;
}
