import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toAct, toClaim} from '../../app/route.js';
import {plainly} from '../../parts/terms.js';
import {side} from '../../parts/side.js';
import {atLength} from '../../parts/times.js';
import {icon} from '../../parts/icon.js';
import {openClaim} from './claim-dialogs.js';
import {claimActs} from './claim-acts.js';
import {claimSaid, positionOf} from './said.js';
import {rangeOf, rowName, rowNameOf, valueOf} from './values.js';

/**
 * The board: a row for each thing that is in question, a column for each side in the order of the channel, one for third
 * parties, one for what was found together. Which rows, in which order, and what stands in a cell, the node says; here
 * it is only drawn (protocol clause 09-8).
 */

/** In this order, whoever looks. */
export const STATES = ['agreed', 'overlapping', 'disputed', 'unverified', 'unanswered'];

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract
 * @param {{print?: boolean}} [how]
 */
export function boardOf(view, board, {print = false} = {}) {
  const {words} = view;
  if (!board.rows.length) {
    return html`<section class="panel"><p class="empty">${words.text('board.empty')}</p></section>`;
  }
  return html`<div class="board-frame">
    <table class="board">
      <caption class="visually-hidden">${words.text('board.caption')}</caption>
      <colgroup>
        <col class="subject" />
        ${board.columns.map(() => html`<col class="of-side" />`)}
        <col class="third" />
        <col class="joint" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">${words.text('board.subject')}</th>
          ${board.columns.map(
            (/** @type {any} */ column) => html`<th scope="col" data-side=${column.party}>
              ${side(view, column.party)} <span>${view.nameOf(view.party(column.party))}</span>
            </th>`,
          )}
          <th scope="col" class="third">${words.text('board.third')}</th>
          <th scope="col" class="joint">${words.text('board.joint')}</th>
        </tr>
      </thead>
      <tbody>
        ${board.rows.map((/** @type {any} */ row) => boardRow(view, board, row, print))}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} row
 * @param {boolean} print
 */
function boardRow(view, board, row, print) {
  const {words} = view;
  return html`<tr class="board-row ${row.state}" data-row=${row.row} data-state=${row.state}>
    <th scope="row">
      <span class="subject-name">${rowName(view, row)}</span>
      ${stateMark(view, row.state)}
      ${board.next.includes(row.row) ? html`<span class="hint next">${words.text('board.couldAgree')}</span>` : nothing}
      ${print ? nothing : rowActs(view, board, row)}
    </th>
    ${row.cells.map((/** @type {any} */ cell) => cellOf(view, board, row, cell, print))}
    <td class="third" data-label=${words.text('board.third')}>
      ${earlier(view, board, row, row.earlierThird, {behalf: 'others'})}
      ${row.third.map((/** @type {any} */ said) => claimSaid(view, said, print ? nothing : claimActs(view, board, said)))}
      ${row.third.length ? nothing : html`<p class="quiet">${words.text('board.noThird')}</p>`}
    </td>
    <td class="joint" data-label=${words.text('board.joint')}>${jointOf(view, row)}</td>
  </tr>`;
}

/**
 * A state by its shape and its word; never by a colour alone.
 * @param {import('../../app/view.js').View} view
 * @param {string} state
 */
export function stateMark({words}, state) {
  return html`<span class="row-state ${state}"><svg viewBox="0 0 12 12" aria-hidden="true"><path d=${SHAPES[state] ?? ''} /></svg>${words.of('rowState', state)}</span>`;
}

/** A full disc, two that overlap, two apart, a ring with a bar, an empty ring. @type {Record<string, string>} */
const SHAPES = {
  agreed: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  overlapping: 'M4.5 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM7.5 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  disputed: 'M2.6 3.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8zM9.4 3.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8z',
  unverified: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM2.5 9.5L9.5 2.5',
  unanswered: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
};

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} row
 */
function rowActs(view, board, row) {
  const {words} = view;
  if (!view.may('investigator', 'clerk') || ownClosed(view, board)) {
    return nothing;
  }
  return html`<div class="row deeds">
    <button class="small" data-act="state" @click=${() => openClaim(view, board.matter, {purpose: 'state', property: row.property, category: row.category, unit: row.unit})}>
      ${words.text('stateClaim.short')}
    </button>
    <button
      class="small"
      data-act="ask"
      @click=${() => view.act.open('ask-question', {matter: board.matter, property: row.property, words: '', refused: undefined})}
    >
      ${words.text('askQuestion.short')}
    </button>
  </div>`;
}

/**
 * Whether our side has closed the matter.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
export const ownClosed = (view, {matter}) => matter.closed.some((/** @type {any} */ one) => one.party === view.ours.id);

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} row
 * @param {any} cell
 * @param {boolean} print
 */
function cellOf(view, board, row, cell, print) {
  const {words} = view;
  const name = view.nameOf(view.party(cell.party));
  return html`<td class="of-side" data-side=${cell.party} data-label=${`${view.party(cell.party).letter} · ${name}`}>
    ${earlier(view, board, row, cell.earlier, {party: cell.party, behalf: 'own'})}
    ${cell.said.map((/** @type {any} */ said) => claimSaid(view, said, print ? nothing : claimActs(view, board, said)))}
    ${cell.earlierAnswers ? html`<p class="hint">${words.text('board.earlierAnswers', {count: cell.earlierAnswers})}</p>` : nothing}
    ${cell.answers.map(
      (/** @type {any} */ answer) => html`<p class="answer" data-answer=${answer.claim}>
        ${positionOf(view, answer.position)} <a class="quiet small" href=${toClaim(answer.claim)}><bdi class="code">${answer.claim}</bdi></a>
      </p>`,
    )}
    ${cell.silence ? html`<p class="silence">${silenceOf(view, name, cell.silence)}</p>` : nothing}
  </td>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} side
 * @param {any} silence
 */
function silenceOf({words, clocks}, side, {asOf, asked}) {
  const at = html`<bdi>${clocks.zuluStamp(Date.parse(asOf))}</bdi>`;
  return asked
    ? words.rich('board.silentAsked', {side, asOf: at, asked: html`<bdi>${clocks.zuluStamp(Date.parse(asked))}</bdi>`})
    : words.rich('board.silent', {side, asOf: at});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} row
 * @param {number} count
 * @param {Record<string, string>} of
 */
function earlier({words}, board, row, count, of) {
  return count
    ? html`<p class="earlier">
        <a href=${to('inquiry', board.matter.matter.split('/'), {tab: 'claims', row: row.row, ...of})}>${words.text('board.earlier', {count})}</a>
      </p>`
    : nothing;
}

/**
 * What was found together, and how the accounts lie to each other. No mean.
 * @param {import('../../app/view.js').View} view
 * @param {any} row
 */
function jointOf(view, {joint, type}) {
  const {words} = view;
  return html`${joint.found.map(
      (/** @type {any} */ found) => html`<div class="found">
        <p class="label">${words.text('board.found', {version: found.version})} <a href=${toAct(found.act)}><bdi class="code">${found.act}</bdi></a></p>
        ${itemOf(view, found.item)}
        ${found.dissents.map((/** @type {any} */ dissent) => dissentOf(view, dissent))}
      </div>`,
    )}
    ${joint.overlap
      ? html`<p class="overlap"><span class="label">${words.text('board.overlap')}</span> ${spanOf(view, type, joint.overlap.low, joint.overlap.high)}</p>`
      : nothing}
    ${joint.envelope
      ? html`<p class="envelope">
          <span class="label">${words.text('board.envelope')}</span>
          ${spanOf(view, type, joint.envelope.low, joint.envelope.high)}${joint.envelope.openAbove ? words.text('board.orMore') : nothing}
        </p>`
      : nothing}
    ${joint.found.length || joint.overlap || joint.envelope ? nothing : html`<p class="quiet">${words.text('board.nothingFound')}</p>`}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} type
 * @param {number} low
 * @param {number | undefined} high
 */
export function spanOf(view, type, low, high) {
  if (type !== 'interval') {
    return html`<b class="figure">${rangeOf(view, low, high)}</b>`;
  }
  const time = (/** @type {number} */ at) => atLength(view, new Date(at).toISOString());
  return high === undefined || high === low ? time(low) : view.words.rich('value.interval', {from: time(low), to: time(high)});
}

/**
 * One item of a finding.
 * @param {import('../../app/view.js').View} view
 * @param {any} item
 */
export function itemOf(view, item) {
  const {words} = view;
  return html`<p><b>${words.of('foundOutcome', item.outcome)}</b> ${item.value ? valueOf(view, item.value) : nothing}</p>
    ${item.values.map(
      (/** @type {any} */ one) => html`<p class="side-value">${side(view, one.party)} ${valueOf(view, one.value)}</p>`,
    )}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} dissent
 */
export function dissentOf(view, dissent) {
  const {words} = view;
  return html`<p class="dissent">
    ${icon('fork')} ${words.rich('board.dissent', {side: view.nameOf(view.party(dissent.party))})}
    ${dissent.property ? html`<span class="tag">${words.of('claimProperty', dissent.property)}</span>` : nothing}
    <q dir="auto" lang=${dissent.words.language}>${plainly(dissent.words.text)}</q>
  </p>`;
}

/**
 * The counts above the board: `5 agreed · 3 overlap · …`, each with the age of its oldest row.
 * @param {import('../../app/view.js').View} view
 * @param {any[]} meter
 */
export function meterOf(view, meter) {
  const {words, clocks} = view;
  return html`<ul class="meter" aria-label=${words.text('board.meter')}>
    ${meter.map(
      ({state, rows, oldestSeconds}) => html`<li data-count=${state} class=${rows ? '' : 'none'}>
        <b class="figure">${words.number(rows)}</b> ${stateMark(view, state)}
        ${oldestSeconds === undefined ? nothing : html`<span class="quiet">${clocks.length(oldestSeconds * 1000)}</span>`}
      </li>`,
    )}
  </ul>`;
}

/**
 * What waits for an answer, and what could be agreed on next.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
export function besideBoard(view, board) {
  const {words, clocks} = view;
  return html`<div class="two beside-board">
    <section class="panel next-agreements">
      <header><h2>${words.text('board.next')}</h2></header>
      ${board.next.length
        ? html`<ul class="lines">
            ${board.next.map((/** @type {string} */ code) => {
              const row = board.rows.find((/** @type {any} */ one) => one.row === code);
              return html`<li>
                <b>${rowNameOf(view, code)}</b>
                ${row?.joint.overlap ? html`${words.text('board.overlap')} ${spanOf(view, row.type, row.joint.overlap.low, row.joint.overlap.high)}` : nothing}
              </li>`;
            })}
          </ul>`
        : html`<p class="nothing">${words.text('board.noNext')}</p>`}
    </section>
    <section class="panel dues">
      <header>
        <h2>${words.text('board.dues')}</h2>
        ${board.duesTotal ? html`<b class="figure count">${words.number(board.duesTotal)}</b>` : nothing}
      </header>
      ${board.dues.length
        ? html`<ul class="lines">
            ${board.dues.slice(0, 30).map(
              (/** @type {any} */ due) => html`<li>
                ${words.rich('board.owes', {side: view.nameOf(view.party(due.party)), claimant: view.nameOf(view.party(due.claimant))})}
                <b>${rowNameOf(view, due.row)}</b> <a href=${toClaim(due.claim)}><bdi class="code">${due.claim}</bdi></a>
                ${due.due
                  ? html`<span class=${due.overdue ? 'late' : 'quiet'}
                      >${words.text(due.overdue ? 'board.overdueSince' : 'board.dueIn', {length: clocks.length(Math.abs(Date.parse(due.due) - view.now))})}</span
                    >`
                  : html`<span class="quiet">${words.text('board.receiptNotProven')}</span>`}
              </li>`,
            )}
          </ul>`
        : html`<p class="nothing">${words.text('board.noDues')}</p>`}
    </section>
  </div>`;
}

/**
 * Names that the sides have linked: each stays as it was written.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
export function namesOf({words}, {names}) {
  return names.length
    ? html`<p class="linked-names">
        ${names.map(([one, other] = ['', '']) => words.rich('board.sameName', {one: html`<b dir="auto">${plainly(one)}</b>`, other: html`<b dir="auto">${plainly(other)}</b>`}))}
      </p>`
    : nothing;
}
