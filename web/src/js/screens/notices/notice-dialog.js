import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {lengthOf} from '../../app/agreements.js';
import {around, corners, spelled, typedCorners} from '../../parts/area.js';
import {withWords} from '../../parts/codes.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {asMoment, moment, momentOf} from '../../parts/moment.js';
import {positionOf} from '../../parts/place.js';
import {smallMap} from '../../parts/small-map.js';
import {latinDigits} from '../../time/walls.js';
import {worded} from '../../parts/wording.js';

/** Giving notice of an activity, and changing one: the whole notice again; the one before stays. */

/** The kind of activity that has rules of its own, and the name under which they stand. */
const EXERCISE = 'exercise';

const KINDS = ['works', EXERCISE, 'patrol', 'survey', 'flight', 'burn_off', 'blasting', 'clearance', 'gathering', 'other'];

const CONTACTS = ['watch_officer', 'liaison', 'sector_commander', 'chief', 'dispatcher'];

/** Days ahead that are offered. */
const DAYS = 60;

const NAME = 'notice';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Activity} [old] what is to be changed
 */
export function openNotice(view, old) {
  const purpose = old?.versionEntry ?? 'new';
  const said = old?.notice;
  const one = (/** @type {Record<string, string> | undefined} */ wording) => wording?.[view.words.language] ?? Object.values(wording ?? {})[0] ?? '';
  const fresh = {
    purpose,
    old,
    kind: said?.kind ?? KINDS[0],
    what: one(said?.what),
    place: one(said?.place),
    reach: one(said?.reach),
    contact: said?.contact ?? CONTACTS[0],
    means: (said?.means ?? []).map((/** @type {any} */ line) => `${line.count} ${one(line.what)}`).join('\n'),
    shape: said?.area.ring ? 'corners' : 'circle',
    corners: said?.area.ring ? corners(said.area.ring).map(({lat, lon}) => `${lat.toFixed(6)} ${lon.toFixed(6)}`).join('\n') : '',
    centre: said?.area.lat ? `${(said.area.lat / 1e6).toFixed(6)} ${(said.area.lon / 1e6).toFixed(6)}` : '',
    radius: String(said?.area.radius_m ?? 500),
    reason: '',
    ...(said ? {...asMoment(view, 'from', said.from), ...asMoment(view, 'until', said.until)} : {fromDay: '2', untilDay: '2', fromAt: '', untilAt: ''}),
  };
  view.act.open(NAME, {refused: undefined, ...(view.draft(NAME).purpose === purpose ? {} : fresh)});
}

/** @param {import('../../app/view.js').View} view */
export function noticeDialog(view) {
  const {words, act, clocks} = view;
  const draft = view.draft(NAME);
  const [start, end] = [momentOf(view, draft, 'from'), momentOf(view, draft, 'until')];
  const area = areaOf(view, draft);
  const means = meansOf(view, draft.means);
  const isExercise = (draft.kind ?? KINDS[0]) === EXERCISE;
  const missing = start ? lengthOf(view, `${isExercise ? EXERCISE : 'activity'}.notice`) - (start - view.now) : 0;
  const excess = isExercise && start && end ? end - start - lengthOf(view, `${EXERCISE}.length`) : 0;
  const ready = Boolean(draft.what?.trim() && draft.place?.trim() && start && end && end > start && area && means && (!draft.old || draft.reason?.trim()));
  const send = () => {
    const notice = {
      area: area?.said,
      contact: draft.contact ?? CONTACTS[0],
      from: new Date(start ?? 0).toISOString(),
      kind: draft.kind ?? KINDS[0],
      means,
      place: worded(view, draft.place),
      ...(draft.reach?.trim() ? {reach: worded(view, draft.reach)} : {}),
      until: new Date(end ?? 0).toISOString(),
      what: worded(view, draft.what),
    };
    const body = draft.old ? {activity: draft.old.entry, reason: worded(view, draft.reason), ...notice} : notice;
    act.send(NAME, {path: '/statements', body: {kind: draft.old ? 'activity.changed' : 'activity.given', body}, said: 'said.noticeGiven'});
  };
  return dialog(view, {
    wide: true,
    title: html`${words.text(draft.old ? 'noticeForm.change' : 'noticeForm.give')}
      ${draft.old ? html`<bdi class="code quiet">${draft.old.activity}</bdi>` : nothing}`,
    body: form(view, NAME, {
      ready,
      button: words.rich('noticeForm.send', {side: view.nameOf(view.peer)}),
      send,
      fields: html`
        <p>${words.text('noticeForm.means')}</p>
        <div class="fields">
          ${choice(view, NAME, {name: 'kind', label: words.text('noticeForm.kind'), options: withWords(view, 'activityKind', KINDS)})}
          ${field(view, NAME, {name: 'place', label: words.text('notice.place'), required: true, maxlength: 400})}
        </div>
        ${field(view, NAME, {name: 'what', label: words.text('noticeForm.what'), kind: 'area', required: true, maxlength: 2000})}
        <div class="fields">
          ${moment(view, NAME, {name: 'from', label: words.text('notice.from'), days: DAYS})}
          ${moment(view, NAME, {name: 'until', label: words.text('notice.until'), days: DAYS})}
        </div>
        ${start && end && end <= start ? html`<p class="refusal">${words.text('noticeForm.endsBefore')}</p>` : nothing}
        ${excess > 0 ? html`<p class="hint">${words.text('deconfliction.longer', {length: clocks.length(excess)})}</p>` : nothing}
        ${missing > 0 ? html`<p class="hint">${words.text('deconfliction.short', {length: clocks.length(missing)})}</p>` : nothing}
        ${areaFields(view, draft, area?.edge)}
        ${field(view, NAME, {name: 'means', label: words.text('notice.takesPart'), hint: words.text('noticeForm.meansHint'), kind: 'area'})}
        ${means ? nothing : html`<p class="refusal">${words.text('noticeForm.meansWrong')}</p>`}
        <div class="fields">
          ${choice(view, NAME, {name: 'contact', label: words.text('notice.contact'), options: withWords(view, 'role', CONTACTS)})}
          ${field(view, NAME, {name: 'reach', label: words.text('noticeForm.reach'), maxlength: 400})}
        </div>
        ${draft.old ? field(view, NAME, {name: 'reason', label: words.text('noticeForm.reason'), kind: 'area', required: true, maxlength: 2000}) : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {import('../../app/types.js').Position[] | undefined} edge
 */
function areaFields(view, draft, edge) {
  const {words} = view;
  return html`<fieldset class="area-form">
    <legend>${words.text('noticeForm.area')}</legend>
    <div class="stack">
      ${choice(view, NAME, {
        name: 'shape',
        label: words.text('noticeForm.shape'),
        options: [
          ['circle', words.text('noticeForm.circle')],
          ['corners', words.text('noticeForm.corners')],
        ],
      })}
      ${draft.shape === 'corners'
        ? field(view, NAME, {name: 'corners', label: words.text('noticeForm.cornersList'), hint: words.text('noticeForm.cornersHint'), kind: 'area', required: true})
        : html`${field(view, NAME, {name: 'centre', label: words.text('noticeForm.centre'), hint: words.text('noticeForm.centreHint'), kind: 'code', required: true})}
          ${field(view, NAME, {name: 'radius', label: words.text('noticeForm.radius'), kind: 'code', required: true, maxlength: 6})}`}
    </div>
    ${edge ? smallMap(view, {area: edge, label: words.text('notice.plan')}) : html`<p class="hint">${words.text('noticeForm.noEdge')}</p>`}
  </fieldset>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function areaOf(view, draft) {
  if (draft.shape === 'corners') {
    const edge = typedCorners(draft.corners);
    return edge && {edge, said: {ring: spelled(edge)}};
  }
  const centre = positionOf(view, draft.centre, draft.centre);
  const radius = Number(latinDigits(draft.radius ?? ''));
  if (!centre || !Number.isInteger(radius) || radius < 0 || radius > 200_000) {
    return undefined;
  }
  const [lat, lon] = spelled([centre]);
  return {edge: around(centre, Math.max(radius, 25)), said: {lat, lon, radius_m: radius}};
}

/**
 * What takes part, one to a line: a number, and of what.
 * @param {import('../../app/view.js').View} view
 * @param {string | undefined} typed
 * @returns {{count: number, what: Record<string, string>}[] | undefined} nothing when a line has no number
 */
function meansOf(view, typed) {
  const lines = (typed ?? '').split('\n').filter((line) => line.trim());
  const read = lines.map((line) => /^\s*([\d۰-۹٠-٩]{1,5})\s+(\S.*)$/.exec(line));
  return read.length <= 16 && read.every(Boolean)
    ? read.map((found) => ({count: Number(latinDigits(found?.[1] ?? '')), what: worded(view, found?.[2] ?? '')}))
    : undefined;
}
