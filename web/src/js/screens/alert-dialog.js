import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {toIncident} from '../app/route.js';
import {audience} from '../parts/audience.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {knownPlaces, positionOf} from '../parts/place.js';
import {severity} from '../parts/severity.js';
import {side} from '../parts/side.js';
import {age} from '../parts/times.js';
import {instantOnWall, wallOf} from '../time/walls.js';

const PRIORITIES = /** @type {const} */ (['P1', 'P2', 'P3', 'P4', 'P5']);

/**
 * A new alert: four fields, or a code-word that fills them. First who is to know, then what is known. While it is typed,
 * incidents near in place and time are offered, because the second report of a thing is rarely a second thing.
 *
 * @param {import('../app/view.js').View} view
 */
export function alertDialog(view) {
  const {words, act} = view;
  const draft = view.draft('alert');
  const place = positionOf(view, draft.position, draft.where);
  const instant = instantOf(view, draft);
  const ready = Boolean(draft.audience && draft.what?.trim() && draft.where?.trim() && draft.priority && instant);
  const send = () =>
    act.send('alert', {
      path: '/incidents',
      body: {
        ...(draft.codeWord ? {codeWord: draft.codeWord} : {}),
        what: draft.what.trim(),
        where: {label: draft.where.trim(), ...(place ? {position: place} : {})},
        when: new Date(instant ?? view.now).toISOString(),
        priority: draft.priority,
        audience: draft.audience,
        language: words.language,
        ...(draft.exercise ? {exercise: true} : {}),
      },
      said: draft.audience === 'release' ? 'said.released' : 'said.alertKept',
      then: ({id}) => act.go(toIncident(id)),
    });
  return dialog(view, {
    title: words.text('alert.title'),
    body: form(view, 'alert', {
      ready,
      button: words.rich(draft.audience === 'release' ? 'alert.saveAndTell' : 'alert.save', {side: view.nameOf(view.peer)}),
      send,
      fields: html`
        ${audience(view, draft.audience, (chosen) => act.edit('alert', {audience: chosen}), {rule: 'release.alert'})}
        <fieldset class="stack" ?disabled=${!draft.audience}>
          <legend class="visually-hidden">${words.text('alert.fields')}</legend>
          ${runCards(view, draft)}
          ${field(view, 'alert', {name: 'what', label: words.text('alert.what'), required: true, maxlength: 500})}
          <div class="fields">
            ${field(view, 'alert', {name: 'where', label: words.text('alert.where'), required: true, maxlength: 200, list: 'places'})}
            ${field(view, 'alert', {
              name: 'position',
              label: words.text('alert.position'),
              kind: 'code',
              hint: place ? '' : words.text('alert.positionHint'),
            })}
          </div>
          <datalist id="places">${knownPlaces(view).map((known) => html`<option value=${known.name}></option>`)}</datalist>
          <div class="fields">${when(view, draft)} ${priority(view, draft)}</div>
          <label class="row">
            <input
              type="checkbox"
              .checked=${Boolean(draft.exercise)}
              @change=${(/** @type {any} */ event) => act.edit('alert', {exercise: event.target.checked})}
            />
            ${words.text('alert.exercise')}
          </label>
        </fieldset>
        ${duplicates(view, place, instant)}
      `,
    }),
  });
}

/**
 * Code-words that fill the draft.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function runCards(view, draft) {
  /** @type {import('../app/types.js').RunCard[]} */
  const cards = view.feed.read('/run-cards').data?.items ?? [];
  if (!cards.length) {
    return nothing;
  }
  const {words} = view;
  const chosen = cards.find((card) => card.codeWord === draft.codeWord);
  return html`<div class="field">
    <p class="label" id="code-word">${words.text('alert.codeWord')}</p>
    <div class="row" role="group" aria-labelledby="code-word">
      ${cards.map(
        (card) => html`<button
          type="button"
          aria-pressed=${card === chosen}
          title=${words.label(card.title)}
          @click=${() =>
            view.act.edit('alert', {codeWord: card.codeWord, what: words.label(card.title), priority: card.priority})}
        >
          <bdi>${words.label(card.spelling)}</bdi>
        </button>`,
      )}
    </div>
    ${chosen ? html`<ol class="checklist hint">${chosen.checklist.map((step) => html`<li dir="auto">${words.label(step)}</li>`)}</ol>` : nothing}
  </div>`;
}

/** So many minutes ago, at one press. */
const AGO = [0, 5, 15, 30];

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function when(view, draft) {
  const {words} = view;
  return html`<div class="field">
    <label for="alert-when">${words.rich('alert.when', {wall: wallOf(view.ours).label})}</label>
    <input
      id="alert-when"
      dir="ltr"
      inputmode="numeric"
      maxlength="5"
      autocomplete="off"
      placeholder=${view.clocks.time(view.now, wallOf(view.ours))}
      .value=${draft.when ?? ''}
      @input=${(/** @type {any} */ event) => view.act.edit('alert', {when: event.target.value, ago: undefined})}
    />
    <div class="row" role="group" aria-label=${words.text('alert.whenQuick')}>
      ${AGO.map(
        (minutes) => html`<button
          type="button"
          class="small"
          aria-pressed=${(draft.ago ?? (draft.when ? -1 : 0)) === minutes}
          @click=${() => view.act.edit('alert', {ago: minutes, when: ''})}
        >
          ${minutes ? words.text('alert.minutesAgo', {count: minutes}) : words.text('alert.now')}
        </button>`,
      )}
    </div>
  </div>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function priority(view, draft) {
  const {words} = view;
  return html`<fieldset class="field">
    <legend>${words.text('alert.priority')}</legend>
    <div class="priorities">
      ${PRIORITIES.map(
        (value) => html`<label title=${words.of('priority', value)}>
          <input
            type="radio"
            name="priority"
            value=${value}
            class="visually-hidden"
            .checked=${draft.priority === value}
            @change=${() => view.act.edit('alert', {priority: value})}
          />
          ${severity(view, value)}
        </label>`,
      )}
    </div>
    <p class="hint">${draft.priority ? words.of('priority', draft.priority) : words.text('alert.priorityHint')}</p>
  </fieldset>`;
}

/**
 * Incidents near in place and time: a hint, never a merge.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Position | undefined} place
 * @param {number | undefined} instant
 */
function duplicates(view, place, instant) {
  if (!place) {
    return nothing;
  }
  const {words} = view;
  const minute = 60_000;
  const about = new Date(Math.floor((instant ?? view.now) / minute) * minute).toISOString();
  /** @type {{incident: import('../app/types.js').IncidentSummary, distanceM: number, minutesApart: number}[]} */
  const hints = view.feed.read(`/incidents/duplicates?lat=${place.lat}&lon=${place.lon}&when=${about}`).data?.items ?? [];
  return hints.length
    ? html`<div class="hints" role="status">
        <p class="label">${words.text('alert.duplicates')}</p>
        <ul>
          ${hints.map(
            ({incident, distanceM}) => html`<li class="row">
              ${severity(view, incident.priority)} ${side(view, incident.owner)}
              <a href=${toIncident(incident.id)}><span dir="auto">${incident.what}</span></a>
              <span class="quiet"
                >${words.rich('alert.near', {metres: distanceM, age: age(view, incident.occurredAt ?? incident.reportedAt)})}</span
              >
            </li>`,
          )}
        </ul>
      </div>`
    : nothing;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function instantOf(view, draft) {
  return draft.when
    ? instantOnWall(draft.when, wallOf(view.ours), view.now)
    : view.now - (draft.ago ?? 0) * 60_000;
}
