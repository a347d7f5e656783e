/** Where the officer is, kept in the address after `#`, so that a room can be sent to a colleague as a link. */

/**
 * @typedef {object} Route
 * @property {string} screen `floor`, `incident`, `record`, `history`, `units`, `daily`, `agreements`, `modalities`, `inquiry`, `crossings`, `notices`, `requests`, `posture`, `tracks`, `account`, `statements`, `committee`, `contracts`, `deliveries`, `energy`, `screening`, `cooperation`, `link`, `handover`, `admin`, `paper`
 * @property {string[]} rest further steps of the path
 * @property {URLSearchParams} query
 */

const HOME = 'floor';

/** The pages of the barter account, in the order in which trade goes: what it comes to, who wants what, what was agreed, what is on its way. */
export const BARTER = /** @type {const} */ (['account', 'statements', 'committee', 'contracts', 'deliveries', 'energy', 'screening']);

/**
 * @param {string} hash as in `location.hash`
 * @returns {Route}
 */
export function parseRoute(hash) {
  const [path, query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [screen, ...rest] = path.split('/').map(decoded);
  return {screen: screen || HOME, rest, query: new URLSearchParams(query)};
}

/**
 * A step of a path as it was meant; as it stands if somebody typed a percent sign that means nothing.
 * @param {string} step
 */
function decoded(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/**
 * The address of a place in the console.
 * @param {string} screen
 * @param {string[]} [rest]
 * @param {Record<string, string>} [query] empty values are left out
 */
export function to(screen, rest = [], query = {}) {
  const path = [screen, ...rest].map(encodeURIComponent).join('/');
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return `#/${path}${search ? `?${search}` : ''}`;
}

/** @param {string} id */
export const toIncident = (id) => to('incident', [id]);

/**
 * Whether an incident is an exercise: its name says so, so that no screen and no print can lose the mark.
 * @param {string | undefined} id
 */
export const isExercise = (id) => id?.startsWith('EX-') ?? false;

/**
 * A room as it was known once.
 * @param {string} id
 * @param {string} as `own`, `both`, or a party
 * @param {string} [at] RFC 3339; now if left out
 */
export const toReplay = (id, as, at = '') => to('incident', [id], {as, at});

/**
 * Whether a place is a moment of the past.
 * @param {Route} route
 */
export const isReplay = ({screen, query}) => screen === 'incident' && query.has('as');

/**
 * What draws an address: the screen that it names, or the look back.
 * @param {Route} route
 */
export const drawnBy = (route) => (isReplay(route) ? 'replay' : route.screen);

/**
 * An entry by its name, `ir/17`.
 * @param {string} name
 */
export const toEntry = (name) => to('record', name.split('/'));

/**
 * A joint act by the entry that proposed it, `ir/12`.
 * @param {string} name
 */
export const toAct = (name) => to('agreements', name.split('/'));

/**
 * The print of a joint act.
 * @param {string} name
 */
export const toActPaper = (name) => to('agreements', [...name.split('/'), 'paper']);

/**
 * A meeting by the entry that called it, `ir/12`.
 * @param {string} name
 */
export const toMeeting = (name) => to('cooperation', ['meetings', ...name.split('/')]);

/**
 * A commitment by the entry that made it and its number there.
 * @param {{entry: string, number: number}} commitment
 */
export const toCommitment = ({entry, number}) => to('cooperation', ['commitments', ...entry.split('/'), String(number)]);

/**
 * A complaint by the entry that lodged it.
 * @param {string} name
 */
export const toComplaint = (name) => to('cooperation', ['complaints', ...name.split('/')]);

/**
 * A matter under inquiry by the entry that opened it, `ir/12`; its board, or another of its pages.
 * @param {string} name
 * @param {string} [tab]
 */
export const toMatter = (name, tab = '') => to('inquiry', name.split('/'), {tab});

/**
 * A claim by the entry that stated or sealed it, `ir/14`.
 * @param {string} name
 */
export const toClaim = (name) => to('inquiry', ['claim', ...name.split('/')]);

/**
 * The print of an entry.
 * @param {string} name
 */
export const toPaper = (name) => to('paper', name.split('/'));

/**
 * A document as a file that the node prints by itself.
 * @param {string} path of the document in the contract
 * @param {import('../i18n/languages.js').Language} language
 */
export const toPdf = (path, language) => `/api/v1${path}/pdf?language=${language}`;
