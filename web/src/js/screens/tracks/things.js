import {instantOf} from '../../parts/times.js';

/**
 * What is followed, as this console knows it: asked for once as a whole and then, every second, only what has moved
 * since. A console that is slow asks seldom and is given the latest of each thing, no more; so nobody waits for it, and
 * it holds no more than the node would show it.
 */

/**
 * @typedef {object} Thing
 * @property {string} id
 * @property {string} kind
 * @property {import('../../app/types.js').Position} position
 * @property {number} radiusM
 * @property {number} at in milliseconds since 1970
 * @property {string} [side] where it certainly is
 * @property {boolean} approaching
 * @property {{at: string, position: import('../../app/types.js').Position}} [doubted]
 * @property {number[]} way where it was, newest first, as x and y of the world by turns
 * @property {number} heard when this console heard of it, in its own milliseconds
 */

/** The most the node shows at once. */
const MOST = 5_000;

const EVERY = 1_000;

/** After a failure. */
const AGAIN = 5_000;

/** Places kept of the way of each thing, the present one among them. */
const WAY = 5;

/** Events shown. */
const NEWS = 12;

const NAMES = ['entered_band', 'left_band', 'approaching', 'possibly_crossed', 'crossed', 'jumped', 'stale'];

export class Things {
  /** @type {Map<string, Thing>} */
  all = new Map();
  /** The newest answer without its things. @type {any} */
  known;
  /** Whether the last question was answered. */
  lost = false;
  /** What happened, the newest first. @type {{name: string, at: string, id: string, kind: string, minutes?: number}[]} */
  news = [];
  /** Grows with every answer. */
  version = 0;

  #mark = '';
  #asking = false;
  #closed = false;
  /** @type {EventSource | undefined} */
  #source;
  #changed;

  /** @param {() => void} changed called when there is something new */
  constructor(changed) {
    this.#changed = changed;
    this.#ask();
    this.#listen();
  }

  close() {
    this.#closed = true;
    this.#source?.close();
  }

  async #ask() {
    if (this.#asking || this.#closed) {
      return;
    }
    this.#asking = true;
    try {
      const answer = await fetch(`/api/v1/tracks?limit=${MOST}${this.#mark ? `&since=${this.#mark}` : ''}`);
      if (!answer.ok) {
        throw new Error(`HTTP ${answer.status}`);
      }
      this.#take(await answer.json());
      this.lost = false;
    } catch {
      this.lost = true;
    }
    this.#asking = false;
    this.#changed();
    setTimeout(() => this.#ask(), this.lost ? AGAIN : EVERY);
  }

  /** @param {any} answer */
  #take({items, ...rest}) {
    this.known = rest;
    this.#mark = rest.mark;
    const before = this.all;
    if (rest.whole) {
      this.all = new Map();
    }
    const heard = performance.now();
    for (const item of items) {
      const at = instantOf(item.at);
      const [x, y] = onWorld(item.position);
      const way = before.get(item.id)?.way ?? [];
      const moved = way[0] !== x || way[1] !== y;
      this.all.set(item.id, {...item, at, heard, way: moved ? [x, y, ...way].slice(0, 2 * WAY) : way});
    }
    this.#forget(Date.parse(rest.now) - rest.retentionSeconds * 1_000);
    this.version++;
  }

  /**
   * Lets go of what the node has forgotten, and of the oldest of what is too many.
   * @param {number} before
   */
  #forget(before) {
    for (const [id, thing] of this.all) {
      if (thing.at < before) {
        this.all.delete(id);
      }
    }
    if (this.all.size > MOST) {
      const latest = [...this.all].sort(([, one], [, other]) => other.at - one.at);
      this.all = new Map(latest.slice(0, MOST));
    }
  }

  #listen() {
    const source = new EventSource('/api/v1/tracks/events');
    this.#source = source;
    for (const name of NAMES) {
      source.addEventListener(name, (event) => {
        this.news = [{name, ...JSON.parse(event.data)}, ...this.news].slice(0, NEWS);
        this.#changed();
      });
    }
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED && !this.#closed) {
        setTimeout(() => this.#closed || this.#listen(), AGAIN);
      }
    };
  }
}

/**
 * A place on the square world of web maps, 0 to 1 each way.
 * @param {import('../../app/types.js').Position} position
 * @returns {[x: number, y: number]}
 */
export function onWorld({lat, lon}) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}
