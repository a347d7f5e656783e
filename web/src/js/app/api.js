/** The node's API: JSON over HTTP under `/api/v1`, refusals as values of one shape. */

const BASE = '/api/v1';

/** A call that did not succeed. `problem` is what the node said, or what can be said when it said nothing. */
export class Refused extends Error {
  /**
   * @param {number} status HTTP status; 0 when the node could not be reached
   * @param {import('./types.js').Problem} problem
   */
  constructor(status, problem) {
    super(problem.code);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * What a file is sent as, by its name: a list of incidents, a list of sanctions, geography, or a bundle.
 * @param {File} file
 */
function typeOf({name}) {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return ending === 'csv' ? 'text/csv' : ending === 'json' || ending === 'geojson' ? 'application/json' : ending === 'xml' ? 'application/xml' : 'application/x-tar';
}

export class Api {
  /** The token of the session that every write must carry; '' before signing in. */
  csrf = '';

  /** @type {() => void} called when the node says that nobody is signed in any more */
  onSignedOut = () => {};

  /**
   * @template T
   * @param {string} path below the base, such as `/overview`
   * @returns {Promise<T>}
   */
  get(path) {
    return this.#call('GET', path, {});
  }

  /**
   * A write. It is durable when this returns.
   *
   * @template T
   * @param {'POST' | 'PUT' | 'DELETE'} method
   * @param {string} path
   * @param {object} [body] an object is sent as JSON, a file as it is
   * @param {string} [key] idempotency key; the same key for every try of the same act
   * @returns {Promise<T>}
   */
  send(method, path, body, key = newKey()) {
    /** @type {Record<string, string>} */
    const headers = {'Idempotency-Key': key};
    if (this.csrf) {
      headers['X-CSRF-Token'] = this.csrf;
    }
    if (body !== undefined) {
      headers['Content-Type'] = body instanceof File ? typeOf(body) : 'application/json';
    }
    const bytes = body === undefined || body instanceof File ? body : JSON.stringify(body);
    return this.#call(method, path, {headers, body: bytes});
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {RequestInit} rest
   */
  async #call(method, path, rest) {
    const answer = await fetch(BASE + path, {method, ...rest}).catch(() => {
      throw new Refused(0, saidNothing('console.unreachable', 'later'));
    });
    if (answer.status === 204) {
      return undefined;
    }
    if (answer.ok) {
      return answer.json();
    }
    const problem = await answer.json().catch(() => saidNothing('console.no_reason', 'later'));
    if (answer.status === 401 && path !== '/session') {
      this.onSignedOut();
    }
    throw new Refused(answer.status, problem);
  }
}

/**
 * What a refusal looks like when the node itself could not give one; the words come from the catalogue by code.
 * @param {string} code
 * @param {'later'} retry
 * @returns {import('./types.js').Problem}
 */
export function saidNothing(code, retry) {
  return {code, sentence: code, detail: '', retry, help: ''};
}

/** A fresh idempotency key: 32 hexadecimal digits. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
