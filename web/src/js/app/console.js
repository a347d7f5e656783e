import {render} from '../../lib/lit-html/lit-html.js';
import {loadCatalogue, loadWords} from '../i18n/words.js';
import {shell} from '../screens/shell.js';
import {signInScreen} from '../screens/sign-in.js';
import {Clocks} from '../time/clocks.js';
import {Acts} from './acts.js';
import {Alarm} from './alarm.js';
import {Api, Refused} from './api.js';
import {Chapters} from './chapters.js';
import {Duties} from './duties.js';
import {Feed} from './feed.js';
import {actFor} from './keys.js';
import {parseRoute} from './route.js';
import {Outage} from './outage.js';
import {keepSettings, loadSettings} from './settings.js';
import {Stream, touchedBy} from './stream.js';
import {View} from './view.js';

/**
 * The console as a running thing: it holds what is known, hears what changes, and draws. Everything is drawn anew from
 * the same few facts each time, at most once per frame; the template library touches only what differs.
 */
export class Console {
  api = new Api();
  feed = new Feed(this.api, () => this.draw());
  act = new Acts(this);
  alarm = new Alarm(() => this.draw());
  duties = new Duties(this);
  outage = new Outage();
  chapters = new Chapters(this);
  /** @type {Map<string, any>} */
  drafts = new Map();
  /** @type {import('./types.js').Session | undefined} */
  session;
  /** @type {Stream | undefined} */
  stream;
  openDialog = '';
  said = '';
  unsay = 0;

  /** Our clock minus the node's, in milliseconds. */
  #skew = 0;
  #due = false;
  #root;

  /**
   * @param {HTMLElement} root
   * @param {import('./settings.js').Settings} settings
   * @param {import('../i18n/words.js').Words} words
   */
  constructor(root, settings, words) {
    this.#root = root;
    this.settings = settings;
    this.words = words;
    this.clocks = new Clocks(words);
  }

  /**
   * Learns the language, asks who is signed in, and draws from then on.
   * @param {HTMLElement} root
   */
  static async open(root) {
    const settings = loadSettings();
    const console = new Console(root, settings, await loadWords(settings.language));
    console.#turn();
    await console.#begin();
  }

  async #begin() {
    this.api.onSignedOut = () => this.#forget();
    addEventListener('hashchange', () => this.#arrive());
    addEventListener('keydown', (event) => this.#press(event));
    addEventListener('storage', () => this.prefer(loadSettings()));
    document.addEventListener('visibilitychange', () => this.draw());
    setInterval(() => this.draw(), 1_000);
    try {
      this.#remember(await this.api.get('/session'));
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
    }
    this.draw();
  }

  /** Has everything drawn once more, soon. A hidden page draws too: its alarm must sound. */
  draw() {
    if (this.#due) {
      return;
    }
    this.#due = true;
    const later = document.hidden ? setTimeout : requestAnimationFrame;
    later(() => {
      this.#due = false;
      this.#drawNow();
    });
  }

  #drawNow() {
    const view = this.view();
    if (!view) {
      render(signInScreen(this), this.#root);
      return;
    }
    render(shell(view, this), this.#root);
    this.#beat();
    this.duties.look(view);
  }

  /** Turns the lamps of what waits on and off, once a second for all of them together. */
  #beat() {
    const {dataset} = document.documentElement;
    const beat = String(Math.floor(Date.now() / 1_000) % 2);
    if (dataset.beat !== beat) {
      dataset.beat = beat;
    }
  }

  /** What screens draw from; nothing until somebody has signed in. */
  view() {
    if (!this.session) {
      return undefined;
    }
    const overview = this.feed.read('/overview');
    if (overview.data && overview.at) {
      this.#skew = overview.at - Date.parse(overview.data.now);
      this.outage.look(overview.data.links[0]);
    }
    return new View({
      words: this.words,
      clocks: this.clocks,
      settings: this.settings,
      session: this.session,
      route: parseRoute(location.hash),
      feed: this.feed,
      drafts: this.drafts,
      now: Date.now() - this.#skew,
      stream: this.stream,
      alarm: this.alarm,
      outage: this.outage,
      act: this.act,
    });
  }

  /** @param {{login: string, password: string}} credentials */
  async signIn(credentials) {
    this.act.edit('sign-in', {busy: true, refused: undefined});
    try {
      this.#remember(await this.api.send('POST', '/session', credentials));
      this.drafts.delete('sign-in');
      this.alarm.allow();
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      this.act.edit('sign-in', {busy: false, refused: failure});
    }
    this.draw();
  }

  async signOut() {
    await this.api.send('DELETE', '/session').catch(() => {});
    this.#forget();
  }

  /**
   * Changes what this desk prefers; its other tabs follow.
   * @param {Partial<import('./settings.js').Settings>} change
   */
  async prefer(change) {
    this.settings = {...this.settings, ...change};
    keepSettings(this.settings);
    if (this.words.language !== this.settings.language) {
      this.words = await loadWords(this.settings.language, this.chapters.words);
      this.clocks = new Clocks(this.words);
    }
    this.#turn();
    this.draw();
  }

  /**
   * Learns more words, of a chapter that is being opened.
   * @param {string[]} catalogues
   */
  async learn(catalogues) {
    const {words} = this;
    words.add(...(await Promise.all(catalogues.map((name) => loadCatalogue(words.language, name)))));
    if (words !== this.words) {
      await this.learn(catalogues);
    }
  }

  /** @param {import('./types.js').Session} session */
  #remember(session) {
    this.session = session;
    this.api.csrf = session.csrf;
    this.stream = new Stream('/api/v1/events', (heard) => this.#hear(heard), () => this.draw());
  }

  #forget() {
    this.stream?.close();
    this.stream = undefined;
    this.session = undefined;
    this.api.csrf = '';
    this.alarm.sound('');
    this.outage = new Outage();
    this.feed.clear();
    this.draw();
  }

  /** @param {import('./stream.js').Heard} heard */
  #hear(heard) {
    this.feed.stale(...touchedBy(heard));
    this.duties.hear(heard);
  }

  /** A new place: dialogs close, the reader of the page goes to its heading. */
  #arrive() {
    this.openDialog = '';
    this.draw();
    requestAnimationFrame(() => document.querySelector('main')?.focus({preventScroll: true}));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const view = this.view();
    const act = view && actFor(event, this.settings.keys);
    if (act && this.duties.press(act, view)) {
      event.preventDefault();
    }
  }

  /** Turns the page the way of its language and its light. */
  #turn() {
    const page = document.documentElement;
    page.lang = this.words.language;
    page.dir = this.words.rules.direction;
    page.dataset.theme = this.settings.theme;
    document.title = this.words.text('shell.title');
  }
}
