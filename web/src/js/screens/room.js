import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {to, toIncident} from '../app/route.js';
import {exerciseBanner, watermark} from '../parts/exercise.js';
import {icon} from '../parts/icon.js';
import {notHere} from '../parts/refusal.js';
import {severity} from '../parts/severity.js';
import {side} from '../parts/side.js';
import {age, atAllWalls, countdown} from '../parts/times.js';
import {coordinates} from '../parts/place.js';
import {composer} from './composer.js';
import {columns} from './columns.js';
import {rail} from './room-rail.js';

/**
 * The incident room: what each side knew, and since when, on one axis of time; what has been ordered and asked; and the
 * place to say something, which begins with who is to know it.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/chapters.js').Chapters} chapters
 */
export function room(view, chapters) {
  const id = view.route.rest[0] ?? '';
  const reading = view.feed.read(`/incidents/${encodeURIComponent(id)}`);
  /** @type {import('../app/types.js').Incident | undefined} */
  const incident = reading.data;
  if (!incident) {
    return notHere(view, reading);
  }
  const line = chapters.inRoom('crossing');
  return html`
    ${watermark(view, id)} ${'pieces' in line ? line.pieces.stop(view, incident) : nothing} ${header(view, incident)}
    <div class="columns-and-composer">${columns(view, incident)} ${composer(view, incident)}</div>
    ${rail(view, incident, 'pieces' in line ? line.pieces.line(view, incident) : notHere(view, line.reading), chapters)}
  `;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Incident} incident
 */
export function header(view, {summary, clocks, may, responsibility}) {
  const {words} = view;
  const occurred = summary.occurredAt ?? summary.reportedAt;
  return html`<header class="room-head">
    ${exerciseBanner(view, summary.id)}
    <a class="back" href=${view.past ? toIncident(summary.id) : to('floor')} aria-label=${words.text('room.back')}>${icon('back')}</a>
    ${severity(view, summary.priority)}
    <div class="title">
      <h1 dir="auto">${summary.what}</h1>
      <p>
        ${side(view, summary.owner)}
        <span dir="auto">${summary.where.label}</span>
        ${summary.sector ? html`<span class="tag">${words.rich('room.sector', {name: summary.sector})}</span>` : nothing}
        ${summary.where.position ? html`<span class="quiet">${coordinates(summary.where.position)}</span>` : nothing}
        <bdi class="code quiet">${summary.id}</bdi>
      </p>
    </div>
    <dl class="facts-of-room">
      <div>
        <dt>${words.text('room.state')}</dt>
        <dd>${words.of('incidentState', summary.state)}</dd>
      </div>
      <div>
        <dt>${words.text('room.occurred')}</dt>
        <dd>${atAllWalls(view, occurred)} <span class="quiet">${words.rich('room.ago', {age: age(view, occurred)})}</span></dd>
      </div>
      <div>
        <dt>${words.text('room.inCharge')}</dt>
        <dd>
          ${view.nameOf(view.party(responsibility?.whole.party ?? summary.owner))}
          ${responsibility?.parts.length ? html`<span class="quiet">${words.text('room.partsElsewhere', {count: responsibility.parts.length})}</span>` : nothing}
        </dd>
      </div>
      ${clocks.length
        ? html`<div>
            <dt>${words.text('room.nextClock')}</dt>
            <dd>${countdown(view, clocks[0])}</dd>
          </div>`
        : nothing}
    </dl>
    <div class="row acts" ?hidden=${view.past}>
      ${ACTS.filter(([act]) => may.includes(act)).map(([act, dialog, sign], index) => actButton(view, summary, act, dialog, sign, index))}
    </div>
  </header>`;
}

/** What may be done from the head of the room, the most pressing first: act, dialog, icon. */
const ACTS = /** @type {const} */ ([
  ['acknowledge', '', 'check'],
  ['notify', 'notify', 'release'],
  ['task', 'task', 'onward'],
  ['request_assistance', 'assist', 'help'],
  ['offer_assistance', 'offer-help', 'help'],
  ['hotline', 'hotline', 'phone'],
  ['sitrep', 'sitrep', 'record'],
  ['contain', 'contain', 'shield'],
  ['close', 'conclude', 'close'],
  ['reopen', 'reopen', 'history'],
]);

/** Acts that have a key of their own. @type {Record<string, string>} */
const KEY_OF = {acknowledge: 'A', task: 'T', request_assistance: 'R'};

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').IncidentSummary} summary
 * @param {string} act
 * @param {string} dialog
 * @param {any} sign
 * @param {number} index
 */
function actButton(view, summary, act, dialog, sign, index) {
  const press = dialog
    ? () => view.act.open(dialog, {incident: summary.id})
    : () =>
        view.act.send(`acknowledge ${summary.id}`, {
          path: `/incidents/${encodeURIComponent(summary.id)}/acknowledge`,
          body: {},
          said: 'said.acknowledged',
        });
  return html`<button class=${index === 0 && (act === 'acknowledge' || act === 'notify') ? 'first' : ''} @click=${press}>
    ${icon(sign)}${view.words.rich(`act.${act}`, {side: view.nameOf(view.peer)})}
    ${KEY_OF[act] ? html`<kbd aria-hidden="true">${KEY_OF[act]}</kbd>` : nothing}
  </button>`;
}
