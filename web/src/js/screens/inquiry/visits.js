import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {isInForce, signs} from '../../app/agreements.js';
import {toEntry} from '../../app/route.js';
import {notHere} from '../../parts/refusal.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {actLine, actSigning} from './act-line.js';
import {saidIn} from './claim-words.js';
import {MINUTES, openMinutes} from './minutes-dialogs.js';
import {openPass} from './pass-dialog.js';
import {visitTerms} from './visit-terms.js';

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
      ? html`<div class="stack">${reading.data.visits.map((/** @type {any} */ visit) => visitOf(view, visit, path))}</div>`
      : html`<section class="panel"><p class="empty">${words.text('visit.none')}</p></section>`
    : notHere(view, reading);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} visit
 * @param {string} path of the matter
 */
function visitOf(view, visit, path) {
  const {words} = view;
  return html`<article class="panel" data-visit=${visit.act.act}>
    <header><h2 dir="auto">${plainly(visit.place.label)}</h2>${actLine(view, visit.act)}</header>
    <div class="body stack">
      <dl class="pairs">
        ${visitTerms(view, visit)}
        <div>
          <dt>${words.text('visit.pass')}</dt>
          <dd>${visit.pass ? passOf(view, visit.pass) : words.text('visit.passOpen')}</dd>
        </div>
      </dl>
      ${actSigning(view, visit.act)} ${visit.minutes.map((/** @type {any} */ minutes) => minutesOf(view, visit, path, minutes))}
      ${visit.notAgreed.map(
        (/** @type {any} */ remark) => html`<p class="dissent">
          ${words.rich('visit.notAgreed', {side: view.nameOf(view.party(remark.party))})} <q dir="auto" lang=${remark.words.language}>${plainly(remark.words.text)}</q>
        </p>`,
      )}
      ${isInForce(visit.act) ? acts(view, visit, path) : nothing}
    </div>
  </article>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} pass
 */
function passOf(view, pass) {
  return html`${view.words.rich('visit.passUsed', {count: pass.experts, time: atLength(view, pass.at)})}
    <a href=${toEntry(pass.entry)}><bdi class="code">${pass.entry}</bdi></a>`;
}

/**
 * Minutes of a visit at any stage: what waits is signed here, or answered in other words.
 * @param {import('../../app/view.js').View} view
 * @param {any} visit
 * @param {string} path of the matter
 * @param {any} minutes
 */
function minutesOf(view, visit, path, minutes) {
  const {words} = view;
  const {act} = minutes;
  const other = (/** @type {'counters' | 'supersedes'} */ as) =>
    signs(view, MINUTES) ? html`<button data-act=${as} @click=${() => openMinutes(view, visit, path, {as, minutes})}>${words.text(`visitMinutes.${as}`)}</button>` : nothing;
  return html`<section class="minutes stack" data-minutes=${act.act}>
    <h3 class="row">${words.text('visit.minutes')} ${actLine(view, act)}</h3>
    ${minutes.words.map((/** @type {any} */ one) => html`<p>${saidIn(one)}</p>`)}
    ${minutes.exhibits.length
      ? html`<p class="row">
          <span class="label">${words.text('visitMinutes.exhibits')}</span>
          ${minutes.exhibits.map((/** @type {string} */ name) => html`<a class="tag" href=${toEntry(name)}><bdi class="code">${name}</bdi></a>`)}
        </p>`
      : nothing}
    ${actSigning(view, act, act.proposer === view.ours.id ? nothing : other('counters'))} ${isInForce(act) ? html`<p>${other('supersedes')}</p>` : nothing}
  </section>`;
}

/**
 * What this officer can say of a visit in force.
 * @param {import('../../app/view.js').View} view
 * @param {any} visit
 * @param {string} path of the matter
 */
function acts(view, visit, path) {
  const {words, act} = view;
  const agreed = visit.minutes.some((/** @type {any} */ minutes) => isInForce(minutes.act));
  const admits = visit.host === view.ours.id && !visit.pass && view.may('investigator', 'sector_commander', 'watch_officer');
  return html`<p class="row deeds">
    ${admits ? html`<button class="small" data-act="pass" @click=${() => openPass(view, visit)}>${words.text('usePass.open')}</button>` : nothing}
    ${!agreed && signs(view, MINUTES) ? html`<button class="small" data-act="minutes" @click=${() => openMinutes(view, visit, path)}>${words.text('visitMinutes.open')}</button>` : nothing}
    ${!agreed && view.may('investigator', 'chief')
      ? html`<button class="small" data-act="not-agreed" @click=${() => act.open('minutes-not-agreed', {visit, text: '', language: words.language, refused: undefined})}>
          ${words.text('notAgreed.open')}
        </button>`
      : nothing}
  </p>`;
}
