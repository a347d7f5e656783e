import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {bar} from './bar.js';
import {counsel} from './counsel.js';
import {PLANS} from './page.js';
import {sector} from './sector.js';
import {km} from './worth.js';

/** Into how many parts a unit is divided in a mean (15-7.2). */
const HALVES = 2;

/**
 * The negotiation of both postures: the offers so far, what each side has in reach by its last one, sector by sector,
 * and what our own node would say next. Counts are all that goes over.
 *
 * @param {import('../../app/view.js').View} view
 */
export function negotiation(view) {
  const {words} = view;
  const reading = view.feed.read('/posture');
  /** @type {import('../../app/types.js').Posture | undefined} */
  const known = reading.data;
  return html`<header class="page-head">
      <h1>${words.text('counsel.title')}</h1>
      <a class="push off-paper" href=${to('posture')}>${words.text('trial.back')}</a>
    </header>
    <p class="lead">${words.text('counsel.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<div class="stack">
          ${rounds(view, known)} ${last(view, known)} ${view.may(...PLANS) ? counsel(view, known) : nothing}
        </div>`
      : notHere(view, reading)}`;
}

/**
 * The offers in their order, and how it stands.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Posture} known
 */
function rounds(view, {negotiation: open}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="rounds">
    <header><h2 id="rounds">${words.text('counsel.rounds')}</h2></header>
    ${open
      ? html`<p class="body">${stands(view, open)}</p>
          <ol class="rounds">
            ${open.offers.map(
              (offer, i) =>
                html`<li class="row">
                  ${side(view, offer.party)}
                  <b>${words.text('counsel.offer', {number: Math.floor(i / 2) + 1})}</b>
                  <span>${words.text('counsel.inReach', totals(offer.body))}</span>
                  <a class="code" href=${toEntry(offer.entry)}><bdi>${offer.entry}</bdi></a>
                  ${offer.statement === open.accepted ? html`<span class="tag">${words.text('counsel.accepted')}</span>` : nothing}
                </li>`,
            )}
          </ol>`
      : html`<p class="none">${words.text('counsel.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PostureNegotiation} open
 */
function stands(view, {offers, accepted}) {
  const {words} = view;
  if (accepted) {
    return words.text('counsel.settled');
  }
  return offers[offers.length - 1].party === view.ours.id ? words.rich('counsel.waits', {side: view.nameOf(view.peer)}) : words.text('counsel.ourTurn');
}

/** In how many sectors an offer has anybody in reach, and in how many on the other side's soil for certain. */
const totals = (/** @type {import('../../app/types.js').OfferBody} */ {sectors}) => ({
  home: sectors.filter((one) => one.home > 0).length,
  across: sectors.filter((one) => one.across > 0).length,
  sure: sectors.filter((one) => one.sure > 0).length,
  all: sectors.length,
});

/**
 * What each side has in reach by its last offer; both that stand together where one is accepted.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Posture} known
 */
function last(view, {negotiation: open}) {
  const {words, clocks} = view;
  if (!open) {
    return nothing;
  }
  const until = open.accepted ? open.offers.findIndex((offer) => offer.statement === open.accepted) + 1 : open.offers.length;
  const offers = open.offers.slice(0, until);
  const newest = view.parties.map((party) => offers.findLast((offer) => offer.party === party.id));
  const some = newest.find((offer) => offer)?.body;
  if (!some) {
    return nothing;
  }
  const most = Math.max(1, ...newest.flatMap((offer) => offer?.body.sectors.flatMap(({home, across}) => [home, across]) ?? []));
  return html`<section class="panel">
    <header><h2 id="last-offers">${words.text(open.accepted ? 'counsel.together' : 'counsel.lastOffers')}</h2></header>
    <p class="hint body">
      ${words.text('counsel.terms', {within: clocks.length(some.within_min * 60_000), handover: clocks.length(some.handover_min * 60_000), depth: km(words, some.depth_m)})}
      ${words.text('counsel.bars')}
    </p>
    <div class="body scroll" tabindex="0" role="region" aria-labelledby="last-offers">
      <table class="offers">
        <thead>
          <tr>
            <th scope="col" rowspan="2">${words.text('coverage.sector')}</th>
            ${view.parties.map((party) => html`<th scope="colgroup" colspan="2">${side(view, party.id)} ${view.nameOf(party)}</th>`)}
          </tr>
          <tr>
            ${view.parties.map(() => html`<th scope="col">${words.text('counsel.home')}</th><th scope="col">${words.text('counsel.across')}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${some.sectors.map(
            ({sector: name}) =>
              html`<tr>
                <th scope="row"><bdi>${sector(view, name)}</bdi></th>
                ${newest.map((offer) => counts(view, offer?.body.sectors.find((one) => one.sector === name), most))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').SectorHelp | undefined} said
 * @param {number} most
 */
function counts({words}, said, most) {
  if (!said) {
    return html`<td class="quiet" colspan="2">${words.text('coverage.silent')}</td>`;
  }
  const units = (/** @type {number} */ halves) => words.decimal(halves / HALVES);
  return html`<td><span class="figure">${units(said.home)}</span> ${bar(said.home, most, 'first')}</td>
    <td>
      <span class="figure">${units(said.across)}</span>
      ${said.sure ? html`<span class="quiet small">${words.text('counsel.sure', {units: said.sure})}</span>` : nothing}
      ${bar(said.across, most, 'second', HALVES * said.sure)}
    </td>`;
}
