import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {icon} from '../../parts/icon.js';
import {closeClause, editClause, removeClause} from './draft.js';
import {firstValue, valueInput} from './inputs.js';
import {catalogue, nameOf, obeyed, settingOf} from './rules.js';
import {directionOf, ownName} from './tongues.js';
import {valueText} from './value.js';

const HEADING_MAX = 200;
const TEXT_MAX = 4000;

/**
 * One clause of a draft, being changed: its number, its words in every language of the document, and what it tells the
 * machines.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').RulesDocument} document
 * @param {import('./rules.js').Clause} clause
 * @param {number} at
 */
export function clauseEditor(view, document, clause, at) {
  const {words} = view;
  const done = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    closeClause(view);
  };
  return html`<form class="stack clause-editor" aria-label=${words.text('edit.clause', {number: clause.number})} @submit=${done}>
    <div class="field">
      <label for="clause-number">${words.text('edit.number')}</label>
      <input
        id="clause-number"
        class="whole"
        dir="ltr"
        autocomplete="off"
        .value=${clause.number}
        @input=${(/** @type {any} */ {target}) => editClause(view, at, {number: target.value})}
      />
      <p class="hint">${words.text('edit.numberHint')}</p>
    </div>
    ${binding(view, document, clause, at)}
    ${document.languages.map((language) => wording(view, clause, at, language))}
    ${clause.bind ? html`<p class="hint">${words.rich('edit.valueHint', {value: html`<bdi class="code">${'{value}'}</bdi>`})}</p>` : nothing}
    <footer class="row">
      <button type="button" @click=${() => removeClause(view, at)}>${icon('close')}${words.text('edit.remove')}</button>
      <button class="first push">${words.text('edit.done')}</button>
    </footer>
  </form>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Clause} clause
 * @param {number} at
 * @param {string} language
 */
function wording(view, clause, at, language) {
  const {words} = view;
  const {heading = {}, text = {}} = clause;
  const keep = (/** @type {'heading' | 'text'} */ part) => (/** @type {any} */ {target}) =>
    editClause(view, at, {[part]: {...clause[part], [language]: target.value}});
  return html`<fieldset class="tongue stack">
    <legend>${ownName(language)}</legend>
    <div class="field">
      <label for="heading-${language}">${words.text('edit.headingIn', {language: ownName(language)})}</label>
      <input
        id="heading-${language}"
        lang=${language}
        dir=${directionOf(language)}
        maxlength=${HEADING_MAX}
        autocomplete="off"
        .value=${heading[language] ?? ''}
        @input=${keep('heading')}
      />
    </div>
    <div class="field">
      <label for="text-${language}">${words.text('edit.textIn', {language: ownName(language)})}</label>
      <textarea
        id="text-${language}"
        lang=${language}
        dir=${directionOf(language)}
        maxlength=${TEXT_MAX}
        .value=${text[language] ?? ''}
        @input=${keep('text')}
      ></textarea>
    </div>
  </fieldset>`;
}

/**
 * Which setting the clause binds, and to what.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').RulesDocument} document
 * @param {import('./rules.js').Clause} clause
 * @param {number} at
 */
function binding(view, document, {bind}, at) {
  const {words} = view;
  const taken = document.clauses.flatMap((one, i) => (one.bind && i !== at ? [one.bind.key] : []));
  const free = catalogue(view).filter(({key}) => !taken.includes(key));
  const setting = bind && settingOf(view, bind.key);
  const before = bind && obeyed(view, bind.key);
  const choose = (/** @type {any} */ {target}) => {
    const chosen = free.find(({key}) => key === target.value);
    editClause(view, at, {bind: chosen ? {key: chosen.key, value: firstValue(chosen)} : undefined});
  };
  return html`<fieldset class="tongue stack binding">
    <legend>${words.text('edit.binds')}</legend>
    <div class="field">
      <label for="binds">${words.text('edit.binds')}</label>
      <select id="binds" @change=${choose}>
        <option value="" ?selected=${!bind}>${words.text('edit.bindsNothing')}</option>
        ${bind && !setting ? html`<option value=${bind.key} selected>${bind.key}</option>` : nothing}
        ${free.map(({key}) => html`<option value=${key} ?selected=${key === bind?.key}>${nameOf(view, key)}</option>`)}
      </select>
    </div>
    ${bind && setting
      ? html`<div class="field">
          <label for="value">${nameOf(view, bind.key)}</label>
          ${valueInput(view, setting, bind.value, (value) => editClause(view, at, {bind: {...bind, value}}))}
          ${setting.fixed ? html`<p class="hint">${words.text('rules.redLineFixed')}</p>` : nothing}
          ${before !== undefined && JSON.stringify(before) !== JSON.stringify(bind.value)
            ? html`<p class="hint">${words.rich('edit.was', {value: valueText(view, words, {...bind, value: before})})}</p>`
            : nothing}
        </div>`
      : nothing}
  </fieldset>`;
}
