import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {clauseText} from './document.js';
import {byNumber, nameOf} from './rules.js';
import {directionOf, ownName, pairOf, wordsOf} from './tongues.js';
import {figures, valueTable, valueText} from './value.js';
import {wordDiff} from './word-diff.js';

/**
 * The difference between two documents, clause by clause, before above after, two languages side by side. What goes is
 * struck through and what comes is underlined, with a sign in front of it: no hue is needed to see it.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Comparison} comparison
 */
export function changesOf(view, comparison) {
  const {words} = view;
  const {from, to, changes} = comparison;
  const pair = pairOf(view, to.document.languages);
  if (!from) {
    return html`<p class="empty">${words.text('rules.comparedWithNothing')}</p>`;
  }
  const clauses = grouped(changes);
  return html`<p class="row compared">
      <span>${words.rich('rules.comparedWith', {number: from.number, act: html`<bdi class="code">${from.act ?? ''}</bdi>`})}</span>
      ${clauses.length ? html`<b>${words.text('change.count', {n: clauses.length})}</b>` : nothing}
      <span class="quiet">${words.text('change.legend')}</span>
    </p>
    ${changes.length ? nothing : html`<p class="empty">${words.text('change.none')}</p>`}
    ${amendments(view, changes.filter(({what}) => what === 'amended'))}
    <ol class="clauses differences">
      ${clauses.map(([number, all]) => html`<li id="change-${number}">${clauseChange(view, number, all, comparison, pair)}</li>`)}
    </ol>`;
}

/**
 * Changes by the clause they are about, in the order of numbers.
 * @param {import('./rules.js').Change[]} changes
 * @returns {[string, import('./rules.js').Change[]][]}
 */
function grouped(changes) {
  /** @type {Map<string, import('./rules.js').Change[]>} */
  const groups = new Map();
  for (const change of changes) {
    if (change.clause) {
      const name = `${change.clause}${change.what === 'removed' ? '-' : ''}`;
      groups.set(name, [...(groups.get(name) ?? []), change]);
    }
  }
  return [...groups].sort(([a], [b]) => byNumber(a.replace('-', ''), b.replace('-', '')));
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {import('./rules.js').Change[]} changes
 * @param {import('./rules.js').Comparison} comparison
 * @param {string[]} pair
 */
function clauseChange(view, name, changes, {from, to}, pair) {
  const {words} = view;
  const number = name.replace('-', '');
  const moved = changes.find(({what}) => what === 'moved');
  const removed = changes.some(({what}) => what === 'removed');
  const older = from?.document.clauses.find((clause) => clause.number === (moved?.was ?? number));
  const newer = removed ? undefined : to.document.clauses.find((clause) => clause.number === number);
  const added = changes.some(({what}) => what === 'added');
  const rebound = changes.find(({what}) => what === 'rebound');
  const kinds = [...new Set(changes.map(({what}) => what))];
  return html`<p class="row marks">
      <bdi class="number">${figures(words, number)}</bdi>
      ${kinds.map((kind) => html`<span class="tag change-kind ${kind}">${sign(kind)} ${words.of('changeKind', kind)}</span>`)}
      ${moved ? html`<span class="quiet small">${words.rich('change.was', {number: moved.was})}</span>` : nothing}
    </p>
    ${rebound ? newValue(view, rebound) : nothing}
    ${added || removed
      ? html`<div class=${added ? 'comes' : 'goes'}>
          ${clauseText(view, /** @type {import('./rules.js').Clause} */ (added ? newer : older), pair)}
        </div>`
      : html`<div class="treaty-row">
          <span></span>
          ${pair.map((language) => bothTexts(view, language, changes, older, newer))}
        </div>`}`;
}

/** A sign in front of the word for a change. @param {string} kind */
function sign(kind) {
  return {added: '+', removed: '−', moved: '⇅'}[kind] ?? '≠';
}

/**
 * The old value and the new one.
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Change} change
 */
function newValue(view, {from, to}) {
  const {words} = view;
  const key = to?.key ?? from?.key;
  return html`<div class="new-value">
    <p>
      <b>${nameOf(view, key)}</b>:
      <del>${from?.key === key ? valueText(view, words, from) : words.text('amount.unsaid')}</del>
      <ins>${to ? valueText(view, words, to) : words.text('amount.unsaid')}</ins>
    </p>
    ${from && from.key !== key ? html`<p class="quiet">${nameOf(view, from.key)}: <del>${valueText(view, words, from)}</del></p>` : nothing}
  </div>`;
}

/**
 * A clause in one language, before and after; once where nothing differs.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} language
 * @param {import('./rules.js').Change[]} changes
 * @param {import('./rules.js').Clause | undefined} older
 * @param {import('./rules.js').Clause | undefined} newer
 */
function bothTexts(view, language, changes, older, newer) {
  const {words} = view;
  const reworded = changes.some((change) => change.what === 'reworded' && change.language === language);
  const rebound = changes.some(({what}) => what === 'rebound');
  const said = (/** @type {import('./rules.js').Clause | undefined} */ clause) =>
    ['heading', 'text']
      .map((part) => clause?.[/** @type {'heading' | 'text'} */ (part)]?.[language] ?? '')
      .filter(Boolean)
      .map((text) => text.replaceAll('{value}', clause?.bind ? valueText(view, wordsOf(view, language), clause.bind) : '{value}'))
      .join('\n');
  const [before, after] = [said(older), said(newer)];
  const tables = rebound && Array.isArray(newer?.bind?.value);
  const {before: goes, after: comes} = wordDiff(before, after);
  return html`<div class="words" lang=${language} dir=${directionOf(language)}>
    ${before === after && !reworded
      ? html`<p class="text quiet">${plainly(after)}</p>`
      : html`<p class="label">${words.text('change.before')}</p>
          <p class="text was">${before ? goes.map((run) => (run.changed ? html`<del>${plainly(run.text)}</del>` : plainly(run.text))) : words.text('change.noText')}</p>
          <p class="label">${words.text('change.after')}</p>
          <p class="text">${after ? comes.map((run) => (run.changed ? html`<ins>${plainly(run.text)}</ins>` : plainly(run.text))) : words.text('change.noText')}</p>`}
    ${tables ? changedRows(view, language, older?.bind, newer?.bind) : nothing}
  </div>`;
}

/**
 * Of a value that is a table, the rows that go and those that come.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} language
 * @param {import('./rules.js').Binding | undefined} older
 * @param {import('./rules.js').Binding | undefined} newer
 */
function changedRows(view, language, older, newer) {
  const rows = (/** @type {import('./rules.js').Binding | undefined} */ bind) => (Array.isArray(bind?.value) ? bind.value : []);
  const missing = (/** @type {any[]} */ some, /** @type {any[]} */ others) =>
    some.filter((row) => !others.some((other) => JSON.stringify(other) === JSON.stringify(row)));
  const [before, after] = [rows(older), rows(newer)];
  const table = (/** @type {any[]} */ value) => valueTable(view, wordsOf(view, language), {key: newer?.key ?? '', value});
  const [goes, comes] = [missing(before, after), missing(after, before)];
  return html`${goes.length ? html`<p class="label">${view.words.text('change.before')}</p><div class="goes">${table(goes)}</div>` : nothing}
  ${comes.length ? html`<p class="label">${view.words.text('change.after')}</p><div class="comes">${table(comes)}</div>` : nothing}`;
}

/**
 * What changes of the document itself.
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Change[]} changes
 */
function amendments(view, changes) {
  const {words} = view;
  return changes.length
    ? html`<dl class="pairs amendments">
        ${changes.map(
          ({member = '', from, to}) => html`<div>
            <dt>${words.of('documentPart', member)}</dt>
            <dd><del>${memberText(view, member, from)}</del> <ins>${memberText(view, member, to)}</ins></dd>
          </div>`,
        )}
      </dl>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} member
 * @param {any} value
 */
function memberText(view, member, value) {
  const {words} = view;
  if (value === undefined) {
    return words.text(member === 'in_force_from' ? 'rules.atOnce' : 'amount.unsaid');
  }
  if (member === 'in_force_from' || member === 'review_by') {
    return atLength(view, value);
  }
  if (member === 'title') {
    return Object.entries(value).map(([language, text]) => html`<span lang=${language} dir=${directionOf(language)}>${plainly(String(text))}</span> `);
  }
  return Array.isArray(value) ? value.map(ownName).join(' · ') : String(value);
}
