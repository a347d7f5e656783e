/**
 * Live updates: one event stream per browser profile, shared by all its tabs.
 *
 * Browsers allow about six connections to a host, so ten tabs with a stream each would starve themselves. The tab that
 * holds the lock listens and passes every event on; when it closes, the next one takes over. Where the browser offers no
 * locks (a page not served securely), every tab listens for itself.
 *
 * The state is always visible to the officer: a console that has stopped hearing must say so.
 */

/** @typedef {'connecting' | 'open' | 'lost'} Hearing */

/** @typedef {{name: string, data: import('./types.js').ChangeEvent}} Heard */

const NAMES = ['hello', 'incident', 'unit', 'link', 'record', 'shift', 'history', 'account', 'evidence', 'alarm', 'gap'];

/** After a refusal the browser does not try again by itself; we do, after so many milliseconds. */
const RETRY = 5_000;

export class Stream {
  /** @type {Hearing} */
  hearing = 'connecting';

  /** When hearing stopped, in the console's milliseconds. */
  lostAt = 0;

  #channel = new BroadcastChannel('sarhad.events');
  #ended = new AbortController();
  /** @type {EventSource | undefined} */
  #source;

  /**
   * @param {string} address
   * @param {(heard: Heard) => void} onEvent
   * @param {() => void} onHearing called when `hearing` has changed
   */
  constructor(address, onEvent, onHearing) {
    this.address = address;
    this.onEvent = onEvent;
    this.onHearing = onHearing;
    this.#channel.onmessage = ({data}) => this.#receive(data);
    if (navigator.locks) {
      navigator.locks
        .request('sarhad.events', {signal: this.#ended.signal}, () => this.#listenUntilClosed())
        .catch(() => {});
      this.#channel.postMessage({ask: true});
    } else {
      this.#listen();
    }
  }

  /** Stops listening and lets another tab take over. */
  close() {
    this.#ended.abort();
    this.#source?.close();
    this.#channel.close();
  }

  #listenUntilClosed() {
    this.#listen();
    return new Promise((resolve) => this.#ended.signal.addEventListener('abort', resolve));
  }

  #listen() {
    if (this.#ended.signal.aborted) {
      return;
    }
    const source = new EventSource(this.address);
    this.#source = source;
    source.onopen = () => this.#tell({hearing: 'open'});
    source.onerror = () => {
      this.#tell({hearing: 'lost'});
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(() => this.#listen(), RETRY);
      }
    };
    for (const name of NAMES) {
      source.addEventListener(name, (event) => this.#tell({heard: {name, data: JSON.parse(event.data)}}));
    }
  }

  /**
   * Tells this tab and the others.
   * @param {{hearing?: Hearing, heard?: Heard}} message
   */
  #tell(message) {
    this.#receive(message);
    this.#channel.postMessage(message);
  }

  /** @param {{hearing?: Hearing, heard?: Heard, ask?: boolean}} message */
  #receive(message) {
    if (message.ask && this.#source) {
      this.#channel.postMessage({hearing: this.hearing});
    }
    if (message.hearing) {
      this.#hear(message.hearing);
    }
    if (message.heard) {
      this.#hear('open');
      this.onEvent(message.heard);
    }
  }

  /** @param {Hearing} hearing */
  #hear(hearing) {
    if (hearing !== this.hearing) {
      this.hearing = hearing;
      this.lostAt = hearing === 'lost' ? Date.now() : 0;
      this.onHearing();
    }
  }
}

/** What the sides keep together, which any entry may change. */
const REGISTERS = ['/duties', '/meetings', '/commitments', '/complaints', '/cooperation'];

/** What is read from the order of both logs. */
const JOINT = ['/crossings', '/handovers', '/activities', '/information', '/modalities', '/officers'];

/**
 * Which readings an event makes stale.
 * @param {Heard} heard
 * @returns {string[]} path prefixes
 */
export function touchedBy({name, data}) {
  const room = data.incident ? [`/incidents/${data.incident}`] : ['/incidents/'];
  switch (name) {
    case 'incident':
      return ['/incidents?', ...room, '/overview', '/shift', '/record'];
    case 'unit':
      return ['/units', '/overview', '/incidents/', '/travel'];
    case 'link':
      return ['/overview', '/link', '/record/heads', '/incidents', ...JOINT];
    case 'record':
      return ['/record', '/overview', '/incidents', '/acts', '/delegations', ...JOINT, ...REGISTERS];
    case 'shift':
      return ['/shift', '/overview'];
    case 'history':
      return ['/history'];
    case 'account':
      return ['/accounts', '/audit'];
    case 'evidence':
      return ['/record/evidence', '/overview', '/link'];
    case 'alarm':
      return ['/overview', '/incidents'];
    default:
      return [''];
  }
}
