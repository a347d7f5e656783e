import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry, toIncident, toReplay} from '../../app/route.js';
import {bodyOf} from '../../parts/body.js';
import {watermark} from '../../parts/exercise.js';
import {icon} from '../../parts/icon.js';
import {notHere} from '../../parts/refusal.js';
import {saying} from '../../parts/saying.js';
import {side} from '../../parts/side.js';
import {allWalls, atAllWalls, bothDates, instantOf, toTheSecond} from '../../parts/times.js';
import {wallOf} from '../../time/walls.js';
import {header} from '../room.js';
import {columns} from '../columns.js';
import {panels} from '../room-rail.js';

/** The viewpoint of all sides together, as the address and the node call it. */
const BOTH = 'both';

/**
 * What was last shown of each incident: it stays while the next moment is on its way, so that the page does not blink
 * under a moving slider.
 * @type {Map<string, import('../../app/types.js').Replay>}
 */
const lastShown = new Map();

/**
 * The room as one side, or both, knew it at a moment of the past. Nothing can be done in it; the address holds the
 * question, so that it can be sent to a colleague; printed, it is the report of an after-action review.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/chapters.js').Chapters} chapters
 */
export function replay(view, chapters) {
  const id = view.route.rest[0] ?? '';
  const as = view.route.query.get('as') ?? 'own';
  const asked = view.route.query.get('at') ?? '';
  const reading = view.feed.read(pathOf(id, as, asked));
  const known = /** @type {import('../../app/types.js').Replay | undefined} */ (reading.data) ?? lastShown.get(id);
  if (reading.refused || !known) {
    return notHere(view, reading);
  }
  lastShown.set(id, known);
  const then = view.at(instantOf(known.at));
  return html`
    ${watermark(view, id)}
    <div class="past-head" aria-busy=${reading.data ? 'false' : 'true'}>
      ${banner(then, known)} ${controls(view, known, as)} ${known.room ? header(then, known.room) : unknown(then, known)}
    </div>
    ${known.room ? html`<div class="columns-and-composer">${columns(then, known.room)}</div>` : nothing}
    <aside class="room-rail past-rail" tabindex="0" aria-label=${view.words.text('replay.beside')}>
      ${undecided(then, known)} ${known.room ? panels(then, known.room, chapters) : nothing} ${report(view, known)}
    </aside>
  `;
}

/**
 * @param {string} id
 * @param {string} as
 * @param {string} moment
 */
function pathOf(id, as, moment) {
  const query = new URLSearchParams({as, ...(moment ? {at: moment} : {})});
  return `/incidents/${encodeURIComponent(id)}/replay?${query}`;
}

/**
 * What one is looking at, said so that nobody takes it for the present: whose knowledge, when on every wall, and what it
 * rests on.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Replay} known
 */
function banner(view, known) {
  const {words} = view;
  const name = known.as === BOTH ? '' : view.nameOf(view.party(known.as));
  return html`<div class="past-banner" role="status">
    ${icon('history')}
    <p>
      <strong
        >${known.as === BOTH
          ? words.rich('replay.asBoth', {time: atAllWalls(view, known.at)})
          : words.rich('replay.asSide', {side: name, time: atAllWalls(view, known.at)})}</strong
      >
      <span class="quiet">${bothDates(view, known.at)}</span>
      <span>
        ${known.basis === 'everything'
          ? words.text('replay.restsOnAll')
          : known.as === BOTH
            ? words.text('replay.restsOnBoth')
            : words.rich('replay.restsOnReleased', {side: name})}
      </span>
    </p>
    <a class="button first push" href=${toIncident(known.incident)}>${icon('close')}${words.text('replay.leave')}</a>
  </div>`;
}

/**
 * Through whose eyes, and when.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Replay} known
 * @param {string} as as the address has it
 */
function controls(view, known, as) {
  const {words} = view;
  const id = known.incident;
  const {changes} = known;
  const here = changes.findLastIndex((change) => instantOf(change) <= instantOf(known.at));
  return html`<div class="past-controls off-paper">
    <div class="choice" role="group" aria-label=${words.text('replay.whose')}>
      ${eyes(view).map(
        ({word, name}) => html`<button
          aria-pressed=${known.as === word || as === word}
          @click=${() => look(view, id, word, known.at)}
        >
          ${name}
        </button>`,
      )}
    </div>
    <div class="row past-slider">
      <button
        class="icon"
        aria-label=${words.text('replay.before')}
        ?disabled=${here < 0}
        @click=${() => step(view, known, here - (instantOf(changes[here]) === instantOf(known.at) ? 1 : 0))}
      >
        ${icon('back')}
      </button>
      <label>
        <span class="visually-hidden">${words.text('replay.moment')}</span>
        <input
          type="range"
          min="-1"
          max=${Math.max(changes.length - 1, 0)}
          step="1"
          .value=${String(here)}
          aria-valuetext=${here < 0 ? words.text('replay.begin') : momentText(view, known)}
          @input=${(/** @type {any} */ event) => step(view, known, Number(event.target.value))}
        />
      </label>
      <button class="icon" aria-label=${words.text('replay.after')} ?disabled=${here >= changes.length - 1} @click=${() => step(view, known, here + 1)}>
        ${icon('onward')}
      </button>
      <span class="quiet figure">${words.text('replay.change', {number: here + 1, of: changes.length})}</span>
    </div>
    <button class="push" @click=${() => window.print()}>${icon('print')}${words.text('replay.print')}</button>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Replay} known
 */
const momentText = (view, known) =>
  `${view.clocks.date(instantOf(known.at), wallOf(view.ours))} ${allWalls(view, instantOf(known.at))}`;

/**
 * Our own eyes, each other side's, and all together.
 * @param {import('../../app/view.js').View} view
 */
function eyes(view) {
  return [
    ...view.parties.map((party) => ({word: party.id, name: view.words.rich('replay.eyes', {side: view.nameOf(party)})})),
    {word: BOTH, name: view.words.text('replay.eyesBoth')},
  ];
}

/**
 * To a change of the list, or to just before the first: then nothing was known.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Replay} known
 * @param {number} index
 */
function step(view, known, index) {
  const {changes, incident, as} = known;
  if (!changes.length) {
    return;
  }
  const moment = index < 0 ? new Date(instantOf(changes[0]) - 1).toISOString() : changes[Math.min(index, changes.length - 1)];
  look(view, incident, as, moment);
}

/**
 * Puts another question into the address. It takes the place of the one before: the way back leads out of the past, not
 * through every step of the slider.
 * @param {import('../../app/view.js').View} view
 * @param {string} id
 * @param {string} as
 * @param {string} moment
 */
function look(view, id, as, moment) {
  history.replaceState(null, '', toReplay(id, as, moment));
  view.act.redraw();
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Replay} known
 */
function unknown(view, known) {
  const {words} = view;
  return html`<div class="past-unknown">
    <h1><bdi class="code">${known.incident}</bdi></h1>
    <p>${
      known.as === BOTH
        ? words.text('replay.unknownToBoth')
        : words.rich('replay.unknown', {side: view.nameOf(view.party(known.as))})
    }</p>
  </div>`;
}

/**
 * What lies between the brackets: it may have been known and may not, and counts in nothing.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Replay} known
 */
function undecided(view, {undecided: items}) {
  const {words} = view;
  return html`<section class="panel past-undecided">
    <header><h2>${words.text('replay.undecided')}</h2></header>
    ${items.length
      ? html`<p class="none">${words.text('replay.undecidedMeans')}</p>
          <ul class="list">
            ${items.map(
              (item) => html`<li>
                <p>
                  ${side(view, item.by.party)} <b>${saying(view, item)}</b>
                  <a class="push" href=${toEntry(item.entry)}><bdi class="code">${item.entry}</bdi></a>
                </p>
                <p class="quiet">${between(view, item)}</p>
                ${bodyOf(view, item.body)}
              </li>`,
            )}
          </ul>`
      : html`<p class="none">${words.text('replay.nothingUndecided')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').UndecidedItem} item
 */
function between(view, {earliest, surely}) {
  const {words} = view;
  if (earliest && surely) {
    return words.rich('replay.between', {from: toTheSecond(view, earliest), until: toTheSecond(view, surely)});
  }
  if (surely) {
    return words.rich('replay.by', {until: toTheSecond(view, surely)});
  }
  return earliest ? words.rich('replay.since', {from: toTheSecond(view, earliest)}) : words.text('replay.never');
}

/**
 * What a print can be held against: the question, who asked, and a number over the answer that the other node prints
 * too.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Replay} known
 */
function report(view, known) {
  const {words} = view;
  return html`<section class="panel past-report">
    <header><h2>${words.text('replay.report')}</h2></header>
    <dl class="pairs body">
      <div><dt>${words.text('replay.digest')}</dt><dd><bdi class="code">${known.digest}</bdi></dd></div>
      <div><dt>${words.text('replay.question')}</dt><dd><bdi class="code">${known.incident} · ${known.as} · ${known.at}</bdi></dd></div>
    </dl>
    <p class="none">${words.text(known.as === BOTH ? 'replay.digestBoth' : 'replay.digestMeans')}</p>
    <p class="none on-paper">
      ${words.rich('paper.printed', {time: atAllWalls(view, new Date(view.now).toISOString()), who: view.session.name})}
    </p>
  </section>`;
}
