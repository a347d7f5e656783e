import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {guard} from '../../lib/lit-html/directives/guard.js';
import {keyed} from '../../lib/lit-html/directives/keyed.js';
import {repeat} from '../../lib/lit-html/directives/repeat.js';
import {QUEUE_MOST, queuePath} from '../app/queue.js';
import {isExercise, to, toIncident} from '../app/route.js';
import {mapPanel} from '../map/panel.js';
import {exerciseTag} from '../parts/exercise.js';
import {icon} from '../parts/icon.js';
import {ladderLine} from '../parts/ladder.js';
import {cursorOf, pager} from '../parts/pager.js';
import {notHere} from '../parts/refusal.js';
import {severity} from '../parts/severity.js';
import {side} from '../parts/side.js';
import {age, at, countdown, toTheSecond} from '../parts/times.js';
import {unitTable} from './unit-table.js';

/**
 * The watch floor: the queue on one half, the ground on the other. Everything the map shows is in the queue and in the
 * table of units too, so the floor is whole without it.
 *
 * @param {import('../app/view.js').View} view
 */
export function floor(view) {
  return html`${queue(view)} ${ground(view)}`;
}

/** @param {import('../app/view.js').View} view */
function queue(view) {
  const {words} = view;
  const draft = view.draft('queue');
  const state = draft.state ?? 'open';
  const text = (draft.text ?? '').trim();
  const cursor = cursorOf(view, QUEUE);
  const reading = view.feed.read(queuePath(state, text, cursor ? QUEUE_MOST : draft.limit, cursor));
  /** @type {import('../app/types.js').IncidentSummary[]} */
  const items = reading.data?.items ?? [];
  return html`<section class="queue panel" aria-labelledby="queue-title">
    <header>
      <h1 id="queue-title">${words.text('queue.title')}</h1>
      ${counts(view, reading.data)}
      <button class="first push" @click=${() => view.act.open('alert')} ?disabled=${!mayAlert(view)}>
        ${icon('add')}${words.text('alert.new')}<kbd aria-hidden="true">N</kbd>
      </button>
    </header>
    <div class="filters">
      <label class="visually-hidden" for="queue-find">${words.text('queue.find')}</label>
      <input
        id="queue-find"
        type="search"
        data-find
        placeholder=${words.text('queue.find')}
        .value=${draft.text ?? ''}
        @input=${(/** @type {any} */ event) => choose(view, {text: event.target.value})}
      />
      <div class="choice" role="group" aria-label=${words.text('queue.which')}>
        ${['open', 'closed'].map(
          (name) => html`<button aria-pressed=${state === name} @click=${() => choose(view, {state: name})}>
            ${words.text(`queue.${name}`)}
          </button>`,
        )}
      </div>
    </div>
    ${!reading.data
      ? notHere(view, reading)
      : items.length || cursor
        ? html`${cursor || items.length >= QUEUE_MOST ? pager(view, QUEUE, reading.data) : nothing}
            ${keyed(cursor, rows(view, reading.data))}`
        : nothingOpen(view, reading.data.asOf, Boolean(text))}
  </section>`;
}

/**
 * How many are real, and beside them how many are practice.
 * @param {import('../app/view.js').View} view
 * @param {{total: number, exercises?: number} | undefined} page
 */
function counts({words}, page) {
  const exercises = page?.exercises ?? 0;
  return html`<span class="count figure">${page ? words.number(page.total - exercises) : nothing}</span>
    ${exercises ? html`<span class="count quiet">${words.text('exercise.andSo', {count: exercises})}</span>` : nothing}`;
}

/** The name of the queue in the address. */
const QUEUE = 'queue';

/**
 * Asks for other incidents, which begin at their first page.
 * @param {import('../app/view.js').View} view
 * @param {{text?: string, state?: string}} fields
 */
function choose(view, fields) {
  view.act.edit('queue', fields);
  if (cursorOf(view, QUEUE)) {
    view.act.rename(to('floor'));
  }
}

/**
 * There is more in the queue than is shown; nothing is cut off in silence. The first page grows once, as far as a page goes;
 * the way to what is left stands above the rows, where the keyboard comes to it before five hundred of them.
 *
 * @param {import('../app/view.js').View} view
 * @param {{items: import('../app/types.js').IncidentSummary[], next?: string}} page
 */
function rows(view, {items, next}) {
  return html`<ol class="rows">
    ${repeat(items, (incident) => incident.id, (incident) => html`<li>${guardedRow(view, incident)}</li>`)}
    ${next && !cursorOf(view, QUEUE) && items.length < QUEUE_MOST
      ? html`<li class="row pager">
          <button data-act="more" @click=${() => view.act.edit('queue', {limit: QUEUE_MOST})}>${view.words.text('queue.more')}</button>
        </li>`
      : nothing}
  </ol>`;
}

/**
 * A row is drawn again when its incident has changed, when a minute has passed, or, while a clock runs on it, each second.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').IncidentSummary} incident
 */
function guardedRow(view, incident) {
  const tick = Math.floor(view.now / (incident.nextClock ? 1_000 : 60_000));
  return guard([incident, tick, view.words], () => row(view, incident));
}

/** @param {import('../app/view.js').View} view */
function mayAlert(view) {
  return view.may('watch_officer', 'dispatcher', 'liaison', 'unit_leader', 'sector_commander', 'chief');
}

/**
 * One incident: how urgent, whose, what and where; who has been told and who knows; what is due next.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').IncidentSummary} incident
 */
function row(view, incident) {
  const {words} = view;
  const waits = incident.owner !== view.ours.id && !incident.acknowledgedAt;
  return html`<a
    href=${toIncident(incident.id)}
    data-incident=${incident.id}
    class="item ${incident.priority.toLowerCase()} ${waits ? 'waits' : ''} ${incident.audience} ${isExercise(incident.id) ? 'exercise' : ''}"
  >
    ${severity(view, incident.priority)} ${side(view, incident.owner)}
    <span class="what">
      <b dir="auto">${incident.what}</b> ${exerciseTag(view, incident.id)}
      <span class="where">
        <bdi>${incident.where.label}</bdi>
        ${incident.sector ? html`<span class="tag">${words.rich('room.sector', {name: incident.sector})}</span>` : nothing}
      </span>
    </span>
    <span class="when">
      ${age(view, incident.occurredAt ?? incident.reportedAt)}
      <small>${at(view, incident.occurredAt ?? incident.reportedAt)}</small>
    </span>
    <span class="told">
      <span class="state">${words.of('incidentState', incident.state)}</span>
      ${ladderLine(view, incident.ladder, {author: incident.owner, audience: incident.audience})}
      <span class="due">
        ${incident.unread ? html`<span class="tag">${words.text('queue.unread', {count: incident.unread})}</span>` : nothing}
        ${incident.nextClock ? countdown(view, incident.nextClock) : nothing}
      </span>
    </span>
  </a>`;
}

/**
 * An empty queue says when it last looked: silence must not look like calm.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} asOf
 * @param {boolean} filtered
 */
function nothingOpen(view, asOf, filtered) {
  const {words, settings} = view;
  return html`<div class="empty">
    <p><strong>${words.text(filtered ? 'queue.nothingFound' : 'queue.empty')}</strong></p>
    <p class="quiet">${words.rich('queue.lastChecked', {time: toTheSecond(view, asOf)})}</p>
    <p class="quiet">
      ${settings.sound && !view.alarm.blocked && view.alarm.testedAt
        ? words.rich('queue.alarmTested', {time: at(view, new Date(view.alarm.testedAt).toISOString())})
        : words.text(settings.sound ? (view.alarm.blocked ? 'queue.alarmBlocked' : 'queue.alarmReady') : 'queue.alarmOff')}
    </p>
  </div>`;
}

/** @param {import('../app/view.js').View} view */
function ground(view) {
  const {words} = view;
  const shown = view.draft('ground').shown ?? (matchMedia('(max-width: 760px)').matches ? 'units' : 'map');
  return html`<section class="ground panel" aria-labelledby="ground-title">
    <header>
      <h2 id="ground-title">${words.text('ground.title')}</h2>
      <div class="choice push" role="group" aria-label=${words.text('ground.as')}>
        ${['map', 'units'].map(
          (name) => html`<button aria-pressed=${shown === name} @click=${() => view.act.edit('ground', {shown: name})}>
            ${words.text(`ground.${name}`)}
          </button>`,
        )}
      </div>
    </header>
    ${shown === 'map' ? mapPanel(view) : unitTable(view)}
  </section>`;
}
