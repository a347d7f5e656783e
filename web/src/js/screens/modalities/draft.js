import {to} from '../../app/route.js';
import {byNumber, DRAFT, settingOf} from './rules.js';

/**
 * The draft of a document, kept in the console until it is proposed or thrown away: where it may begin, how its clauses
 * are changed, and what would be signed of it.
 */

const DAY = 24 * 3_600_000;

/** Where the model document of the program is. */
const MODEL = new URL('../../../models/modalities-1.json', import.meta.url);

/** Initial time to the review, in days: the initial value of the setting. */
const REVIEW_DAYS = 180;

/**
 * A draft of the model document.
 * @param {import('../../app/view.js').View} view
 */
export async function beginFromModel(view) {
  const answer = await fetch(MODEL);
  begin(view, {document: fresh(view, await answer.json())});
}

/**
 * A draft that begins as the version in force.
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
export function beginFromForce(view, known) {
  begin(view, {document: fresh(view, known.inForce.document)});
}

/**
 * A draft that begins as the version in force, or the model where there is none, with other values: speeds as they were
 * measured, a line, sectors. A setting of which it says nothing yet gets the model's words for it, at the end.
 *
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 * @param {Record<string, any>} values by setting
 */
export async function beginWith(view, known, values) {
  /** @type {import('./rules.js').RulesDocument} */
  const model = await (await fetch(MODEL)).json();
  const document = fresh(view, known.inForce?.document ?? model);
  const said = document.clauses.map(({bind}) => bind?.key);
  const missing = model.clauses.filter(({bind}) => bind && bind.key in values && !said.includes(bind.key));
  const last = document.clauses.reduce((most, {number}) => Math.max(most, parseInt(number, 10)), 0);
  const more = missing.map((clause, place) => ({...clause, number: `${last + 1}.${place + 1}`}));
  const clauses = [...document.clauses, ...more].map((clause) =>
    clause.bind && clause.bind.key in values ? {...clause, bind: {...clause.bind, value: values[clause.bind.key]}} : clause,
  );
  begin(view, {document: {...document, clauses}});
}

/**
 * A draft that answers a document.
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 * @param {import('./rules.js').RulesDocument | undefined} document
 * @param {import('../../app/types.js').Act} act
 */
export function beginCounter(view, known, document, {act, leaf}) {
  if (document) {
    begin(view, {document: structuredClone(document), counters: {act, leaf}});
  }
}

/**
 * A draft out of a file, such as one that was kept before.
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 * @param {HTMLInputElement} input
 */
export async function beginFromFile(view, known, input) {
  const [file] = input.files ?? [];
  if (!file) {
    return;
  }
  const document = await file.text().then(JSON.parse).catch(() => undefined);
  input.value = '';
  if (Array.isArray(document?.clauses) && Array.isArray(document.languages) && document.title) {
    begin(view, {document: fresh(view, document)});
  } else {
    view.act.edit(DRAFT, {fileWrong: true});
  }
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{document: import('./rules.js').RulesDocument, counters?: {act: string, leaf: string}}} draft
 */
function begin(view, draft) {
  view.act.discard(DRAFT);
  view.act.discard('propose-rules');
  view.act.edit(DRAFT, {...draft, open: undefined});
  view.act.go(to('modalities', ['draft']));
}

/**
 * The same text as a document of today: in force at once, and reviewed in time.
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').RulesDocument} document
 * @returns {import('./rules.js').RulesDocument}
 */
function fresh(view, document) {
  const {in_force_from: _, ...rest} = structuredClone(document);
  return {...rest, review_by: inDays(view, REVIEW_DAYS)};
}

/**
 * The instant so many days from now, on the full hour.
 * @param {import('../../app/view.js').View} view
 * @param {number} days
 */
export function inDays(view, days) {
  const hour = DAY / 24;
  return new Date(Math.ceil((view.now + days * DAY) / hour) * hour).toISOString();
}

// ---- changing it --------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @returns {import('./rules.js').RulesDocument}
 */
export const documentOf = (view) => view.draft(DRAFT).document;

/**
 * @param {import('../../app/view.js').View} view
 * @param {Partial<import('./rules.js').RulesDocument>} change
 */
export function editDocument(view, change) {
  view.act.edit(DRAFT, {document: {...documentOf(view), ...change}});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} at
 * @param {Partial<import('./rules.js').Clause>} change
 */
export function editClause(view, at, change) {
  const {clauses} = documentOf(view);
  editDocument(view, {clauses: clauses.map((clause, i) => (i === at ? {...clause, ...change} : clause))});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} at -1 for the beginning
 */
export function addClause(view, at) {
  const {clauses} = documentOf(view);
  const clause = {number: nextNumber(clauses[at]?.number), text: {}};
  view.act.edit(DRAFT, {
    document: {...documentOf(view), clauses: [...clauses.slice(0, at + 1), clause, ...clauses.slice(at + 1)]},
    open: at + 1,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} at
 */
export function removeClause(view, at) {
  const {clauses} = documentOf(view);
  view.act.edit(DRAFT, {document: {...documentOf(view), clauses: clauses.filter((_, i) => i !== at)}, open: undefined});
}

/** @param {string} [number] of the clause before */
function nextNumber(number = '0') {
  const [article, paragraph] = number.split('.').map(Number);
  return paragraph ? `${article}.${paragraph + 1}` : String(article + 1);
}

/**
 * Closes the clause that is being changed, and puts all in the order of their numbers.
 * @param {import('../../app/view.js').View} view
 */
export function closeClause(view) {
  const {clauses} = documentOf(view);
  view.act.edit(DRAFT, {
    document: {...documentOf(view), clauses: [...clauses].sort((a, b) => byNumber(a.number, b.number))},
    open: undefined,
  });
}

// ---- what would be signed -----------------------------------------------------------------------

/**
 * The document of a draft in its one spelling: without the empty places of the screen.
 *
 * @param {import('../../app/view.js').View} view
 * @param {number} number of the version it is to be
 * @returns {import('./rules.js').RulesDocument}
 */
export function termsOf(view, number) {
  const document = documentOf(view);
  const languages = [...document.languages].sort();
  return {
    ...document,
    languages,
    number,
    title: only(document.title, languages),
    clauses: [...document.clauses]
      .sort((a, b) => byNumber(a.number, b.number))
      .map((clause) => clauseOf(view, clause, languages)),
  };
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Clause} clause
 * @param {string[]} languages
 */
function clauseOf(view, {number, heading, text, bind}, languages) {
  const unit = bind && (settingOf(view, bind.key)?.unit ?? bind.unit);
  return {
    number: number.trim(),
    ...(isSaid(heading, languages) ? {heading: only(heading, languages)} : {}),
    ...(isSaid(text, languages) ? {text: only(text, languages)} : {}),
    ...(bind ? {bind: {key: bind.key, ...(unit ? {unit} : {}), value: bind.value}} : {}),
  };
}

/**
 * @param {Record<string, string> | undefined} wording
 * @param {string[]} languages
 */
const isSaid = (wording, languages) => languages.some((language) => wording?.[language]?.trim());

/**
 * @param {Record<string, string> | undefined} wording
 * @param {string[]} languages
 */
const only = (wording, languages) => Object.fromEntries(languages.map((language) => [language, wording?.[language]?.trim() ?? '']));
