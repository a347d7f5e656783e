import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {remarks} from './remarks.js';

const TABLE = 'screening-table';

/** As the node reads it, in every language. */
const HEADING = 'party,sort,name,number';

/** @param {import('../../app/view.js').View} view */
export function openTable(view) {
  view.act.open(TABLE, {file: undefined, read: undefined, refused: undefined});
}

/**
 * Our own table, which takes the place of the one before. With lines that cannot be read it is taken only when the
 * officer has seen them.
 *
 * @param {import('../../app/view.js').View} view
 */
export function tableDialog(view) {
  const {words, act} = view;
  const {file, read} = view.draft(TABLE);
  const send = () =>
    act.send(TABLE, {
      path: `/screening/own/table${read?.parties ? '?faults=leave_out' : ''}`,
      body: file,
      then: (answer) => (answer.isTaken ? act.say('said.screeningTable') : act.open(TABLE, {file, read: answer})),
    });
  return dialog(view, {
    title: words.text('ownTable.title'),
    body: form(view, TABLE, {
      ready: Boolean(file) && (!read || read.parties > 0),
      button: words.text(read ? 'ownTable.leaveOut' : 'ownTable.send'),
      send,
      fields: html`
        <p class="notice">${words.text('ownTable.means')} ${words.text('screeningDesk.noPersons')}</p>
        <div class="field">
          <label for="screening-table-file">${words.text('ownTable.file')}</label>
          <input
            id="screening-table-file"
            type="file"
            accept=".csv,text/csv"
            @change=${(/** @type {any} */ {target}) => act.edit(TABLE, {file: target.files[0], read: undefined, refused: undefined})}
          />
          <p class="hint">${words.text('ownTable.fileHint')} <bdi class="code">${HEADING}</bdi></p>
        </div>
        ${read ? html`<p><b>${words.text('ownTable.read', {count: read.parties})}</b></p>${remarks(view, read.remarks, read.isAll)}` : nothing}
      `,
    }),
  });
}
