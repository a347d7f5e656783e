/**
 * What is known of the agreed rules, as the screens of this chapter ask for it.
 *
 * @typedef {object} Clause
 * @property {string} number
 * @property {Record<string, string>} [heading] by language
 * @property {Record<string, string>} [text]
 * @property {Binding} [bind]
 *
 * @typedef {{key: string, unit?: string, value: any}} Binding
 *
 * @typedef {object} RulesDocument
 * @property {number} catalogue
 * @property {number} number
 * @property {string[]} languages
 * @property {Record<string, string>} title
 * @property {Clause[]} clauses
 * @property {string} [in_force_from]
 * @property {string} review_by
 *
 * @typedef {object} SettingType
 * @property {string} key
 * @property {string} type
 * @property {string} [unit]
 * @property {number} [min]
 * @property {number} [max]
 * @property {any} [initial]
 * @property {boolean} fixed
 *
 * @typedef {object} Change
 * @property {'added' | 'removed' | 'moved' | 'reworded' | 'rebound' | 'amended'} what
 * @property {string} [clause]
 * @property {string} [was]
 * @property {'heading' | 'text'} [part]
 * @property {string} [language]
 * @property {string} [member]
 * @property {any} [from]
 * @property {any} [to]
 *
 * @typedef {object} Effect
 * @property {string} what
 * @property {string} [key]
 * @property {string} [unit]
 * @property {string} [name]
 * @property {string} [kind]
 * @property {string} [role]
 * @property {any} [from]
 * @property {any} [to]
 * @property {{live: number, lateAtOnce: number, inTimeAgain: number}} [duties]
 * @property {{entering: number, leaving: number}} [incidents]
 *
 * @typedef {{act?: string, number: number, document: RulesDocument}} Compared
 * @typedef {{from?: Compared, to: Compared, changes: Change[], effects: Effect[], asOf: string}} Comparison
 *
 * @typedef {object} Line
 * @property {string} act
 * @property {string} leaf
 * @property {string} proposer
 * @property {string} proposedAt
 * @property {number} [number]
 * @property {string} stage
 * @property {Record<string, string>} [title]
 * @property {string} [inForceFrom]
 * @property {string} [reviewBy]
 * @property {number} comments
 * @property {string} [counters]
 * @property {{code: string, sentence: string}} [objection]
 *
 * @typedef {object} Detail
 * @property {Line} line
 * @property {string} id
 * @property {RulesDocument} [document]
 * @property {string} [flaw]
 * @property {{entry: string, at: string}} [began]
 * @property {boolean} reviewOverdue
 * @property {string[]} unknown
 *
 * @typedef {object} Suspension
 * @property {string} party
 * @property {string} [since]
 * @property {string} [notice]
 * @property {boolean} emergency
 * @property {string} [noticedFor]
 * @property {string} reason
 */

/** The draft on this desk's screen, if there is one. */
export const DRAFT = 'modalities-draft';

/** So many are listed at first, and at most. */
const FIRST = 20;
const MOST = 200;

/** Stages in which a document has yet to be decided. */
export const PENDING = ['offered', 'signed'];

/**
 * What is in force, suspended, and to be said next.
 * @param {import('../../app/view.js').View} view
 * @returns {import('../../app/feed.js').Reading}
 */
export const rules = (view) => view.feed.read('/modalities');

/**
 * Every document that was proposed, the newest first.
 * @param {import('../../app/view.js').View} view
 * @returns {import('../../app/feed.js').Reading}
 */
export const documents = (view) =>
  view.feed.read(`/modalities/documents?limit=${view.draft('modalities').all ? MOST : FIRST}`);

/**
 * @param {string[]} rest log and index
 */
export const pathOf = ([log, index]) => `/modalities/documents/${encodeURIComponent(log)}/${encodeURIComponent(index)}`;

/**
 * What the program knows of a setting; nothing of one that only a newer program has.
 * @param {import('../../app/view.js').View} view
 * @param {string} key
 * @returns {SettingType | undefined}
 */
export const settingOf = (view, key) => catalogue(view).find((setting) => setting.key === key);

/**
 * @param {import('../../app/view.js').View} view
 * @returns {SettingType[]}
 */
export const catalogue = (view) => view.feed.read('/modalities/catalogue').data?.settings ?? [];

/**
 * The value by which the machines go now.
 * @param {import('../../app/view.js').View} view
 * @param {string} key
 */
export const obeyed = (view, key) =>
  rules(view).data?.settings.find((/** @type {{key: string}} */ setting) => setting.key === key)?.value;

/**
 * Who of each side does something, as agreed or as it is initially.
 * @param {import('../../app/view.js').View} view
 * @param {'comment' | 'suspend'} deed
 */
export const roleFor = (view, deed) => obeyed(view, `role.${deed}`);

/**
 * The name of a setting in the officer's language; its key where a newer program named it.
 * @param {import('../../app/view.js').View} view
 * @param {string} key
 */
export const nameOf = ({words}, key) => words.of('setting', key);

/**
 * Clause numbers in their order: 7, 7.1, 7.2, 8.
 * @param {string} a
 * @param {string} b
 */
export function byNumber(a, b) {
  const [left, right] = [a, b].map((number) => number.split('.').map(Number));
  return left[0] - right[0] || (left[1] ?? 0) - (right[1] ?? 0);
}
