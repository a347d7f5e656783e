import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toAct, toMatter, toPdf} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere} from '../../parts/refusal.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {dissentOf, itemOf} from './board.js';
import {rowNameOf} from './values.js';

/** Joint visits, findings and linked names. Drafts are proposals like any other; they are signed on their own page. */

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} _board
 * @param {string} path
 */
export function visits(view, _board, path) {
  const {words} = view;
  const reading = view.feed.read(`${path}/joint`);
  return reading.data
    ? reading.data.visits.length
      ? html`<div class="stack">${reading.data.visits.map((/** @type {any} */ visit) => visitOf(view, visit))}</div>`
      : html`<section class="panel"><p class="empty">${words.text('visit.none')}</p></section>`
    : notHere(view, reading);
}

/**
 * Stage of an act, and the way to its signatures.
 * @param {import('../../app/view.js').View} view
 * @param {any} act
 */
function actLine({words}, act) {
  return html`<span class="tag stage ${act.stage}">${words.of('actStage', act.stage)}</span>
    ${act.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`}
    <a class="to-act push" href=${toAct(act.act)}>${words.text('together.sign')} <bdi class="code">${act.act}</bdi> ${icon('onward')}</a>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} visit
 */
function visitOf(view, visit) {
  const {words} = view;
  return html`<article class="panel" data-visit=${visit.act.act}>
    <header><h2 dir="auto">${plainly(visit.place.label)}</h2>${actLine(view, visit.act)}</header>
    <div class="body stack">
      <dl class="pairs">
        <div><dt>${words.text('visit.host')}</dt><dd>${view.nameOf(view.party(visit.host))}</dd></div>
        <div><dt>${words.text('visit.window')}</dt><dd>${words.rich('value.interval', {from: atLength(view, visit.from), to: atLength(view, visit.to)})}</dd></div>
        <div>
          <dt>${words.text('visit.experts')}</dt>
          <dd>${visit.experts.map((/** @type {any} */ line) => html`<p>${words.rich('visit.expertsOf', {side: view.nameOf(view.party(line.party)), count: line.count, function: html`<span dir="auto">${plainly(line.function)}</span>`})}</p>`)}</dd>
        </div>
        <div>
          <dt>${words.text('visit.pass')}</dt>
          <dd>${visit.pass ? words.rich('visit.passUsed', {count: visit.pass.experts, time: atLength(view, visit.pass.at)}) : words.text('visit.passOpen')}</dd>
        </div>
      </dl>
      ${visit.minutes.map(
        (/** @type {any} */ minutes) => html`<section>
          <h3 class="row">${words.text('visit.minutes')} ${actLine(view, minutes.act)}</h3>
          ${minutes.words.map((/** @type {any} */ one) => html`<q dir="auto" lang=${one.language}>${plainly(one.text)}</q>`)}
        </section>`,
      )}
      ${visit.notAgreed.map(
        (/** @type {any} */ remark) => html`<p class="dissent">
          ${words.rich('visit.notAgreed', {side: view.nameOf(view.party(remark.party))})} <q dir="auto" lang=${remark.words.language}>${plainly(remark.words.text)}</q>
        </p>`,
      )}
    </div>
  </article>`;
}

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
    ${joint.aliases.length
      ? html`<section class="panel">
          <header><h2>${words.text('alias.all')}</h2></header>
          <ul class="lines">
            ${joint.aliases.map(
              (/** @type {any} */ alias) => html`<li class="row">
                ${alias.labels.length
                  ? html`<b dir="auto">${plainly(alias.labels[0])}</b> = <b dir="auto">${plainly(alias.labels[1])}</b>`
                  : alias.matters.map((/** @type {string} */ name) => html`<a href=${toMatter(name)}><bdi class="code">${name}</bdi></a>`)}
                ${actLine(view, alias.act)}
              </li>`,
            )}
          </ul>
        </section>`
      : nothing}
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
      ${!print && view.may('investigator', 'chief') && ['proposed', 'assented', 'effective'].includes(finding.act.stage)
        ? html`<p><button class="small" data-act="dissent" @click=${() => act.open('annex-dissent', {finding, property: '', text: '', language: words.language, refused: undefined})}>${words.text('dissent.open')}</button></p>`
        : nothing}
    </div>
  </article>`;
}
