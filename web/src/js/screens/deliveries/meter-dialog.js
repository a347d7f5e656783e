import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dayInWords} from '../../parts/day.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {megawattHours} from './goods.js';

/** An export of a meter: looked at with every line that cannot be taken, and then stated, day by day. */

const METER = 'meter';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 */
export function openMeter(view, line) {
  view.act.open(METER, {line, file: undefined, preview: undefined, refused: undefined, agreed: false});
}

/** @param {import('../../app/view.js').View} view */
export function meterDialog(view) {
  const {words, act} = view;
  const draft = view.draft(METER);
  const {preview, file, line} = draft;
  const path = `/energy/lines/${line.line.split('/').map(encodeURIComponent).join('/')}/meter`;
  const choose = (/** @type {any} */ {target}) => act.edit(METER, {file: target.files[0], preview: undefined, refused: undefined, agreed: false});
  const look = () =>
    act.send(METER, {path: `${path}/preview`, body: file, then: (/** @type {any} */ answer) => act.open(METER, {line, file, preview: answer})});
  const state = () =>
    act.send(METER, {path: `${path}?digest=${preview.digest}${preview.refusedTotal ? '&faults=leave_out' : ''}`, body: file, said: 'said.goods.metered'});
  return dialog(view, {
    wide: true,
    title: words.text('meterForm.title'),
    body: form(view, METER, {
      ready: Boolean(file && (!preview || (preview.found.length && (draft.agreed || !preview.refusedTotal)))),
      button: words.text(preview ? 'meterForm.send' : 'meterForm.look'),
      send: preview ? state : look,
      fields: html`<p><b><bdi>${line.terms.name}</bdi></b></p>
        <div class="field">
          <label for="meter-file">${words.text('meterForm.file')}</label>
          <input id="meter-file" type="file" accept=".csv,text/csv" @change=${choose} />
          <p class="hint">${words.rich('meterForm.hint', {heading: 'serial,from,wh,register,quality'})}</p>
        </div>
        ${preview ? previewOf(view, preview) : nothing}
        ${preview?.refusedTotal
          ? html`<label class="tick">
              <input type="checkbox" required .checked=${Boolean(draft.agreed)} @change=${(/** @type {any} */ event) => act.edit(METER, {agreed: event.target.checked})} />
              <span>${words.text('meterForm.leaveOut')}</span>
            </label>`
          : nothing}
        <p class="notice">${words.text('meterForm.means')}</p>`,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} preview
 */
function previewOf(view, {found, refused, refusedTotal}) {
  const {words} = view;
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${words.text('meterForm.found', {count: found.length})}>
      <table class="plain">
        <caption>${words.text('meterForm.found', {count: found.length})}</caption>
        <thead>
          <tr>
            <th scope="col">${words.text('energyMonth.day')}</th>
            <th scope="col">${words.text('meterForm.serial')}</th>
            <th scope="col" class="figure">${words.text('meterForm.flowed')}</th>
            <th scope="col" class="figure">${words.text('meterForm.gaps')}</th>
            <th scope="col">${words.text('meterForm.was')}</th>
          </tr>
        </thead>
        <tbody>
          ${found.map(
            (/** @type {any} */ one) => html`<tr>
              <th scope="row">${dayInWords(view, one.day)}</th>
              <td><bdi class="code">${one.serial}</bdi></td>
              <td class="figure"><bdi>${megawattHours(view, one.wh)}</bdi></td>
              <td class="figure">${words.number(one.gaps)}</td>
              <td>${words.of('meterWas', one.was)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${refusedTotal
      ? html`<div class="scroll tall refused-lines" tabindex="0" role="region" aria-label=${words.text('meterForm.refused', {count: refusedTotal})}>
          <table class="plain">
            <caption>${words.text('meterForm.refused', {count: refusedTotal})}</caption>
            <thead>
              <tr>
                <th scope="col" class="figure">${words.text('meterForm.line')}</th>
                <th scope="col">${words.text('meterForm.value')}</th>
                <th scope="col">${words.text('meterForm.why')}</th>
              </tr>
            </thead>
            <tbody>
              ${refused.map(
                (/** @type {any} */ one) => html`<tr>
                  <th scope="row" class="figure">${words.number(one.line)}</th>
                  <td><bdi class="code">${one.value}</bdi></td>
                  <td>${words.of('meterWhy', one.code)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : nothing}`;
}
