import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {momentField, momentNow, momentOf} from '../../parts/day.js';
import {dialog} from '../../parts/dialog.js';
import {evidenceOf, evidencePicker} from '../../parts/evidence.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {atAllWalls} from '../../parts/times.js';
import {wordingFields, wordingOf} from '../../parts/wording.js';
import {latinDigits} from '../../time/walls.js';
import {exactly, goods, much} from './goods.js';

/** What is said of goods on their way: what goes, what happens to it, what it is in, and that it was seen so, too. */

const KINDS = ['wagon_1676', 'wagon_1435', 'truck', 'container', 'ship', 'lot'];

/** Which points are whose (18-3). @type {Record<string, string[]>} */
const POINTS = {
  exporter: ['gate_in', 'inspected', 'weighed', 'sealed', 'loaded', 'departed', 'border_exit', 'transhipped', 'lost'],
  importer: ['border_entry', 'arrived', 'unloaded', 'received', 'rejected', 'gate_in', 'inspected', 'weighed', 'sealed', 'departed', 'transhipped', 'lost'],
};

const PHASES = ['actual', 'estimated', 'planned'];

const PLACE_MAX = 400;

/**
 * Units as they are typed, one a line: a mark, and behind the last comma how much.
 * @param {string} kind
 * @param {string | undefined} typed
 * @returns {{units: {kind: string, mark: string, quantity: number}[], wrong: string[]}}
 */
function unitsOf(kind, typed = '') {
  const lines = typed.split('\n').map((line) => line.trim());
  const read = lines.filter(Boolean).map((line) => ({line, found: /^(.{1,64}?)\s*[,،;]\s*([\d۰-۹٠-٩ ]+)$/.exec(line)}));
  return {
    units: read.flatMap(({found}) => (found ? [{kind, mark: found[1], quantity: Number(latinDigits(found[2]).replace(/ /g, ''))}] : [])),
    wrong: read.filter(({found}) => !found).map(({line}) => line),
  };
}

/** @param {{quantity: number}[]} units */
const sumOf = (units) => units.reduce((sum, {quantity}) => sum + quantity, 0);

/**
 * What units go, what they come to, and which lines say neither.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {{unit: string}} of
 * @param {number} [wanted] what they are to come to
 */
function unitFields(view, draft, of, wanted) {
  const {words} = view;
  const {kind = KINDS[0], lines} = view.draft(draft);
  const {units, wrong} = unitsOf(kind, lines);
  const sum = sumOf(units);
  return html`${choice(view, draft, {name: 'kind', label: words.text('handling.kind'), options: KINDS.map((code) => [code, words.of('unitKind', code)])})}
    ${field(view, draft, {
      name: 'lines',
      label: words.text('unitForm.lines'),
      hint: words.rich('unitForm.linesHint', {unit: words.of('unitCode', of.unit)}),
      kind: 'area',
      required: true,
      maxlength: 16_000,
    })}
    <p class=${wanted !== undefined && wanted !== sum ? 'hint wrong' : 'hint'} role="status">
      ${words.rich('unitForm.sum', {count: units.length, sum: much(view, of, sum)})}
      ${wanted !== undefined && wanted !== sum ? words.rich('unitForm.wanted', {wanted: much(view, of, wanted)}) : nothing}
      ${wrong.length ? words.rich('unitForm.wrong', {line: wrong[0]}) : nothing}
    </p>`;
}

// ---- consigning ---------------------------------------------------------------------------------

const CONSIGN = 'consign';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').DeliveryReservation} reservation
 */
export function openConsign(view, reservation) {
  view.act.open(CONSIGN, {reservation, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function consignDialog(view) {
  const {words, act} = view;
  const draft = view.draft(CONSIGN);
  /** @type {import('./types.js').DeliveryReservation} */
  const reservation = draft.reservation;
  const {units, wrong} = unitsOf(draft.kind ?? KINDS[0], draft.lines);
  return dialog(view, {
    title: words.text('consignForm.title'),
    body: form(view, CONSIGN, {
      ready: units.length > 0 && !wrong.length,
      button: words.text('consignForm.send'),
      send: () =>
        act.send(CONSIGN, {
          path: '/statements',
          body: {kind: 'delivery.consigned', body: {reservation: reservation.statement, units}},
          said: 'said.goods.consigned',
        }),
      fields: html`<p>${goods(view, reservation.of)} <bdi>${much(view, reservation.of, reservation.quantity - reservation.despatched)}</bdi></p>
        ${unitFields(view, CONSIGN, reservation.of)}
        <p class="notice">${words.text('consignForm.means')}</p>`,
    }),
  });
}

// ---- what happens -------------------------------------------------------------------------------

const EVENT = 'control-event';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
export function openEvent(view, known) {
  view.act.open(EVENT, {known, refused: undefined, chosen: [], evidence: '', ...momentNow(view, 'at')});
}

/** @param {import('../../app/view.js').View} view */
export function eventDialog(view) {
  const {words, act} = view;
  const draft = view.draft(EVENT);
  /** @type {import('./types.js').ConsignmentDetail} */
  const known = draft.known;
  const {of, statement} = known.consignment;
  const points = POINTS[of.exporter === view.ours.id ? 'exporter' : 'importer'];
  const at = momentOf(view, draft, 'at');
  const evidence = evidenceOf(view, draft);
  const place = wordingOf(draft, 'place');
  return dialog(view, {
    title: words.text('eventForm.title'),
    body: form(view, EVENT, {
      ready: Boolean(at && evidence),
      button: words.text('eventForm.send'),
      send: () =>
        act.send(EVENT, {
          path: '/statements',
          body: {
            kind: 'delivery.event',
            body: {
              at,
              consignment: statement,
              evidence,
              phase: draft.phase ?? PHASES[0],
              ...(place ? {place} : {}),
              point: draft.point ?? points[0],
              units: draft.chosen,
            },
          },
          said: 'said.goods.happened',
        }),
      fields: html`<div class="fields">
          ${choice(view, EVENT, {name: 'point', label: words.text('eventForm.point'), options: points.map((code) => [code, words.of('controlPoint', code)])})}
          ${choice(view, EVENT, {name: 'phase', label: words.text('eventForm.phase'), options: PHASES.map((code) => [code, words.of('eventPhase', code)])})}
        </div>
        ${momentField(view, EVENT, {name: 'at', label: words.text('eventForm.at'), required: true})}
        ${wordingFields(view, EVENT, {name: 'place', label: words.text('eventForm.place'), maxlength: PLACE_MAX})}
        ${liveUnits(view, EVENT, known, words.text('eventForm.all'))} ${evidencePicker(view, EVENT)}
        <p class="notice">${words.text('eventForm.means')}</p>`,
    }),
  });
}

/**
 * The units that the goods are in, to choose some of.
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the draft
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {string} hint
 */
function liveUnits(view, name, {units, consignment: {of}}, hint) {
  const {words, act} = view;
  /** @type {number[]} */
  const chosen = view.draft(name).chosen ?? [];
  const toggle = (/** @type {number} */ number) =>
    act.edit(name, {chosen: chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number].sort((a, b) => a - b)});
  return html`<fieldset class="unit-choice">
    <legend>${words.text('handling.title')}</legend>
    ${units
      .filter(({isLive}) => isLive)
      .map(
        (unit) => html`<label class="tick">
          <input type="checkbox" .checked=${chosen.includes(unit.number)} @change=${() => toggle(unit.number)} />
          <span>${words.number(unit.number)} · ${words.of('unitKind', unit.kind)} <bdi class="code">${unit.mark}</bdi> <bdi class="quiet">${much(view, of, unit.quantity)}</bdi></span>
        </label>`,
      )}
    <p class="hint">${hint}</p>
  </fieldset>`;
}

// ---- a stamp ------------------------------------------------------------------------------------

const STAMP = 'stamp';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ControlEvent} event
 */
export function openStamp(view, event) {
  view.act.open(STAMP, {event, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function stampDialog(view) {
  const {words, act} = view;
  /** @type {import('./types.js').ControlEvent} */
  const event = view.draft(STAMP).event;
  const {body, statement, by} = event.said;
  return dialog(view, {
    title: words.text('stampForm.title'),
    body: form(view, STAMP, {
      button: words.text('stampForm.send'),
      send: () => act.send(STAMP, {path: '/statements', body: {kind: 'delivery.stamped', body: {event: statement}}, said: 'said.goods.stamped'}),
      fields: html`<p>${words.rich('stampForm.said', {side: view.nameOf(view.party(by.party)), point: words.of('controlPoint', body.point)})} ${atAllWalls(view, body.at)}</p>
        <p class="notice">${words.text('stampForm.means')}</p>`,
    }),
  });
}

// ---- reloading ----------------------------------------------------------------------------------

const RELOAD = 'reload';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
export function openReload(view, known) {
  view.act.open(RELOAD, {known, refused: undefined, chosen: known.units.filter(({isLive}) => isLive).map(({number}) => number), kind: 'truck'});
}

/** @param {import('../../app/view.js').View} view */
export function reloadDialog(view) {
  const {words, act} = view;
  const draft = view.draft(RELOAD);
  /** @type {import('./types.js').ConsignmentDetail} */
  const known = draft.known;
  const {of, statement} = known.consignment;
  const emptied = known.units.filter(({number}) => draft.chosen.includes(number));
  const {units: into, wrong} = unitsOf(draft.kind, draft.lines);
  return dialog(view, {
    title: words.text('reloadForm.title'),
    body: form(view, RELOAD, {
      ready: emptied.length > 0 && into.length > 0 && !wrong.length && sumOf(into) === sumOf(emptied),
      button: words.text('reloadForm.send'),
      send: () =>
        act.send(RELOAD, {
          path: '/statements',
          body: {kind: 'delivery.reloaded', body: {consignment: statement, from: draft.chosen, into}},
          said: 'said.goods.reloaded',
        }),
      fields: html`${liveUnits(view, RELOAD, known, words.text('reloadForm.from'))} ${unitFields(view, RELOAD, of, sumOf(emptied))}
        <p class="notice">${words.rich('reloadForm.means', {sum: `${exactly(view, String(sumOf(emptied)))} ${words.of('unitCode', of.unit)}`})}</p>`,
    }),
  });
}
