import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {OPEN} from '../app/queue.js';
import {toIncident} from '../app/route.js';
import {severity} from '../parts/severity.js';
import {countdown} from '../parts/times.js';
import {light} from './strip.js';

/**
 * What a handover says by itself: open items, clocks, link, units out, requests without an answer. The officer who
 * comes reads the same list as the one who goes.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Shift} shift
 */
export function watchList(view, {checklist}) {
  const {words} = view;
  /** @type {import('../app/types.js').IncidentSummary[]} */
  const open = view.feed.read(OPEN).data?.items ?? [];
  const summaryOf = (/** @type {string} */ id) => open.find((incident) => incident.id === id);
  return html`<dl class="watch-list">
    <div>
      <dt>${words.text('watch.open', {count: checklist.openIncidents.length})}</dt>
      <dd>
        <ul>
          ${checklist.openIncidents.slice(0, 8).map((id) => {
            const incident = summaryOf(id);
            return html`<li class="row">
              ${incident ? severity(view, incident.priority) : nothing}
              <a href=${toIncident(id)} @click=${() => view.act.close()}><span dir="auto">${incident?.what ?? id}</span></a>
              ${checklist.unacknowledged.includes(id) ? html`<span class="tag alarm">${words.text('watch.unacknowledged')}</span>` : nothing}
            </li>`;
          })}
        </ul>
      </dd>
    </div>
    <div>
      <dt>${words.text('watch.clocks', {count: checklist.clocks.length})}</dt>
      <dd>
        <ul>
          ${checklist.clocks.slice(0, 6).map((clock) => html`<li>${countdown(view, clock)}</li>`)}
        </ul>
      </dd>
    </div>
    <div>
      <dt>${words.text('watch.link')}</dt>
      <dd>${checklist.links.map((link) => light(view, link))}</dd>
    </div>
    <div>
      <dt>${words.text('watch.unitsOut', {count: checklist.unitsOut.length})}</dt>
      <dd class="quiet">${checklist.unitsOut.map((unit) => html`<bdi class="code">${unit}</bdi> `)}</dd>
    </div>
    <div>
      <dt>${words.text('watch.requests', {count: checklist.openRequests.length})}</dt>
      <dd class="quiet">${checklist.openRequests.map((request) => html`<bdi class="code">${request}</bdi> `)}</dd>
    </div>
  </dl>`;
}
