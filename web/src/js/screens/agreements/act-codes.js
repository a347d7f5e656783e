import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {checking, isProven, symbols} from '../../parts/paper-codes.js';
import {notHere} from '../../parts/refusal.js';
import {saying} from '../../parts/saying.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atAllWalls, bothDates} from '../../parts/times.js';
import {whyVoid} from './agreement.js';

/**
 * Everything that was said about it, oldest first, each with the codes of its entry; and one way to check all of them.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActDetail} detail
 */
export function actCodes(view, {act, statements: said}) {
  const {words} = view;
  const reading = view.feed.read(`/acts/${act.act}/paper`);
  /** @type {import('../../app/types.js').ActPaper | undefined} */
  const paper = reading.data;
  if (!paper) {
    return notHere(view, reading);
  }
  const codesOf = (/** @type {string} */ entry) => paper.statements.find((one) => one.entry === entry)?.codes ?? [];
  const proven = said.every(({entry}) => isProven(codesOf(entry)));
  return html`<section class="codes-on-paper by-entry">
    <h2>${words.text('paper.check')}</h2>
    <p>${words.text(proven ? 'actPaper.checkMeans' : 'actPaper.notYet')}</p>
    <ol class="act-statements">
      ${said.map((one) => statement(view, act, one, codesOf(one.entry)))}
    </ol>
    ${paper.keys.length ? html`<div><h3>${words.text('paper.holds.keys')}</h3>${symbols(view, paper.keys)}</div>` : nothing}
    ${checking(view, paper)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 * @param {import('../../app/types.js').ActStatement} one
 * @param {import('../../app/types.js').PaperCode[]} codes
 */
function statement(view, act, one, codes) {
  const {words} = view;
  const role = act.sides.flatMap((table) => table.signed).find((signature) => signature.entry === one.entry)?.role;
  return html`<li data-entry=${one.entry}>
    <h3>${side(view, one.by.party)} ${saying(view, one)} <bdi class="code">${one.entry}</bdi></h3>
    <p>
      ${role ? html`<b>${words.of('role', role)}</b> ·` : nothing} ${bothDates(view, one.at)} · ${atAllWalls(view, one.at)}<br />
      <bdi class="code small">${one.by.officer ?? ''}</bdi>
    </p>
    ${one.reason ? html`<blockquote class="text" dir="auto">${plainly(one.reason)}</blockquote>` : nothing}
    ${one.refused ? html`<p><b>${words.text('agreement.void')}</b> ${whyVoid(view, one.refused)}</p>` : nothing}
    ${symbols(view, codes)}
  </li>`;
}
