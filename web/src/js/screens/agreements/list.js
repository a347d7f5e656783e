import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {actsIn, capacities, MEMORANDUM, pausedBy, SIGNATORY, sorted} from '../../app/agreements.js';
import {to, toAct} from '../../app/route.js';
import {expiry, kindOf, pageOf, stageMarks, titleOf, waitingFor} from '../../parts/act.js';
import {icon} from '../../parts/icon.js';
import {askedFor, cursorOf, isPaged, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {atLength} from '../../parts/times.js';
import {lent} from './lent.js';
import {openProposal} from './propose-dialog.js';

/**
 * What both sides sign: what waits for us, what waits for them, what is in force, what is over; and who may sign in whose
 * place. An act waits for a side until every seat of it is filled.
 *
 * @param {import('../../app/view.js').View} view
 */
export function agreements(view) {
  const {words} = view;
  const readings = /** @type {const} */ (['open', 'in_force', 'ended']).map((phase) => actsIn(view, phase, askedFor(view, phase)));
  const paused = pausedBy(view);
  const missing = readings.find((reading) => !reading.data);
  return html`<header class="page-head">
      <h1>${words.text('agreements.title')}</h1>
      ${paused ? nothing : propose(view)}
    </header>
    <p class="lead">${words.text('agreements.means')}</p>
    ${whyPaused(view)}
    <div class="registers">
      ${missing
        ? notHere(view, missing)
        : html`${readings.map((reading) => refusal(view, reading.refused))}
          ${groups(view, readings.map((reading) => reading.data))}`}
      ${lent(view)}
    </div>`;
}

/** @param {import('../../app/view.js').View} view */
function propose(view) {
  return capacities(view, [SIGNATORY], MEMORANDUM).length
    ? html`<button class="first push" @click=${() => openProposal(view)}>${view.words.text('propose.open')}</button>`
    : nothing;
}

/**
 * Why nothing joint can be signed now, or why what is signed now does not arrive.
 * @param {import('../../app/view.js').View} view
 */
export function whyPaused(view) {
  const {words} = view;
  const paused = pausedBy(view);
  const peer = view.nameOf(view.peer);
  if (paused === 'unpaired') {
    return html`<p class="notice">
      ${words.text('agreements.unpaired')} <a href=${to('link')}>${words.text('bar.toLink')}</a>
    </p>`;
  }
  if (paused) {
    return html`<p class="notice">${words.text(`agreements.paused.${paused}`)}</p>`;
  }
  const [link] = view.feed.read('/overview').data?.links ?? [];
  return link?.state === 'silent' ? html`<p class="notice">${words.rich('agreements.silent', {side: peer})}</p>` : nothing;
}

/**
 * @typedef {{items: import('../../app/types.js').Act[], total: number, next?: string}} ActPage
 */

/**
 * Each phase has pages of its own; those of the open acts are common to both sides' groups.
 * @param {import('../../app/view.js').View} view
 * @param {ActPage[]} known what is open, in force, ended
 */
function groups(view, known) {
  const {words} = view;
  const [open, inForce, over] = /** @type {[ActPage, ActPage, ActPage]} */ (known);
  const acts = [...new Map(known.flatMap(({items}) => items).map((act) => [act.act, act])).values()];
  const {us, them, force, ended} = sorted(acts, view.ours.id);
  if (!known.some(({total}) => total)) {
    return html`<section class="panel"><p class="empty">${words.text('agreements.none')}</p></section>`;
  }
  const turned = cursorOf(view, 'ended');
  const isLong = isPaged(view, 'open', open);
  return html`${group(view, 'us', us, isLong)} ${group(view, 'them', them, isLong)} ${pager(view, 'open', open)}
  ${group(view, 'force', force, isPaged(view, 'in_force', inForce))}
  ${pager(view, 'in_force', inForce)}
  ${ended.length || turned
    ? html`<details class="panel acts-ended" ?open=${turned !== ''}>
        <summary>
          <h2>${words.text('agreements.group.ended')}</h2>
          <b class="figure count">${words.number(isPaged(view, 'ended', over) ? over.total : ended.length)}</b>
        </summary>
        <ul class="act-list">
          ${ended.map((act) => row(view, act))}
        </ul>
        ${pager(view, 'ended', over)}
      </details>`
    : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {'us' | 'them' | 'force'} name
 * @param {import('../../app/types.js').Act[]} acts
 * @param {boolean} isPart whether there are more of them on other pages
 */
function group(view, name, acts, isPart) {
  const {words} = view;
  return html`<section class="panel acts-${name}" aria-labelledby="acts-${name}">
    <header>
      <h2 id="acts-${name}">${words.text(`agreements.group.${name}`)}</h2>
      ${acts.length && !isPart ? html`<b class="figure count">${words.number(acts.length)}</b>` : nothing}
    </header>
    ${acts.length
      ? html`<ul class="act-list">
          ${acts.map((act) => row(view, act))}
        </ul>`
      : html`<p class="nothing">${words.text(isPart ? 'pager.none' : `agreements.empty.${name}`)}</p>`}
  </section>`;
}

/**
 * One act on two lines; all of it leads to the act.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 */
function row(view, act) {
  const {words} = view;
  const title = titleOf(act, words.language);
  return html`<li>
    ${side(view, act.proposer)}
    <div class="what">
      <a class="act-name" href=${pageOf(act) ?? toAct(act.act)}>
        <b>${kindOf(view, act.kind)}</b> ${title ? html`<span dir="auto">${title}</span>` : nothing} ${icon('onward')}
      </a>
      <p class="quiet small">
        ${words.rich('agreements.proposedBy', {side: view.nameOf(view.party(act.proposer))})} · ${atLength(view, act.proposedAt)}
        · <bdi class="code">${act.act}</bdi>
      </p>
    </div>
    <div class="stands">
      <p class="row">${stageMarks(view, act)}</p>
      <p class="small">${waitingFor(view, act)} ${expiry(view, act)}</p>
    </div>
  </li>`;
}
