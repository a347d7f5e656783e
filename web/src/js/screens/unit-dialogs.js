import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {OPEN} from '../app/queue.js';
import {audience} from '../parts/audience.js';
import {CAPABILITIES, UNIT_TYPES, withWords} from '../parts/codes.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {knownPlaces, positionOf} from '../parts/place.js';
import {toggles} from '../parts/toggles.js';

/**
 * A new unit in the register.
 * @param {import('../app/view.js').View} view
 */
export function registerDialog(view) {
  const {words, act} = view;
  const draft = view.draft('register');
  return dialog(view, {
    title: words.text('register.title'),
    body: form(view, 'register', {
      ready: Boolean(draft.audience && isDescribed(draft)),
      button: words.text('register.send'),
      send: () =>
        act.send('register', {
          path: '/units',
          body: {...description(view, draft), audience: draft.audience},
          said: draft.audience === 'release' ? 'said.released' : 'said.kept',
        }),
      fields: html`
        ${audience(view, draft.audience, (chosen) => act.edit('register', {audience: chosen}))}
        <fieldset class="stack" ?disabled=${!draft.audience}>
          <legend class="visually-hidden">${words.text('register.title')}</legend>
          ${describing(view, 'register')}
        </fieldset>
      `,
    }),
  });
}

/**
 * Bringing the register up to date. Ours alone: the other side learns of it when the unit is shown again.
 * @param {import('../app/view.js').View} view
 */
export function describeDialog(view) {
  const {words, act} = view;
  const draft = view.draft('describe');
  return dialog(view, {
    title: words.rich('describe.title', {unit: draft.unit}),
    body: form(view, 'describe', {
      ready: isDescribed(draft),
      button: words.text('describe.send'),
      send: () =>
        act.send('describe', {
          method: 'PUT',
          path: `/units/${encodeURIComponent(draft.unit)}`,
          body: description(view, draft),
          said: 'said.described',
        }),
      fields: html`
        <p class="hint">${words.rich('describe.means', {side: view.nameOf(view.peer)})}</p>
        ${describing(view, 'describe')}
      `,
    }),
  });
}

/**
 * @param {import('../app/view.js').View} view
 * @param {'register' | 'describe'} draft
 */
function describing(view, draft) {
  const {words} = view;
  const {position = '', positionWas = '', stationWas} = view.draft(draft);
  // Coordinates that nobody typed here are those of the station before: they stay with it.
  const untyped = position === '' || position === positionWas;
  const moved = (/** @type {string} */ station) => (untyped ? {position: station.trim() === stationWas ? positionWas : ''} : {});
  return html`<div class="fields">
      ${field(view, draft, {name: 'name', label: words.text('register.name'), hint: words.text('register.nameHint'), required: true, maxlength: 100})}
      ${choice(view, draft, {name: 'type', label: words.text('register.type'), options: withWords(view, 'unitType', UNIT_TYPES)})}
    </div>
    <div class="fields">
      ${field(view, draft, {name: 'station', label: words.text('register.station'), required: true, maxlength: 200, list: 'stations', also: moved})}
      ${field(view, draft, {name: 'position', label: words.text('alert.position'), kind: 'code', hint: words.text('alert.positionHint')})}
    </div>
    <datalist id="stations">${knownPlaces(view).map((known) => html`<option value=${known.name}></option>`)}</datalist>
    ${toggles(view, draft, {name: 'capabilities', label: words.text('register.capabilities'), options: withWords(view, 'capability', CAPABILITIES)})}`;
}

/** @param {Record<string, any>} draft */
function isDescribed(draft) {
  return Boolean(draft.name?.trim() && draft.station?.trim());
}

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function description(view, draft) {
  const position = positionOf(view, draft.position, draft.station);
  return {
    name: draft.name.trim(),
    type: draft.type ?? UNIT_TYPES[0],
    station: {label: draft.station.trim(), ...(position ? {position} : {})},
    capabilities: draft.capabilities ?? [],
  };
}

/**
 * Letting the other side see a unit. It cannot be un-shown, only followed by silence.
 * @param {import('../app/view.js').View} view
 */
export function showDialog(view) {
  return unitDialog(view, 'show-unit', {path: 'show', said: 'said.released', reason: 'none'});
}

/** @param {import('../app/view.js').View} view */
export function hideDialog(view) {
  return unitDialog(view, 'hide-unit', {path: 'hide', said: 'said.released', reason: 'asked'});
}

/** @param {import('../app/view.js').View} view */
export function retireDialog(view) {
  return unitDialog(view, 'retire-unit', {path: 'retire', said: 'said.retired', reason: 'asked'});
}

/**
 * @param {import('../app/view.js').View} view
 * @param {'show-unit' | 'hide-unit' | 'retire-unit'} name
 * @param {{path: string, said: string, reason: 'none' | 'asked'}} act
 */
function unitDialog(view, name, {path, said, reason}) {
  const {words, act} = view;
  const draft = view.draft(name);
  const side = view.nameOf(view.peer);
  return dialog(view, {
    title: words.rich(`unitAct.${name}.title`, {unit: draft.name}),
    body: form(view, name, {
      ready: reason === 'none' || Boolean(draft.reason?.trim()),
      button: words.rich(`unitAct.${name}.send`, {side}),
      send: () =>
        act.send(name, {
          path: `/units/${encodeURIComponent(draft.unit)}/${path}`,
          ...(reason === 'asked' ? {body: {reason: draft.reason.trim(), language: words.language}} : {}),
          said,
        }),
      fields: html`
        <p>${words.rich(`unitAct.${name}.means`, {side})}</p>
        ${reason === 'asked'
          ? field(view, name, {name: 'reason', label: words.text('unitAct.reason'), kind: 'area', required: true, maxlength: 4000})
          : nothing}
      `,
    }),
  });
}

/**
 * Asking for a unit of the other side by its name: for an incident that they know of, released at once, theirs to answer.
 * @param {import('../app/view.js').View} view
 */
export function askUnitDialog(view) {
  const {words, act} = view;
  const draft = view.draft('ask-unit');
  const side = view.nameOf(view.peer);
  /** @type {import('../app/types.js').IncidentSummary[]} */
  const open = view.feed.read(OPEN).data?.items ?? [];
  const known = open.filter((incident) => incident.audience === 'release');
  const incident = draft.incident ?? known[0]?.id;
  return dialog(view, {
    title: words.rich('askUnit.title', {side, unit: draft.name}),
    body: form(view, 'ask-unit', {
      ready: Boolean(incident && draft.what?.trim()),
      button: words.rich('assist.send', {side}),
      send: () =>
        act.send('ask-unit', {
          path: `/incidents/${encodeURIComponent(incident)}/assistance`,
          body: {what: draft.what.trim(), units: [draft.unit], language: words.language},
          said: 'said.released',
        }),
      fields: known.length
        ? html`
            <p class="hint">${words.rich('assist.means', {side})}</p>
            ${choice(view, 'ask-unit', {
              name: 'incident',
              label: words.text('askUnit.incident'),
              options: known.map((one) => [one.id, `\u2068${one.what}\u2069 · \u2068${one.id}\u2069`]),
            })}
            ${field(view, 'ask-unit', {name: 'what', label: words.text('assist.what'), kind: 'area', required: true, maxlength: 2000})}
          `
        : html`<p>${words.rich('askUnit.none', {side})}</p>`,
    }),
  });
}
