import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {askedFor, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {onDay} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {stateTag} from './board.js';
import {corridor} from './corridor.js';
import {openEvent, openReload, openStamp} from './forms.js';
import {entry, goods, much, none, SPEAKERS} from './goods.js';
import {papers} from './papers.js';
import {units} from './units.js';

/** Most events on one page. */
const EVENTS = 200;

/** The name of the page of events in the address. */
const PAGE = 'events';

/**
 * One consignment: where it is, what it is in, what has happened, and its papers.
 * @param {import('../../app/view.js').View} view
 */
export function consignmentPage(view) {
  const {words, route} = view;
  const reading = view.feed.read(`/deliveries/consignments/${route.rest.map(encodeURIComponent).join('/')}?limit=${EVENTS}${askedFor(view, PAGE)}`);
  /** @type {import('./types.js').ConsignmentDetail | undefined} */
  const known = reading.data;
  if (!known) {
    return html`<header class="page-head">${back(view)}<h1><bdi class="code">${route.rest.join('/')}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {consignment: one} = known;
  return html`<header class="page-head">
      ${back(view)}
      <h1>${goods(view, one.of)} <bdi class="of-it">${much(view, one.of, one.quantity)}</bdi></h1>
      ${stateTag(view, one)} ${entry(one.consignment)}
      ${one.isFinal ? nothing : html`<span class="tag dashed">${words.text('deliveries.notFinal')}</span>`}
      <span class="row push off-paper">${acts(view, known)}</span>
    </header>
    <p class="quiet small under-head">
      ${words.rich('consignment.under', {reservation: entry(known.reservation), contract: entry(one.of.contract)})} · ${onDay(view, one.at)}
    </p>
    ${refusal(view, reading.refused)}
    <div class="stack one">${corridor(view, known)} ${papers(view, known)} ${timeline(view, known)} ${units(view, known)}</div>`;
}

/** @param {import('../../app/view.js').View} view */
const back = ({words}) => html`<a class="back" href=${to('deliveries')} aria-label=${words.text('consignment.back')}>${icon('back')}</a>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function acts(view, known) {
  const {words} = view;
  const {consignment: one} = known;
  const isOurs = [one.of.exporter, one.of.importer].includes(view.ours.id);
  return isOurs && view.may(...SPEAKERS) && one.liveUnits
    ? html`<button data-offer="event" @click=${() => openEvent(view, known)}>${words.text('consignment.event')}</button>
        <button data-offer="reload" @click=${() => openReload(view, known)}>${words.text('consignment.reload')}</button>`
    : nothing;
}

// ---- timeline -----------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function timeline(view, known) {
  const {words} = view;
  const {items} = known.events;
  return html`<section class="panel">
    <header><h2 id="events">${words.text('consignment.events')}</h2></header>
    ${items.length
      ? html`<div class="body scroll" tabindex="0" role="region" aria-labelledby="events">
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">${words.text('consignment.what')}</th>
                <th scope="col">${words.text('consignment.when')}</th>
                <th scope="col">${words.text('consignment.where')}</th>
                <th scope="col">${words.text('consignment.which')}</th>
                ${view.parties.map((party) => html`<th scope="col">${side(view, party.id)} ${view.nameOf(party)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${items.map((event) => eventRow(view, known, event))}
            </tbody>
          </table>
        </div>`
      : none(view, 'consignment.noEvents')}
    ${pager(view, PAGE, known.events)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {import('./types.js').ControlEvent} event
 */
function eventRow(view, known, event) {
  const {words} = view;
  const {body} = event.said;
  return html`<tr class=${body.phase}>
    <th scope="row">
      ${words.of('controlPoint', body.point)} ${body.phase === 'actual' ? nothing : html`<span class="tag dashed">${words.of('eventPhase', body.phase)}</span>`}
    </th>
    <td>${onDay(view, body.at)}</td>
    <td>${body.place ? inALine(view, body.place) : html`<span class="quiet">–</span>`}</td>
    <td><bdi>${event.units.map((number) => words.number(number)).join(', ')}</bdi></td>
    ${view.parties.map(({id}) => html`<td>${stampOf(view, event, id)}</td>`)}
  </tr>`;
}

/**
 * What a side has said of an event: that it happened, that it was so, or nothing yet.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ControlEvent} event
 * @param {string} party
 */
function stampOf(view, event, party) {
  const {words} = view;
  const {said, stamp} = event;
  if (said.by.party === party) {
    return html`<b>${words.text('consignment.said')}</b> <span class="quiet small">${onDay(view, said.at)}</span> ${entry(said.entry)}`;
  }
  if (stamp) {
    return html`<span class="stamp">${words.text('consignment.stamped')}</span> <span class="quiet small">${onDay(view, stamp.at)}</span> ${entry(stamp.entry)}`;
  }
  if (!event.isHandover) {
    return html`<span class="quiet">–</span>`;
  }
  return party === view.ours.id && view.may(...SPEAKERS)
    ? html`<button class="small off-paper" data-offer="stamp" @click=${() => openStamp(view, event)}>${words.text('consignment.stamp')}</button>`
    : html`<span class="tag dashed">${words.text('consignment.noStamp')}</span>`;
}
