import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../i18n/languages.js';
import {audience} from '../parts/audience.js';
import {CAPABILITIES, ROLES, UNIT_TYPES, withWords} from '../parts/codes.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {positionOf} from '../parts/place.js';
import {toggles} from '../parts/toggles.js';
import {latinDigits} from '../time/walls.js';

const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'];
const TAGS = /** @type {('en' | 'fa' | 'ur')[]} */ (Object.keys(LANGUAGES));

/** A code-word in letters that every radio operator of both sides can spell. */
const CODE_WORD = /^[A-Z][A-Z0-9-]{1,23}$/;

/**
 * The next version of a run card, or the first of a new one, in all three languages: whoever reads it at three in the
 * morning reads it in their own.
 *
 * @param {import('../app/view.js').View} view
 */
export function cardDialog(view) {
  const {words, act} = view;
  const draft = view.draft('card');
  const steps = stepsOf(draft);
  const agreed = /** @type {import('../app/types.js').Label[]} */ (draft.agreed ?? []);
  const word = (draft.codeWord ?? '').trim().toUpperCase();
  const reminder = Number(latinDigits(draft.reminder || '15'));
  const ready = Boolean(
    draft.audience &&
      CODE_WORD.test(word) &&
      draft['title-en']?.trim() &&
      (agreed.length || steps.length) &&
      steps.every((step) => step.en) &&
      reminder >= 1 &&
      reminder <= 1440,
  );
  return dialog(view, {
    title: draft.known ? words.rich('card.titleNext', {word, number: draft.version + 1}) : words.text('card.titleNew'),
    wide: true,
    body: form(view, 'card', {
      ready,
      button: words.text('card.send'),
      send: () =>
        act.send('card', {path: '/run-cards', body: body(view, draft, {word, steps, reminder}), said: saidOf(draft)}),
      fields: html`
        ${audience(view, draft.audience, (chosen) => act.edit('card', {audience: chosen}))}
        <fieldset class="stack" ?disabled=${!draft.audience}>
          <legend class="visually-hidden">${words.text('card.titleNew')}</legend>
          <div class="fields">
            ${draft.known
              ? nothing
              : field(view, 'card', {name: 'codeWord', label: words.text('alert.codeWord'), hint: words.text('card.wordHint'), kind: 'code', required: true, maxlength: 24})}
            ${agreed.length
              ? nothing
              : choice(view, 'card', {name: 'priority', label: words.text('alert.priority'), options: withWords(view, 'priority', PRIORITIES)})}
            ${field(view, 'card', {name: 'reminder', label: words.text('card.reminderMinutes'), kind: 'code', maxlength: 4})}
          </div>
          ${agreed.length ? both(view, agreed) : nothing}
          ${TAGS.map((tag) => inLanguage(view, tag, agreed.length > 0))}
          <p class="hint" role="status">${steps.every((step) => step.en) ? nothing : words.text('card.stepsLack')}</p>
          <p class="hint">${words.text('card.stepsHint')}</p>
          ${toggles(view, 'card', {name: 'notify', label: words.text('card.notify'), options: withWords(view, 'role', ROLES)})}
          <label class="row">
            <input
              type="checkbox"
              .checked=${draft.notifyPeer ?? true}
              @change=${(/** @type {any} */ event) => act.edit('card', {notifyPeer: event.target.checked})}
            />
            ${words.rich('card.notifyPeer', {side: view.nameOf(view.peer)})}
          </label>
          ${toggles(view, 'card', {name: 'types', label: words.text('card.types'), options: withWords(view, 'unitType', UNIT_TYPES)})}
          ${toggles(view, 'card', {name: 'capabilities', label: words.text('card.capabilities'), options: withWords(view, 'capability', CAPABILITIES)})}
          <div class="fields">
            ${field(view, 'card', {name: 'rendezvous', label: words.text('card.rendezvous'), maxlength: 200})}
            ${field(view, 'card', {name: 'hospital', label: words.text('card.hospital'), maxlength: 200})}
          </div>
        </fieldset>
      `,
    }),
  });
}

/**
 * What both sides have agreed on, which no side changes alone: priority, spelling and the first steps.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Label[]} agreed
 */
function both(view, agreed) {
  const {words} = view;
  return html`<section class="stack">
    <p>${words.text('card.agreedFirst')}</p>
    <ol class="steps-of-card">
      ${agreed.map((step) => html`<li dir="auto">${words.label(step)}</li>`)}
    </ol>
  </section>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {'en' | 'fa' | 'ur'} tag
 * @param {boolean} isAgreed whether both sides know the word: then its spelling and its first steps are given
 */
function inLanguage(view, tag, isAgreed) {
  const {words} = view;
  const own = LANGUAGES[tag].own;
  return html`<fieldset class="field tongue">
    <legend>${own}</legend>
    <div class="fields">
      ${field(view, 'card', {name: `title-${tag}`, label: words.rich('card.titleIn', {language: own}), required: tag === 'en', maxlength: 500})}
      ${tag === 'en' || isAgreed
        ? nothing
        : field(view, 'card', {name: `spelling-${tag}`, label: words.rich('card.spellingIn', {language: own}), maxlength: 100})}
    </div>
    ${field(view, 'card', {name: `steps-${tag}`, label: words.rich('card.stepsIn', {language: own}), kind: 'area', required: tag === 'en' && !isAgreed, maxlength: 8000})}
  </fieldset>`;
}

/**
 * The checklist line by line: the n-th line of each language is the n-th step. Lines that are blank in all are none.
 * @param {Record<string, any>} draft
 * @returns {import('../app/types.js').Label[]}
 */
function stepsOf(draft) {
  const lines = Object.fromEntries(TAGS.map((tag) => [tag, (draft[`steps-${tag}`] ?? '').split('\n')]));
  const count = Math.max(...TAGS.map((tag) => lines[tag].length));
  return Array.from({length: count}, (_, i) => label(TAGS.map((tag) => [tag, lines[tag][i]]))).filter(
    (step) => Object.keys(step).length,
  );
}

/**
 * @param {[string, string | undefined][]} texts
 * @returns {import('../app/types.js').Label}
 */
function label(texts) {
  return /** @type {any} */ (Object.fromEntries(texts.map(([tag, text]) => [tag, text?.trim() ?? '']).filter(([, text]) => text)));
}

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {{word: string, steps: import('../app/types.js').Label[], reminder: number}} given
 */
function body(view, draft, {word, steps, reminder}) {
  const rendezvous = place(view, draft, 'rendezvous');
  const hospital = place(view, draft, 'hospital');
  return {
    codeWord: word,
    spelling: {...label(TAGS.map((tag) => [tag, draft[`spelling-${tag}`]])), en: word},
    title: label(TAGS.map((tag) => [tag, draft[`title-${tag}`]])),
    priority: draft.priority ?? PRIORITIES[0],
    notify: draft.notify ?? [],
    notifyPeer: draft.notifyPeer ?? true,
    reminderMinutes: reminder,
    types: draft.types ?? [],
    capabilities: draft.capabilities ?? [],
    ...(rendezvous ? {rendezvous} : {}),
    ...(hospital ? {hospital} : {}),
    checklist: steps,
    audience: draft.audience,
  };
}

/**
 * A place by its name; the position it had in the version before stays with an unchanged name.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {'rendezvous' | 'hospital'} which
 */
function place(view, draft, which) {
  const name = draft[which]?.trim();
  const was = draft[`${which}Was`];
  if (!name || was?.label === name) {
    return name ? was : undefined;
  }
  const position = positionOf(view, '', name);
  return {label: name, ...(position ? {position} : {})};
}

/** @param {Record<string, any>} draft */
function saidOf(draft) {
  return draft.audience === 'release' ? 'said.released' : 'said.kept';
}
