import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {askedFor, cursorOf, isPaged, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {onDay} from '../../parts/times.js';
import {whyPaused} from '../agreements/list.js';
import {card} from './card.js';
import {isCurrent} from './known.js';
import {stopped, stopUnits} from './stop.js';

/** The names of the two lists in the address. */
const [CURRENT, PAST] = ['current', 'past'];

/**
 * Every crossing, the current ones first, however long ago they were asked for: who may be on whose soil, who is, and what
 * was owed and said afterwards. What was said without a leave stays here for ever.
 *
 * @param {import('../../app/view.js').View} view
 */
export function crossings(view) {
  const {words} = view;
  const current = view.feed.read(`/crossings?state=current&limit=200${askedFor(view, CURRENT)}`);
  const all = view.feed.read(`/crossings?limit=200${askedFor(view, PAST)}`);
  const missing = [current, all].find((reading) => !reading.data);
  return html`<header class="page-head"><h1>${words.text('crossings.title')}</h1></header>
    <p class="lead">${words.text('crossings.means')}</p>
    ${whyPaused(view)}
    ${missing
      ? notHere(view, missing)
      : html`${refusal(view, current.refused ?? all.refused)} ${groups(view, current.data, all.data)}`}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').CrossingList} now those that are current
 * @param {import('../../app/types.js').CrossingList} all the same and those that are over
 */
function groups(view, now, all) {
  const {words} = view;
  const {stops, breaches} = now;
  const current = now.items.filter(isCurrent);
  const past = all.items.filter((one) => !isCurrent(one));
  const turned = cursorOf(view, PAST);
  return html`<div class="registers">
    ${breaches.length || stops.length ? without(view, {stops, breaches}) : nothing}
    ${current.length
      ? html`<div class="cards-of-crossings">${current.map((one) => html`<div class="panel">${card(view, one, {alone: true})}</div>`)}</div>`
      : html`<section class="panel"><p class="empty">${words.text(isPaged(view, CURRENT, now) ? 'pager.none' : 'crossings.none')}</p></section>`}
    ${pager(view, CURRENT, now)}
    ${past.length || isPaged(view, PAST, all)
      ? html`<details class="past panel" ?open=${turned !== ''}>
          <summary><h2>${words.text('stay.past', {count: isPaged(view, PAST, all) ? all.total - now.total : past.length})}</h2></summary>
          <div class="cards-of-crossings">${past.map((one) => html`<div>${card(view, one, {alone: true})}</div>`)}</div>
          ${pager(view, PAST, {items: past, total: all.total - now.total, next: all.next})}
        </details>`
      : nothing}
  </div>`;
}

/**
 * Units that are, or were, there without a leave by their own side's word; and STOPs that name no crossing.
 * @param {import('../../app/view.js').View} view
 * @param {Pick<import('../../app/types.js').CrossingList, 'stops' | 'breaches'>} list
 */
function without(view, {stops, breaches}) {
  const {words} = view;
  const there = [...new Set(breaches.filter((one) => !one.leftAt && one.party !== view.ours.id).map((one) => one.unit))];
  const told = stops.flatMap((stop) => stop.units.map((word) => word.unit));
  const free = there.filter((unit) => !told.includes(unit));
  return html`<section class="panel breaches" aria-labelledby="breaches">
    <header><h2 id="breaches">${words.text('crossings.breaches')}</h2></header>
    <div class="body stack">
      <p>${words.text('crossings.breachesMean')}</p>
      <ul class="list">
        ${breaches.map(
          (one) => html`<li>
            <p class="row">
              ${side(view, one.party)} <bdi class="code">${one.unit}</bdi> ${onDay(view, one.at)}
              <span>${one.leftAt ? words.rich('crossings.leftAt', {time: onDay(view, one.leftAt)}) : words.text('crossings.stillThere')}</span>
              <a class="push" href=${toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
            </p>
            <p class="quiet">
              ${`refusal.${one.why.code}` in words.catalogue ? words.of('refusal', one.why.code) : one.why.sentence}
            </p>
          </li>`,
        )}
      </ul>
      ${free.length && view.may('watch_officer', 'dispatcher', 'liaison', 'unit_leader', 'sector_commander', 'chief')
        ? stopUnits(view, view.peer.id, free)
        : nothing}
      ${stops.map((stop) => stopped(view, undefined, stop))}
    </div>
  </section>`;
}
