import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {latinDigits} from '../time/walls.js';
import {field} from './field.js';
import {saying} from './saying.js';
import {side} from './side.js';
import {onDay} from './times.js';

/**
 * The entries of the record that a statement rests on. They are kept in the draft as one line of names, `ir/12 pk/40`,
 * so that what is ticked and what is typed are the same thing.
 */

/** Most entries that one statement rests on. */
const MOST = 16;

/** So many of each kind are offered, the newest. */
const OFFERED = 12;

/** The kind of entry in which a file or a thing becomes an exhibit. */
const EXHIBIT = 'inquiry.evidence_registered';

const BETWEEN = /[\s,;،؛]+/;

/**
 * A line to type names of entries in.
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 */
export function evidenceField(view, draft) {
  const {words} = view;
  const isWrong = evidenceOf(view, view.draft(draft)) === undefined;
  return field(view, draft, {
    name: 'evidence',
    label: words.text('evidenceField.label'),
    hint: isWrong ? html`<span class="wrong" role="status">${words.text('evidenceField.wrong', {most: MOST})}</span>` : words.text('evidenceField.hint'),
    kind: 'code',
    maxlength: 1000,
  });
}

/**
 * The same, with exhibits and the newest entries of our own log to tick.
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 */
export function evidencePicker(view, draft) {
  const {words} = view;
  const rows = offered(view);
  return html`<fieldset class="evidence stack">
    <legend>${words.text('evidenceField.title')}</legend>
    ${rows.length
      ? html`<ul class="evidence-list" tabindex="0" aria-label=${words.text('evidenceField.offered')}>
          ${rows.map((row) => html`<li>${tick(view, draft, row)}</li>`)}
        </ul>`
      : nothing}
    ${evidenceField(view, draft)}
  </fieldset>`;
}

/**
 * Exhibits first, then what our side has said last.
 * @param {import('../app/view.js').View} view
 * @returns {import('../app/types.js').EntryRow[]}
 */
function offered(view) {
  const read = (/** @type {string} */ query) => view.feed.read(`/record/entries?${query}&limit=${OFFERED}`).data?.items ?? [];
  const isExhibit = (/** @type {import('../app/types.js').EntryRow} */ row) => row.kind === EXHIBIT;
  const exhibits = read(`kind=${EXHIBIT}`).filter(isExhibit);
  const own = read(`log=${view.ours.id}`).filter((/** @type {import('../app/types.js').EntryRow} */ row) => row.entry.startsWith(`${view.ours.id}/`) && !isExhibit(row));
  return [...exhibits, ...own];
}

/**
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {import('../app/types.js').EntryRow} row
 */
function tick(view, draft, row) {
  const names = namesIn(view.draft(draft));
  const isTicked = names.includes(row.entry);
  const next = isTicked ? names.filter((name) => name !== row.entry) : [...names, row.entry];
  return html`<label class="tick">
    <input
      type="checkbox"
      .checked=${isTicked}
      ?disabled=${!isTicked && names.length >= MOST}
      @change=${() => view.act.edit(draft, {evidence: next.join(' ')})}
    />
    <span>
      ${side(view, row.by.party)} ${saying(view, row)} <bdi class="code quiet">${row.entry}</bdi> <span class="quiet small">${onDay(view, row.time)}</span>
      ${row.words?.text ? html`<q class="quiet small" dir="auto" lang=${row.words.lang}>${row.words.text}</q>` : nothing}
    </span>
  </label>`;
}

/** @param {Record<string, any>} draft */
const namesIn = ({evidence}) => latinDigits(evidence ?? '').split(BETWEEN).filter(Boolean);

/**
 * What was ticked or typed as the record names it, ascending; nothing where it is no list of entries that are here.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @returns {string[] | undefined}
 */
export function evidenceOf(view, draft) {
  const names = namesIn(draft).map((name) => entryId(view, name));
  const known = names.flatMap((name) => name ?? []);
  return known.length === names.length && known.length <= MOST ? ascending(known) : undefined;
}

/**
 * An entry of a log of the channel as the record names it: `ir.sarhad.example/joint#12`.
 * @param {import('../app/view.js').View} view
 * @param {string} name as it is called here, `ir/12`
 * @returns {string | undefined}
 */
export function entryId(view, name) {
  const [, log, index] = /^([a-z0-9-]+)\/(\d{1,15})$/.exec(latinDigits(name).trim()) ?? [];
  /** @type {import('../app/types.js').LogHead | undefined} */
  const head = view.feed.read('/record/heads').data?.logs.find((/** @type {import('../app/types.js').LogHead} */ one) => one.log === log && one.kind !== 'journal');
  return head && `${head.origin}#${Number(index)}`;
}

/** @param {string[]} ids */
function ascending(ids) {
  const parts = [...new Set(ids)].map((id) => id.split('#'));
  return parts.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : Number(i) - Number(j))).map(([log, index]) => `${log}#${index}`);
}
