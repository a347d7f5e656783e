import {html} from '../../../lib/lit-html/lit-html.js';
import {lengthOf} from '../../app/agreements.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {atAllWalls} from '../../parts/times.js';
import {toggles} from '../../parts/toggles.js';
import {worded} from '../../parts/wording.js';
import {byOwnerAndNumber} from './propose-dialog.js';

/** What is said about a crossing in a form: the report on it, and the use of the fast lane. */

const MINUTE = 60_000;

/** Lengths of a stay in the fast lane that are offered, in minutes, as far as the agreed rules go. */
const STAYS = [30, 60, 90, 120, 180, 240, 300];

/**
 * What was done, and what could not be: asked for every time.
 * @param {import('../../app/view.js').View} view
 */
export function reportDialog(view) {
  const {words, act} = view;
  const draft = view.draft('crossing-report');
  /** @type {import('../../app/types.js').Crossing} */
  const about = draft.about;
  const send = () =>
    act.send('crossing-report', {
      path: '/statements',
      body: {
        kind: 'crossing.reported',
        body: {
          crossing: about.entry,
          done: worded(view, draft.done),
          ...(draft.restrictions?.trim() ? {restrictions: worded(view, draft.restrictions)} : {}),
        },
      },
      said: 'said.crossingStated',
    });
  return dialog(view, {
    title: html`${words.text('crossingReport.title')} <bdi class="code quiet">${about.crossing}</bdi>`,
    body: form(view, 'crossing-report', {
      ready: Boolean(draft.done?.trim()),
      button: words.rich('crossingReport.send', {side: view.nameOf(view.peer)}),
      send,
      fields: html`
        ${field(view, 'crossing-report', {name: 'done', label: words.text('crossingReport.done'), kind: 'area', required: true, maxlength: 8000})}
        ${field(view, 'crossing-report', {
          name: 'restrictions',
          label: words.text('stay.restrictions'),
          hint: words.text('crossingReport.restrictionsHint'),
          kind: 'area',
          maxlength: 8000,
        })}
      `,
    }),
  });
}

/**
 * Ambulances and fire engines cross by what was signed beforehand; the other side learns of it as it happens.
 * @param {import('../../app/view.js').View} view
 */
export function laneDialog(view) {
  const {words, act} = view;
  const draft = view.draft('fast-lane');
  /** @type {import('../../app/types.js').Unit[]} */
  const all = view.feed.read('/units').data?.items ?? [];
  const able = all.filter((unit) => unit.party === view.ours.id && (unit.type === 'ambulance' || unit.type === 'fire'));
  const most = lengthOf(view, 'fast_lane.duration') || Infinity;
  const stays = STAYS.filter((minutes) => minutes * MINUTE <= most);
  const until = new Date(Math.floor(view.now / MINUTE) * MINUTE + Number(draft.stay ?? stays[0]) * MINUTE).toISOString();
  const service = (/** @type {string} */ id) => (able.find((unit) => unit.id === id)?.type === 'ambulance' ? 'medical' : 'fire');
  const send = () => {
    act.send('fast-lane', {
      path: '/statements',
      body: {
        kind: 'crossing.fast_lane_used',
        body: {
          host: view.peer.id,
          incident: draft.incident,
          purpose: worded(view, draft.why),
          units: [...draft.units].sort(byOwnerAndNumber).map((unit) => ({service: service(unit), unit})),
          until,
        },
      },
      said: 'said.crossingStated',
    });
  };
  return dialog(view, {
    title: html`${words.text('fastLane.title')} <bdi class="code quiet">${draft.incident}</bdi>`,
    body: form(view, 'fast-lane', {
      ready: Boolean(draft.units?.length && draft.why?.trim()),
      button: words.rich('fastLane.send', {side: view.nameOf(view.peer)}),
      send,
      fields: html`
        <ul class="consequences">
          <li>${words.rich('fastLane.means.agreed', {side: view.nameOf(view.peer)})}</li>
          <li>${words.text('fastLane.means.stop')}</li>
        </ul>
        ${able.length
          ? toggles(view, 'fast-lane', {
              name: 'units',
              label: words.text('stay.units'),
              options: able.map((unit) => [unit.id, `${unit.name} · ${words.of('unitStatus', unit.status)}`]),
            })
          : html`<p class="refusal">${words.text('fastLane.nobody')}</p>`}
        ${choice(view, 'fast-lane', {
          name: 'stay',
          label: words.text('fastLane.back'),
          options: stays.map((minutes) => [String(minutes), view.clocks.length(minutes * MINUTE)]),
        })}
        <p class="hint">${words.text('stay.until')} ${atAllWalls(view, until)}</p>
        ${field(view, 'fast-lane', {name: 'why', label: words.text('stay.purpose'), kind: 'area', required: true, maxlength: 2000})}
      `,
    }),
  });
}
