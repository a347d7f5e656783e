import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {amount, quantity} from '../../parts/amount.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {inALine} from '../../parts/wording.js';
import {wayOf} from './known.js';
import {DRAFT, laidInto, LINES_MAX} from './protocol-draft.js';

/** Lines of a protocol out of a table: looked at with everything that cannot be taken, and then put into the form. */

const FILE = 'market-lines';
const EMPTY = '/api/v1/market/lines/empty';

/** How many refusals are shown; whoever has mended these sends the table again. */
const SHOWN = 100;

/** @param {import('../../app/view.js').View} view */
export function openLinesFile(view) {
  view.act.open(FILE, {file: undefined, preview: undefined, refused: undefined, agreed: false, beside: false});
}

/** @param {import('../../app/view.js').View} view */
export function linesDialog(view) {
  const {words, act} = view;
  const draft = view.draft(FILE);
  const {preview, file} = draft;
  const lines = preview?.lines ?? [];
  const laid = laidInto(view.draft(DRAFT), lines, Boolean(draft.beside));
  const isReady = preview ? lines.length && laid.count <= LINES_MAX && (draft.agreed || !preview.refusedTotal) : file;
  const choose = (/** @type {any} */ {target}) => act.edit(FILE, {file: target.files[0], preview: undefined, refused: undefined, agreed: false});
  const look = () =>
    act.send(FILE, {path: `/market/lines/preview?limit=${SHOWN}`, body: file, then: (/** @type {any} */ answer) => act.open(FILE, {file, preview: answer, beside: draft.beside})});
  const take = () => {
    act.discard(FILE);
    act.open(DRAFT, {...laid, refused: undefined});
    act.say('linesFile.taken', {count: lines.length});
  };
  return dialog(view, {
    wide: true,
    title: words.text('linesFile.title'),
    body: form(view, FILE, {
      ready: Boolean(isReady),
      button: preview ? words.text('linesFile.take', {count: lines.length}) : words.text('linesFile.look'),
      send: preview ? take : look,
      fields: html`
        <p class="notice">${words.text('linesFile.means')}</p>
        <div class="field">
          <label for="market-lines-file">${words.text('linesFile.file')}</label>
          <input id="market-lines-file" type="file" accept=".csv,.txt,text/csv" @change=${choose} />
          <p class="hint">${words.text('linesFile.hint')} <a href=${EMPTY} download>${words.text('linesFile.empty')}</a></p>
        </div>
        ${preview ? previewOf(view, preview) : nothing}
        ${preview?.refusedTotal && lines.length ? tick(view, 'agreed', words.text('linesFile.leaveOut')) : nothing}
        ${lines.length ? tick(view, 'beside', words.text('linesFile.beside')) : nothing}
        ${laid.count > LINES_MAX ? html`<p class="notice" role="status">${words.text('linesFile.tooMany', {count: laid.count, most: LINES_MAX})}</p>` : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {string} text
 */
function tick(view, name, text) {
  return html`<label class="tick">
    <input
      type="checkbox"
      ?required=${name === 'agreed'}
      .checked=${Boolean(view.draft(FILE)[name])}
      @change=${(/** @type {any} */ {target}) => view.act.edit(FILE, {[name]: target.checked})}
    />
    <span>${text}</span>
  </label>`;
}

// ---- what is in it ------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} preview of the contract: `LinePreview`
 */
function previewOf(view, preview) {
  const {words} = view;
  return html`${preview.lines.length ? found(view, preview.lines) : html`<p><b>${words.text('linesFile.nothing')}</b></p>`}
  ${preview.indices.length
    ? html`<p class="hint">${words.text('linesFile.indices')} ${preview.indices.map((/** @type {string} */ name) => html`<bdi class="code">${name}</bdi> `)}</p>`
    : nothing}
  ${preview.refusedTotal ? refused(view, preview) : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any[]} lines
 */
function found(view, lines) {
  const {words} = view;
  const title = words.text('linesFile.found', {count: lines.length});
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${title}>
    <table class="plain lines-found">
      <caption>${title}</caption>
      <thead>
        <tr>
          <th scope="col">${words.text('committee.goods')}</th>
          <th scope="col">${words.text('protocolForm.exporter')}</th>
          <th scope="col">${words.text('protocolForm.lot')}</th>
          <th scope="col">${words.text('protocolForm.price')}</th>
          <th scope="col" class="figure">${words.text('protocolForm.most')}</th>
          <th scope="col" class="figure">${words.text('protocolForm.worth')}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) => html`<tr>
            <th scope="row">${inALine(view, line.text)} <bdi class="code quiet">${line.commodity}</bdi></th>
            <td>${wayOf(view, line.exporter)}</td>
            <td>${quantity(view, line.lot)}</td>
            <td><bdi class="code">${line.price.formula}</bdi> / ${words.of('unitCode', line.price.per)}</td>
            <td class="figure">${words.number(line.lots.most)}</td>
            <td class="figure"><bdi>${amount(view, line.value.most)}</bdi></td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} preview
 */
function refused(view, {refused: all, refusedTotal}) {
  const {words} = view;
  const title = words.text('linesFile.refused', {count: refusedTotal});
  return html`<div class="scroll tall refused-lines" tabindex="0" role="region" aria-label=${title}>
      <table class="plain lines-refused">
        <caption>${title}</caption>
        <thead>
          <tr>
            <th scope="col" class="figure">${words.text('linesFile.line')}</th>
            <th scope="col">${words.text('linesFile.column')}</th>
            <th scope="col">${words.text('linesFile.value')}</th>
            <th scope="col">${words.text('linesFile.why')}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            (/** @type {any} */ one) => html`<tr>
              <th scope="row" class="figure">${words.number(one.line)}</th>
              <td class="column"><bdi class="code">${one.column}</bdi></td>
              <td class="value"><bdi class="code">${one.value}</bdi></td>
              <td>${words.of('lineFlaw', one.code)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${all.length < refusedTotal ? html`<p class="hint">${words.text('linesFile.more', {count: refusedTotal - all.length})}</p>` : nothing}`;
}
