import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toMatter} from '../../app/route.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {actLine, actSigning} from './act-line.js';

/**
 * Names and matters that are linked, or are to be: what the other side proposed is confirmed or declined here.
 * @param {import('../../app/view.js').View} view
 * @param {any[]} aliases of the contract: `InquiryAlias`
 */
export function aliasesOf(view, aliases) {
  return aliases.length
    ? html`<section class="panel aliases">
        <header><h2>${view.words.text('alias.all')}</h2></header>
        <ul class="lines">
          ${aliases.map(
            (alias) => html`<li data-alias=${alias.act.act}>
              <p class="row">${side(view, alias.act.proposer)} ${pairOf(view, alias)} ${actLine(view, alias.act)}</p>
              ${actSigning(view, alias.act)}
            </li>`,
          )}
        </ul>
      </section>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} alias
 */
function pairOf({words}, {labels, matters}) {
  const [one, other] = labels.length
    ? labels.map((/** @type {string} */ name) => html`<b dir="auto">${plainly(name)}</b>`)
    : matters.map((/** @type {string} */ name) => html`<a href=${toMatter(name)}><bdi class="code">${name}</bdi></a>`);
  return html`<span>${words.rich('alias.pair', {one, other})}</span>`;
}
