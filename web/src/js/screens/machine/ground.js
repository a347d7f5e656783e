import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {field} from '../../parts/field.js';
import {notHere} from '../../parts/refusal.js';
import {latinDigits} from '../../time/walls.js';
import {follow, inForce, preview, reading as readPanel, refusals} from './import-frame.js';

/**
 * The ground over which this node reckons journeys, and the import of another: a file is read and shown beside what is
 * in force, feature by feature what is wrong with it, and nothing is in force before somebody puts it in place.
 */

const KIND = {name: 'ground', path: '/geo/ground', put: 'said.groundPut', back: 'said.groundBack'};
const READ = 'ground-read';

/** The terrains in the order of their digits. */
const TERRAINS = ['impassable', 'open', 'sand', 'salt', 'rough', 'track', 'road', 'highway'];

/**
 * @typedef {object} GridHeld
 * @property {string} sha256
 * @property {number} columns
 * @property {number} rows
 * @property {{terrain: string, cells: number}[]} cells
 * @property {{cellsPerDigit: number, rows: string[]}} map
 *
 * @typedef {object} GroundDraft
 * @property {GridHeld} grid
 * @property {number} linePoints
 * @property {number} refused
 * @property {{feature: number, flaw: string, sentence: string}[]} refusals
 * @property {{sameRegion: boolean, sidesChanged: number, turns: {from: string, to: string, cells: number}[], gates: {name: string, what: string, open: boolean, changesHand: boolean}[]}} [change]
 *
 * @typedef {object} GroundState
 * @property {boolean} hasLine
 * @property {GridHeld} [held]
 * @property {string} [agreed]
 * @property {boolean} hasFormer
 * @property {number} [readingBytes]
 * @property {GroundDraft} [draft]
 */

/** @param {import('../../app/view.js').View} view */
export function ground(view) {
  const reading = view.feed.read(KIND.path);
  /** @type {GroundState | undefined} */
  const known = reading.data;
  if (!known) {
    return notHere(view, reading);
  }
  follow(view, KIND);
  return html`${inForce(view, KIND, known.hasFormer, held(view, known))} ${file(view, known)} ${known.draft ? wouldBe(view, known, known.draft) : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {GroundState} known
 */
function held({words}, {held: grid, agreed}) {
  return html`${grid
      ? html`<p>${words.text('survey.size', {columns: grid.columns, rows: grid.rows})} <bdi class="code">${grid.sha256.slice(0, 16)}</bdi></p>`
      : html`<p>${words.text('survey.none')}</p>`}
    <p class="hint">${words.text(agreement(grid, agreed))}</p>`;
}

/**
 * @param {GridHeld | undefined} held
 * @param {string | undefined} agreed
 */
function agreement(held, agreed) {
  if (!agreed) {
    return 'survey.notAgreed';
  }
  return held?.sha256 === agreed ? 'survey.isAgreed' : 'survey.otherAgreed';
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {GroundState} known
 */
function file(view, {held: grid, hasLine, readingBytes}) {
  const {words} = view;
  const region = latinDigits(view.draft(READ).region ?? '').replace(/\s/g, '');
  return readPanel(view, KIND, {
    readingBytes,
    query: region ? `?region=${encodeURIComponent(region)}` : '',
    ready: hasLine && Boolean(grid || region),
    fields: hasLine
      ? field(view, READ, {name: 'region', label: words.text('survey.region'), hint: words.text(grid ? 'survey.regionHeld' : 'survey.regionNone'), kind: 'code', maxlength: 80})
      : html`<p class="refusal">${words.text('survey.noLine')}</p>`,
  });
}

// ---- what it would be ----------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {GroundState} known
 * @param {GroundDraft} draft
 */
function wouldBe(view, {held: grid}, draft) {
  const {words} = view;
  return preview(
    view,
    KIND,
    draft.grid.sha256,
    html`<p>
        ${words.text('survey.size', {columns: draft.grid.columns, rows: draft.grid.rows})} <bdi class="code">${draft.grid.sha256.slice(0, 16)}</bdi>.
        ${words.text('survey.line', {points: draft.linePoints})}
      </p>
      ${draft.refused ? refusals(view, words.text('survey.leftOut', {count: draft.refused}), draft.refusals) : html`<p>${words.text('survey.allTaken')}</p>`}
      ${change(view, draft)}
      <div class="two-grounds">
        ${grid ? map(view, 'survey.mapHeld', grid.map.rows) : nothing} ${map(view, 'survey.mapDraft', draft.grid.map.rows, draft.change?.sameRegion ? grid?.map.rows : undefined)}
      </div>
      ${legend(view, Boolean(draft.change?.sameRegion))} ${cells(view, draft.grid, grid)}`,
  );
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {GroundDraft} draft
 */
function change({words}, {change: found}) {
  if (!found) {
    return nothing;
  }
  const {sameRegion, sidesChanged, turns, gates} = found;
  if (!sameRegion) {
    return html`<p class="notice">${words.text('survey.otherRegion')}</p>`;
  }
  return html`<ul class="ground-changes">
    ${turns.length || gates.length || sidesChanged ? nothing : html`<li>${words.text('survey.nothingChanges')}</li>`}
    ${turns.map(({from, to, cells: n}) => html`<li>${words.text('survey.turn', {n, from: words.of('terrainName', from), to: words.of('terrainName', to)})}</li>`)}
    ${sidesChanged ? html`<li>${words.text('survey.sides', {n: sidesChanged})}</li>` : nothing}
    ${gates.map(({name, what}) => html`<li>${words.rich(`survey.gate.${what}`, {name})}</li>`)}
  </ul>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} title
 * @param {string[]} rows of digits, from the north down
 * @param {string[]} [before] what is in force, to show where it differs
 */
function map({words}, title, rows, before) {
  const width = rows[0].length;
  return html`<figure>
    <figcaption>${words.text(title)}</figcaption>
    <svg class="ground-map" viewBox="0 0 ${width} ${rows.length}" role="img" aria-label=${words.text(title)}>
      ${rows.flatMap((row, y) => runs(row).map(({digit, from, to}) => svg`<path class="t${digit}" d="M${from} ${y}h${to - from}v1h${from - to}z" />`))}
      ${before ? rows.flatMap((row, y) => runs(unlike(row, before[y])).map(({digit, from, to}) => (digit === '1' ? svg`<path class="turned" d="M${from} ${y}h${to - from}v1h${from - to}z" />` : nothing))) : nothing}
    </svg>
  </figure>`;
}

/**
 * @param {string} row
 * @param {string} [other]
 */
function unlike(row, other = '') {
  return [...row].map((digit, at) => (digit === other[at] ? '0' : '1')).join('');
}

/**
 * Neighbouring digits that are alike, as one.
 * @param {string} row
 */
function runs(row) {
  return [...row.matchAll(/(\d)\1*/g)].map((run) => ({digit: run[1], from: run.index, to: run.index + run[0].length}));
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {boolean} isCompared
 */
function legend({words}, isCompared) {
  return html`<p class="picture-key terrains">
    ${TERRAINS.map((name, digit) => html`<span><i class="t${digit}"></i>${words.of('terrainName', name)}</span>`)}
    ${isCompared ? html`<span><i class="turned"></i>${words.text('survey.keyChanged')}</span>` : nothing}
  </p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {GridHeld} grid
 * @param {GridHeld | undefined} held
 */
function cells({words}, grid, held) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('survey.cells')}>
    <table class="ground-cells">
      <thead>
        <tr>
          <th scope="col">${words.text('survey.terrain')}</th>
          ${held ? html`<th scope="col">${words.text('survey.now')}</th>` : nothing}
          <th scope="col">${words.text('survey.wouldBe')}</th>
          ${held ? html`<th scope="col">${words.text('survey.difference')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${grid.cells.map(({terrain, cells: n}, place) => {
          const before = held?.cells[place].cells ?? 0;
          return html`<tr>
            <th scope="row">${words.of('terrainName', terrain)}</th>
            ${held ? html`<td class="figure">${words.number(before)}</td>` : nothing}
            <td class="figure">${words.number(n)}</td>
            ${held ? html`<td class="figure">${words.signed(n - before)}</td>` : nothing}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
