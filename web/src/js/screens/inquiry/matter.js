import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {signs} from '../../app/agreements.js';
import {to, toEntry, toMatter} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {whyPaused} from '../agreements/list.js';
import {openAlias} from './alias-dialog.js';
import {barsOf} from './bars.js';
import {besideBoard, boardOf, meterOf, namesOf, ownClosed} from './board.js';
import {openClaim} from './claim-dialogs.js';
import {claimList} from './claims.js';
import {custody} from './custody.js';
import {findings} from './findings.js';
import {marksOf} from './matters.js';
import {seals} from './seals.js';
import {timeline} from './timeline.js';
import {visits} from './visits.js';

/** One matter, and its pages. */

const TABS = ['board', 'timeline', 'casualties', 'custody', 'visits', 'findings'];

/** @param {import('../../app/view.js').View} view */
export function matterPage(view) {
  const {words, route} = view;
  const name = route.rest.join('/');
  const path = `/inquiry/matters/${route.rest.map(encodeURIComponent).join('/')}`;
  const reading = view.feed.read(`${path}/board`);
  const board = reading.data;
  if (!board) {
    return html`<header class="page-head">${back(view)}<h1><bdi class="code">${name}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {matter} = board;
  const tab = route.query.get('tab') || 'board';
  return html`<header class="page-head">
      ${back(view)} ${side(view, matter.party)}
      <h1 dir="auto" lang=${matter.title.language}>${plainly(matter.title.text)}</h1>
      <a class="quiet" href=${toEntry(matter.matter)}><bdi class="code">${matter.matter}</bdi></a>
      <a class="button push" href=${to('inquiry', [...route.rest, 'print'])}>${icon('print')}${words.text('shell.print')}</a>
      <a class="button" href="/api/v1${path}/stix" download>${words.text('matters.stix')}</a>
    </header>
    <p class="quiet small">
      ${words.of('matterKind', matter.kind)} · ${words.rich('matters.openedBy', {side: view.nameOf(view.party(matter.party))})} · ${atLength(view, matter.openedAt)}
      ${matter.about ? html`· ${words.rich('matters.about', {entry: html`<a class="code" href=${matter.kind === 'delivery_dispute' ? to('deliveries', matter.about.split('/')) : toEntry(matter.about)}>${matter.about}</a>`})}` : nothing}
      ${matter.place ? html`· <span dir="auto">${plainly(matter.place.label)}</span>` : nothing}
    </p>
    ${marksOf(view, matter)} ${refusal(view, reading.refused)} ${whyPaused(view)} ${scene(view, board)}
    <div class="row spread under-head">${meterOf(view, matter.meter)} ${acts(view, board)}</div>
    <nav class="tabs" aria-label=${words.text('matters.pages')}>
      ${TABS.map((one) => html`<a href=${toMatter(matter.matter, one)} aria-current=${one === tab ? 'page' : nothing}>${words.of('matterTab', one)}</a>`)}
    </nav>
    ${pages(view, board, path, tab)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {string} path
 * @param {string} tab
 */
function pages(view, board, path, tab) {
  switch (tab) {
    case 'timeline':
      return timeline(view, board, path);
    case 'casualties':
      return barsOf(view, board);
    case 'custody':
      return custody(view, board, path);
    case 'visits':
      return visits(view, board, path);
    case 'findings':
      return findings(view, board, path);
    case 'claims':
      return claimList(view, board, path);
    default:
      return html`${namesOf(view, board)} ${boardOf(view, board)} ${besideBoard(view, board)} ${seals(view, board)}`;
  }
}

/** @param {import('../../app/view.js').View} view */
function back(view) {
  return html`<a class="back" href=${to('inquiry')} aria-label=${view.words.text('matters.back')}>${icon('back')}</a>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
function acts(view, board) {
  const {words, act} = view;
  const {matter} = board;
  const closed = ownClosed(view, board);
  const writes = view.may('investigator', 'clerk');
  return html`<div class="row offers">
    ${writes && !closed
      ? html`<button class="first" data-act="claim" @click=${() => openClaim(view, matter, {purpose: 'state'})}>${words.text('stateClaim.open')}</button>
          <button data-act="seal" @click=${() => openClaim(view, matter, {purpose: 'seal'})}>${icon('lock')}${words.text('sealClaim.open')}</button>`
      : nothing}
    ${signs(view, 'finding')
      ? html`<button data-act="finding" @click=${() => act.open('propose-finding', {board, language: words.language, refused: undefined})}>${words.text('finding.open')}</button>`
      : nothing}
    ${signs(view, 'joint_visit') ? html`<button data-act="visit" @click=${() => act.open('propose-visit', {matter, refused: undefined})}>${words.text('visit.open')}</button>` : nothing}
    ${signs(view, 'alias') ? html`<button data-act="alias" @click=${() => openAlias(view, board)}>${words.text('alias.open')}</button>` : nothing}
    ${writes
      ? html`<button data-act="close" @click=${() => act.open('close-matter', {matter, reopen: closed, reason: '', language: words.language, refused: undefined})}>
          ${words.text(closed ? 'closeMatter.reopen.open' : 'closeMatter.close.open')}
        </button>`
      : nothing}
  </div>`;
}

/**
 * What is owed to the scene before its traces are lost.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 */
function scene(view, {scene: clock}) {
  const {words} = view;
  return clock && !clock.visitProposed
    ? html`<p class="notice">
        ${words.rich('scene.kept', {time: atLength(view, clock.keptUntil)})}
        ${words.rich(clock.overdue ? 'scene.visitOverdue' : 'scene.visitDue', {time: atLength(view, clock.visitDue)})}
      </p>`
    : nothing;
}
