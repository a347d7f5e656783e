import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {icon} from '../../parts/icon.js';
import {plainly} from '../../parts/terms.js';
import {nameOf, settingOf} from './rules.js';
import {directionOf, ownName, pairOf, wordsOf} from './tongues.js';
import {figures, valueTable, valueText} from './value.js';

/** A document as a treaty is read: numbered clauses, two languages side by side, what the machines obey under each. */

/** Where the bound value stands in a text. */
const PLACE = '{value}';

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').RulesDocument} document
 * @param {{more?: (clause: import('./rules.js').Clause) => unknown}} [options] what else is said under a clause
 */
export function documentText(view, document, {more = () => nothing} = {}) {
  const pair = pairOf(view, document.languages);
  return html`<div class="treaty-text">
    <div class="treaty-row tongues-of">
      <span></span>
      ${pair.map((language) => html`<p class="label" lang=${language} dir=${directionOf(language)}>${ownName(language)}</p>`)}
    </div>
    <ol class="clauses">
      ${document.clauses.map(
        (clause) => html`<li id="clause-${clause.number}" class=${clause.number.includes('.') ? 'paragraph' : 'article'}>
          ${clauseText(view, clause, pair)} ${clause.bind ? binds(view, clause.bind) : nothing} ${more(clause)}
        </li>`,
      )}
    </ol>
  </div>`;
}

/**
 * The words of a clause in two languages, level with each other.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Clause} clause
 * @param {string[]} pair
 */
export function clauseText(view, {number, heading, text, bind}, pair) {
  return html`<div class="treaty-row">
    <bdi class="number">${figures(view.words, number)}</bdi>
    ${pair.map(
      (language) => html`<div class="words" lang=${language} dir=${directionOf(language)}>
        ${heading ? html`<h3>${plainly(heading[language] ?? '')}</h3>` : nothing}
        ${text ? html`<p class="text">${withValue(view, text[language] ?? '', language, bind)}</p>` : nothing}
        ${bind ? valueTable(view, wordsOf(view, language), bind) : nothing}
      </div>`,
    )}
  </div>`;
}

/**
 * A text with the bound value in its place, in the language of the text.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} text
 * @param {string} language
 * @param {import('./rules.js').Binding} [bind]
 */
export function withValue(view, text, language, bind) {
  const parts = text.split(PLACE);
  return parts.map(
    (part, at) => html`${at && bind ? html`<b class="bound"><bdi>${valueText(view, wordsOf(view, language), bind)}</bdi></b>` : nothing}${plainly(part)}`,
  );
}

/**
 * What the machines obey by a clause, in the officer's language.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Binding} bind
 */
function binds(view, bind) {
  const {words} = view;
  const setting = settingOf(view, bind.key);
  return html`<p class="binds small">
    ${icon('machine')}
    <span>${words.rich('rules.clauseBinds', {setting: nameOf(view, bind.key)})}</span>
    <b><bdi>${valueText(view, words, bind)}</bdi></b>
    <bdi class="code quiet">${bind.key}</bdi>
    ${setting?.fixed ? html`<span class="tag" title=${words.text('rules.redLineFixed')}>${icon('lock')}</span>` : nothing}
    ${setting ? nothing : html`<span class="tag warn">${words.text('rules.unknownKey')}</span>`}
  </p>`;
}
