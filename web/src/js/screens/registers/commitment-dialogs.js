import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {newKey, Refused} from '../../app/api.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {dialog} from '../../parts/dialog.js';
import {evidenceField, evidenceOf} from '../../parts/evidence.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {refusal} from '../../parts/refusal.js';
import {momentField, momentNow, momentOf} from '../../parts/day.js';
import {inALine, ownWords, ownWordsOf} from '../../parts/wording.js';
import {commitmentFields, commitmentTerms, wholeNumber} from '../agreements/register-forms.js';
import {FORMS} from '../agreements/forms.js';
import {statement} from './statement.js';

/** What a side says of commitments, and bringing a list of them in. */

// ---- registering --------------------------------------------------------------------------------

/** @param {import('../../app/view.js').View} view */
export function openRegister(view) {
  const fresh = !view.draft('register-commitment').begun;
  view.act.open('register-commitment', {refused: undefined, ...(fresh ? {begun: true, ...FORMS.commitment.begin(view, {})} : {})});
}

/** @param {import('../../app/view.js').View} view */
export function registerCommitmentDialog(view) {
  const {words} = view;
  const terms = commitmentTerms(view, view.draft('register-commitment'));
  return statement(view, 'register-commitment', {
    wide: true,
    title: words.text('registerForm.title'),
    kind: 'commitment.registered',
    body: terms?.source && {terms},
    fields: html`<p>${words.rich('registerForm.means', {side: view.nameOf(view.peer)})}</p>
      ${commitmentFields(view, 'register-commitment', {sourced: true})}`,
  });
}

// ---- one commitment -----------------------------------------------------------------------------

/** @param {import('../../app/register-types.js').Commitment} one */
const nameOf = ({id, number}) => ({entry: id, number});

/** @param {import('../../app/view.js').View} view @param {import('../../app/register-types.js').Commitment} about */
export const openAcknowledge = (view, about) => view.act.open('acknowledge', {about, refused: undefined});

/** @param {import('../../app/view.js').View} view */
export function acknowledgeDialog(view) {
  const {words} = view;
  /** @type {import('../../app/register-types.js').Commitment} */
  const about = view.draft('acknowledge').about;
  return statement(view, 'acknowledge', {
    title: words.text('acknowledge.title'),
    kind: 'commitment.acknowledged',
    body: {commitment: nameOf(about)},
    fields: html`<p><b>${inALine(view, about.title)}</b></p>
      <p>${words.text('acknowledge.means')}</p>`,
  });
}

/** @param {import('../../app/view.js').View} view @param {import('../../app/register-types.js').Commitment} about */
export function openWithdraw(view, about) {
  view.act.open('withdraw-commitment', {about, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function withdrawCommitmentDialog(view) {
  const {words} = view;
  const draft = view.draft('withdraw-commitment');
  const reason = ownWordsOf(view, draft, 'reason');
  return statement(view, 'withdraw-commitment', {
    title: words.text('withdrawCommitment.title'),
    kind: 'commitment.withdrawn',
    body: reason && {commitment: nameOf(draft.about), reason},
    fields: ownWords(view, 'withdraw-commitment', {name: 'reason', label: words.text('closeForm.reason'), maxlength: 4000}),
  });
}

/** What a side can say again and again, with the kind of entry it is. @type {Record<string, string>} */
const KINDS = {progress: 'commitment.progress_stated', disputed: 'commitment.disputed', fulfilled: 'commitment.fulfilled_stated'};

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} about
 * @param {'progress' | 'disputed' | 'fulfilled'} says
 */
export function openSay(view, about, says) {
  const draft = view.draft('say-of');
  const fresh = draft.about?.id !== about.id || draft.about?.number !== about.number || draft.says !== says;
  if (fresh) {
    view.act.discard('say-of');
  }
  view.act.open('say-of', {about, says, refused: undefined, ...(fresh ? {...momentNow(view, 'asOf'), extent: 'none'} : {})});
}

/** @param {import('../../app/view.js').View} view */
export function sayOfDialog(view) {
  const {words} = view;
  const draft = view.draft('say-of');
  /** @type {import('../../app/register-types.js').Commitment} */
  const about = draft.about;
  const text = ownWordsOf(view, draft, 'text');
  const evidence = evidenceOf(view, draft);
  const asOf = draft.says === 'disputed' ? undefined : momentOf(view, draft, 'asOf');
  const extent = draft.says === 'progress' ? extentOfDraft(draft, about) : {};
  const whole = text && evidence && extent && (draft.says === 'disputed' || asOf);
  return statement(view, 'say-of', {
    title: words.text(`sayOf.title.${draft.says}`),
    kind: KINDS[draft.says],
    body: whole ? {commitment: nameOf(about), evidence, text, ...(asOf ? {as_of: asOf} : {}), ...extent} : undefined,
    fields: html`
      <p><b>${inALine(view, about.title)}</b></p>
      <p class="hint">${words.text(`sayOf.means.${draft.says}`)}</p>
      ${draft.says === 'disputed' ? nothing : momentField(view, 'say-of', {name: 'asOf', label: words.text('sayOf.asOf'), required: true})}
      ${draft.says === 'progress' ? extentFields(view, about) : nothing}
      ${ownWords(view, 'say-of', {name: 'text', label: words.text('sayOf.text'), maxlength: 4000})} ${evidenceField(view, 'say-of')}
    `,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} about
 */
function extentFields(view, {measure}) {
  const {words} = view;
  const {extent} = view.draft('say-of');
  return html`<div class="fields">
    ${choice(view, 'say-of', {
      name: 'extent',
      label: words.text('sayOf.extent'),
      options: [
        ['none', words.text('sayOf.noNumber')],
        ['percent', words.text('sayOf.percent')],
        ...(measure.quantity ? [/** @type {[string, string]} */ (['quantity', measure.quantity.unit])] : []),
      ],
    })}
    ${extent === 'none' ? nothing : field(view, 'say-of', {name: 'amount', label: words.text('commitmentForm.amount'), kind: 'code', required: true, maxlength: 16})}
  </div>`;
}

/**
 * @param {Record<string, any>} draft
 * @param {import('../../app/register-types.js').Commitment} about
 * @returns {object | undefined} nothing where it is not whole
 */
function extentOfDraft(draft, {measure}) {
  if (draft.extent === 'none') {
    return {};
  }
  const amount = wholeNumber(draft.amount, 0, draft.extent === 'percent' ? 100 : Number.MAX_SAFE_INTEGER);
  if (amount === undefined) {
    return undefined;
  }
  return {extent: draft.extent === 'percent' ? {percent: amount} : {quantity: {amount, unit: measure.quantity?.unit}}};
}

// ---- a list from a file -------------------------------------------------------------------------

/** @typedef {{ref: string, terms: Record<string, any>, chosen: boolean, key: string, done?: boolean, refused?: Refused}} Loaded one commitment of a file */

/** @param {import('../../app/view.js').View} view */
export const openLoad = (view) => view.act.open('load', {refused: undefined});

/**
 * Brings in a list of commitments from a file. Each is proposed, and so signed, by itself: the officer sees all of them
 * and says how many they sign. One that is refused stops nothing and is said.
 *
 * @param {import('../../app/view.js').View} view
 */
export function loadDialog(view) {
  const {words, act} = view;
  const draft = view.draft('load');
  /** @type {Loaded[]} */
  const items = draft.items ?? [];
  const left = items.filter((item) => item.chosen && !item.done);
  return dialog(view, {
    wide: true,
    title: words.text('load.title'),
    body: form(view, 'load', {
      ready: left.length > 0 && Boolean(draft.read),
      button: words.text('load.send', {count: left.length}),
      send: () => propose(view),
      fields: html`
        <ul class="consequences">
          ${['each', 'signed', 'forGood'].map((what) => html`<li>${words.rich(`load.means.${what}`, {side: view.nameOf(view.peer)})}</li>`)}
        </ul>
        <div class="field">
          <label for="load-file">${words.text('load.file')}</label>
          <input id="load-file" type="file" accept="application/json,.json" @change=${(/** @type {any} */ event) => take(view, event.target.files[0])} />
          <p class="hint">${words.text('load.hint')}</p>
        </div>
        ${draft.wrong ? html`<p class="refusal" role="alert">${words.text('load.wrong')}</p>` : nothing}
        ${items.length
          ? html`<ul class="load-list">
                ${items.map((item, i) => loaded(view, item, (change) => act.edit('load', {items: items.with(i, {...item, ...change})})))}
              </ul>
              <label class="tick">
                <input type="checkbox" .checked=${Boolean(draft.read)} @change=${(/** @type {any} */ event) => act.edit('load', {read: event.target.checked})} />
                <span>${words.text('load.read', {count: left.length})}</span>
              </label>`
          : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Loaded} item
 * @param {(change: object) => void} change
 */
function loaded(view, item, change) {
  const {words} = view;
  return html`<li>
    <label>
      <input type="checkbox" .checked=${item.chosen} ?disabled=${item.done} @change=${(/** @type {any} */ event) => change({chosen: event.target.checked})} />
      <bdi class="code">${item.ref}</bdi> <span>${inALine(view, item.terms.title)}</span>
    </label>
    <p class="small quiet">
      ${item.terms.owners.map((/** @type {string} */ id) => view.nameOf(view.party(id))).join(words.text('register.and'))} ·
      ${item.terms.due === 'no_date_set' ? words.text('commitmentPage.noDate') : html`<bdi class="code">${item.terms.due}</bdi>`}
      ${item.done ? html`<span class="tag">${words.text('load.done')}</span>` : nothing}
    </p>
    ${refusal(view, item.refused)}
  </li>`;
}

/**
 * Reads the file: a list of terms as `docs/scenarios/commitments-2019.json` has it. What the terms say, the node judges.
 * @param {import('../../app/view.js').View} view
 * @param {File | undefined} file
 */
async function take(view, file) {
  if (!file) {
    return;
  }
  const items = readList(await file.text());
  view.act.edit('load', {items, wrong: !items, read: false});
}

/** @param {string} text */
function readList(text) {
  try {
    const list = JSON.parse(text).commitments;
    const whole = Array.isArray(list) && list.length > 0 && list.length <= 100 && list.every(isCommitment);
    return whole ? list.map((item, i) => ({ref: String(item.ref ?? i + 1), terms: item.terms, chosen: true, key: newKey()})) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {any} item */
function isCommitment(item) {
  const {title, owners, due} = item?.terms ?? {};
  return title && typeof title === 'object' && Object.keys(LANGUAGES).some((language) => typeof title[language] === 'string') && Array.isArray(owners) && typeof due === 'string';
}

/**
 * Proposes what is chosen, one after the other, each under a key of its own: pressed again, what was done is not done
 * twice.
 * @param {import('../../app/view.js').View} view
 */
async function propose(view) {
  const mark = (/** @type {number} */ i, /** @type {object} */ change) => {
    const {items} = view.draft('load');
    view.act.edit('load', {items: items.with(i, {...items[i], ...change})});
  };
  view.act.edit('load', {busy: true});
  for (const [i, {chosen, done, terms, key}] of view.draft('load').items.entries()) {
    if (chosen && !done) {
      try {
        await view.act.post('/acts', {kind: 'commitment', terms}, key);
        mark(i, {done: true, refused: undefined});
      } catch (failure) {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        mark(i, {refused: failure});
      }
    }
  }
  view.act.edit('load', {busy: false});
  if (view.draft('load').items.every((/** @type {Loaded} */ item) => item.done || !item.chosen)) {
    view.act.discard('load');
    view.act.close();
    view.act.say('load.said');
  }
}
