import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {toEntry} from '../app/route.js';
import {coordinates} from '../parts/place.js';
import {notHere} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {onDay} from '../parts/times.js';
import {wallOf} from '../time/walls.js';

/**
 * What happened before the record began. Every source keeps its own figure, side by side, in the same size; nothing is
 * averaged, ranked or merged, and nothing here proves that anybody was told.
 *
 * @param {import('../app/view.js').View} view
 */
export function history(view) {
  const {words} = view;
  const cursor = view.route.query.get('cursor');
  const reading = view.feed.read(`/history?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  /** @type {import('../app/types.js').HistoryItem[] | undefined} */
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
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').HistoryItem} item
 */
function matter(view, item) {
  const {words} = view;
  return html`<li class="panel matter">
    <header>
      <p class="date">${dates(view, item.date)}</p>
      <div>
        <h2 dir="auto">${item.what}</h2>
        <p class="quiet">
          <span dir="auto">${item.where.label}</span>
          ${item.where.position ? coordinates(item.where.position) : nothing}
          ${item.where.radiusM ? words.text('history.within', {km: Math.round(item.where.radiusM / 1000)}) : nothing}
        </p>
      </div>
    </header>
    <ul class="statements">
      ${item.statements.map(
        (statement) => html`<li>
          <blockquote dir="auto">${statement.says}</blockquote>
          <p class="quiet small">
            ${statement.asOf ? html`${words.rich('history.asOf', {time: statement.asOf})} ` : nothing}
            <bdi class="source">${statement.source}</bdi>
          </p>
        </li>`,
      )}
    </ul>
    <footer class="quiet small">
      ${side(view, item.importedBy)} ${words.rich('history.imported', {time: onDay(view, item.importedAt)})}
      <a href=${toEntry(item.entry)}><bdi class="code">${item.entry}</bdi></a>
    </footer>
  </li>`;
}

/**
 * A date as precise as its source, in both calendars where the day is known.
 * @param {import('../app/view.js').View} view
 * @param {string} date `2013-10` or `2019-02-13`
 */
function dates(view, date) {
  const wall = wallOf(view.ours);
  if (date.length < 10) {
    return html`<time datetime=${date}><bdi>${date}</bdi></time>`;
  }
  const noon = Date.parse(`${date}T09:00:00Z`);
  return html`<time datetime=${date}>${view.clocks.date(noon, wall)}</time>${view.settings.persianDates
      ? html`<span class="quiet">${view.clocks.persianDate(noon, wall)}</span>`
      : nothing}`;
}
