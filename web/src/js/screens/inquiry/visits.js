import {html} from '../../../lib/lit-html/lit-html.js';
import {notHere} from '../../parts/refusal.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {actLine} from './act-line.js';

/** Joint visits, from the proposal to the minutes. */

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
