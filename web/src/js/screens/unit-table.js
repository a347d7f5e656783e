import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {repeat} from '../../lib/lit-html/directives/repeat.js';
import {toIncident} from '../app/route.js';
import {coordinates} from '../parts/place.js';
import {notHere} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {age} from '../parts/times.js';

/**
 * All units in words: what the map shows, for those who cannot or would rather not use one.
 * @param {import('../app/view.js').View} view
 */
export function unitTable(view) {
  const {words} = view;
  const reading = view.feed.read('/units');
  /** @type {import('../app/types.js').Unit[]} */
  const units = reading.data?.items ?? [];
  if (!reading.data) {
    return notHere(view, reading);
  }
  if (!units.length) {
    return html`<p class="empty">${words.text('units.none')}</p>`;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('ground.units')}>
    <table class="units">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${words.text('units.side')}</span></th>
          <th scope="col">${words.text('units.unit')}</th>
          <th scope="col">${words.text('units.status')}</th>
          <th scope="col">${words.text('units.where')}</th>
          <th scope="col">${words.text('units.seen')}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(units, (unit) => unit.id, (unit) => unitRow(view, unit))}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Unit} unit
 */
function unitRow(view, unit) {
  const {words} = view;
  return html`<tr class=${unit.stale ? 'stale' : ''}>
    <td>${side(view, unit.party)}</td>
    <td>
      <b dir="auto">${unit.name}</b>
      <span class="quiet small">${words.of('unitType', unit.type)}</span>
    </td>
    <td>
      ${words.of('unitStatus', unit.status)} <bdi class="code quiet">${unit.status}</bdi>
      ${unit.party === view.ours.id && view.may('watch_officer', 'dispatcher', 'unit_leader', 'sector_commander')
        ? html`<button class="small" @click=${() => view.act.open('unit-status', {unit: unit.id, name: unit.name, status: undefined})}>
            ${words.text('units.change')}
          </button>`
        : nothing}
      ${unit.incident ? html`<a class="small" href=${toIncident(unit.incident)}><bdi>${unit.incident}</bdi></a>` : nothing}
    </td>
    <td>
      ${unit.station ? html`<span dir="auto">${unit.station.label}</span>` : nothing}
      ${unit.position ? html`<span class="quiet small">${coordinates(unit.position)}</span>` : nothing}
    </td>
    <td>
      ${unit.positionAt
        ? words.rich(unit.stale ? 'units.lastSeen' : 'units.ago', {age: age(view, unit.positionAt)})
        : words.text('units.noPosition')}
    </td>
  </tr>`;
}
