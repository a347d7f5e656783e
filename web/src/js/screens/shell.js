import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {BARTER, drawnBy, to} from '../app/route.js';
import {waitingForUs} from '../app/agreements.js';
import {dressed} from '../parts/dressed.js';
import {icon, mark} from '../parts/icon.js';
import {notHere} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {wallClocks} from '../parts/times.js';
import {bars} from './bars.js';
import {daily} from './daily.js';
import {dialogs} from './dialogs.js';
import {floor} from './floor.js';
import {handover} from './handover.js';
import {paper} from './paper.js';
import {room} from './room.js';
import {shiftCard} from './shift-card.js';
import {strip} from './strip.js';
import {units} from './units.js';

/** Those of the desk; the others are in chapters. @type {import('../app/chapters.js').Draws} */
const SCREENS = {
  floor,
  incident: room,
  units,
  daily,
  paper,
  handover,
};

/** Places in the rail, with the icon of each. */
const PLACES = /** @type {const} */ ([
  'floor',
  'units',
  'daily',
  'modalities',
  'agreements',
  'inquiry',
  'crossings',
  'notices',
  'requests',
  'posture',
  'tracks',
  'account',
  'cooperation',
  'record',
  'history',
  'link',
  'handover',
  'admin',
]);

/**
 * The frame around every screen: strip, bars, rail, the screen, and whatever lies on top of it.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/console.js').Console} console
 */
export function shell(view, console) {
  const {words} = view;
  const name = shown(view, console.chapters);
  return html`
    <a class="skip" href="#main" @click=${skip}>${words.text('shell.skip')}</a>
    <div class="shell">
      <header class="strip">
        <a class="brand" href=${to('floor')}>${mark()}<span>${words.text('shell.name')}</span></a>
        <p class="whose">${side(view, view.ours.id)} <span>${view.nameOf(view.ours)}</span></p>
        ${strip(view)} ${wallClocks(view)}
      </header>
      <div class="bars">${bars(view)}</div>
      <nav class="rail" aria-label=${words.text('shell.places')}>${PLACES.filter(open(view)).map(place(view))}</nav>
      ${dressed(
        console.chapters.sheetsOf(name),
        html`<main id="main" tabindex="-1" class=${name === 'replay' ? 'incident' : name}>${screen(view, name, console.chapters)}</main>`,
      )}
    </div>
    <p class="said" role="status">${console.said}</p>
    ${shiftCard(view)} ${dialogs(view, console.openDialog, console.chapters)}
  `;
}

/**
 * The screen that the address names; the floor for one that nobody knows.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/chapters.js').Chapters} chapters
 */
function shown({route}, chapters) {
  const name = drawnBy(route);
  return Object.hasOwn(SCREENS, name) || chapters.has(name) ? name : 'floor';
}

/**
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {import('../app/chapters.js').Chapters} chapters
 */
function screen(view, name, chapters) {
  if (Object.hasOwn(SCREENS, name)) {
    return SCREENS[name](view, chapters);
  }
  const page = chapters.turnTo(name);
  return 'draw' in page ? page.draw(view, chapters) : notHere(view, page.reading);
}

/**
 * Administration is shown to those who may look at it.
 * @param {import('../app/view.js').View} view
 */
function open(view) {
  return (/** @type {string} */ name) => name !== 'admin' || view.may('admin', 'chief');
}

/**
 * The place in the rail that a screen belongs to.
 * @param {string} screen
 */
const placeOf = (screen) =>
  screen === 'incident' ? 'floor' : BARTER.some((name) => name === screen) ? 'account' : screen;

/** @param {import('../app/view.js').View} view */
function place(view) {
  return (/** @type {typeof PLACES[number]} */ name) => {
    const here = name === placeOf(view.route.screen);
    return html`<a href=${to(name)} aria-current=${here ? 'page' : nothing}>
      ${icon(name)}<span>${view.words.text(`place.${name}`)}</span>${name === 'agreements' ? waiting(view) : nothing}
    </a>`;
  };
}

/**
 * What waits for our signature, seen from every screen.
 * @param {import('../app/view.js').View} view
 */
function waiting(view) {
  const count = waitingForUs(view);
  return count
    ? html`<b class="waiting" aria-hidden="true">${view.words.number(count)}</b>
        <span class="visually-hidden">${view.words.text('agreements.waitForUs', {count})}</span>`
    : nothing;
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.querySelector('main')?.focus();
}
