import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {nextClock, unconfirmedStops} from '../app/duties.js';
import {OPEN} from '../app/queue.js';
import {to, toIncident} from '../app/route.js';
import {icon} from '../parts/icon.js';
import {at, countdown, instantOf} from '../parts/times.js';
import {wallOf} from '../time/walls.js';

/** A peer clock further off than this is said aloud; order never depends on it. Seconds. */
const SKEW_WORTH_SAYING = 60;

/**
 * Persistent bars under the strip: everything that is wrong now, each with the one thing that helps. They are in the
 * page's order of gravity and none of them can be dismissed while it is true.
 *
 * @param {import('../app/view.js').View} view
 */
export function bars(view) {
  /** @type {import('../app/types.js').Overview | undefined} */
  const overview = view.feed.read('/overview').data;
  return [
    stopBar(view),
    ...(overview?.links ?? []).map((link) => linkBar(view, link)),
    overview && !overview.links.length ? unpairedBar(view) : nothing,
    ...(overview?.links ?? []).map((link) => skewBar(view, link)),
    restoredBar(view),
    overview ? guardBar(view, overview) : nothing,
    ...(overview?.problems ?? []).map((problem) => problemBar(view, problem)),
    dutyBar(view),
    hearingBar(view),
    soundBar(view),
    exerciseBar(view, overview),
  ];
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').LinkState} link
 */
function linkBar(view, link) {
  const {words} = view;
  const name = view.nameOf(link.peer);
  switch (link.state) {
    case 'silent':
      return html`<div class="bar warn" role="alert">
        ${icon('cut')}
        <p>
          <strong>${words.rich('bar.silent', {side: name, time: at(view, link.since), theirs: theirTime(view, link)})}</strong>
          ${words.rich('bar.waiting', {count: link.waiting.count})}
          ${link.lastSeenIndex === undefined
            ? nothing
            : words.rich('bar.lastSeen', {side: name, index: html`<bdi class="code">${link.peer.id}/${link.lastSeenIndex}</bdi>`})}
          ${words.text('bar.nothingKnown')}
        </p>
        <button @click=${() => view.act.open('hotline', {incident: view.route.rest[0] ?? ''})}>
          ${icon('phone')}${words.text('hotline.log')}
        </button>
      </div>`;
    case 'lagging':
      return html`<div class="bar warn" role="status">
        ${icon('clock')}
        <p>${words.rich('bar.lagging', {side: name, count: link.waiting.count, time: at(view, link.waiting.oldest ?? link.since)})}</p>
      </div>`;
    case 'forked':
      return html`<div class="bar alarm" role="alert">
        ${icon('fork')}
        <p><strong>${forkedAt(view, name)}</strong> ${words.text('bar.forkedMeans')}</p>
        <a class="button" href=${to('record', [], {tab: 'evidence'})}>${words.text('bar.toEvidence')}</a>
      </div>`;
    case 'suspect':
      return html`<div class="bar alarm" role="alert">
        ${icon('shield')}
        <p><strong>${words.rich('bar.suspect', {side: name})}</strong> ${words.text('bar.suspectMeans')}</p>
        <a class="button" href=${to('record', [], {tab: 'evidence'})}>${words.text('bar.toEvidence')}</a>
      </div>`;
    case 'behind_own_mirror':
      return html`<div class="bar alarm" role="alert">
        ${icon('history')}
        <p><strong>${words.rich('bar.behind', {side: name, count: link.behindBy ?? 0})}</strong> ${words.text('bar.behindMeans')}</p>
        <a class="button" href=${to('link')}>${words.rich('bar.toRestore', {side: name})}</a>
      </div>`;
    case 'unpaired':
      return unpairedBar(view);
    default:
      return nothing;
  }
}

/**
 * Recurring duties that were not done and have been brought before a role of this officer.
 * @param {import('../app/view.js').View} view
 */
function dutyBar(view) {
  const {words} = view;
  /** @type {{before?: string}[]} */
  const late = view.feed.read('/duties').data?.late ?? [];
  const count = late.filter(({before}) => before && view.may(before)).length;
  return count
    ? html`<div class="bar warn" role="status">
        ${icon('cooperation')}
        <p>${words.text('bar.duties', {count})}</p>
        <a class="button" href=${to('cooperation', ['calendar'])}>${words.text('bar.toCalendar')}</a>
      </div>`
    : nothing;
}

/**
 * A STOP that a unit has not confirmed: on every screen of both sides, until it has.
 * @param {import('../app/view.js').View} view
 */
function stopBar(view) {
  const {words} = view;
  const clocks = unconfirmedStops(view);
  if (!clocks.length) {
    return nothing;
  }
  const incident = clocks.find((clock) => clock.incident)?.incident;
  const units = clocks.map((clock) => html`<bdi class="code">${clock.subject}</bdi> `);
  return html`<div class="bar alarm" role="alert">
    ${icon('hold')}
    <p><strong>${words.rich('bar.stop', {count: clocks.length})}</strong> ${units}</p>
    <a class="button" href=${incident ? toIncident(incident) : to('crossings')}>${words.text('bar.toStop')}</a>
  </div>`;
}

/** @param {import('../app/view.js').View} view */
function unpairedBar({words}) {
  return html`<div class="bar" role="status">
    ${icon('link')}
    <p>${words.text('bar.unpaired')}</p>
    <a class="button" href=${to('link')}>${words.text('bar.toLink')}</a>
  </div>`;
}

/**
 * The link is back: what got through each way, and what crossed, until somebody has noted it.
 * @param {import('../app/view.js').View} view
 */
function restoredBar(view) {
  const {words, outage} = view;
  const {restored} = outage;
  if (!restored) {
    return nothing;
  }
  /** @type {import('../app/types.js').EntryRow[]} */
  const rows = view.feed.read(`/record/entries?log=${restored.peer}&limit=100`).data?.items ?? [];
  const theirs = rows.filter(({entry, kind}) => {
    const [log, index] = entry.split('/');
    return log === restored.peer && Number(index) > restored.seen && kind.startsWith('response.');
  }).length;
  const {count, incident} = crossings(view, restored.since);
  const note = () => {
    outage.note();
    view.act.redraw();
  };
  return html`<div class="bar" role="status">
    ${icon('link')}
    <p>
      <strong>${words.rich('bar.restored', {time: at(view, restored.until)})}</strong>
      ${words.rich('bar.caughtUp', {ours: restored.waiting, theirs, side: view.nameOf(view.party(restored.peer))})}
      ${words.rich('bar.crossed', {count})}
    </p>
    <a class="button" href=${incident ? toIncident(incident) : to('record', [], {log: restored.peer})}>${words.text('bar.review')}</a>
    <button @click=${note}>${words.text('bar.noted')}</button>
  </div>`;
}

/** Rooms looked into for what crossed. */
const ROOMS = 10;

/**
 * What each side wrote during a cut without having seen the other's.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Time} since
 * @returns {{count: number, incident?: string}} how many, and the first room that has one
 */
function crossings(view, since) {
  const begun = instantOf(since);
  /** @type {import('../app/types.js').IncidentSummary[]} */
  const open = view.feed.read(OPEN).data?.items ?? [];
  const found = open
    .filter((incident) => instantOf(incident.lastChange ?? incident.reportedAt) >= begun)
    .slice(0, ROOMS)
    .map(({id}) => {
      /** @type {import('../app/types.js').TimelineItem[]} */
      const items = view.feed.read(`/incidents/${encodeURIComponent(id)}`).data?.items ?? [];
      return {id, count: items.filter((item) => item.crossed && instantOf(item.time) >= begun).length};
    })
    .filter(({count}) => count);
  return {count: found.reduce((sum, {count}) => sum + count, 0), incident: found[0]?.id};
}

/**
 * Where the two histories part, once the evidence has been read.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 */
function forkedAt(view, name) {
  /** @type {import('../app/types.js').Evidence[]} */
  const evidence = view.feed.read('/record/evidence').data?.items ?? [];
  const fork = evidence.find((item) => item.kind === 'fork' && item.firstDifference !== undefined);
  return fork
    ? view.words.rich('bar.forkedAt', {side: name, index: html`<bdi class="code">${fork.firstDifference}</bdi>`})
    : view.words.rich('bar.forked', {side: name});
}

/**
 * The node may not sign yet, or gave something up in a restore.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Overview} overview
 */
function guardBar(view, {guard, displaced = 0}) {
  const {words} = view;
  return [
    guard === 'waiting'
      ? html`<div class="bar warn" role="status">
          ${icon('lock')}
          <p><strong>${words.text('bar.guard')}</strong> ${words.text('bar.guardMeans')}</p>
          <a class="button" href=${to('link')}>${words.text('bar.toGuard')}</a>
        </div>`
      : nothing,
    displaced
      ? html`<div class="bar warn" role="status">
          ${icon('history')}
          <p>${words.text('bar.displaced', {count: displaced})}</p>
        </div>`
      : nothing,
  ];
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').LinkState} link
 */
function skewBar(view, link) {
  const skew = link.clockSkewSeconds ?? 0;
  if (Math.abs(skew) < SKEW_WORTH_SAYING) {
    return nothing;
  }
  return html`<div class="bar" role="status">
    ${icon('clock')}
    <p>${view.words.rich('bar.skew', {side: view.nameOf(link.peer), length: skewOf(view, skew)})}</p>
  </div>`;
}

/**
 * A difference of clocks, in seconds while one can picture them.
 * @param {import('../app/view.js').View} view
 * @param {number} skew seconds
 */
function skewOf({words, clocks}, skew) {
  const seconds = Math.abs(skew);
  return seconds < 600 ? words.text('length.seconds', {s: seconds}) : clocks.length(seconds * 1000);
}

/**
 * Something is wrong with our own node.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Problem} problem
 */
function problemBar(view, problem) {
  const {words} = view;
  const known = `refusal.${problem.code}` in words.catalogue;
  return html`<div class="bar alarm" role="alert">
    ${icon('alert')}
    <p>
      <strong>${known ? words.of('refusal', problem.code) : problem.sentence}</strong>
      <span dir="auto">${problem.help}</span>
    </p>
  </div>`;
}

/**
 * This console has stopped hearing from its own node.
 * @param {import('../app/view.js').View} view
 */
function hearingBar(view) {
  if (view.stream?.hearing !== 'lost') {
    return nothing;
  }
  const since = new Date(view.now - (Date.now() - view.stream.lostAt)).toISOString();
  return html`<div class="bar warn" role="alert">
    ${icon('cut')}
    <p>${view.words.rich('bar.deaf', {time: at(view, since)})}</p>
    <button @click=${() => location.reload()}>${view.words.text('bar.reload')}</button>
  </div>`;
}

/**
 * An exercise runs: which, and that none of it counts.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Overview | undefined} overview
 */
function exerciseBar(view, overview) {
  const {words} = view;
  const live = overview?.exercises?.live ?? [];
  const waiting = overview?.exercises?.unacknowledged ?? 0;
  const clock = overview && nextClock(overview, true);
  return live.length
    ? html`<div class="bar exercise" role="status">
        ${icon('history')}
        <p>
          <strong>${words.text('exercise.tag')}</strong>
          ${words.text('exercise.runs', {count: live.length})}
          ${live.slice(0, NAMED).map((id) => html`<a href=${toIncident(id)}><bdi class="code">${id}</bdi></a> `)} ·
          ${words.text('exercise.apart')}
          ${waiting ? html`· <b>${words.text('exercise.waiting', {count: waiting})}</b>` : nothing} ${clock ? html`· ${countdown(view, clock)}` : nothing}
        </p>
      </div>`
    : nothing;
}

/** Exercises called by name. */
const NAMED = 5;

/** @param {import('../app/view.js').View} view */
function soundBar(view) {
  if (!view.settings.sound || !view.alarm.blocked) {
    return nothing;
  }
  return html`<div class="bar warn" role="status">
    ${icon('mute')}
    <p>${view.words.text('bar.soundBlocked')}</p>
    <button @click=${() => view.alarm.allow()}>${icon('sound')}${view.words.text('bar.allowSound')}</button>
  </div>`;
}

/**
 * The same instant on the other side's wall and in UTC, as the telephone would need it: `B 04:42 · 23:42Z`.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').LinkState} link
 */
function theirTime(view, link) {
  const instant = instantOf(link.since);
  const party = view.party(link.peer.id);
  return `${party.letter} ${view.clocks.time(instant, wallOf(party))} · ${view.clocks.zulu(instant)}`;
}
