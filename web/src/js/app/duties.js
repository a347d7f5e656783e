import {shownOf} from './ledger.js';
import {OPEN} from './queue.js';
import {isExercise, isReplay, to, toIncident} from './route.js';

/**
 * What the console does of its own accord and at the press of a key: sounds while a P1 of the peer waits for a person,
 * tells the peer when a person here has opened what it wrote, and moves through the queue.
 */

/** Roles that can acknowledge; only their consoles sound. */
const ACKNOWLEDGES = ['watch_officer', 'sector_commander', 'chief'];

/** Roles whose consoles sound until a STOP is confirmed, on both sides. */
const HEARS_STOP = ['watch_officer', 'dispatcher', 'liaison', 'unit_leader', 'sector_commander', 'chief'];

/** Roles whose opening of a room counts as reading it. */
const READS = ['watch_officer', 'dispatcher', 'liaison', 'sector_commander', 'chief', 'investigator', 'clerk'];

/** A room counts as opened by a person when it has been in front of them so long, in milliseconds. */
const LOOKED_AT = 2_000;

/** So many entries the node takes as read at once; the others follow. */
const READS_MOST = 256;

export class Duties {
  #console;
  /** Entries already reported as read, so that each is reported once. */
  #reported = new Set();
  /** @type {{room: string, since: number}} */
  #looking = {room: '', since: 0};

  /** @param {import('./console.js').Console} console */
  constructor(console) {
    this.#console = console;
  }

  /**
   * After each drawing.
   * @param {import('./view.js').View} view
   */
  look(view) {
    const real = view.may(...HEARS_STOP) && unconfirmedStops(view).some((clock) => clock.audible);
    const sound = view.may(...ACKNOWLEDGES) ? wanted(waitingForUs(view)) : '';
    this.#console.alarm.sound(view.settings.sound ? (real ? 'real' : sound) : '');
    if (view.route.screen === 'incident' && !isReplay(view.route) && view.may(...READS)) {
      this.#reading(view, view.route.rest[0]);
    }
  }

  /**
   * The few other things that may sound do so once.
   * @param {import('./stream.js').Heard} heard
   */
  hear({name, data}) {
    const {settings, alarm} = this.#console;
    if (name === 'alarm' && data.alarm !== 'p1' && settings.sound && !alarm.sounding) {
      alarm.test(isExercise(data.incident) ? 'exercise' : 'real');
    }
  }

  /**
   * Does what a key asks for.
   * @param {string} act
   * @param {import('./view.js').View} view
   * @returns {boolean} whether there was something to do
   */
  press(act, view) {
    const here = view.route.screen === 'incident' ? view.route.rest[0] : chosenInQueue();
    switch (act) {
      case 'alert':
        view.act.open('alert');
        return true;
      case 'help':
        view.act.open('help');
        return true;
      case 'handover':
        view.act.go(to('handover'));
        return true;
      case 'acknowledge':
      case 'task':
      case 'assist':
        return here ? this.#inRoom(act, here, view) : false;
      case 'next':
        return stepQueue(1);
      case 'previous':
        return stepQueue(-1);
      case 'find':
        return focusOn('[data-find]');
      case 'deadline':
        return this.#nextDeadline(view);
      default:
        return false;
    }
  }

  /**
   * @param {string} act
   * @param {string} incident
   * @param {import('./view.js').View} view
   */
  #inRoom(act, incident, view) {
    if (isReplay(view.route)) {
      view.act.say('room.noActs');
      return true;
    }
    const room = view.feed.read(`/incidents/${incident}`).data;
    const allowed = {acknowledge: 'acknowledge', task: 'task', assist: 'request_assistance'}[act] ?? act;
    if (room && !room.may.includes(allowed)) {
      view.act.say(`keys.not.${act}`);
      return true;
    }
    if (act === 'acknowledge') {
      view.act.send(`acknowledge ${incident}`, {
        path: `/incidents/${incident}/acknowledge`,
        body: {},
        said: 'said.acknowledged',
      });
    } else {
      view.act.open(act, {incident});
    }
    return true;
  }

  /** @param {import('./view.js').View} view */
  #nextDeadline(view) {
    const clock = view.feed.read('/overview').data?.clocks.find((/** @type {any} */ c) => c.incident);
    if (clock) {
      view.act.go(toIncident(clock.incident));
    } else {
      view.act.say('keys.not.deadline');
    }
    return true;
  }

  /**
   * @param {import('./view.js').View} view
   * @param {string} incident
   */
  #reading(view, incident) {
    const now = Date.now();
    if (this.#looking.room !== incident || document.hidden) {
      this.#looking = {room: incident, since: now};
    }
    /** @type {import('./types.js').Incident | undefined} */
    const room = view.feed.read(`/incidents/${incident}`).data;
    if (!room || now - this.#looking.since < LOOKED_AT) {
      return;
    }
    // Only what stands on the screen: nobody has read what they have not asked for.
    const entries = shownOf(view, room)
      .items.filter((item) => item.by.party !== view.ours.id && !item.ladder.read && !this.#reported.has(item.entry))
      .filter((item) => item.audience === 'release' && !item.imported)
      .slice(0, READS_MOST)
      .map((item) => item.entry);
    if (entries.length) {
      entries.forEach((entry) => this.#reported.add(entry));
      this.#console.api.send('POST', '/reads', {entries}).catch(() => {
        entries.forEach((entry) => this.#reported.delete(entry));
      });
    }
  }
}

/**
 * P1 incidents of the peer that nobody here has acknowledged.
 * @param {import('./view.js').View} view
 * @returns {import('./types.js').IncidentSummary[]}
 */
export function waitingForUs(view) {
  const items = view.feed.read(OPEN).data?.items ?? [];
  return items.filter(
    (/** @type {import('./types.js').IncidentSummary} */ incident) =>
      incident.priority === 'P1' && incident.owner !== view.ours.id && !incident.acknowledgedAt,
  );
}

/**
 * The clock that runs out next, of what is real or of an exercise: neither hides the other.
 * @param {import('./types.js').Overview} overview
 * @param {boolean} ofExercise
 * @returns {import('./types.js').Clock | undefined}
 */
export function nextClock({clocks}, ofExercise) {
  return clocks.find(({incident, state}) => (state === 'running' || state === 'overdue') && isExercise(incident) === ofExercise);
}

/**
 * How to sound: a real incident drowns every exercise.
 * @param {import('./types.js').IncidentSummary[]} waiting
 * @returns {'' | 'real' | 'exercise'}
 */
function wanted(waiting) {
  return waiting.some(({id}) => !isExercise(id)) ? 'real' : waiting.length ? 'exercise' : '';
}

/**
 * Clocks of units that have not confirmed a STOP.
 * @param {import('./view.js').View} view
 * @returns {import('./types.js').Clock[]}
 */
export function unconfirmedStops(view) {
  /** @type {import('./types.js').Clock[]} */
  const clocks = view.feed.read('/overview').data?.clocks ?? [];
  return clocks.filter((clock) => clock.kind === 'crossing_stop');
}

/** The incident of the queue row that has the focus, or the first. */
function chosenInQueue() {
  const rows = queueRows();
  const row = rows.find((candidate) => candidate === document.activeElement) ?? rows[0];
  return row?.dataset.incident;
}

/** @param {1 | -1} step */
function stepQueue(step) {
  const rows = queueRows();
  const from = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = from < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(from + step, 0), rows.length - 1);
  rows[next]?.focus();
  return rows.length > 0;
}

/** @returns {HTMLElement[]} */
function queueRows() {
  return [...document.querySelectorAll('[data-incident]')].filter((row) => row instanceof HTMLElement);
}

/** @param {string} selector */
function focusOn(selector) {
  const element = document.querySelector(selector);
  if (element instanceof HTMLElement) {
    element.focus();
  }
  return element !== null;
}
