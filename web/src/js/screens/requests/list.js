import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {askedFor, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {allWalls, atAllWalls, instantOf} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {openAsk} from './request-dialogs.js';
import {tallies} from './tallies.js';

/** Whoever speaks here, by chapter 13 of the protocol. */
export const SPEAKS = ['watch_officer', 'liaison', 'sector_commander', 'chief', 'investigator'];

/** So many are on a page. */
const LISTED = 100;

/** The name of the page in the address. */
const PAGE = 'page';

/**
 * The desk of information: what we are to answer, what we have asked, and by when. Silence is neither a yes nor a no; it
 * has an age.
 *
 * @param {import('../../app/view.js').View} view
 */
export function requests(view) {
  const {words} = view;
  const tab = view.route.query.get('tab') ?? 'open';
  const tabs = ['open', 'all', 'count'];
  return html`<header class="page-head">
      <h1>${words.text('requests.title')}</h1>
      <nav class="row tabs" aria-label=${words.text('requests.which')}>
        ${tabs.map(
          (one) => html`<a href=${to('requests', [], one === 'open' ? {} : {tab: one})} aria-current=${one === tab ? 'page' : nothing}>
            ${words.text(`requests.tab.${one}`)}
          </a>`,
        )}
      </nav>
      ${view.may(...SPEAKS) ? html`<button class="first push" @click=${() => openAsk(view)}>${words.text('requests.ask')}</button>` : nothing}
    </header>
    <p class="lead">${words.text('requests.means')}</p>
    ${tab === 'count' ? tallies(view) : desk(view, tab === 'all')}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {boolean} isAll
 */
function desk(view, isAll) {
  const reading = view.feed.read(`/information?state=${isAll ? 'all' : 'open'}&limit=${LISTED}${askedFor(view, PAGE)}`);
  /** @type {{items: import('../../app/types.js').InformationRequest[], total: number, next?: string} | undefined} */
  const page = reading.data;
  if (!page) {
    return notHere(view, reading);
  }
  const us = page.items.filter((one) => one.to === view.ours.id);
  const them = page.items.filter((one) => one.to !== view.ours.id);
  return html`${refusal(view, reading.refused)}
    <div class="registers">${group(view, 'us', us)} ${group(view, 'them', them)}</div>
    ${pager(view, PAGE, page)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {'us' | 'them'} name
 * @param {import('../../app/types.js').InformationRequest[]} items
 */
function group(view, name, items) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="requests-${name}">
    <header>
      <h2 id="requests-${name}">${words.text(`requests.group.${name}`)}</h2>
      ${items.length ? html`<b class="figure count">${words.number(items.length)}</b>` : nothing}
    </header>
    ${items.length
      ? html`<ul class="things">
          ${items.map((one) => row(view, one))}
        </ul>`
      : html`<p class="none">${words.text(`requests.empty.${name}`)}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').InformationRequest} one
 */
function row(view, one) {
  const {words, clocks} = view;
  return html`<li class=${one.deadline.status}>
    ${side(view, one.by)}
    <div class="what">
      <a class="thing-name" href=${to('requests', one.request.split('/'))}>
        <b>${inALine(view, one.asked.subject)}</b> ${icon('onward')}
      </a>
      <p class="quiet small">
        ${words.text('requests.age', {length: clocks.length(view.now - instantOf(one.askedAt))})} · ${atAllWalls(view, one.askedAt)} ·
        <bdi class="code">${one.request}</bdi>
      </p>
    </div>
    <div class="stands">
      <p class="row">${marks(view, one)}</p>
      <p>${deadline(view, one)}</p>
    </div>
  </li>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').InformationRequest} one
 */
export function marks({words}, one) {
  return html`${one.asked.urgency === 'urgent' ? html`<span class="tag warn">${words.text('informationUrgency.urgent')}</span>` : nothing}
    <span class="tag stage">${words.of('informationStage', one.stage)}</span>
    ${one.isFinal ? nothing : html`<span class="tag dashed">${words.text('requests.notFinal')}</span>`}`;
}

/**
 * When the answer is due and how that stands; a clock that cannot be judged shows no figure.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').InformationRequest} one
 */
export function deadline(view, one) {
  const {words, clocks} = view;
  const {status, due, leftSeconds} = one.deadline;
  const runs = due && (status === 'running' || status === 'overdue');
  const left = runs ? instantOf(due) - view.now : 0;
  const late = status === 'overdue' || (runs && left < 0);
  return html`<span class="countdown ${late ? 'late' : runs ? '' : 'unknown'}" title=${due ? allWalls(view, instantOf(due)) : nothing}>
    ${words.of('informationStatus', status)}
    ${runs
      ? html`<b>${words.text(late ? 'clock.late' : 'clock.left', {length: Math.abs(left) < 86_400_000 ? clocks.countdown(Math.abs(left)) : clocks.length(left)})}</b>`
      : nothing}
    ${leftSeconds === undefined ? nothing : html`<b>${words.text('requests.leftWhenGoesOn', {length: clocks.length(leftSeconds * 1_000)})}</b>`}
  </span>`;
}
