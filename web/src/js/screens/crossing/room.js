import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {pausedBy, signs} from '../../app/agreements.js';
import {icon} from '../../parts/icon.js';
import {side} from '../../parts/side.js';
import {countdown, instantOf} from '../../parts/times.js';
import {card} from './card.js';
import {responsibility} from './handover.js';
import {CROSSING, crossingsOf, isCurrent, mayStop, reports, stoppable} from './known.js';
import {openCrossing} from './propose-dialog.js';
import {stopControl} from './stop.js';

/**
 * What the room shows of the line: who is responsible, and every crossing about the incident. Without a live leave it says
 * so: units stage at the line.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
export function lineOfRoom(view, incident) {
  const {words} = view;
  const all = crossingsOf(incident);
  const current = all.filter(isCurrent);
  const past = all.filter((one) => !isCurrent(one));
  const about = incident.summary.where.position;
  const several = stoppables(view, incident).length > 1;
  return html`${all.length ? nothing : responsibility(view, incident)}
    <section class="panel crossings" aria-labelledby="crossings-of-room">
      <header><h2 id="crossings-of-room">${words.text('stay.inRoom')}</h2></header>
      ${all.some((one) => one.stage === 'live') ? nothing : html`<p class="none staged">${icon('hold')} ${words.text('stay.noLive')}</p>`}
      ${several ? html`<div class="stops-of-room">${stoppables(view, incident).map((one) => stopLine(view, one))}</div>` : nothing}
      ${current.map((one) => card(view, one, {about, stops: !several}))} ${asks(view, incident)}
      ${past.length
        ? html`<details class="past">
            <summary>${words.text('stay.past', {count: past.length})}</summary>
            ${past.map((one) => card(view, one, {about}))}
          </details>`
        : nothing}
    </section>
    ${all.length ? responsibility(view, incident) : nothing}`;
}

/**
 * Asking for a crossing, or offering one; and the fast lane for life.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
function asks(view, {summary}) {
  const {words, act} = view;
  const told = summary.audience === 'release';
  const closed = summary.state === 'closed_by_all';
  const able = signs(view, CROSSING);
  if (!told || closed || pausedBy(view) || !(able || reports(view))) {
    return nothing;
  }
  return html`<footer class="row body">
    ${able ? html`<button data-offer="crossing" @click=${() => openCrossing(view, {incident: summary.id})}>${icon('onward')}${words.text('stay.ask')}</button>` : nothing}
    ${reports(view)
      ? html`<button data-offer="lane" @click=${() => act.open('fast-lane', {incident: summary.id, refused: undefined})}>
          ${icon('help')}${words.text('fastLane.open')}
        </button>`
      : nothing}
  </footer>`;
}

/**
 * On a narrow or low screen STOP stays at the upper edge of the room, however far one has read.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
export function stopOfRoom(view, incident) {
  const {words} = view;
  const all = stoppables(view, incident);
  const waits = crossingsOf(incident).flatMap((one) => one.stops.flatMap((stop) => stop.units.filter((word) => word.clock)));
  return all.length || waits.length
    ? html`<section class="stop-strip" aria-label=${words.text('stop.word')}>
        ${all.map((one) => stopLine(view, one))}
        ${waits.map((word) => html`<p class="row">${word.clock ? countdown(view, word.clock) : nothing} <bdi class="code">${word.unit}</bdi></p>`)}
      </section>`
    : nothing;
}

/**
 * Crossings of which this officer can stop somebody.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
const stoppables = (view, incident) => crossingsOf(incident).filter((one) => mayStop(view, one) && stoppable(one).length);

/**
 * STOP to one crossing, with the little that tells it from another.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
function stopLine(view, one) {
  const {words, clocks} = view;
  return html`<div>
    <p class="row">
      ${side(view, one.visitor)} ${words.of('crossingStage', one.stage)} <bdi class="code">${one.crossing}</bdi>
      ${one.stage === 'live' ? html`<b class="figure push">${clocks.countdown(instantOf(one.window.until) - view.now)}</b>` : nothing}
    </p>
    ${stopControl(view, one)}
  </div>`;
}
