import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {repeat} from '../../lib/lit-html/directives/repeat.js';
import {to, toIncident} from '../app/route.js';
import {menu} from '../parts/menu.js';
import {coordinates} from '../parts/place.js';
import {notHere} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {age, at} from '../parts/times.js';
import {cards} from './cards.js';

/** Statuses of a unit that stands ready, and of one that is out on something. */
const READY = ['AVL', 'PAT'];
const AWAY = ['OFF', 'OOS'];

/**
 * What either side has to send, and what is sent for which code-word.
 * @param {import('../app/view.js').View} view
 */
export function units(view) {
  const {words, route} = view;
  const tab = route.query.get('tab') ?? 'units';
  return html`<header class="page-head">
      <h1>${words.text(`register.${tab}`)}</h1>
      <nav class="choice" aria-label=${words.text('register.parts')}>
        ${['units', 'cards'].map(
          (name) => html`<a class="tab" href=${to('units', [], name === 'units' ? {} : {tab: name})} aria-current=${tab === name ? 'page' : nothing}>
            ${words.text(`register.${name}`)}
          </a>`,
        )}
      </nav>
      ${tab === 'units' && view.may('dispatcher', 'sector_commander', 'chief')
        ? html`<button class="first push" @click=${() => view.act.open('register')}>${words.text('register.add')}</button>`
        : nothing}
      ${tab === 'cards' && view.may('sector_commander', 'chief')
        ? html`<button class="first push" @click=${() => view.act.open('card', {known: false})}>${words.text('card.new')}</button>`
        : nothing}
    </header>
    ${tab === 'cards' ? cards(view) : register(view)}`;
}

/** @param {import('../app/view.js').View} view */
function register(view) {
  const {words} = view;
  const reading = view.feed.read('/units');
  /** @type {import('../app/types.js').Unit[] | undefined} */
  const all = reading.data?.items;
  if (!all) {
    return notHere(view, reading);
  }
  const ours = all.filter((unit) => unit.party === view.ours.id);
  const theirs = all.filter((unit) => unit.party !== view.ours.id);
  return html`<div class="registers">
    ${table(view, view.ours, ours, words.text('units.none'))}
    ${view.peer.id === view.ours.id
      ? nothing
      : table(view, view.peer, theirs, words.rich('register.noneShown', {side: view.nameOf(view.peer)}))}
  </div>`;
}

/**
 * One side's units under a line that counts them.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Party} party
 * @param {import('../app/types.js').Unit[]} shown
 * @param {unknown} none
 */
function table(view, party, shown, none) {
  const {words} = view;
  const name = view.nameOf(party);
  const fresh = shown.filter((unit) => !unit.stale);
  const figures = {
    ready: fresh.filter((unit) => READY.includes(unit.status)).length,
    out: fresh.filter((unit) => !READY.includes(unit.status) && !AWAY.includes(unit.status)).length,
    away: fresh.filter((unit) => AWAY.includes(unit.status)).length,
    silent: shown.length - fresh.length,
  };
  return html`<section class="panel" aria-labelledby="units-of-${party.id}">
    <header>
      ${side(view, party.id)}
      <h2 id="units-of-${party.id}">${name}</h2>
      ${party.id === view.ours.id ? nothing : html`<span class="tag dashed">${words.text('task.askDontTask')}</span>`}
      <ul class="counts push">
        ${Object.entries(figures).map(
          ([what, count]) => html`<li class=${count ? '' : 'quiet'}><b class="figure">${words.number(count)}</b> ${words.text(`register.count.${what}`)}</li>`,
        )}
      </ul>
    </header>
    ${shown.length
      ? html`<table class="stacks register">
          <thead>
            <tr>
              <th scope="col">${words.text('units.unit')}</th>
              <th scope="col">${words.text('units.status')}</th>
              <th scope="col">${words.text('register.station')}</th>
              <th scope="col">${words.text('register.position')}</th>
              <th scope="col">${words.text('register.knows')}</th>
              <th scope="col"><span class="visually-hidden">${words.text('admin.acts')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(shown, (unit) => unit.id, (unit) => row(view, unit))}
          </tbody>
        </table>`
      : html`<p class="empty">${none}</p>`}
  </section>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Unit} unit
 */
function row(view, unit) {
  const {words} = view;
  return html`<tr class=${unit.stale ? 'stale' : ''}>
    <td class="named">
      <b dir="auto">${unit.name}</b>
      <span class="quiet small">${words.of('unitType', unit.type)} · <bdi class="code">${unit.id}</bdi></span>
    </td>
    <td>
      <span class="status"><bdi class="code tag">${unit.status}</bdi> ${words.of('unitStatus', unit.status)}</span>
      <span class="quiet small">
        ${words.rich('register.since', {time: at(view, unit.statusSince)})}
        ${unit.incident ? html`· <a href=${toIncident(unit.incident)}><bdi>${unit.incident}</bdi></a>` : nothing}
      </span>
    </td>
    <td>
      ${unit.station ? html`<span dir="auto">${unit.station.label}</span>` : nothing}
      ${unit.capabilities?.length
        ? html`<span class="quiet small">${unit.capabilities.map((code) => words.of('capability', code)).join(words.text('register.and'))}</span>`
        : nothing}
    </td>
    <td>${position(view, unit)}</td>
    <td>
      ${unit.party === view.ours.id
        ? unit.audience === 'release'
          ? html`<span class="tag">${words.text('register.shown')}</span>`
          : html`<span class="tag dashed">${words.text('audience.internal')}</span>`
        : html`<span class="quiet">${words.text('register.asShown')}</span>`}
    </td>
    <td class="acts-of">${unit.party === view.ours.id ? ownActs(view, unit) : ask(view, unit)}</td>
  </tr>`;
}

/**
 * Where it was last, and how long ago that was: old news says so, and no news is never drawn as a place.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Unit} unit
 */
function position(view, unit) {
  const {words} = view;
  if (!unit.position || !unit.positionAt) {
    return html`<span>${words.text('units.noPosition')}</span>
      ${unit.stale ? html`<span class="tag dashed">${words.text('register.noNews')}</span>` : nothing}`;
  }
  return html`<span>${coordinates(unit.position)}</span>
    <span class="small ${unit.stale ? '' : 'quiet'}">
      ${words.rich(unit.stale ? 'units.lastSeen' : 'units.ago', {age: age(view, unit.positionAt)})}
      ${unit.precisionM ? html`<span class="quiet">· ${words.text('register.within', {metres: unit.precisionM})}</span>` : nothing}
    </span>
    ${unit.stale ? html`<span class="tag dashed">${words.text('register.noNews')}</span>` : nothing}`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Unit} unit
 */
function ownActs(view, unit) {
  const {words, act} = view;
  const about = {unit: unit.id, name: unit.name};
  const keeps = view.may('dispatcher', 'sector_commander', 'chief');
  const commands = view.may('watch_officer', 'sector_commander', 'chief');
  const station = unit.station?.label ?? '';
  const position = unit.station?.position ? `${unit.station.position.lat} ${unit.station.position.lon}` : '';
  const described = {
    ...about,
    type: unit.type,
    station,
    stationWas: station,
    position,
    positionWas: position,
    capabilities: unit.capabilities ?? [],
  };
  const acts = [
    ...(keeps ? [{word: words.text('register.act.describe'), open: () => act.open('describe', described)}] : []),
    ...(commands ? [{word: words.rich('register.act.show', {side: view.nameOf(view.peer)}), open: () => act.open('show-unit', about)}] : []),
    ...(commands && unit.audience === 'release'
      ? [{word: words.text('register.act.hide'), open: () => act.open('hide-unit', {...about, reason: ''})}]
      : []),
    ...(keeps ? [{word: words.text('register.act.retire'), open: () => act.open('retire-unit', {...about, reason: ''})}] : []),
  ];
  return html`<div class="row">
    ${view.may('watch_officer', 'dispatcher', 'unit_leader', 'sector_commander')
      ? html`<button class="small" @click=${() => act.open('unit-status', {...about, status: undefined})}>${words.text('units.change')}</button>`
      : nothing}
    ${menu(words.text('register.more', {unit: unit.name}), acts)}
  </div>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Unit} unit
 */
function ask(view, unit) {
  return view.may('watch_officer', 'liaison', 'sector_commander', 'chief')
    ? html`<button class="small" @click=${() => view.act.open('ask-unit', {unit: unit.id, name: unit.name})}>
        ${view.words.text('askUnit.ask')}
      </button>`
    : nothing;
}
