import {Refused} from './api.js';

/**
 * What the console has read from the node. Screens ask for a path while they draw and get what is known now; the feed
 * fetches what was asked for and is missing or stale, and has the screen drawn again. Nobody else fetches.
 *
 * An answer stays on screen while a newer one is on its way, and stays, with its age, when the node does not answer:
 * old knowledge that says how old it is beats an empty page.
 */

/**
 * @typedef {object} Reading
 * @property {any} [data] the newest answer
 * @property {number} [at] when it came, in the console's milliseconds
 * @property {Refused} [refused] why the newest try failed
 */

/** Fetch the same path at most so often, in milliseconds: a burst of events costs one more fetch, not one each. */
const SPACING = 250;

/** Forget a path that no screen has asked for during so many milliseconds. */
const KEEP = 60_000;

/** What is the same for a long time, and long: it is no news when something else is done. Whoever changes it says so. */
const LASTING = ['/geo/border', '/geo/lands', '/geo/towns', '/geo/marks'];

export class Feed {
  /** @type {Map<string, Reading & {stale: boolean, busy: boolean, begun: number, asked: number}>} */
  #readings = new Map();
  #api;
  #changed;

  /**
   * @param {import('./api.js').Api} api
   * @param {() => void} changed called when something new was read
   */
  constructor(api, changed) {
    this.#api = api;
    this.#changed = changed;
  }

  /**
   * What is known of a path now. Asking is what keeps it fresh.
   * @param {string} path
   * @returns {Reading}
   */
  read(path) {
    const now = performance.now();
    let reading = this.#readings.get(path);
    if (!reading) {
      reading = {stale: true, busy: false, begun: -Infinity, asked: now};
      this.#readings.set(path, reading);
    }
    reading.asked = now;
    if (reading.stale) {
      this.#fetch(path, reading);
    }
    return reading;
  }

  /**
   * Marks everything whose path begins so as no longer current; an empty prefix marks all but what lasts.
   * @param {...string} prefixes
   */
  stale(...prefixes) {
    const now = performance.now();
    for (const [path, reading] of this.#readings) {
      if (now - reading.asked > KEEP) {
        this.#readings.delete(path);
      } else if (prefixes.some((prefix) => path.startsWith(prefix) && (prefix || !LASTING.includes(path)))) {
        reading.stale = true;
      }
    }
    this.#changed();
  }

  /** Forgets everything, as at signing out. */
  clear() {
    this.#readings.clear();
  }

  /**
   * @param {string} path
   * @param {Reading & {stale: boolean, busy: boolean, begun: number}} reading
   */
  #fetch(path, reading) {
    const wait = reading.begun + SPACING - performance.now();
    if (reading.busy) {
      return;
    }
    reading.busy = true;
    setTimeout(() => this.#run(path, reading), Math.max(0, wait));
  }

  /**
   * @param {string} path
   * @param {Reading & {stale: boolean, busy: boolean, begun: number}} reading
   */
  async #run(path, reading) {
    reading.begun = performance.now();
    reading.stale = false;
    try {
      reading.data = await this.#api.get(path);
      reading.at = Date.now();
      reading.refused = undefined;
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      reading.refused = failure;
    } finally {
      reading.busy = false;
    }
    this.#changed();
  }
}
