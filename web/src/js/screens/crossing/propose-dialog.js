import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {clockOf, lengthOf, rolesFor, ruleOf} from '../../app/agreements.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {around, corners, spelled, squareKilometres, typedCorners} from '../../parts/area.js';
import {choice, field} from '../../parts/field.js';
import {positionOf} from '../../parts/place.js';
import {smallMap} from '../../parts/small-map.js';
import {atAllWalls} from '../../parts/times.js';
import {toggles} from '../../parts/toggles.js';
import {proposing} from '../agreements/proposing.js';
import {worded} from '../../parts/wording.js';
import {CROSSING} from './known.js';

/** Asking for a crossing, or offering one: its terms in fields, and then the signature that every act has. */

const MINUTE = 60_000;

/** Beginnings that are offered, in minutes from now. */
const BEGINS = [0, 15, 30, 60, 120, 360];

/** Lengths that are offered, in minutes, as far as the agreed rules go. */
const LENGTHS = [15, 30, 60, 90, 120, 180, 300];

/** Radii that are offered, in metres. */
const RADII = [500, 1_000, 1_500, 2_000, 3_000, 5_000];

/** A try that nobody answered is repeated in the same words for so long. */
const SAME = 60_000;

const NAME = 'crossing';

/**
 * Opens the form: a fresh one, one with other terms, or one that prolongs a leave.
 * @param {import('../../app/view.js').View} view
 * @param {{incident: string, counters?: import('../../app/types.js').Act, supersedes?: import('../../app/types.js').Act}} about
 */
export function openCrossing(view, {incident, counters, supersedes}) {
  const old = counters ?? supersedes;
  const purpose = `${incident} ${counters ? 'counters' : supersedes ? 'supersedes' : 'new'} ${old?.act ?? ''}`;
  const terms = old?.terms;
  const fresh = {
    purpose,
    incident,
    counters,
    supersedes,
    stamp: undefined,
    capacity: undefined,
    visitor: terms?.visitor ?? view.ours.id,
    units: terms?.units ?? [],
    inCharge: terms?.in_charge,
    languages: terms?.languages ?? [view.words.language],
    why: first(view, terms?.purpose),
    conditions: first(view, terms?.conditions),
    shape: terms ? 'corners' : 'circle',
    corners: terms
      ? corners(terms.area)
          .map(({lat, lon}) => `${lat.toFixed(6)} ${lon.toFixed(6)}`)
          .join('\n')
      : '',
    centre: '',
    radius: String(RADII[1]),
    begins: terms ? 'same' : '0',
    length: '60',
  };
  view.act.open(NAME, {refused: undefined, ...(view.draft(NAME).purpose === purpose ? {} : fresh)});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, string> | undefined} said
 */
const first = (view, said = {}) => said[view.words.language] ?? Object.values(said)[0] ?? '';

/** @param {import('../../app/view.js').View} view */
export function crossingDialog(view) {
  const {words} = view;
  const draft = view.draft(NAME);
  const visitor = draft.visitor ?? view.ours.id;
  const host = visitor === view.ours.id ? view.peer.id : view.ours.id;
  /** @type {import('../../app/types.js').Incident | undefined} */
  const incident = view.feed.read(`/incidents/${encodeURIComponent(draft.incident)}`).data;
  const about = incident?.summary.where.position;
  const edge = edgeOf(view, draft, about);
  const {from, until} = windowOf(view, draft);
  const officers = officersOf(view, host);
  const officer = draft.inCharge ?? officers[0]?.officer;
  const answer = clockOf(view, 'answer_crossing');
  return proposing(view, NAME, {
    kind: CROSSING,
    roles: rolesFor(view, CROSSING),
    title: html`${words.text(`crossingForm.title.${draft.counters ? 'counters' : draft.supersedes ? 'supersedes' : 'new'}`)}
      <bdi class="code quiet">${draft.incident}</bdi>`,
    means: html`<li>${words.text('crossingForm.silence')}</li>`,
    ready: Boolean(draft.units?.length && edge && officer && draft.why?.trim() && draft.languages?.length && answer),
    expires: () => new Date(stamped(view) + answer - 1_000).toISOString(),
    terms: () => {
      const base = stamped(view);
      const window = windowOf(view, draft, base);
      return {
        area: spelled(edge ?? []),
        ...(draft.conditions?.trim() ? {conditions: worded(view, draft.conditions)} : {}),
        from: new Date(window.from).toISOString(),
        host,
        in_charge: officer,
        incident: draft.incident,
        languages: [...draft.languages].sort(),
        purpose: worded(view, draft.why),
        units: [...draft.units].sort(byOwnerAndNumber),
        until: new Date(window.until).toISOString(),
        visitor,
      };
    },
    fields: html`
      ${draft.counters || draft.supersedes
        ? nothing
        : choice(view, NAME, {
            name: 'visitor',
            label: words.text('crossingForm.whose'),
            options: view.parties.map((party) => [
              party.id,
              words.text(party.id === view.ours.id ? 'crossingForm.ours' : 'crossingForm.theirs', {side: view.nameOf(party)}),
            ]),
            also: () => ({units: [], inCharge: undefined}),
          })}
      ${units(view, visitor)}
      <div class="fields">
        ${choice(view, NAME, {
          name: 'begins',
          label: words.text('crossingForm.begins'),
          options: [
            ...(draft.supersedes || draft.counters ? /** @type {[string, string][]} */ ([['same', words.text('crossingForm.asBefore')]]) : []),
            ...BEGINS.map((minutes) => /** @type {[string, string]} */ ([
              String(minutes),
              minutes ? words.text('crossingForm.in', {length: view.clocks.length(minutes * MINUTE)}) : words.text('crossingForm.now'),
            ])),
          ],
        })}
        ${choice(view, NAME, {name: 'length', label: words.text('crossingForm.length'), options: lengths(view)})}
      </div>
      <p class="hint">
        ${words.text('stay.from')} ${atAllWalls(view, new Date(from).toISOString())} · ${words.text('stay.until')}
        ${atAllWalls(view, new Date(until).toISOString())}
      </p>
      ${area(view, draft, edge, about)}
      <div class="fields">
        ${choice(view, NAME, {
          name: 'inCharge',
          label: words.text('crossingForm.inCharge', {side: view.nameOf(view.party(host))}),
          options: officers.length
            ? officers.map((one) => [one.officer, one.name ? `${one.name} · ${one.officer}` : one.officer])
            : [['', words.text('crossingForm.nobody')]],
        })}
        ${toggles(view, NAME, {
          name: 'languages',
          label: words.text('crossingForm.languages'),
          options: Object.entries(LANGUAGES).map(([tag, language]) => [tag, language.own]),
        })}
      </div>
      ${field(view, NAME, {name: 'why', label: words.text('stay.purpose'), kind: 'area', required: true, maxlength: 2000})}
      ${field(view, NAME, {name: 'conditions', label: words.text('stay.conditions'), hint: words.text('crossingForm.conditionsHint'), kind: 'area', maxlength: 4000})}
    `,
  });
}

/**
 * The instant from which the terms reckon: kept for a while, so that a second try says the same as the first.
 * @param {import('../../app/view.js').View} view
 */
function stamped(view) {
  const {stamp} = view.draft(NAME);
  if (stamp && view.now - stamp < SAME) {
    return stamp;
  }
  const fresh = Math.floor(view.now / 1_000) * 1_000;
  view.act.edit(NAME, {stamp: fresh});
  return fresh;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {number} [base]
 */
function windowOf(view, draft, base = Math.floor(view.now / MINUTE) * MINUTE) {
  const old = (draft.counters ?? draft.supersedes)?.terms;
  const isSame = draft.begins === 'same' && old;
  const from = isSame ? Date.parse(old.from) : base + Number(draft.begins ?? 0) * MINUTE;
  const start = isSame && draft.supersedes ? Math.max(base, from) : from;
  return {from, until: start + Number(draft.length ?? 60) * MINUTE};
}

/**
 * Lengths that the agreed rules allow.
 * @param {import('../../app/view.js').View} view
 * @returns {[string, string][]}
 */
function lengths(view) {
  const most = lengthOf(view, 'crossing.duration') || Infinity;
  return LENGTHS.filter((minutes) => minutes * MINUTE <= most).map((minutes) => [String(minutes), view.clocks.length(minutes * MINUTE)]);
}

/**
 * Officers of the host who may be in charge there.
 * @param {import('../../app/view.js').View} view
 * @param {string} host
 * @returns {{officer: string, name?: string}[]}
 */
function officersOf(view, host) {
  const role = ruleOf(view, 'crossing.host_role') ?? 'sector_commander';
  /** @type {{party: string, officer: string, name?: string}[]} */
  const all = view.feed.read(`/officers?party=${host}&role=${role}`).data?.items ?? [];
  return all.filter((one) => one.party === host);
}

/**
 * Units of the visitor; of the other side, those it has shown.
 * @param {import('../../app/view.js').View} view
 * @param {string} visitor
 */
function units(view, visitor) {
  const {words} = view;
  /** @type {import('../../app/types.js').Unit[]} */
  const all = view.feed.read('/units').data?.items ?? [];
  const theirs = all.filter((unit) => unit.party === visitor);
  const most = ruleOf(view, 'crossing.units');
  return html`${theirs.length
    ? toggles(view, NAME, {
        name: 'units',
        label: most ? words.text('crossingForm.unitsUpTo', {count: Number(most)}) : words.text('stay.units'),
        options: theirs.map((unit) => [unit.id, `${unit.name} · ${words.of('unitStatus', unit.status)}`]),
      })
    : html`<p class="refusal">${words.text('crossingForm.noUnits')}</p>`}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {import('../../app/types.js').Position} [about]
 */
function edgeOf(view, draft, about) {
  if (draft.shape === 'corners') {
    return typedCorners(draft.corners);
  }
  const centre = draft.centre?.trim() ? positionOf(view, draft.centre, draft.centre) : about;
  return centre && around(centre, Number(draft.radius ?? RADII[1]));
}

/**
 * Where: a circle around a point, or corners one to a line.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {import('../../app/types.js').Position[] | undefined} edge
 * @param {import('../../app/types.js').Position} [about]
 */
function area(view, draft, edge, about) {
  const {words} = view;
  const size = edge ? squareKilometres(edge) : 0;
  const most = Number(ruleOf(view, 'crossing.area') ?? 0);
  const said = words.text('stay.areaOf', {size: size.toFixed(1)});
  return html`<fieldset class="area-form">
    <legend>${words.text('crossingForm.area')}</legend>
    <div class="stack">
      ${choice(view, NAME, {
        name: 'shape',
        label: words.text('crossingForm.shape'),
        options: [
          ['circle', words.text('crossingForm.circle')],
          ['corners', words.text('crossingForm.corners')],
        ],
        also: (shape) => (shape === 'corners' && edge && !draft.corners ? {corners: edge.map(({lat, lon}) => `${lat.toFixed(5)} ${lon.toFixed(5)}`).join('\n')} : {}),
      })}
      ${draft.shape === 'corners'
        ? field(view, NAME, {name: 'corners', label: words.text('crossingForm.cornersList'), hint: words.text('crossingForm.cornersHint'), kind: 'area', required: true})
        : html`${field(view, NAME, {name: 'centre', label: words.text('crossingForm.centre'), hint: words.text('crossingForm.centreHint'), kind: 'code'})}
          ${choice(view, NAME, {
            name: 'radius',
            label: words.text('crossingForm.radius'),
            options: RADII.map((radius) => [String(radius), words.text('crossingForm.kilometres', {km: String(radius / 1_000)})]),
          })}`}
    </div>
    ${edge
      ? html`<div>
          ${smallMap(view, {area: edge, about, label: said})}
          <p class="hint">${said} ${most ? words.text('crossingForm.areaMost', {size: String(most)}) : nothing}</p>
        </div>`
      : html`<p class="hint">${words.text('crossingForm.noEdge')}</p>`}
  </fieldset>`;
}

/**
 * Units in the order of signed bodies.
 * @param {string} a
 * @param {string} b
 */
export function byOwnerAndNumber(a, b) {
  const [ownerA, ownerB] = [a, b].map((name) => name.slice(0, name.lastIndexOf('-')));
  const [numberA, numberB] = [a, b].map((name) => Number(name.slice(name.lastIndexOf('-') + 1)));
  return ownerA === ownerB ? numberA - numberB : ownerA < ownerB ? -1 : 1;
}
