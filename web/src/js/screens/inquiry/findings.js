import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toPdf} from '../../app/route.js';
import {notHere} from '../../parts/refusal.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {usually} from '../../parts/usually.js';
import {actLine, actSigning} from './act-line.js';
import {aliasesOf} from './aliases.js';
import {dissentOf, itemOf} from './board.js';
import {rowNameOf} from './values.js';

/** Findings, and linked names and matters. Drafts are proposals like any other: whoever is to sign one finds it here. */

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} _board
 * @param {string} path
 */
export function findings(view, _board, path) {
  const {words} = view;
  const reading = view.feed.read(`${path}/joint`);
  const joint = reading.data;
  if (!joint) {
    return notHere(view, reading);
  }
  return html`<div class="stack">
    ${joint.findings.length
      ? joint.findings.map((/** @type {any} */ finding) => findingOf(view, finding))
      : html`<section class="panel"><p class="empty">${words.text('finding.none')}</p></section>`}
    ${aliasesOf(view, joint.aliases)}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} finding
 * @param {boolean} [print]
 */
export function findingOf(view, finding, print = false) {
  const {words, act} = view;
  return html`<article class="panel finding" data-finding=${finding.act.act}>
    <header><h2>${words.text('finding.version', {version: finding.act.version})}</h2>${actLine(view, finding.act)}
      ${print ? nothing : html`<a class="button small" href=${toPdf(`/inquiry/findings/${finding.act.act}`, words.language)} download>${words.text('shell.pdf')}</a>`}</header>
    <div class="body stack">
      <p class="quiet">${words.of('standard', finding.standard)} · ${atLength(view, finding.act.movedAt)}</p>
      <dl class="pairs">
        ${finding.items.map((/** @type {any} */ item) => html`<div><dt>${rowNameOf(view, item.row)}</dt><dd>${itemOf(view, item)}</dd></div>`)}
      </dl>
      ${finding.words.map((/** @type {any} */ one) => html`<q dir="auto" lang=${one.language}>${plainly(one.text)}</q>`)}
      ${finding.remedies.map(
        (/** @type {any} */ remedy) => html`<p>
          ${words.rich('finding.remedy', {side: view.nameOf(view.party(remedy.owner))})} <q dir="auto" lang=${remedy.words.language}>${plainly(remedy.words.text)}</q>
          ${remedy.due ? atLength(view, remedy.due) : nothing}
        </p>`,
      )}
      ${finding.dissents.map((/** @type {any} */ dissent) => dissentOf(view, dissent))}
      ${usually(view, 'release.finding', (level) => words.of('findingUsually', level))}
      ${print ? nothing : actSigning(view, finding.act)}
      ${!print && view.may('investigator', 'chief') && ['proposed', 'assented', 'effective'].includes(finding.act.stage)
        ? html`<p><button class="small" data-act="dissent" @click=${() => act.open('annex-dissent', {finding, property: '', text: '', language: words.language, refused: undefined})}>${words.text('dissent.open')}</button></p>`
        : nothing}
    </div>
  </article>`;
}
