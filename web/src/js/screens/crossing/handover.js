import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {pausedBy, rolesFor, signs} from '../../app/agreements.js';
import {toAct, toEntry} from '../../app/route.js';
import {choice, field} from '../../parts/field.js';
import {icon} from '../../parts/icon.js';
import {side} from '../../parts/side.js';
import {at, onDay} from '../../parts/times.js';
import {toggles} from '../../parts/toggles.js';
import {until} from '../../parts/until.js';
import {proposing} from '../agreements/proposing.js';
import {signingOf} from '../agreements/signing.js';
import {saidInFull, worded} from '../../parts/wording.js';

/**
 * Who is responsible for the incident and each of its parts, and handing that over. One rule: who is responsible stays
 * responsible until another accepts.
 */

const HANDOVER = 'handover';

/** What signing an offer is called here. */
const WORDS = {assent: 'responsibility.accept', refuse: 'stay.refuse', withdraw: 'stay.withdraw'};

const PARTS = ['whole', 'search', 'rescue', 'medical', 'fire', 'scene', 'other'];

/** Announced ends of an offer, in hours. */
const EXPIRIES = [1, 3, 6, 12, 24];

/** @typedef {import('../../app/types.js').Responsibility} Responsibility */
/** @typedef {import('../../app/types.js').IncidentPart} IncidentPart */

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
export function responsibility(view, incident) {
  const {words} = view;
  const {summary, responsibility: known} = incident;
  if (!known) {
    return nothing;
  }
  const open = known.offers.filter((offer) => offer.standing === 'open' || offer.standing === 'overtaken');
  const past = known.offers.filter((offer) => !open.includes(offer));
  const mine = [known.whole, ...known.parts].some((holding) => holding.party === view.ours.id);
  const offers = signs(view, HANDOVER) && mine && summary.audience === 'release' && summary.state !== 'closed_by_all' && !pausedBy(view);
  return html`<section class="panel responsibility" aria-labelledby="responsibility-of-room">
    <header>
      <h2 id="responsibility-of-room">${words.text('responsibility.title')}</h2>
      ${known.isFinal ? nothing : html`<span class="tag dashed push">${words.text('stay.notFinal')}</span>`}
    </header>
    <ul class="list holdings">
      ${[known.whole, ...known.parts].map(
        (holding) => html`<li>
          <p class="row">
            ${side(view, holding.party)} <b>${view.nameOf(view.party(holding.party))}</b>
            <span>${partName(view, holding.part)}</span>
            ${holding.since
              ? html`<a class="push" href=${toEntry(holding.since)}><bdi class="code">${holding.since}</bdi></a>`
              : html`<span class="push quiet">${words.text('responsibility.opened')}</span>`}
          </p>
        </li>`,
      )}
    </ul>
    ${open.map((offer) => openOffer(view, offer))}
    ${offers
      ? html`<footer class="row body">
          <button data-offer="handover" @click=${() => openHandover(view, incident)}>${icon('handover')}${words.text('responsibility.offer')}</button>
        </footer>`
      : nothing}
    ${known.history.length || past.length
      ? html`<details class="past">
          <summary>${words.text('responsibility.history', {count: known.history.length + past.length})}</summary>
          <ol class="list">
            ${known.history.map(
              (passage) => html`<li>
                <p>
                  ${words.rich(`handoverPassage.${passage.cause}`, {
                    side: view.nameOf(view.party(passage.from)),
                    other: view.nameOf(view.party(passage.to)),
                  })}
                </p>
                <p class="row quiet">
                  ${partName(view, passage.part)} ${onDay(view, passage.at)}
                  <a class="push" href=${toAct(passage.act)}><bdi class="code">${passage.act}</bdi></a>
                </p>
              </li>`,
            )}
            ${past
              .filter((offer) => offer.standing !== 'accepted')
              .map(
                (offer) => html`<li>
                  <p>${words.of('handoverOffer', offer.standing)}</p>
                  <p class="row quiet">
                    ${side(view, offer.from)} ${icon('onward')} ${side(view, offer.to)} ${partName(view, offer.part)} ${onDay(view, offer.at)}
                    <a class="push" href=${toAct(offer.act)}><bdi class="code">${offer.act}</bdi></a>
                  </p>
                </li>`,
              )}
          </ol>
        </details>`
      : nothing}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {IncidentPart} part
 */
function partName({words}, {kind, name}) {
  return kind === 'other' ? words.rich('handoverPart.other', {name: name ?? ''}) : words.of('handoverPart', kind);
}

/**
 * An offer that waits: what is handed over with it, and what accepting means. Nothing changes until somebody does.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').HandoverOffer} offer
 */
function openOffer(view, offer) {
  const {words} = view;
  const [from, to] = [offer.from, offer.to].map((id) => view.nameOf(view.party(id)));
  return html`<section class="offer ${offer.standing}">
    <p class="row">
      ${side(view, offer.from)} ${icon('onward')} ${side(view, offer.to)} <b>${partName(view, offer.part)}</b>
      <span class="push quiet">${at(view, offer.at)}</span>
    </p>
    <p>${words.of('handoverOffer', offer.standing)}</p>
    <p class="until-accepted"><strong>${words.rich('responsibility.until', {side: from, other: to})}</strong></p>
    ${saidInFull(view, offer.terms.reasons)} ${briefing(view, offer.terms.briefing)}
    <footer class="row">
      ${signingOf(view, offer.act, {words: WORDS, overtaken: offer.standing === 'overtaken'})}
      <a class="push" href=${toAct(offer.act)}>${words.text('stay.readWhole')} <bdi class="code">${offer.act}</bdi></a>
    </footer>
  </section>`;
}

/**
 * The briefing as a checklist: what goes on and who is out.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} said
 */
function briefing(view, said) {
  const {words} = view;
  const names = /** @type {const} */ (['tasks', 'requests', 'units']).filter((name) => said[name]?.length);
  return html`<dl class="briefing">
    ${names.map(
      (name) => html`<div>
        <dt>${words.text(`briefing.${name}`)}</dt>
        <dd>${said[name].map((/** @type {string} */ one) => html`<bdi class="code">${one}</bdi> `)}</dd>
      </div>`,
    )}
    ${said.orders
      ? html`<div>
          <dt>${words.text('briefing.orders')}</dt>
          <dd>${saidInFull(view, said.orders)}</dd>
        </div>`
      : nothing}
    ${said.rendezvous
      ? html`<div>
          <dt>${words.text('briefing.rendezvous')}</dt>
          <dd dir="auto">${said.rendezvous.label}</dd>
        </div>`
      : nothing}
    ${said.remarks
      ? html`<div>
          <dt>${words.text('briefing.remarks')}</dt>
          <dd>${saidInFull(view, said.remarks)}</dd>
        </div>`
      : nothing}
  </dl>`;
}

// ---- offering -----------------------------------------------------------------------------------

/**
 * Opens the offer, with everything that goes on ticked: who hands over leaves something out on purpose only.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
function openHandover(view, incident) {
  const fresh = view.draft('offer-handover').incident !== incident.summary.id;
  const going = goingOn(view, incident);
  view.act.open('offer-handover', {
    refused: undefined,
    ...(fresh ? {incident: incident.summary.id, part: undefined, name: '', reasons: '', orders: '', remarks: '', expires: undefined, expiresIn: '', capacity: undefined, ...going} : {}),
  });
}

/**
 * What goes on: open taskings and requests, and units that are out.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 */
function goingOn(view, incident) {
  const tasks = incident.taskings.filter((task) => !task.ended && task.id?.startsWith('T-'));
  const named = (/** @type {(string | undefined)[]} */ all, /** @type {string} */ series) =>
    [...new Set(all)].filter((one) => one?.startsWith(series)).sort();
  return {
    tasks: named(tasks.map((task) => task.id), 'T-'),
    requests: named(incident.assistance.filter((asked) => asked.state !== 'ended').map((asked) => asked.id), 'AR-'),
    units: named(tasks.map((task) => task.unit), 'U-'),
  };
}

/** @param {import('../../app/view.js').View} view */
export function handoverDialog(view) {
  const {words} = view;
  const draft = view.draft('offer-handover');
  /** @type {import('../../app/types.js').Incident | undefined} */
  const incident = view.feed.read(`/incidents/${encodeURIComponent(draft.incident)}`).data;
  const known = incident?.responsibility;
  const going = incident ? goingOn(view, incident) : {tasks: [], requests: [], units: []};
  const open = PARTS.filter((kind) => kind === 'other' || holder(known, {kind})?.party === view.ours.id);
  const kind = draft.part ?? open[0];
  const part = kind === 'other' ? {kind, name: draft.name?.trim() ?? ''} : {kind};
  const basis = holder(known, part)?.basis;
  const side = view.nameOf(view.peer);
  return proposing(view, 'offer-handover', {
    kind: HANDOVER,
    roles: rolesFor(view, HANDOVER),
    title: html`${words.text('responsibility.offerTitle')} <bdi class="code quiet">${draft.incident}</bdi>`,
    means: html`<li><strong>${words.rich('responsibility.until', {side: view.nameOf(view.ours), other: side})}</strong></li>`,
    ready: Boolean(draft.reasons?.trim() && (kind !== 'other' || draft.name?.trim())),
    terms: () => ({
      ...(basis ? {basis} : {}),
      briefing: {
        ...(draft.orders?.trim() ? {orders: worded(view, draft.orders)} : {}),
        ...(draft.remarks?.trim() ? {remarks: worded(view, draft.remarks)} : {}),
        requests: [...(draft.requests ?? [])].sort(),
        tasks: [...(draft.tasks ?? [])].sort(),
        units: [...(draft.units ?? [])].sort(),
      },
      from: view.ours.id,
      incident: draft.incident,
      part,
      reasons: worded(view, draft.reasons),
      to: view.peer.id,
    }),
    fields: html`
      <div class="fields">
        ${choice(view, 'offer-handover', {
          name: 'part',
          label: words.text('responsibility.part'),
          options: open.map((one) => [one, one === 'other' ? words.text('responsibility.otherPart') : words.of('handoverPart', one)]),
        })}
        ${kind === 'other' ? field(view, 'offer-handover', {name: 'name', label: words.text('responsibility.partName'), required: true, maxlength: 80}) : nothing}
      </div>
      ${field(view, 'offer-handover', {name: 'reasons', label: words.text('responsibility.reasons'), kind: 'area', required: true, maxlength: 2000})}
      <fieldset class="stack briefing-form">
        <legend>${words.text('briefing.title')}</legend>
        ${/** @type {const} */ (['tasks', 'requests', 'units']).map((name) =>
          going[name].length
            ? toggles(view, 'offer-handover', {
                name,
                label: words.text(`briefing.${name}`),
                options: going[name].map((one) => /** @type {[string, string]} */ ([one, one])),
              })
            : html`<p class="quiet">${words.text(`briefing.none.${name}`)}</p>`,
        )}
        ${field(view, 'offer-handover', {name: 'orders', label: words.text('briefing.orders'), kind: 'area', maxlength: 4000})}
        ${field(view, 'offer-handover', {name: 'remarks', label: words.text('briefing.remarks'), kind: 'area', maxlength: 4000})}
      </fieldset>
      ${until(view, 'offer-handover', {
        name: 'expires',
        label: words.text('propose.expires'),
        hint: words.text('propose.expiresHint'),
        none: words.text('propose.noExpiry'),
        hours: EXPIRIES,
      })}
    `,
  });
}

/**
 * Who has a part: who has it by itself, or else who has the whole.
 * @param {Responsibility | undefined} known
 * @param {IncidentPart} part
 */
function holder(known, part) {
  return known?.parts.find((one) => one.part.kind === part.kind && (one.part.name ?? '') === (part.name ?? '')) ?? known?.whole;
}
