import {html} from '../../../lib/lit-html/lit-html.js';
import {rolesFor} from '../../app/agreements.js';
import {choice, field} from '../../parts/field.js';
import {positionOf} from '../../parts/place.js';
import {proposing} from '../agreements/proposing.js';
import {instantField, typedInstant} from './values.js';

/** A joint visit is a joint act: it is proposed here and signed where every agreement is signed. */

const MICRO = 1_000_000;

/** @param {import('../../app/view.js').View} view */
export function visitDialog(view) {
  const {words} = view;
  const draft = view.draft('propose-visit');
  const from = typedInstant(draft.from);
  const to = typedInstant(draft.to);
  const host = draft.host ?? view.ours.id;
  const guest = view.parties.find((party) => party.id !== host) ?? view.peer;
  const position = positionOf(view, draft.position, draft.where);
  const count = Number(draft.count ?? '2');
  return proposing(view, 'propose-visit', {
    kind: 'joint_visit',
    roles: rolesFor(view, 'joint_visit'),
    title: words.text('visit.title'),
    ready: Boolean(from && to && from < to && draft.where?.trim() && draft.experts?.trim() && count >= 1 && count <= 32),
    terms: () => ({
      experts: [{count, function: draft.experts.trim(), side: guest.id}],
      host,
      matter: draft.matter.id,
      place: {
        label: draft.where.trim(),
        ...(position ? {lat: Math.round(position.lat * MICRO), lon: Math.round(position.lon * MICRO), radius_m: 0} : {}),
      },
      window: {type: 'interval', from, to},
    }),
    fields: html`
      <p class="hint">${words.text('visit.means')}</p>
      <div class="fields">
        ${choice(view, 'propose-visit', {name: 'host', label: words.text('visit.host'), options: view.parties.map((party) => [party.id, view.nameOf(party)])})}
        ${field(view, 'propose-visit', {name: 'experts', label: words.text('visit.experts'), hint: words.text('visit.expertsHint'), required: true, maxlength: 100})}
        ${choice(view, 'propose-visit', {name: 'count', label: words.text('visit.count'), options: ['2', '1', '3', '4', '5', '6', '8', '12'].map((one) => [one, words.number(Number(one))])})}
      </div>
      <div class="fields">
        ${field(view, 'propose-visit', {name: 'where', label: words.text('value.where'), required: true, maxlength: 200})}
        ${field(view, 'propose-visit', {name: 'position', label: words.text('value.position'), kind: 'code', maxlength: 40})}
      </div>
      <div class="fields">
        ${instantField(view, 'propose-visit', {name: 'from', label: words.text('value.from'), required: true})}
        ${instantField(view, 'propose-visit', {name: 'to', label: words.text('value.to'), required: true})}
      </div>
    `,
  });
}
