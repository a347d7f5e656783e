import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toMatter} from '../../app/route.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {positionOf} from '../../parts/place.js';
import {plainly} from '../../parts/terms.js';
import {languageField, reasonField, typedWords} from './claim-dialogs.js';
import {rowNameOf, valueOf} from './values.js';

/** Opening and closing a matter, and entering a list of what was public before the record began. */

const KINDS = ['incident', 'complaint', 'delivery_dispute'];
const MICRO = 1_000_000;

/** @param {import('../../app/view.js').View} view */
export function openMatterDialog(view) {
  const {words, act} = view;
  const draft = view.draft('open-matter');
  return dialog(view, {
    title: words.text('openMatter.title'),
    body: form(view, 'open-matter', {
      ready: Boolean(draft.title?.trim()),
      button: words.text('openMatter.send'),
      send: () =>
        act.send('open-matter', {
          path: '/statements',
          body: {kind: 'inquiry.matter_opened', body: matterFrom(view, draft)},
          said: 'said.matter.opened',
          then: ({entries}) => act.go(toMatter(entries[0])),
        }),
      fields: html`
        <p class="notice">${words.rich('openMatter.means', {side: view.nameOf(view.peer)})}</p>
        ${choice(view, 'open-matter', {name: 'kind', label: words.text('openMatter.kind'), options: KINDS.map((code) => [code, words.of('matterKind', code)])})}
        ${field(view, 'open-matter', {name: 'title', label: words.text('openMatter.name'), hint: words.text('openMatter.noPersons'), required: true, maxlength: 2000})}
        ${languageField(view, 'open-matter')}
        <div class="fields">
          ${field(view, 'open-matter', {name: 'where', label: words.text('value.where'), maxlength: 200})}
          ${field(view, 'open-matter', {name: 'position', label: words.text('value.position'), kind: 'code', maxlength: 40})}
          ${field(view, 'open-matter', {name: 'incidents', label: words.text('openMatter.incidents'), kind: 'code', maxlength: 300})}
        </div>
        <label class="tick">
          <input type="checkbox" .checked=${Boolean(draft.imported)} @change=${(/** @type {any} */ event) => act.edit('open-matter', {imported: event.target.checked})} />
          <span>${words.text('openMatter.imported')}</span>
        </label>
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function matterFrom(view, draft) {
  const position = positionOf(view, draft.position, draft.where);
  const incidents = [...new Set((draft.incidents ?? '').split(/[\s,،]+/).filter(Boolean))].sort();
  return {
    imported: Boolean(draft.imported),
    matter: draft.kind ?? KINDS[0],
    title: typedWords(view, draft, 'title'),
    ...(incidents.length ? {incidents} : {}),
    ...(draft.where?.trim()
      ? {
          place: {
            label: draft.where.trim(),
            ...(position ? {lat: Math.round(position.lat * MICRO), lon: Math.round(position.lon * MICRO), radius_m: 0} : {}),
          },
        }
      : {}),
  };
}

/** @param {import('../../app/view.js').View} view */
export function closeMatterDialog(view) {
  const {words, act} = view;
  const draft = view.draft('close-matter');
  const how = draft.reopen ? 'reopen' : 'close';
  return dialog(view, {
    title: words.text(`closeMatter.${how}.title`),
    body: form(view, 'close-matter', {
      ready: Boolean(draft.reason?.trim()),
      button: words.text(`closeMatter.${how}.send`),
      send: () =>
        act.send('close-matter', {
          path: '/statements',
          body: {
            kind: draft.reopen ? 'inquiry.matter_reopened' : 'inquiry.matter_closed',
            body: {matter: draft.matter.id, reason: typedWords(view, draft, 'reason')},
          },
          said: `said.matter.${how}`,
        }),
      fields: html`<p class="notice">${words.text(`closeMatter.${how}.means`)}</p>
        ${reasonField(view, 'close-matter')} ${languageField(view, 'close-matter')}`,
    }),
  });
}

// ---- lists --------------------------------------------------------------------------------------

/** @param {import('../../app/view.js').View} view */
export function enterListDialog(view) {
  const {words, act} = view;
  const draft = view.draft('enter-list');
  const {preview, file} = draft;
  const choose = (/** @type {any} */ {target}) => act.edit('enter-list', {file: target.files[0], preview: undefined, refused: undefined, agreed: false});
  const faults = preview?.faults.length ? '&faults=leave_out' : '';
  return dialog(view, {
    wide: true,
    title: words.text('enterList.title'),
    body: form(view, 'enter-list', {
      ready: Boolean(file && (!preview || (draft.agreed && preview.items.length))),
      button: words.text(preview ? 'enterList.send' : 'enterList.look'),
      send: () =>
        preview
          ? act.send('enter-list', {path: `/inquiry/lists?digest=${preview.digest}${faults}`, body: file, said: 'said.matter.listed'})
          : look(view, file),
      fields: html`
        <p class="notice">${words.text('enterList.means')}</p>
        <div class="field">
          <label for="enter-list-file">${words.text('enterList.file')}</label>
          <input id="enter-list-file" type="file" accept=".csv,.json,text/csv,application/json" @change=${choose} />
          <p class="hint">${words.text('enterList.fileHint')}</p>
        </div>
        ${preview ? previewOf(view, preview) : nothing}
        ${preview
          ? html`<label class="tick">
              <input type="checkbox" required .checked=${Boolean(draft.agreed)} @change=${(/** @type {any} */ event) => act.edit('enter-list', {agreed: event.target.checked})} />
              <span>${words.text('enterList.agreed')}</span>
            </label>`
          : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {File} file
 */
function look(view, file) {
  view.act.send('enter-list', {
    path: '/inquiry/lists/preview',
    body: file,
    then: (preview) => view.act.open('enter-list', {file, preview}),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} preview
 */
function previewOf(view, preview) {
  const {words} = view;
  return html`<section class="preview" aria-live="polite">
    <p><b>${words.text('enterList.found', {matters: preview.items.length, claims: preview.claims})}</b></p>
    <p class="stamp">${words.text('matters.noProof')}</p>
    ${preview.faults.length
      ? html`<div class="refusal">
          <p><strong>${words.text('enterList.faults', {count: preview.faults.length})}</strong></p>
          ${preview.faults.slice(0, 50).map((/** @type {any} */ fault) => html`<p><bdi class="code">${fault.line}</bdi> <span dir="auto">${plainly(fault.what)}</span></p>`)}
        </div>`
      : nothing}
    <ol class="lines">
      ${preview.items.slice(0, 100).map(
        (/** @type {any} */ item) => html`<li>
          <b dir="auto" lang=${item.matter.title.lang}>${plainly(item.matter.title.text)}</b>
          ${item.known ? html`<span class="tag warn">${words.rich('enterList.known', {matter: item.known})}</span>` : nothing}
          <ul>
            ${item.claims.slice(0, 20).map(
              (/** @type {any} */ claim) => html`<li>${rowNameOf(view, claim.property)}: ${valueOf(view, claim.value)}
                <span class="quiet">${claim.provenance.sources?.map((/** @type {any} */ one) => plainly(one.name))}</span>
              </li>`,
            )}
          </ul>
        </li>`,
      )}
    </ol>
  </section>`;
}
