import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {isSolarHijri, wallOf} from '../time/walls.js';

/** Times as markup. One rule: a time never stands without saying, at least on pointing at it, whose clock it is. */

/**
 * Milliseconds of a time on the wire.
 * @param {string} time RFC 3339
 */
export const instantOf = (time) => Date.parse(time);

/**
 * Every wall of the channel at one instant: `13:30 THR · 14:00 KHI · 09:00Z`.
 * @param {import('../app/view.js').View} view
 * @param {number} instant
 */
export function allWalls(view, instant) {
  const walls = view.parties.map((party) => {
    const wall = wallOf(party);
    return `${view.clocks.time(instant, wall)} ${wall.label}`;
  });
  return [...walls, view.clocks.zulu(instant)].join(' · ');
}

/**
 * Our own wall's time, with the others and the date on pointing at it: `13:30`.
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
export function at(view, time) {
  const instant = instantOf(time);
  const wall = wallOf(view.ours);
  return html`<time datetime=${time} title="${view.clocks.date(instant, wall)} · ${allWalls(view, instant)}"
    >${view.clocks.time(instant, wall)}</time
  >`;
}

/**
 * Our own wall's time with its seconds, for things that are told apart by them.
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
export function toTheSecond(view, time) {
  const instant = instantOf(time);
  return html`<time datetime=${time} title=${allWalls(view, instant)}>${view.clocks.seconds(instant, wallOf(view.ours))}</time>`;
}

/**
 * All three clocks spelt out.
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
export function atAllWalls(view, time) {
  const instant = instantOf(time);
  return html`<time datetime=${time} title=${view.clocks.date(instant, wallOf(view.ours))}
    ><bdi>${allWalls(view, instant)}</bdi></time
  >`;
}

/**
 * Our wall's time with the date, for things that need not be of today.
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
export function onDay(view, time) {
  const instant = instantOf(time);
  const wall = wallOf(view.ours);
  return html`<time datetime=${time} title=${allWalls(view, instant)}
    >${view.clocks.day(instant, wall)} ${view.clocks.time(instant, wall)}</time
  >`;
}

/**
 * A time of any day, in both calendars and on every wall: `22 April 2019 · 2 Ordibehesht 1398 · 13:30 THR · …`.
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
export function atLength(view, time) {
  const instant = instantOf(time);
  const wall = wallOf(view.ours);
  const persian = view.settings.persianDates ? [view.clocks.persianDate(instant, wall)] : [];
  const dates = [view.clocks.date(instant, wall), ...persian].join(' · ');
  return html`<time class="at-length" datetime=${time}><bdi>${dates}</bdi> · <bdi>${allWalls(view, instant)}</bdi></time>`;
}

/**
 * How long ago: `12 min`.
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
export function age(view, time) {
  return html`<time datetime=${time} title=${allWalls(view, instantOf(time))}
    >${view.clocks.length(view.now - instantOf(time))}</time
  >`;
}

/**
 * A running clock: what is due, by whom, and how long there is. The words of a clock that cannot be judged say so
 * instead of a figure: it would be a guess about a side that is out of sight.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Clock} clock
 */
export function countdown(view, clock) {
  const left = instantOf(clock.due) - view.now;
  const words = view.words;
  const what = words.text(`clock.${clock.owner === view.ours.id ? 'ours' : 'theirs'}.${clock.kind}`, {
    side: view.nameOf(view.party(clock.owner)),
  });
  if (clock.state === 'cannot_be_judged') {
    return html`<span class="countdown unknown" title=${words.text('clock.cannotBeJudgedWhy')}
      >${what} <b>${words.text('clock.cannotBeJudged')}</b></span
    >`;
  }
  if (clock.state === 'not_delivered') {
    return html`<span class="countdown unknown" title=${words.text('clock.notDeliveredWhy')}
      >${what} <b>${words.text('clock.notDelivered')}</b></span
    >`;
  }
  const late = left < 0;
  return html`<span class="countdown ${late ? 'late' : ''}" title=${allWalls(view, instantOf(clock.due))}
    >${what}
    <b>${words.text(late ? 'clock.late' : 'clock.left', {length: view.clocks.countdown(Math.abs(left))})}</b></span
  >`;
}

/**
 * The clocks on the wall of the top strip.
 * @param {import('../app/view.js').View} view
 */
export function wallClocks(view) {
  const {clocks, words} = view;
  return html`<dl class="walls" aria-label=${words.text('strip.clocks')}>
    ${view.parties.map((party) => {
      const wall = wallOf(party);
      return html`<div class=${party.id === view.ours.id ? 'ours' : ''}>
        <dt title="${view.nameOf(party)} ${clocks.offset(view.now, wall)}"><bdi>${wall.label}</bdi></dt>
        <dd>
          <time class="big">${clocks.time(view.now, wall)}</time>
          <span class="day">${dayOf(view, wall)}</span>
        </dd>
      </div>`;
    })}
    <div>
      <dt><bdi>${words.text('strip.utc')}</bdi></dt>
      <dd>
        <time class="big" dir="ltr">${clocks.zulu(view.now)}</time>
        <span class="day" dir="ltr">${clocks.zuluDate(view.now)}</span>
      </dd>
    </div>
  </dl>`;
}

/**
 * The day on a wall; where the wall stands in a land of the solar Hijri calendar, that date too.
 * @param {import('../app/view.js').View} view
 * @param {import('../time/clocks.js').Wall} wall
 */
function dayOf({clocks, now, settings}, wall) {
  const day = clocks.day(now, wall);
  return settings.persianDates && isSolarHijri(wall) ? `${day} · ${clocks.persianDay(now, wall)}` : day;
}

/**
 * A Gregorian date and, where wanted, the solar Hijri one beside it.
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
export function bothDates(view, time) {
  const instant = instantOf(time);
  const wall = wallOf(view.ours);
  return html`<time datetime=${time}>${view.clocks.date(instant, wall)}</time>${view.settings.persianDates
      ? html` <span class="quiet">${view.clocks.persianDate(instant, wall)}</span>`
      : nothing}`;
}
