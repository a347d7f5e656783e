import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dayInWords} from '../../parts/day.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {ownWords, ownWordsOf} from '../../parts/wording.js';
import {remarks} from './remarks.js';

/** To go by a list: its file is put on this node and read; then an officer says that our side goes by it. */

const TAKE = 'screening-list';
const END = 'screening-end-list';

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 * @param {any} [known] the list that is gone by, where a newer one is looked for
 */
export function openTakeList(view, board, known) {
  view.act.open(TAKE, {board, known, file: undefined, read: undefined, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function takeListDialog(view) {
  const {words, act} = view;
  const {known, file, read} = view.draft(TAKE);
  const list = read && {dated: read.dated, entities: read.entities, sha256: read.sha256, source: read.source};
  const say = (/** @type {any} */ what) => act.send(TAKE, {path: '/statements', body: {kind: 'screening.list_taken', body: {list: what}}, said: 'said.screeningListTaken'});
  return dialog(view, {
    wide: true,
    title: words.text('takeList.title'),
    body: form(view, TAKE, {
      ready: Boolean(file),
      button: words.text(read ? 'takeList.goBy' : 'takeList.read'),
      send: () => (read ? say(list) : look(view, file)),
      fields: html`
        <p class="notice">${words.text('takeList.means')} ${words.text('screeningDesk.noPersons')}</p>
        <div class="field">
          <label for="screening-list-file">${words.text('takeList.file')}</label>
          <input
            id="screening-list-file"
            type="file"
            accept=".xml,.csv,text/xml,application/xml,text/csv"
            @change=${(/** @type {any} */ {target}) => act.edit(TAKE, {file: target.files[0], read: undefined, refused: undefined})}
          />
          <p class="hint">${words.text('takeList.fileHint')}</p>
        </div>
        ${read ? report(view, read) : nothing} ${!read && known ? still(view, known, say) : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {File} file
 */
function look(view, file) {
  const {board, known} = view.draft(TAKE);
  view.act.send(TAKE, {path: '/screening/files', body: file, then: (read) => view.act.open(TAKE, {board, known, file, read})});
}

/**
 * "It is the newest still", which is said of a list without a file.
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 * @param {(list: any) => void} say
 */
function still({words}, known, say) {
  return html`<div class="still">
    <p>${words.rich('takeList.stillMeans', {source: words.of('listSource', known.source)})} <bdi class="code hash">${known.sha256}</bdi></p>
    <button type="button" data-offer="still" @click=${() => say(known)}>${words.text('takeList.still')}</button>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} read of the contract: `ListFile`
 */
function report(view, read) {
  const {words} = view;
  const rows = /** @type {[string, unknown][]} */ ([
    ['dated', dayInWords(view, read.dated)],
    ['firms', words.number(read.firms)],
    ['vessels', words.number(read.vessels)],
    ['persons', words.text('takeList.notKept', {count: read.persons})],
    ['aircraft', words.text('takeList.notKept', {count: read.aircraft})],
    ['leftOut', words.number(read.leftOut)],
    ['hash', html`<bdi class="code hash">${read.sha256}</bdi>`],
  ]);
  return html`<section class="preview stack" aria-live="polite">
    <p><b>${words.of('listSource', read.source)}</b> <bdi class="quiet">${read.format}</bdi></p>
    <dl class="rests">
      ${rows.map(
        ([key, value]) => html`<div>
          <dt>${words.of('listRow', key)}</dt>
          <dd>${value}</dd>
        </div>`,
      )}
    </dl>
    ${remarks(view, read.remarks, read.isAll)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
export function openEndList(view, known) {
  view.act.open(END, {known, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function endListDialog(view) {
  const {words, act} = view;
  const draft = view.draft(END);
  const reason = ownWordsOf(view, draft, 'reason');
  return dialog(view, {
    title: words.rich('endList.title', {source: words.of('listSource', draft.known.source)}),
    body: form(view, END, {
      ready: Boolean(reason),
      button: words.text('endList.send'),
      send: () =>
        act.send(END, {path: '/statements', body: {kind: 'screening.list_ended', body: {reason, source: draft.known.source}}, said: 'said.screeningListEnded'}),
      fields: html`<p class="notice">${words.text('endList.means')}</p>
        ${ownWords(view, END, {name: 'reason', label: words.text('screeningDesk.reason'), maxlength: 2000})}`,
    }),
  });
}
