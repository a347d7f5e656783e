import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {guard} from '../../lib/lit-html/directives/guard.js';
import {ref} from '../../lib/lit-html/directives/ref.js';
import {repeat} from '../../lib/lit-html/directives/repeat.js';
import {shownOf, showOf, showOlder} from '../app/ledger.js';
import {toEntry, toReplay} from '../app/route.js';
import {bodyOf} from '../parts/body.js';
import {icon} from '../parts/icon.js';
import {ladderSteps} from '../parts/ladder.js';
import {placed} from '../parts/placed.js';
import {saying} from '../parts/saying.js';
import {side} from '../parts/side.js';
import {at, instantOf} from '../parts/times.js';
import {AT_ONCE, layOut} from './axis.js';
import {itemMenu} from './item-menu.js';

/** Grid column of the first lane between the two columns. */
const LANE = 2;

/**
 * Two columns on one axis of time: what we knew, what they knew. An item stands in its author's column when it was
 * written and in the other's when that side had it; the bar between says how long that took. Our column is always the
 * first one, for every officer of our side, in every language.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Incident} incident
 */
export function columns(view, incident) {
  const {words} = view;
  const {mode, items, more} = shownOf(view, incident);
  const {rows, gaps, lanes} = layOut(
    items,
    incident.parties.map((party) => party.id),
  );
  const [first, second = view.peer] = incident.parties;
  return html`<section class="ledger panel">
    <header>
      <h2 id="ledger-title">${words.text('room.knowledge')}</h2>
      ${modes(view, incident, mode)}
    </header>
    <div class="heads" ${placed({'--lanes': String(lanes)})}>
      <h3>${side(view, first.id)} ${words.rich('room.knew', {side: view.nameOf(first)})}</h3>
      <span aria-hidden="true"></span>
      <h3>${side(view, second.id)} ${words.rich('room.knew', {side: view.nameOf(second)})}</h3>
    </div>
    <div
      class="scroll"
      tabindex="0"
      role="region"
      aria-labelledby="ledger-title"
      ${ref((element) => element && followNewest(element, `${incident.summary.id} ${mode}`, rows.length, more))}
    >
      ${more ? older(view, incident.summary.id, more) : nothing}
      <ol class="axis" ${placed({'--lanes': String(lanes)})}>
        ${repeat(
          rows,
          (row) => `${row.item.entry} ${row.party}`,
          (row) => html`<li
            class="moment ${row.party === first.id ? 'first' : 'second'}"
            ${placed({'grid-row': String(row.line)})}
          >
            ${guarded(view, row, incident.summary.id)}
          </li>`,
        )}
        ${gaps.map((gap) => gapBar(view, gap))}
      </ol>
      ${rows.length ? nothing : html`<p class="empty">${words.text('room.nothingKnown')}</p>`}
    </div>
  </section>`;
}

/**
 * The door to what was said before.
 * @param {import('../app/view.js').View} view
 * @param {string} incident
 * @param {number} more
 */
function older(view, incident, more) {
  return html`<p class="pager row off-paper">
    <button class="small" data-act="older" @click=${() => showOlder(view, incident)}>${view.words.text('room.older', {count: more})}</button>
  </p>`;
}

/**
 * A row is drawn again when its item has changed, and once a minute for how long nobody has read it.
 * @param {import('../app/view.js').View} view
 * @param {import('./axis.js').Row} row
 * @param {string} incident
 */
function guarded(view, row, incident) {
  const waits = !row.authored && !row.item.ladder.read;
  return guard([row.item, row.at, row.authored, view.words, view.past, waits && Math.floor(view.now / 60_000)], () =>
    row.authored ? said(view, row.item, incident) : heard(view, row.item, row.at),
  );
}

/** What each ledger last showed. @type {WeakMap<Element, {what: string, rows: number, more: number}>} */
const followed = new WeakMap();

/** So near the end, in pixels, counts as reading the newest. */
const NEAR = 80;

/**
 * A room opens at its newest item and stays with it while things come in, unless the reader has gone back in time; and where
 * older ones come before them, what was read stays where it is.
 * @param {Element} ledger
 * @param {string} what incident and mode
 * @param {number} rows
 * @param {number} more how many older items are not there
 */
function followNewest(ledger, what, rows, more) {
  const before = followed.get(ledger);
  const toEnd = ledger.scrollHeight - ledger.scrollTop;
  const atEnd = toEnd - ledger.clientHeight < NEAR;
  followed.set(ledger, {what, rows, more});
  if (before?.what !== what || (before.rows !== rows && atEnd)) {
    requestAnimationFrame(() => ledger.scrollTo({top: ledger.scrollHeight}));
  } else if (more < before.more) {
    requestAnimationFrame(() => ledger.scrollTo({top: ledger.scrollHeight - toEnd}));
  }
}

const MODES = /** @type {const} */ (['both', 'mine']);

/**
 * Mine or both; and the door to the past.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Incident} incident
 * @param {string} mode
 */
function modes(view, incident, mode) {
  const {words} = view;
  return html`<div class="modes row push">
    <div class="choice" role="group" aria-label=${words.text('room.show')}>
      ${MODES.map(
        (choice) => html`<button aria-pressed=${mode === choice} @click=${() => showOf(view, incident.summary.id, choice)}>
          ${words.text(`room.mode.${choice}`)}
        </button>`,
      )}
    </div>
    ${view.past
      ? nothing
      : html`<a class="button to-replay" href=${toReplay(incident.summary.id, 'own')}>${icon('history')}${words.text('room.replay')}</a>`}
  </div>`;
}

/**
 * An item in its author's column.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').TimelineItem} item
 * @param {string} incident
 */
function said(view, item, incident) {
  const {words} = view;
  return html`<article class="card ${item.audience} ${item.withdrawn ? 'withdrawn' : ''}">
    <header>
      ${at(view, item.time)}
      <b>${saying(view, item)}</b>
      <a class="entry-name" href=${toEntry(item.entry)}><bdi class="code">${item.entry}</bdi></a>
      ${itemMenu(view, item, incident)}
    </header>
    ${bodyOf(view, item.body)}
    <p class="tags">
      ${item.audience === 'internal' ? html`<span class="tag dashed">${words.text('audience.internal')}</span>` : nothing}
      ${item.imported ? html`<span class="tag warn">${words.text('room.imported')}</span>` : nothing}
      ${item.crossed ? html`<span class="tag warn" title=${words.text('room.crossedWhy')}>${words.text('room.crossed')}</span>` : nothing}
      ${item.withdrawn ? html`<span class="tag warn">${words.text('room.withdrawn')}</span>` : nothing}
      ${item.inVain ? html`<span class="tag warn" title=${item.inVain}>${words.text('room.inVain')}</span>` : nothing}
      ${item.clockDisputed ? html`<span class="tag warn">${words.text('room.clockDisputed')}</span>` : nothing}
      ${item.by.name || item.by.role
        ? html`<span class="quiet small" dir="auto">${item.by.name ?? words.of('role', item.by.role ?? '')}</span>`
        : nothing}
    </p>
    ${ladderSteps(view, item.ladder, item.audience)}
  </article>`;
}

/**
 * The same item in the column of the side that came to have it.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').TimelineItem} item
 * @param {number} knewAt
 */
function heard(view, item, knewAt) {
  const {words} = view;
  const known = Object.entries(item.known).find(([party]) => party !== item.by.party)?.[1];
  const reader = view.nameOf(item.by.party === view.ours.id ? view.peer : view.ours);
  const gap = knewAt - instantOf(item.time);
  return html`<div class="card arrival">
    ${at(view, new Date(knewAt).toISOString())}
    <span>${words.rich('room.received', {side: reader, entry: html`<bdi class="code">${item.entry}</bdi>`})}</span>
    ${gap < AT_ONCE
      ? html`<span class="quiet">${words.text('room.atOnce')}</span>`
      : html`<span class="quiet">${words.rich('room.after', {length: view.clocks.length(gap)})}</span>`}
    <span class="quiet">${words.text(known?.proven ? 'room.proven' : 'room.unproven', {side: reader})}</span>
    ${item.ladder.read
      ? html`<span>${words.rich('room.readBy', {
          time: at(view, item.ladder.read.at),
          role: item.ladder.read.role ? words.of('role', item.ladder.read.role) : words.text('room.somebody'),
        })}</span>`
      : html`<span class="unread">${words.rich('room.notRead', {side: reader, length: view.clocks.length(view.now - knewAt)})}</span>`}
  </div>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('./axis.js').Gap} gap
 */
function gapBar(view, gap) {
  const length = view.clocks.length(gap.ms);
  return html`<li
    class="gap"
    ${placed({'grid-row': `${gap.from} / ${gap.until}`, 'grid-column': String(LANE + gap.lane)})}
    title=${view.words.text('room.gap', {side: view.nameOf(view.party(gap.knower)), entry: gap.entry, length})}
  >
    <span>${length}</span>
  </li>`;
}
