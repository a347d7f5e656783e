import {Refused, saidNothing} from './api.js';

/**
 * The parts of the console that are fetched when somebody first goes there, so that a desk with a poor line has its
 * floor soon. Each has a directory below `screens`, with a `chapter.js` that names what it draws.
 */

/** @typedef {Record<string, (view: import('./view.js').View, chapters: Chapters) => unknown>} Draws what to draw, by name */

/** @typedef {Record<string, (view: import('./view.js').View, incident: import('./types.js').Incident) => unknown>} Pieces of a room */

/**
 * @typedef {object} Pages a chapter that is here
 * @property {Draws} screens by their place in the address
 * @property {Draws} dialogs
 * @property {Pieces} [pieces] what it adds to the incident room
 */

/**
 * @typedef {object} Chapter
 * @property {string[]} places the screens that it has; none where it only adds to the incident room
 * @property {string[]} words the catalogues that it speaks from, beside that of the desk
 * @property {string[]} [sheets] its style sheets: each dresses what wears it, and nothing else
 * @property {() => Promise<Pages>} open
 */

/** @type {Record<string, Chapter>} */
export const CHAPTERS = {
  agreements: {
    places: ['agreements'],
    words: ['joint', 'agreements'],
    sheets: ['agreements'],
    open: () => import('../screens/agreements/chapter.js'),
  },
  cooperation: {
    places: ['cooperation'],
    words: ['joint', 'agreements', 'registers'],
    sheets: ['agreements', 'cooperation'],
    open: () => import('../screens/registers/chapter.js'),
  },
  modalities: {
    places: ['modalities'],
    words: ['joint', 'agreements', 'modalities', 'speeds'],
    sheets: ['agreements', 'modalities'],
    open: () => import('../screens/modalities/chapter.js'),
  },
  replay: {
    places: ['replay'],
    words: ['replay'],
    sheets: ['replay'],
    open: () => import('../screens/replay/chapter.js'),
  },
  inquiry: {
    places: ['inquiry'],
    words: ['joint', 'agreements', 'inquiry'],
    sheets: ['agreements', 'inquiry'],
    open: () => import('../screens/inquiry/chapter.js'),
  },
  crossing: {
    places: ['crossings'],
    words: ['joint', 'agreements', 'crossing'],
    sheets: ['plan', 'agreements', 'crossing'],
    open: () => import('../screens/crossing/chapter.js'),
  },
  assistance: {
    places: [],
    words: ['joint', 'assistance'],
    sheets: ['agreements', 'assistance'],
    open: () => import('../screens/assistance/chapter.js'),
  },
  notices: {
    places: ['notices'],
    words: ['joint', 'notices'],
    sheets: ['plan', 'notices'],
    open: () => import('../screens/notices/chapter.js'),
  },
  requests: {
    places: ['requests'],
    words: ['joint', 'requests'],
    sheets: ['plan', 'notices'],
    open: () => import('../screens/requests/chapter.js'),
  },
  posture: {
    places: ['posture'],
    words: ['joint', 'posture', 'planner', 'trial'],
    sheets: ['notices', 'posture', 'planner', 'trial', 'posture-paper'],
    open: () => import('../screens/posture/chapter.js'),
  },
  screening: {
    places: ['screening'],
    words: ['joint', 'barter', 'screening'],
    sheets: ['agreements', 'screening'],
    open: () => import('../screens/screening/chapter.js'),
  },
  deliveries: {
    places: ['deliveries', 'energy'],
    words: ['joint', 'barter', 'agreements', 'deliveries'],
    sheets: ['agreements', 'deliveries'],
    open: () => import('../screens/deliveries/chapter.js'),
  },
  account: {
    places: ['account', 'statements'],
    words: ['joint', 'agreements', 'barter', 'account'],
    sheets: ['agreements', 'account'],
    open: () => import('../screens/account/chapter.js'),
  },
  committee: {
    places: ['committee', 'contracts'],
    words: ['joint', 'agreements', 'barter', 'account', 'committee'],
    sheets: ['agreements', 'account', 'committee'],
    open: () => import('../screens/committee/chapter.js'),
  },
  tracks: {
    places: ['tracks'],
    words: ['joint', 'tracks'],
    sheets: ['tracks'],
    open: () => import('../screens/tracks/chapter.js'),
  },
  record: {
    places: ['record', 'history'],
    words: ['record'],
    open: () => import('../screens/record/chapter.js'),
  },
  machine: {
    places: ['link', 'admin'],
    words: ['machine', 'ground'],
    sheets: ['ground'],
    open: () => import('../screens/machine/chapter.js'),
  },
};

/** Chapters of which pieces stand in a screen of the desk. @type {Record<string, string[]>} */
const GUESTS = {incident: ['crossing', 'assistance']};

/** What is said of a chapter that could not be fetched. The page must be loaded again: a browser keeps that a module failed. */
const MISSING = new Refused(0, saidNothing('console.chapter_missing', 'later'));

/** The chapters that are here, and those on their way. */
export class Chapters {
  /** @type {Map<string, Pages>} */
  #here = new Map();
  /** @type {Map<string, import('./feed.js').Reading>} what is to be said of those that are not here */
  #asked = new Map();
  #console;

  /** @param {import('./console.js').Console} console */
  constructor(console) {
    this.#console = console;
  }

  /** The catalogues of all that is here. */
  get words() {
    return [...new Set([...this.#here.keys()].flatMap((name) => CHAPTERS[name].words))];
  }

  /**
   * Whether some chapter has `place`.
   * @param {string} place
   */
  has(place) {
    return chapterOf(place) !== undefined;
  }

  /**
   * What draws `place`, if it is here. If it is not, it is sent for.
   * @param {string} place of some chapter
   * @returns {{draw: Draws[string]} | {reading: import('./feed.js').Reading}} or what to say until then
   */
  turnTo(place) {
    const name = /** @type {string} */ (chapterOf(place));
    const pages = this.#here.get(name);
    if (pages) {
      return {draw: pages.screens[place]};
    }
    const reading = this.#asked.get(name) ?? this.#ask(name);
    return {reading};
  }

  /**
   * What a chapter adds to the incident room. It is sent for when a room is first drawn.
   * @param {string} name of the chapter
   * @returns {{pieces: Pieces} | {reading: import('./feed.js').Reading}} or what to say until then
   */
  inRoom(name) {
    const pages = this.#here.get(name);
    return pages ? {pieces: pages.pieces ?? {}} : {reading: this.#asked.get(name) ?? this.#ask(name)};
  }

  /**
   * The style sheets that a screen wears: those of its chapter, or of the chapters of which pieces stand in it.
   * @param {string} place
   */
  sheetsOf(place) {
    return sheets(at(place));
  }

  /**
   * What draws a dialog of a chapter that is here, and the style sheets that it wears. Of dialogs that several chapters have
   * it is that of the screen beneath.
   * @param {string} name
   * @param {string} place of the screen beneath
   * @returns {{draw: Draws[string], sheets: string[]} | undefined}
   */
  dialog(name, place) {
    const owner = [...at(place), ...Object.keys(CHAPTERS)].find((chapter) => name in (this.#here.get(chapter)?.dialogs ?? {}));
    const draw = owner && this.#here.get(owner)?.dialogs[name];
    return draw && {draw, sheets: sheets([owner])};
  }

  /** @param {string} name */
  #ask(name) {
    const reading = {};
    this.#asked.set(name, reading);
    this.#fetch(name).then(
      () => this.#console.draw(),
      () => {
        this.#asked.set(name, {refused: MISSING});
        this.#console.draw();
      },
    );
    return reading;
  }

  /** @param {string} name */
  async #fetch(name) {
    const {words, sheets = [], open} = CHAPTERS[name];
    const [pages] = await Promise.all([open(), this.#console.learn(words), ...sheets.map(dress)]);
    this.#here.set(name, pages);
  }
}

/** Style sheets that are on the page, or on their way. @type {Map<string, Promise<unknown>>} */
const worn = new Map();

/** @param {string} place */
function chapterOf(place) {
  return Object.keys(CHAPTERS).find((name) => CHAPTERS[name].places.includes(place));
}

/**
 * The chapters of which something stands at a place.
 * @param {string} place
 */
function at(place) {
  const chapter = chapterOf(place);
  return chapter ? [chapter] : Object.hasOwn(GUESTS, place) ? GUESTS[place] : [];
}

/** @param {string[]} chapters */
const sheets = (chapters) => [...new Set(chapters.flatMap((name) => CHAPTERS[name].sheets ?? []))];

/**
 * Puts a style sheet on the page, once, before the one for paper, which has the last word. There it stays; it dresses only
 * what is named as wearing it, because all its rules stand below `:where([data-sheets~="…"])`.
 * @param {string} sheet
 */
function dress(sheet) {
  const known = worn.get(sheet);
  if (known) {
    return known;
  }
  const link = document.createElement('link');
  const dressed = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  Object.assign(link, {rel: 'stylesheet', href: new URL(`../../css/${sheet}.css`, import.meta.url).href});
  document.querySelector('link[media="print"]')?.before(link);
  worn.set(sheet, dressed);
  return dressed;
}
