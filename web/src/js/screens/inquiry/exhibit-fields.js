import {html} from '../../../lib/lit-html/lit-html.js';
import {choice, field} from '../../parts/field.js';
import {usually} from '../../parts/usually.js';
import {languageField, typedWords} from './claim-dialogs.js';
import {instantField, instantTyped, typedInstant} from './values.js';

/** What is said of an exhibit when it is registered: its digest, how far it is open, and what it is. */

export const LEVELS = ['exists', 'described', 'inspect_on_site', 'released'];

const HEX = /^[0-9a-f]{64}$/;

/**
 * The file, and its digest: computed here, or typed as it was computed elsewhere.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function digestFields(view, draft) {
  const {words} = view;
  const id = `${draft}-file`;
  return html`<div class="field">
      <label for=${id}>${words.text('registerExhibit.file')}</label>
      <input id=${id} type="file" @change=${(/** @type {any} */ {target}) => digestOf(view, draft, target.files[0])} />
      <p class="hint">${words.text(view.draft(draft).hashing ? 'registerExhibit.hashing' : 'registerExhibit.fileHint')}</p>
    </div>
    ${field(view, draft, {name: 'digest', label: words.text('registerExhibit.digest'), kind: 'code', required: true, maxlength: 64})}`;
}

/**
 * The digest that was computed or typed; nothing while it is none.
 * @param {Record<string, any>} draft
 * @returns {string | undefined}
 */
export function typedDigest({digest}) {
  const found = digest?.trim().toLowerCase() ?? '';
  return HEX.test(found) ? found : undefined;
}

/**
 * How far an exhibit is open from its registration on.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function levelField(view, draft) {
  const {words} = view;
  return html`${choice(view, draft, {name: 'level', label: words.text('registerExhibit.level'), options: LEVELS.map((code) => [code, words.of('level', code)])})}
    <p class="hint">${words.of('levelMeans', view.draft(draft).level ?? LEVELS[0])}</p>
    ${usually(view, 'release.evidence', (level) => words.of('evidenceUsually', level))}`;
}

/**
 * SHA-256 of a file, computed here.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {File | undefined} file
 */
async function digestOf(view, draft, file) {
  if (!file || !globalThis.crypto?.subtle) {
    return;
  }
  view.act.edit(draft, {hashing: true});
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const digest = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  view.act.edit(draft, {hashing: false, digest, media: file.type || 'application/octet-stream', size: String(file.size)});
}

/**
 * What an exhibit is (protocol clause 09-5.2).
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function descriptionFields(view, draft) {
  const {words} = view;
  const line = (/** @type {string} */ name, kind = 'line', maxlength = 120) =>
    field(view, draft, {name, label: words.text(`describeExhibit.${name}`), kind: /** @type {any} */ (kind), required: true, maxlength});
  return html`${field(view, draft, {name: 'text', label: words.text('describeExhibit.text'), hint: words.text('openMatter.noPersons'), kind: 'area', required: true, maxlength: 2000})}
    ${languageField(view, draft)}
    <div class="fields">${line('media', 'code')} ${line('size', 'code', 12)} ${line('place', 'line', 200)}</div>
    <div class="fields">
      ${instantField(view, draft, {name: 'from', label: words.text('describeExhibit.collectedFrom'), required: true})}
      ${instantField(view, draft, {name: 'to', label: words.text('describeExhibit.collectedTo')})}
    </div>
    <div class="fields">${line('organisation')} ${line('function')}</div>`;
}

/**
 * The description that was typed, as it is signed; nothing while it is not whole.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
export function descriptionFrom(view, draft) {
  const from = typedInstant(draft.from);
  const to = typedInstant(draft.to) ?? from;
  const words = typedWords(view, draft, 'text');
  const size = Number(draft.size);
  return from && to && from <= to && words && draft.media?.trim() && draft.place?.trim() && draft.organisation?.trim() && draft.function?.trim() && Number.isInteger(size)
    ? {
        collected: {type: 'interval', from, to},
        custodian: {function: draft.function.trim(), organisation: draft.organisation.trim()},
        media: draft.media.trim(),
        place: {label: draft.place.trim()},
        size,
        words,
      }
    : undefined;
}

/**
 * A draft that begins with what a copy has in common with what it was made of.
 * @param {any} [description] of the original, if it has one
 */
export function descriptionDraft(description) {
  return {
    text: '',
    media: description?.media ?? '',
    size: '',
    place: description?.place.label ?? '',
    from: description ? instantTyped(description.collectedFrom) : '',
    to: description ? instantTyped(description.collectedTo) : '',
    organisation: description?.custodian.organisation ?? '',
    function: description?.custodian.function ?? '',
  };
}
