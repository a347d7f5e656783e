import {newKey, Refused} from './api.js';
import {isReplay, parseRoute} from './route.js';

/**
 * @typedef {object} Sending
 * @property {'POST' | 'PUT' | 'DELETE'} [method] POST if left out
 * @property {string} path
 * @property {object} [body]
 * @property {string} [said] key of the sentence to show when it is done
 * @property {(answer: any) => void} [then]
 */

/** Dialogs in which passwords are typed. */
const SECRET = ['account', 'password', 'reset'];

/** Dialogs that say nothing to anybody: they open over a replay too. */
const SILENT = ['help', 'settings'];

/** Everything an officer can do from a screen. */
export class Acts {
  #console;

  /** @param {import('./console.js').Console} console */
  constructor(console) {
    this.#console = console;
  }

  /**
   * Goes to a place in the console.
   * @param {string} hash as made by `to`
   */
  go(hash) {
    location.hash = hash;
  }

  /**
   * Puts another address in place of this one without arriving there: whoever types goes on typing.
   * @param {string} hash as made by `to`
   */
  rename(hash) {
    history.replaceState(history.state, '', hash);
    this.#console.draw();
  }

  /**
   * Opens a dialog; its fields live in the draft of the same name and outlast closing it.
   * @param {string} name
   * @param {Record<string, any>} [fields]
   */
  open(name, fields = {}) {
    if (inThePast() && !SILENT.includes(name)) {
      this.say('room.noActs');
      return;
    }
    this.#console.openDialog = name;
    this.edit(name, fields);
  }

  /** Closes the dialog. What was typed stays, unless it is a secret. */
  close() {
    if (SECRET.includes(this.#console.openDialog)) {
      this.#console.drafts.delete(this.#console.openDialog);
    }
    this.#console.openDialog = '';
    this.#console.draw();
  }

  /**
   * Changes a draft.
   * @param {string} name
   * @param {Record<string, any>} fields
   */
  edit(name, fields) {
    const {drafts} = this.#console;
    drafts.set(name, {...drafts.get(name), ...fields});
    this.#console.draw();
  }

  /**
   * Throws a draft away.
   * @param {string} name
   */
  discard(name) {
    this.#console.drafts.delete(name);
    this.#console.draw();
  }

  /**
   * Sends what a draft says. A try that was not answered is repeated under the same idempotency key, so that pressing
   * twice never says a thing twice; any change of the words is a new act. The draft is thrown away only when the node
   * has made it durable.
   *
   * @param {string} name of the draft
   * @param {Sending} sending
   */
  async send(name, {method = 'POST', path, body, said, then}) {
    if (inThePast()) {
      this.say('room.noActs');
      return;
    }
    const draft = this.#console.drafts.get(name) ?? {};
    if (draft.busy) {
      return;
    }
    const words = JSON.stringify([method, path, body instanceof File ? [body.name, body.size, body.lastModified] : body]);
    const key = draft.sent === words ? draft.key : newKey();
    this.edit(name, {busy: true, refused: undefined, sent: words, key});
    try {
      const answer = await this.#console.api.send(method, path, body, key);
      this.discard(name);
      if (this.#console.openDialog === name) {
        this.close();
      }
      if (said) {
        this.say(said);
      }
      this.#console.feed.stale('', ...(path.startsWith('/geo/') ? ['/geo/'] : []));
      then?.(answer);
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      this.edit(name, {busy: false, refused: failure});
    }
  }

  /**
   * Sends one of several things that are sent one after the other.
   * @param {string} path
   * @param {object} body
   * @param {string} key the same for every try
   * @returns {Promise<void>} rejected with what the node said against it
   */
  async post(path, body, key) {
    await this.#console.api.send('POST', path, body, key);
    this.#console.feed.stale('');
  }

  /**
   * Shows a sentence for a few seconds, and has it read out.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values) {
    this.#console.said = this.#console.words.text(key, values);
    this.#console.draw();
    clearTimeout(this.#console.unsay);
    this.#console.unsay = setTimeout(() => {
      this.#console.said = '';
      this.#console.draw();
    }, 5_000);
  }

  /**
   * Copies text, such as a command for the offline verifier.
   * @param {string} text
   */
  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.say('shell.copied');
  }

  /**
   * Gives the officer a file to keep.
   * @param {string} name
   * @param {string} text
   */
  save(name, text) {
    const address = URL.createObjectURL(new Blob([text], {type: 'text/plain'}));
    Object.assign(document.createElement('a'), {href: address, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(address), 1_000);
  }

  /**
   * Changes what this desk prefers.
   * @param {Partial<import('./settings.js').Settings>} change
   */
  prefer(change) {
    return this.#console.prefer(change);
  }

  /** @param {{login: string, password: string}} credentials */
  signIn(credentials) {
    return this.#console.signIn(credentials);
  }

  signOut() {
    return this.#console.signOut();
  }

  /** Draws again, after a screen kept something of its own. */
  redraw() {
    this.#console.draw();
  }
}

/** Whether a replay is on screen: whoever acts, acts in the present, and has to go back there first. */
const inThePast = () => isReplay(parseRoute(location.hash));
