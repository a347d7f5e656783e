import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ref} from '../../../lib/lit-html/directives/ref.js';
import {repeat} from '../../../lib/lit-html/directives/repeat.js';
import {coordinates} from '../../parts/place.js';
import {field} from '../../parts/field.js';
import {side} from '../../parts/side.js';
import {at} from '../../parts/times.js';
import {crossings, untold} from './crossings.js';
import {ground} from './ground.js';
import {Things} from './things.js';

/** Whoever is shown where things are, by chapter 20 of the protocol. */
const SEES = ['watch_officer', 'dispatcher', 'sector_commander', 'chief'];

const KINDS = ['vehicle', 'aircraft', 'drone', 'boat', 'unit'];

/** Rows of the table. */
const ROWS = 100;

const FILTER = 'tracks-filter';

/** @type {Things | undefined} */
let things;

/**
 * What moves near the line, on a map and in a table that says the same, and the crossings that were told.
 * @param {import('../../app/view.js').View} view
 */
export function tracks(view) {
  const {words} = view;
  if (!view.may(...SEES)) {
    return html`<header class="page-head"><h1>${words.text('tracks.title')}</h1></header>
      <p class="empty">${words.text('tracks.notYours')}</p>`;
  }
  things ??= new Things(() => view.act.redraw());
  const known = things.known;
  const wanted = filtered(view, things);
  return html`<header class="page-head" ${ref(keep)}>
      <h1>${words.text('tracks.title')}</h1>
      ${known
        ? html`<p class="push quiet">${words.text('tracks.counts', {shown: wanted.length, followed: known.followed})}
            ${things.lost ? html`<strong class="tag warn" role="status">${words.text('tracks.lost')}</strong>` : nothing}</p>`
        : nothing}
    </header>
    <p class="lead">${words.text('tracks.means')}</p>
    ${known
      ? html`<div class="tracks-page">
          <section class="panel ground-of-tracks">
            <header><h2>${words.text('tracks.map')}</h2></header>
            ${filter(view)} ${ground(view, things, wanted)}
          </section>
          <div class="stack">${untold(view, known)} ${crossings(view, known)} ${news(view, things)}</div>
          ${table(view, wanted)}
        </div>`
      : html`<p class="empty" role="status">${words.text(things.lost ? 'tracks.lost' : 'shell.loading')}</p>`}`;
}

/**
 * Listens as long as the page is on the screen.
 * @param {Element | undefined} element
 */
function keep(element) {
  if (!element) {
    things?.close();
    things = undefined;
  }
}

/** What was last chosen, and out of what. @type {{from: unknown[], wanted: import('./things.js').Thing[]}} */
let chosen = {from: [], wanted: []};

/**
 * What is to be seen: what approaches first, then what was heard of last. Chosen anew only when there is something new:
 * the page is drawn every second.
 * @param {import('../../app/view.js').View} view
 * @param {Things} known
 */
function filtered(view, known) {
  const {name = '', kind = ''} = view.draft(FILTER);
  const text = name.trim().toLowerCase();
  const from = [known, known.version, kind, text];
  if (from.some((one, index) => one !== chosen.from[index])) {
    const wanted = [...known.all.values()]
      .filter((thing) => (!kind || thing.kind === kind) && (!text || thing.id.toLowerCase().includes(text)))
      .sort((one, other) => Number(other.approaching) - Number(one.approaching) || other.at - one.at || (one.id < other.id ? -1 : 1));
    chosen = {from, wanted};
  }
  return chosen.wanted;
}

/** @param {import('../../app/view.js').View} view */
function filter(view) {
  const {words} = view;
  const {kind = ''} = view.draft(FILTER);
  const choose = (/** @type {string} */ code) => view.act.edit(FILTER, {kind: code});
  return html`<div class="tracks-filter row" role="group" aria-label=${words.text('tracks.filter')}>
    ${field(view, FILTER, {name: 'name', label: words.text('tracks.name'), kind: 'code', maxlength: 64})}
    <div class="choice row">
      ${['', ...KINDS].map(
        (code) => html`<button type="button" data-kind=${code} aria-pressed=${kind === code} @click=${() => choose(code)}>
          ${code ? words.of('thing', code) : words.text('tracks.all')}
        </button>`,
      )}
    </div>
  </div>`;
}

/**
 * What happened, in words; read out as it comes.
 * @param {import('../../app/view.js').View} view
 * @param {Things} known
 */
function news(view, known) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="tracks-news">
    <header><h2 id="tracks-news">${words.text('tracks.news')}</h2></header>
    ${known.news.length
      ? html`<ol class="tracks-news" aria-live="polite">
          ${known.news.map(
            (one) => html`<li><span class="quiet">${at(view, one.at)}</span>
              ${words.of('thing', one.kind)} <bdi class="code">${one.id}</bdi>
              ${one.name === 'approaching' ? words.text('tracks.approachingIn', {minutes: one.minutes ?? 0}) : words.of('trackEvent', one.name)}</li>`,
          )}
        </ol>`
      : html`<p class="none">${words.text('tracks.noNews')}</p>`}
  </section>`;
}

/**
 * The same as the map, for keyboards and for those who hear the page.
 * @param {import('../../app/view.js').View} view
 * @param {import('./things.js').Thing[]} wanted
 */
function table(view, wanted) {
  const {words} = view;
  const rows = wanted.slice(0, ROWS);
  return html`<section class="panel tracks-table">
    <header>
      <h2 id="tracks-things">${words.text('tracks.things')}</h2>
      ${wanted.length > ROWS ? html`<p class="push quiet small">${words.text('tracks.firstOf', {rows: ROWS, all: wanted.length})}</p>` : nothing}
    </header>
    ${rows.length
      ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="tracks-things">
          <table class="stacks">
            <thead>
              <tr>
                ${['thing', 'where', 'side', 'seen'].map((name) => html`<th scope="col">${words.text(`tracks.column.${name}`)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${repeat(rows, (thing) => thing.id, (thing) => row(view, thing))}
            </tbody>
          </table>
        </div>`
      : html`<p class="empty">${words.text('tracks.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./things.js').Thing} thing
 */
function row(view, thing) {
  const {words, clocks} = view;
  const ageMs = Math.max(0, view.now - thing.at);
  const isOld = ageMs > (things?.known?.staleAfterSeconds ?? 0) * 1_000;
  return html`<tr class=${isOld ? 'stale' : ''}>
    <td class="named"><b>${words.of('thing', thing.kind)}</b> <bdi class="code">${thing.id}</bdi></td>
    <td>
      ${coordinates(thing.position)}
      <span class="quiet small">${words.text('tracks.within', {metres: thing.radiusM})}</span>
    </td>
    <td>
      ${thing.side ? html`${side(view, thing.side)} ${words.rich('tracks.certainly', {side: view.nameOf(view.party(thing.side))})}` : words.text('tracks.band')}
      ${thing.approaching && !isOld ? html`<span class="tag warn">${words.text('tracks.approaching')}</span>` : nothing}
    </td>
    <td>
      ${isOld
        ? html`<span class="tag dashed">${words.text('tracks.lastSeen', {age: clocks.length(ageMs)})}</span>`
        : words.text('units.ago', {age: clocks.length(ageMs)})}
      ${thing.doubted ? html`<p class="small">${words.rich('tracks.doubted', {time: at(view, thing.doubted.at), place: coordinates(thing.doubted.position)})}</p>` : nothing}
    </td>
  </tr>`;
}
