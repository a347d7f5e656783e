import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {notHere} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {adviceOf, wayOf, wayOnMap} from './task-way.js';

/**
 * Sending an own unit: ready ones by arrival, with the reason for the order. Units of the other side stand
 * below, greyed: they can be asked for, never tasked.
 *
 * @param {import('../app/view.js').View} view
 */
export function taskDialog(view) {
  const {words, act} = view;
  const draft = view.draft('task');
  const reading = view.feed.read(`/incidents/${encodeURIComponent(draft.incident)}/ranking`);
  /** @type {import('../app/types.js').RankedUnit[]} */
  const units = reading.data?.items ?? [];
  const mixed = reading.data?.method === 'routed';
  const send = () =>
    act.send('task', {
      path: `/incidents/${encodeURIComponent(draft.incident)}/taskings`,
      body: {unit: draft.unit, order: draft.order.trim(), audience: 'internal', language: words.language},
      said: 'said.tasked',
    });
  return dialog(view, {
    title: words.text('task.title'),
    body: form(view, 'task', {
      ready: Boolean(draft.unit && draft.order?.trim()),
      button: words.text('task.send'),
      send,
      fields: html`
        ${reading.data ? nothing : notHere(view, reading)}
        <fieldset class="ranking">
          <legend>${words.text('task.nearest')} <span class="quiet">${words.text(reading.data?.method === 'routed' ? 'task.overGround' : 'task.estimated')}</span></legend>
          ${units.map((ranked, index) => choiceOf(view, ranked, draft, index === 0, mixed))}
        </fieldset>
        ${wayOnMap(view, units, draft.unit)}
        ${adviceOf(view, reading.data?.advice)}
        ${field(view, 'task', {name: 'order', label: words.text('task.order'), kind: 'area', required: true, maxlength: 2000})}
      `,
    }),
  });
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RankedUnit} ranked
 * @param {Record<string, any>} draft
 * @param {boolean} first
 * @param {boolean} mixed whether some times are estimated and some are not
 */
function choiceOf(view, ranked, draft, first, mixed) {
  const {words} = view;
  const {unit, own, mayTask, fits, arrivalSeconds, distanceM} = ranked;
  return html`<label class=${mayTask ? '' : 'cannot'}>
    <input
      type="radio"
      name="unit"
      value=${unit.id}
      ?disabled=${!mayTask}
      ?autofocus=${first}
      .checked=${draft.unit === unit.id}
      @change=${() => view.act.edit('task', {unit: unit.id})}
    />
    ${side(view, unit.party)}
    <span><b dir="auto">${unit.name}</b> <span class="quiet">${words.of('unitType', unit.type)}</span></span>
    <span class="quiet">${own ? words.of('unitStatus', unit.status) : words.text('task.askDontTask')}</span>
    ${fits ? html`<span class="tag">${words.text('task.fits')}</span>` : nothing}
    <span class="figure push">
      ${arrivalSeconds === undefined ? (isWithoutWay(ranked) ? nothing : words.text('task.noPosition')) : words.rich('task.arrival', {length: view.clocks.length(arrivalSeconds * 1000)})}
      ${distanceM === undefined ? nothing : html`<small class="quiet">${words.text('task.km', {km: Math.round(distanceM / 1000)})}</small>`}
    </span>
    ${wayOf(view, mixed ? ranked : {...ranked, basis: undefined})}
  </label>`;
}

/** @param {import('../app/types.js').RankedUnit} ranked */
const isWithoutWay = ({reasons = []}) => reasons.some(({key}) => key === 'response.ranking.no_way');
