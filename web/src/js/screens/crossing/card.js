import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {actsOn, pausedBy, signs} from '../../app/agreements.js';
import {toAct, toActPaper, toEntry, toIncident} from '../../app/route.js';
import {metres, middle, squareKilometres} from '../../parts/area.js';
import {icon} from '../../parts/icon.js';
import {judgeLeaf} from '../../parts/leaf.js';
import {coordinates} from '../../parts/place.js';
import {refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {smallMap} from '../../parts/small-map.js';
import {allWalls, at, atAllWalls, countdown, instantOf} from '../../parts/times.js';
import {signingOf} from '../agreements/signing.js';
import {saidInFull} from '../../parts/wording.js';
import {callSign, CROSSING, isOver, lastStop, reports, speaksFor, spelledNow} from './known.js';
import {openCrossing} from './propose-dialog.js';
import {stopControl, stopped} from './stop.js';
import {stopChoice} from './stop-choice.js';

/**
 * One crossing as a card: how far it is, where and until when, who is in charge there, which units are there, and the few
 * things that can be done about it. It reads the same on both nodes; only the buttons differ.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 * @param {{about?: import('../../app/types.js').Position, alone?: boolean, stops?: boolean}} [where] the place of its incident;
 *   whether the card stands by itself and has to say what it is about; whether STOP stands on it and nowhere above
 */
export function card(view, one, {about, alone = false, stops = true} = {}) {
  const {words} = view;
  const name = `crossing-${one.crossing.replace('/', '-')}`;
  const title = html`${side(view, one.visitor)} ${icon('onward')} ${side(view, one.host)}
    <span>${words.rich('stay.title', {visitor: view.nameOf(view.party(one.visitor)), host: view.nameOf(view.party(one.host))})}</span>`;
  return html`<article class="crossing-card ${one.stage}" data-crossing=${one.crossing} aria-labelledby=${name}>
    <header>
      ${alone ? html`<h2 class="crossing-name" id=${name}>${title}</h2>` : html`<h3 class="crossing-name" id=${name}>${title}</h3>`}
      <p class="row">
        <span class="tag stage ${one.stage}">${words.of('crossingStage', one.stage)}</span>
        ${one.basis === 'fast_lane' ? html`<span class="tag">${words.text('stay.fastLane')}</span>` : nothing}
        ${one.isFinal ? nothing : html`<span class="tag dashed">${words.text('stay.notFinal')}</span>`}
        ${alone ? html`<a class="push" href=${toIncident(one.incident)}><bdi class="code">${one.incident}</bdi></a>` : nothing}
      </p>
    </header>
    ${stops ? stopControl(view, one) : nothing} ${stopChoice(view, one)} ${one.stops.map((stop) => stopped(view, one, stop))} ${clock(view, one)}
    <p class="means">${words.rich(`crossingMeans.${one.stage}`, {side: view.nameOf(view.party(one.visitor))})}</p>
    ${one.flaw ? flaw(view, one.flaw) : nothing}
    <ul class="crossing-units" aria-label=${words.text('stay.units')}>
      ${one.units.map((unit) => unitLine(view, one, unit))}
    </ul>
    ${charge(view, one)} ${area(view, one, about)}
    <dl class="crossing-facts">
      <div>
        <dt>${words.text('stay.purpose')}</dt>
        <dd>${saidInFull(view, one.purpose)}</dd>
      </div>
      ${one.conditions
        ? html`<div>
            <dt>${words.text('stay.conditions')}</dt>
            <dd>${saidInFull(view, one.conditions)}</dd>
          </div>`
        : nothing}
      ${one.languages.length
        ? html`<div>
            <dt>${words.text('stay.languages')}</dt>
            <dd><bdi class="code">${one.languages.join(' ')}</bdi></dd>
          </div>`
        : nothing}
    </dl>
    ${report(view, one)} ${offers(view, one)}
  </article>`;
}

/**
 * The window: a running clock, and both ends of it on every wall.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
function clock(view, one) {
  const {words, clocks} = view;
  const {from, until, answerBy} = one.window;
  const [word, end] = /** @type {[string, string | undefined]} */ (
    {
      asked: ['answerIn', answerBy],
      granted: ['beginsIn', from],
      live: ['endsIn', until],
      stopped: instantOf(until) > view.now ? ['wouldEndIn', until] : ['', undefined],
    }[one.stage] ?? ['', undefined]
  );
  const left = end ? instantOf(end) - view.now : 0;
  return html`<div class="window">
    ${end
      ? html`<p class="running ${one.stage === 'live' && left < 600_000 ? 'soon' : ''}" title=${allWalls(view, instantOf(end))}>
          <span>${words.text(`stay.${left < 0 ? 'over' : word}`)}</span> <b class="figure">${clocks.countdown(Math.abs(left))}</b>
        </p>`
      : nothing}
    <p>
      <span class="quiet">${words.text('stay.from')}</span> ${atAllWalls(view, from)}
      <br /><span class="quiet">${words.text('stay.until')}</span> ${atAllWalls(view, until)}
    </p>
    ${one.clocks
      .filter((duty) => duty.kind !== 'crossing_stop')
      .map((duty) => html`<p>${countdown(view, duty)} ${duty.kind === 'crossing_return' ? html`<bdi class="code">${duty.subject}</bdi>` : nothing}</p>`)}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{code: string, sentence: string}} why
 */
function flaw({words}, {code, sentence}) {
  return html`<p class="refusal">
    ${`refusal.${code}` in words.catalogue ? words.of('refusal', code) : html`<span dir="auto">${sentence}</span>`}
    <bdi class="code quiet small">${code}</bdi>
  </p>`;
}

/**
 * One unit: where it is by its side's last word, and what its side can say of it.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 * @param {import('../../app/types.js').CrossingUnit} unit
 */
function unitLine(view, one, unit) {
  const {words} = view;
  const sign = callSign(view, unit.unit);
  const where = unit.inside ? 'inside' : unit.leftAt ? 'left' : unit.leave ? 'free' : 'outside';
  const speaks = speaksFor(view, one);
  const enters = speaks && !unit.inside && unit.leave && !unit.stop;
  return html`<li class=${where}>
    <p class="row">
      ${sign ? html`<b dir="auto">${sign}</b>` : nothing} <bdi class="code">${unit.unit}</bdi>
      ${unit.service ? html`<span class="tag">${words.of('laneService', unit.service)}</span>` : nothing}
      <span class="push where">
        ${words.text(`stay.unit.${where}`)}
        ${unit.inside && unit.enteredAt ? at(view, unit.enteredAt) : unit.leftAt ? at(view, unit.leftAt) : nothing}
      </span>
    </p>
    ${unit.stop ? html`<p class="warned">${stopOf(view, one, unit.unit)}</p>` : nothing}
    ${unit.inside && !unit.leave ? html`<p class="warned">${words.text('stay.unit.noLeave')}</p>` : nothing}
    ${unit.doubts.map((doubt) => html`<p class="warned">${words.text(`stay.doubt.${doubt}`)}</p>`)}
    ${enters ? says(view, 'entered', {at: spelledNow(view), crossing: one.entry, unit: unit.unit}) : nothing}
    ${speaks && unit.inside ? says(view, 'left', {at: spelledNow(view), unit: unit.unit}) : nothing}
  </li>`;
}

/**
 * What became of the STOP of a unit: confirmed and when, not confirmed, or without anything to stop.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 * @param {string} unit
 */
function stopOf(view, one, unit) {
  const {words} = view;
  const said = lastStop(one, unit);
  return said?.confirmedAt
    ? html`${icon('check')} ${words.text('stay.unit.stopped')} ${at(view, said.confirmedAt)}`
    : words.text(said?.clock ? 'stay.unit.stopOpen' : 'stay.unit.stopFree');
}

/** What stands in the record for each. */
const SAYS = {entered: 'crossing.entered', left: 'crossing.left'};

/**
 * A button that states one fact about a unit.
 * @param {import('../../app/view.js').View} view
 * @param {'entered' | 'left'} what
 * @param {{at: string, unit: string, crossing?: string}} body
 */
function says(view, what, body) {
  const {words, act} = view;
  const name = `crossing ${what} ${body.unit}`;
  const draft = view.draft(name);
  const send = () => act.send(name, {path: '/statements', body: {kind: SAYS[what], body}, said: 'said.crossingStated'});
  return html`<button data-says=${what} ?disabled=${draft.busy} @click=${send}>
      ${icon(what === 'entered' ? 'onward' : 'back')}${words.text(what === 'entered' ? 'stay.say.entered' : 'stay.say.left')}
    </button>
    ${refusal(view, draft.refused)}`;
}

/**
 * Who of the host is in charge of the units there.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
function charge(view, one) {
  const {words, act} = view;
  const {role, officer, entry} = one.inCharge;
  const name = `charge ${one.crossing}`;
  const draft = view.draft(name);
  const takes = !officer && one.host === view.ours.id && view.may(role);
  return html`<div class="in-charge">
    <p>
      <span class="label">${words.rich('stay.inCharge', {side: view.nameOf(view.party(one.host))})}</span>
      ${side(view, one.host)} <b>${words.of('role', role)}</b>
      ${officer?.name ? html`<span dir="auto">${officer.name}</span>` : nothing}
      ${officer?.officer ? html`<bdi class="code quiet">${officer.officer}</bdi>` : html`<span class="quiet">${words.text('stay.whoever')}</span>`}
      ${entry ? html`<a href=${toEntry(entry)}><bdi class="code">${entry}</bdi></a>` : nothing}
    </p>
    ${takes
      ? html`<button
            ?disabled=${draft.busy}
            @click=${() => act.send(name, {path: '/statements', body: {kind: 'crossing.charge_taken', body: {crossing: one.entry}}, said: 'said.crossingStated'})}
          >
            ${icon('person')}${words.text('stay.takeCharge')}
          </button>
          ${refusal(view, draft.refused)}`
      : nothing}
  </div>`;
}

/**
 * Where: on the small map and in words.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 * @param {import('../../app/types.js').Position} [about]
 */
function area(view, one, about) {
  const {words} = view;
  if (!one.area) {
    return html`<p class="quiet">${words.text('stay.noArea')}</p>`;
  }
  const centre = middle(one.area);
  const size = squareKilometres(one.area);
  const said = words.text('stay.areaOf', {size: size < 10 ? size.toFixed(1) : String(Math.round(size))});
  return html`<div class="area">
    ${smallMap(view, {area: one.area, about, label: said})}
    <p>
      ${said} ${words.rich('stay.around', {place: coordinates(centre)})}
      ${about ? words.text('stay.awayFrom', {km: (metres(centre, about) / 1_000).toFixed(1)}) : nothing}
    </p>
    <details>
      <summary>${words.text('stay.corners', {count: one.area.length})}</summary>
      <ol class="corners">
        ${one.area.map((corner) => html`<li>${coordinates(corner)}</li>`)}
      </ol>
    </details>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
function report(view, one) {
  const {words} = view;
  return one.report.made.map(
    (made) => html`<section class="crossing-report">
      <p class="row">
        ${side(view, made.party)} <b>${words.text('stay.report')}</b> ${at(view, made.at)}
        <a class="push" href=${toEntry(made.entry)}><bdi class="code">${made.entry}</bdi></a>
      </p>
      ${saidInFull(view, made.done)}
      ${made.restrictions ? html`<p class="label">${words.text('stay.restrictions')}</p> ${saidInFull(view, made.restrictions)}` : nothing}
    </section>`,
  );
}

/** @type {Record<import('../agreements/signing.js').Offer, string>} */
const SIGNING = {assent: 'stay.grant', refuse: 'stay.refuse', withdraw: 'stay.withdraw'};

/**
 * What can be signed or said about it as a whole.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Crossing} one
 */
function offers(view, one) {
  const {words, act} = view;
  const isAct = one.basis === 'assent';
  const open = isAct && ['asked', 'granted', 'live'].includes(one.stage);
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const detail = open ? view.feed.read(`/acts/${one.crossing}`).data : undefined;
  const unsafe = Boolean(pausedBy(view)) || (detail && judgeLeaf(view, detail.bytes, detail.act.leaf) === 'other');
  const able = signs(view, CROSSING);
  const inside = one.units.some((unit) => unit.inside);
  const ended = `ended ${one.crossing}`;
  const early = one.visitor === view.ours.id && reports(view) && ['granted', 'live'].includes(one.stage) && !inside;
  const reporting = isOver(one) && one.stage !== 'ended' && reports(view) && !one.report.made.some((made) => made.party === view.ours.id);
  /** @type {{name: string, word: string, shown: boolean, off?: boolean, first?: boolean, press: () => void}[]} */
  const others = [
    {name: 'counter', word: 'stay.counter', shown: Boolean(detail && actsOn(view, detail.act).refuse.length && able), off: unsafe, press: () => detail && openCrossing(view, {incident: one.incident, counters: detail.act})},
    {name: 'extend', word: 'stay.extend', shown: Boolean(detail && ['granted', 'live'].includes(one.stage) && able), off: unsafe, press: () => detail && openCrossing(view, {incident: one.incident, supersedes: detail.act})},
    {name: 'early', word: 'stay.early', shown: early, press: () => act.send(ended, {path: '/statements', body: {kind: 'crossing.ended', body: {crossing: one.entry, why: 'early'}}, said: 'said.crossingStated'})},
    {name: 'report', word: 'stay.reportOpen', first: one.report.owed && one.visitor === view.ours.id, shown: reporting, press: () => act.open('crossing-report', {about: one, refused: undefined})},
  ];
  return html`<footer class="row">
      ${open ? signingOf(view, one.crossing, {words: SIGNING}) : nothing}
      ${others
        .filter((offer) => offer.shown)
        .map(
          (offer) => html`<button class=${offer.first ? 'first' : ''} data-offer=${offer.name} ?disabled=${Boolean(offer.off)} @click=${offer.press}>
            ${words.text(offer.word)}
          </button>`,
        )}
      ${isAct ? html`<a class="button small" href=${toActPaper(one.crossing)}>${icon('print')}${words.text('shell.print')}</a>` : nothing}
      <a class="push" href=${isAct ? toAct(one.crossing) : toEntry(one.crossing)}>
        ${words.text(isAct ? 'stay.readWhole' : 'stay.readEntry')} <bdi class="code">${one.crossing}</bdi>
      </a>
    </footer>
    ${refusal(view, view.draft(ended).refused)}`;
}
