import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {placed} from '../../parts/placed.js';
import {coordinates} from '../../parts/place.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {onDay} from '../../parts/times.js';
import {wallOf} from '../../time/walls.js';

/**
 * What happened before the record began. Every report keeps its own figure, side by side, in the same size; nothing is
 * averaged, ranked or merged, and nothing here proves that anybody was told.
 *
 * @param {import('../../app/view.js').View} view
 */
export function history(view) {
  const {words} = view;
  const cursor = view.route.query.get('cursor');
  const reading = view.feed.read(`/history?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  /** @type {import('../../app/types.js').HistoryItem[] | undefined} */
  const items = reading.data?.items;
  return html`<header class="page-head">
      <h1>${words.text('history.title')}</h1>
      <p class="tag warn">${words.text('history.noProof')}</p>
    </header>
    <p class="lead">${words.text('history.means')}</p>
    ${!items
      ? notHere(view, reading)
      : items.length
        ? html`<ol class="matters">
            ${items.map((item) => matter(view, item))}
          </ol>`
        : html`<p class="empty panel">${words.text('history.none')}</p>`}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').HistoryItem} item
 */
function matter(view, item) {
  const {words} = view;
  const properties = [...new Set(item.claims.map((claim) => claim.property))];
  return html`<li class="panel matter">
    <header>
      <p class="date">${dates(view, item.occurred)}</p>
      <div>
        <h2 dir="auto">${item.title}</h2>
        <p class="quiet">
          <span dir="auto">${item.where.label}</span>
          ${item.where.position ? coordinates(item.where.position) : nothing}
          ${item.where.radiusM ? words.text('history.within', {km: Math.round(item.where.radiusM / 1000)}) : nothing}
        </p>
      </div>
    </header>
    ${properties.map((property) => claimsOf(view, item, property))}
    <footer class="quiet small">
      ${side(view, item.importedBy)} ${words.rich('history.imported', {time: onDay(view, item.importedAt)})}
      <a href=${toEntry(item.entry)}><bdi class="code">${item.entry}</bdi></a>
    </footer>
  </li>`;
}

/**
 * What the reports say about one thing, in equal boxes; figures that are numbers also as spans on one axis.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').HistoryItem} item
 * @param {string} property
 */
function claimsOf(view, item, property) {
  const {words} = view;
  const claims = item.claims.filter((claim) => claim.property === property);
  const most = Math.max(...claims.map((claim) => claim.high ?? claim.best ?? claim.low ?? 0));
  return html`<section class="claims">
    <h3>${words.of('property', property)}</h3>
    <ul class="statements">
      ${claims.map(
        (claim) => html`<li class=${claim.superseded ? 'superseded' : ''}>
          <p class="figure-said" dir="auto">${claim.figure}</p>
          ${claims.length > 1 && most ? span(claim, most) : nothing}
          <p class="quiet small">
            <span dir="auto">${claim.saidBy}</span>
            ${words.rich('history.asOf', {time: claim.asOf})}
            ${claim.superseded ? html`<span class="tag">${words.text('history.superseded')}</span>` : nothing}
            <bdi class="source">${claim.source}</bdi>
          </p>
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * A figure as a span from its lowest to its highest reading, on the axis of its neighbours. There is no mean.
 * @param {import('../../app/types.js').HistoryClaim} claim
 * @param {number} most
 */
function span(claim, most) {
  const low = claim.low ?? claim.best;
  const high = claim.high ?? claim.best ?? most;
  if (low === undefined) {
    return nothing;
  }
  const begin = (100 * low) / most;
  return html`<div class="span" aria-hidden="true">
    <i ${placed({'inset-inline-start': `${Math.min(begin, 98)}%`, 'inline-size': `${Math.max((100 * high) / most - begin, 2)}%`})}></i>
  </div>`;
}

/**
 * A date as precise as its source, in both calendars where the day is known.
 * @param {import('../../app/view.js').View} view
 * @param {string} date `2013`, `2013-10` or `2019-02-13`
 */
function dates(view, date) {
  const wall = wallOf(view.ours);
  if (date.length < 10) {
    return html`<time datetime=${date}>${view.clocks.vagueDate(date)}</time>`;
  }
  const noon = Date.parse(`${date}T09:00:00Z`);
  return html`<time datetime=${date}>${view.clocks.date(noon, wall)}</time>${view.settings.persianDates
      ? html`<span class="quiet">${view.clocks.persianDate(noon, wall)}</span>`
      : nothing}`;
}
