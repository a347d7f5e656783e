import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {capacities, pausedBy, SIGNATORY} from '../../app/agreements.js';
import {to} from '../../app/route.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {changesOf} from './changes.js';
import {clauseEditor} from './clause-editor.js';
import {clauseText} from './document.js';
import {addClause, editDocument, inDays, termsOf} from './draft.js';
import {effectsOf} from './effects.js';
import {DRAFT, rules} from './rules.js';
import {directionOf, ownName, pairChoice, pairOf} from './tongues.js';

/** Beginnings and reviews that are offered, in days from now. */
const BEGINNINGS = [1, 7, 30, 90];
const REVIEWS = [90, 180, 365, 730];

/**
 * The draft of a document: its own parts, its clauses one at a time, and beside them what the node makes of it. It is
 * proposed only as it was checked.
 *
 * @param {import('../../app/view.js').View} view
 */
export function editor(view) {
  const {words} = view;
  const reading = rules(view);
  const known = reading.data;
  const draft = view.draft(DRAFT);
  if (!known) {
    return html`<header class="page-head">${back(view)}<h1>${words.text('rules.title')}</h1></header>${notHere(view, reading)}`;
  }
  if (!draft.document) {
    return html`<header class="page-head">${back(view)}<h1>${words.text('rules.title')}</h1></header>
      <p class="empty">${words.text('edit.none')}</p>`;
  }
  const {document} = draft;
  return html`<header class="page-head">
      ${back(view)}
      <h1>${words.text('edit.title', {number: known.nextNumber})}</h1>
      <span class="tag dashed">${words.of('versionStage', 'draft')}</span> ${pairChoice(view, document.languages)}
      <div class="row push">
        <button @click=${() => save(view, known)}>${words.text('edit.save')}</button>
        <button @click=${() => discard(view)}>${words.text('edit.discard')}</button>
      </div>
    </header>
    <p class="lead">
      ${words.text('edit.means')} ${draft.counters ? words.rich('edit.answers', {act: code(draft.counters.act)}) : nothing}
      ${known.supersede ? words.rich('edit.replaces', {act: code(known.supersede.act)}) : nothing}
    </p>
    <div class="drafting">
      <div class="stack">${ofDocument(view, document)} ${clauses(view, document, draft.open)}</div>
      <div class="stack checking">${checking(view, known, draft)}</div>
    </div>`;
}

/** @param {string} name */
const code = (name) => html`<bdi class="code">${name}</bdi>`;

/** @param {import('../../app/view.js').View} view */
function back(view) {
  return html`<a class="back" href=${to('modalities')} aria-label=${view.words.text('rules.back')}>${icon('back')}</a>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
function save(view, known) {
  view.act.save(`modalities-${known.nextNumber}.json`, JSON.stringify(termsOf(view, known.nextNumber), undefined, 2));
}

/** @param {import('../../app/view.js').View} view */
function discard(view) {
  view.act.discard(DRAFT);
  view.act.discard('rules-preview');
  view.act.go(to('modalities'));
}

// ---- the document itself ------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').RulesDocument} document
 */
function ofDocument(view, document) {
  const {words} = view;
  const {languages, title} = document;
  return html`<section class="panel" aria-labelledby="of-document">
    <header><h2 id="of-document">${words.text('edit.document')}</h2></header>
    <div class="body stack">
      <fieldset class="field">
        <legend>${words.text('edit.languages')}</legend>
        <div class="row">${spoken(languages).map((language) => languageButton(view, languages, language))}</div>
      </fieldset>
      ${languages.map(
        (language) => html`<div class="field">
          <label for="title-${language}">${words.text('edit.titleIn', {language: ownName(language)})}</label>
          <input
            id="title-${language}"
            lang=${language}
            dir=${directionOf(language)}
            maxlength="200"
            autocomplete="off"
            .value=${title[language] ?? ''}
            @input=${(/** @type {any} */ {target}) => editDocument(view, {title: {...title, [language]: target.value}})}
          />
        </div>`,
      )}
      <div class="fields">
        ${when(view, 'in_force_from', words.text('edit.from'), words.text('rules.atOnce'), document.in_force_from, BEGINNINGS)}
        ${when(view, 'review_by', words.text('edit.review'), '', document.review_by, REVIEWS)}
      </div>
    </div>
  </section>`;
}

/** Languages that are offered: those of the console, and whatever else the document is in. @param {string[]} languages */
const spoken = (languages) => [...new Set([...Object.keys(LANGUAGES), ...languages])].sort();

/**
 * @param {import('../../app/view.js').View} view
 * @param {string[]} languages
 * @param {string} language
 */
function languageButton(view, languages, language) {
  const chosen = languages.includes(language);
  const next = chosen ? languages.filter((one) => one !== language) : [...languages, language].sort();
  return html`<button
    type="button"
    lang=${language}
    aria-pressed=${chosen}
    ?disabled=${chosen && languages.length <= 2}
    @click=${() => editDocument(view, {languages: next})}
  >
    ${ownName(language)}
  </button>`;
}

/**
 * A time of the document, chosen as days from now and shown on every wall.
 *
 * @param {import('../../app/view.js').View} view
 * @param {'in_force_from' | 'review_by'} member
 * @param {string} label
 * @param {string} none what it means that there is none; empty where there has to be one
 * @param {string | undefined} value
 * @param {number[]} days
 */
function when(view, member, label, none, value, days) {
  const {words, clocks} = view;
  const choose = (/** @type {any} */ {target}) => {
    if (target.value !== 'keep') {
      editDocument(view, {[member]: target.value ? inDays(view, Number(target.value)) : undefined});
    }
  };
  return html`<div class="field">
    <label for=${member}>${label}</label>
    <select id=${member} @change=${choose}>
      ${value ? html`<option value="keep" selected>${words.text('edit.keep')}</option>` : nothing}
      ${none ? html`<option value="" ?selected=${!value}>${none}</option>` : nothing}
      ${days.map((count) => html`<option value=${count}>${clocks.length(count * 24 * 3_600_000)}</option>`)}
    </select>
    ${value ? html`<p class="hint">${words.rich('until.at', {time: atLength(view, value)})}</p>` : nothing}
  </div>`;
}

// ---- its clauses --------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').RulesDocument} document
 * @param {number | undefined} open which one is being changed
 */
function clauses(view, document, open) {
  const {words} = view;
  const pair = pairOf(view, document.languages);
  const add = (/** @type {number} */ at) => html`<button class="small" @click=${() => addClause(view, at)}>
    ${icon('add')}${at < 0 ? words.text('edit.addFirst') : words.text('edit.add', {number: document.clauses[at].number})}
  </button>`;
  return html`<section class="panel" aria-labelledby="draft-clauses">
    <header><h2 id="draft-clauses">${words.text('rules.clauses')}</h2></header>
    <ol class="clauses body">
      ${document.clauses.map((clause, at) =>
        at === open
          ? html`<li class="open">${clauseEditor(view, document, clause, at)}</li>`
          : html`<li>
              ${clauseText(view, clause, pair)}
              <p class="row clause-acts">
                <button
                  class="small"
                  aria-label=${`${words.text('edit.change')} ${clause.number}`}
                  @click=${() => view.act.edit(DRAFT, {open: at})}
                >
                  ${words.text('edit.change')}
                </button>
                ${add(at)}
              </p>
            </li>`,
      )}
    </ol>
    ${document.clauses.length ? nothing : html`<p class="body">${add(-1)}</p>`}
  </section>`;
}

// ---- what the node makes of it ------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 * @param {Record<string, any>} draft
 */
function checking(view, known, draft) {
  const {words} = view;
  const terms = termsOf(view, known.nextNumber);
  const typed = JSON.stringify(terms);
  const {preview} = draft;
  const isChecked = draft.checked === typed;
  const sending = view.draft('rules-preview');
  const sound = isChecked && preview && !preview.flaw && !preview.objection;
  const able = capacities(view, [SIGNATORY], 'modalities').length > 0;
  return html`<section class="panel" aria-label=${words.text('edit.check')}>
      <div class="body stack">
        <div class="row">
          <button class=${sound ? '' : 'first'} data-draft="check" ?disabled=${sending.busy} @click=${() => check(view, terms, typed)}>
            ${words.text('edit.check')}
          </button>
          ${able
            ? html`<button
                class=${sound ? 'first' : ''}
                data-draft="propose"
                ?disabled=${!sound || Boolean(pausedBy(view))}
                @click=${() => view.act.open('propose-rules', {terms, refused: undefined, read: false})}
              >
                ${words.text('edit.propose')}
              </button>`
            : nothing}
        </div>
        ${refusal(view, sending.refused)}
        ${preview && !isChecked ? html`<p class="notice">${words.text('edit.unchecked')}</p>` : nothing}
        ${preview && isChecked ? verdict(view, preview) : nothing}
      </div>
    </section>
    ${preview?.comparison
      ? html`${effectsOf(view, preview.comparison)}
          <section class="panel" aria-labelledby="draft-changes">
            <header><h2 id="draft-changes">${words.of('rulesTab', 'changes')}</h2></header>
            <div class="body stack">${changesOf(view, preview.comparison)}</div>
          </section>`
      : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{flaw?: string, objection?: {code: string, sentence: string}}} preview
 */
function verdict({words}, {flaw, objection}) {
  if (flaw) {
    return html`<div class="refusal" role="alert">
      <p><strong>${words.text('edit.flaw')}</strong></p>
      <p dir="ltr"><bdi>${plainly(flaw)}</bdi></p>
    </div>`;
  }
  if (objection) {
    return html`<div class="refusal" role="alert">
      <p><strong>${words.text('rules.objection')}</strong></p>
      <p>${words.of('refusal', objection.code)}</p>
    </div>`;
  }
  return html`<p class="verdict" role="status">${icon('check')} <span>${words.text('edit.checked')}</span></p>`;
}

/**
 * Asks the node what it makes of the draft. Nothing is kept of it there.
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').RulesDocument} terms
 * @param {string} typed
 */
function check(view, terms, typed) {
  view.act.send('rules-preview', {
    path: '/modalities/previews',
    body: {document: terms},
    then: (preview) => view.act.edit(DRAFT, {preview, checked: typed}),
  });
}
