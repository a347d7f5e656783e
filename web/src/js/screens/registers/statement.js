import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {latinDigits} from '../../time/walls.js';

/**
 * The frame of whatever a side says in the registers: a statement of one kind, which is released.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the dialog and its draft
 * @param {{title: unknown, kind: string, body: object | undefined, fields: unknown, wide?: boolean}} said
 */
export function statement(view, name, {title, kind, body, fields, wide}) {
  const {words, act} = view;
  return dialog(view, {
    title,
    wide,
    body: form(view, name, {
      ready: Boolean(body),
      button: words.rich('statement.send', {side: view.nameOf(view.peer)}),
      send: () => act.send(name, {path: '/statements', body: {kind, body}, said: 'statement.made'}),
      fields: html`<p class="hint">${words.text('statement.means')}</p>
        ${fields}`,
    }),
  });
}

// ---- what it rests on ---------------------------------------------------------------------------

/**
 * Entries that a statement rests on, as they are called here: `ir/12`.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function evidenceField(view, draft) {
  return field(view, draft, {
    name: 'evidence',
    label: view.words.text('evidenceField.label'),
    hint: view.words.text('evidenceField.hint'),
    kind: 'code',
    maxlength: 1000,
  });
}

/**
 * What was typed there as the record names it, ascending; nothing where it is no list of entries that are here.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @returns {string[] | undefined}
 */
export function evidenceOf(view, draft) {
  const names = latinDigits(draft.evidence ?? '')
    .split(/[\s,;،؛]+/)
    .filter(Boolean)
    .map((name) => entryId(view, name));
  const known = names.flatMap((name) => name ?? []);
  return known.length === names.length && known.length <= 16 ? ascending(known) : undefined;
}

/**
 * An entry of a log of the channel as the record names it: `ir.sarhad.example/joint#12`.
 * @param {import('../../app/view.js').View} view
 * @param {string} name as it is called here, `ir/12`
 * @returns {string | undefined}
 */
export function entryId(view, name) {
  const [, log, index] = /^([a-z0-9-]+)\/(\d{1,15})$/.exec(latinDigits(name).trim()) ?? [];
  /** @type {import('../../app/types.js').LogHead | undefined} */
  const head = view.feed.read('/record/heads').data?.logs.find((/** @type {import('../../app/types.js').LogHead} */ one) => one.log === log && one.kind !== 'journal');
  return head && `${head.origin}#${Number(index)}`;
}

/** @param {string[]} ids */
function ascending(ids) {
  const parts = [...new Set(ids)].map((id) => id.split('#'));
  return parts.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : Number(i) - Number(j))).map(([log, index]) => `${log}#${index}`);
}
