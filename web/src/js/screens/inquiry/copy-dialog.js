import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {typedWords} from './claim-dialogs.js';
import {descriptionDraft, descriptionFields, descriptionFrom, digestFields, levelField, LEVELS, typedDigest} from './exhibit-fields.js';

/** A copy is an exhibit of its own, for ever linked to what it was made of. Only who holds that registers one. */

const COPIES = ['working', 'redacted'];

/**
 * Opens the form of a copy, which begins with what is said of the original.
 * @param {import('../../app/view.js').View} view
 * @param {any} matter of the contract
 * @param {any} original of the contract: `Exhibit`
 */
export function openCopy(view, matter, original) {
  const same = view.draft('copy-exhibit').original?.exhibit === original.exhibit;
  view.act.open('copy-exhibit', {
    matter,
    original,
    refused: undefined,
    ...(same ? {} : {copy: COPIES[0], level: undefined, digest: '', reason: '', language: view.words.language, ...descriptionDraft(original.description)}),
  });
}

/** @param {import('../../app/view.js').View} view */
export function copyDialog(view) {
  const {words, act} = view;
  const draft = view.draft('copy-exhibit');
  const {original, copy} = draft;
  const redacted = copy === 'redacted';
  const body = redacted ? redactedFrom(view, draft) : workingFrom(view, draft);
  const unchanged = redacted && typedDigest(draft) === original.sha256;
  return dialog(view, {
    wide: true,
    title: html`${words.text('copyExhibit.title')} <bdi class="code quiet">${original.exhibit}</bdi>`,
    body: form(view, 'copy-exhibit', {
      ready: body !== undefined && !unchanged,
      button: words.text('copyExhibit.send'),
      send: () =>
        act.send('copy-exhibit', {
          path: '/statements',
          body: {kind: redacted ? 'inquiry.evidence_redacted' : 'inquiry.evidence_registered', body},
          said: 'said.exhibit.copied',
        }),
      fields: html`
        <p class="notice">${words.text('copyExhibit.means')}</p>
        <dl class="pairs">
          <div><dt>${words.text('custody.madeOf')}</dt><dd><bdi class="code">${original.exhibit}</bdi> <bdi class="code hash">${original.sha256}</bdi></dd></div>
        </dl>
        ${choice(view, 'copy-exhibit', {name: 'copy', label: words.text('copyExhibit.copy'), options: COPIES.map((code) => [code, words.of('copy', code)])})}
        <p class="hint">${words.of('copyMeans', copy)}</p>
        ${digestFields(view, 'copy-exhibit')} ${unchanged ? html`<p class="refusal">${words.text('copyExhibit.unchanged')}</p>` : nothing}
        ${redacted
          ? field(view, 'copy-exhibit', {name: 'reason', label: words.text('copyExhibit.reason'), hint: words.text('claimForm.reasonHint'), kind: 'area', required: true, maxlength: 2000})
          : levelField(view, 'copy-exhibit')}
        ${redacted || levelOf(draft) !== LEVELS[0] ? descriptionFields(view, 'copy-exhibit') : nothing}
      `,
    }),
  });
}

/** @param {Record<string, any>} draft */
const levelOf = ({level}) => level ?? LEVELS[0];

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function workingFrom(view, draft) {
  const sha256 = typedDigest(draft);
  const level = levelOf(draft);
  const description = level === LEVELS[0] ? undefined : descriptionFrom(view, draft);
  return sha256 && (level === LEVELS[0] || description)
    ? {copy: 'working', ...(description ? {description} : {}), level, matter: draft.matter.id, of: draft.original.id, sha256}
    : undefined;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function redactedFrom(view, draft) {
  const sha256 = typedDigest(draft);
  const description = descriptionFrom(view, draft);
  const reason = typedWords(view, draft, 'reason');
  return sha256 && description && reason ? {description, of: draft.original.id, reason, sha256} : undefined;
}
