import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {until} from '../../parts/until.js';
import {atLength} from '../../parts/times.js';
import {claimSaid} from './said.js';
import {instantField, PROPERTIES, typedInstant, typedValue, valueFields} from './values.js';

/** Stating, superseding and sealing a claim are one form with three ends; withdrawing and revealing need no value. */

const BASES = {own: ['own_observation', 'own_agency', 'inference'], third_party: ['third_party'], press: ['press']};

const RELIABILITY = ['A', 'B', 'C', 'D', 'E', 'F'];
const CREDIBILITY = ['1', '2', '3', '4', '5', '6'];

/** Times until a sealed claim is to be shown, in hours; the agreed rules allow 72. */
const REVEALS = [6, 12, 24, 48, 72];

/**
 * Opens the form of a claim.
 * @param {import('../../app/view.js').View} view
 * @param {any} matter of the contract
 * @param {{purpose: 'state' | 'supersede' | 'seal', property?: string, category?: string, unit?: string, old?: any}} about
 */
export function openClaim(view, matter, {purpose, property, category, unit, old}) {
  const key = `${purpose} ${matter.matter} ${old?.claim ?? property ?? ''}`;
  const same = view.draft('state-claim').key === key;
  view.act.open('state-claim', {
    refused: undefined,
    ...(same
      ? {}
      : {
          ...EMPTY,
          key,
          purpose,
          matter,
          old,
          property: old?.row.split('/')[0] ?? property ?? 'killed',
          category: old?.value.category ?? category,
          unit: old?.value.unit ?? unit,
          behalf: old?.behalf ?? 'own',
          language: view.words.language,
        }),
  });
}

const EMPTY = {
  low: '',
  high: '',
  bestGuess: '',
  from: '',
  to: '',
  where: '',
  position: '',
  radius: '',
  label: '',
  account: '',
  asOf: '',
  basis: undefined,
  source: '',
  locator: '',
  reliability: '',
  credibility: '',
  text: '',
  reason: '',
  revealBy: undefined,
  revealByIn: '',
};

/** @param {import('../../app/view.js').View} view */
export function claimDialog(view) {
  const {words, act} = view;
  const draft = view.draft('state-claim');
  const {purpose, matter, old, property} = draft;
  const value = typedValue(view, draft, property);
  const sourced = draft.behalf === 'own' || Boolean(draft.source?.trim());
  const ends = purpose !== 'supersede' || Boolean(draft.reason?.trim());
  const ready = Boolean(value && sourced && ends && (purpose !== 'seal' || draft.revealBy));
  return dialog(view, {
    wide: true,
    title: words.text(`claimForm.title.${purpose}`),
    body: form(view, 'state-claim', {
      ready,
      button: words.text(`claimForm.send.${purpose}`),
      send: () => act.send('state-claim', {...sending(draft, claimFrom(view, draft, value)), said: `said.claim.${purpose}`}),
      fields: html`
        <p class="notice">${words.rich(`claimForm.means.${purpose}`, {side: view.nameOf(view.peer)})}</p>
        ${old ? html`<div class="old-claim">${claimSaid(view, old)}</div>` : nothing}
        <div class="fields">
          ${old
            ? nothing
            : choice(view, 'state-claim', {
                name: 'property',
                label: words.text('claimForm.property'),
                options: Object.keys(PROPERTIES).map((code) => [code, words.of('claimProperty', code)]),
              })}
          ${old
            ? nothing
            : choice(view, 'state-claim', {
                name: 'behalf',
                label: words.text('claimForm.behalf'),
                options: Object.keys(BASES).map((code) => [code, words.of('behalf', code)]),
                also: () => ({basis: undefined}),
              })}
        </div>
        ${valueFields(view, 'state-claim', property, Boolean(old))}
        <div class="fields">
          ${instantField(view, 'state-claim', {name: 'asOf', label: words.text('claimForm.asOf')})}
          ${draft.behalf === 'own'
            ? choice(view, 'state-claim', {
                name: 'basis',
                label: words.text('claimForm.basis'),
                options: BASES.own.map((code) => [code, words.of('basis', code)]),
              })
            : nothing}
        </div>
        <div class="fields">
          ${field(view, 'state-claim', {name: 'source', label: words.text('claimForm.source'), hint: words.text('claimForm.sourceHint'), required: draft.behalf !== 'own', maxlength: 200})}
          ${field(view, 'state-claim', {name: 'locator', label: words.text('claimForm.locator'), maxlength: 300})}
        </div>
        <div class="fields">
          ${grade(view, 'reliability', RELIABILITY.map((code) => [code, words.of('reliability', code)]))}
          ${grade(view, 'credibility', CREDIBILITY.map((code) => [code, words.of('credibility', code)]))}
        </div>
        <p class="hint">${words.text('claimForm.gradingHint')}</p>
        ${field(view, 'state-claim', {name: 'text', label: words.text('claimForm.words'), kind: 'area', maxlength: 2000})}
        ${languageField(view, 'state-claim')}
        ${purpose === 'supersede' ? reasonField(view, 'state-claim') : nothing}
        ${purpose === 'seal'
          ? html`<div class="field">
              ${until(view, 'state-claim', {
                name: 'revealBy',
                label: words.text('claimForm.revealBy'),
                none: words.text('claimForm.choose'),
                hours: REVEALS,
                hint: words.text('claimForm.revealByHint'),
              })}
            </div>`
          : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {'reliability' | 'credibility'} name
 * @param {[string, string][]} codes each with its word
 */
function grade(view, name, codes) {
  const {words} = view;
  return choice(view, 'state-claim', {
    name,
    label: words.text(`claimForm.${name}`),
    options: [['', words.text('claimForm.notGraded')], ...codes],
  });
}

/**
 * In which language the words are.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function languageField(view, draft) {
  return choice(view, draft, {
    name: 'language',
    label: view.words.text('propose.language'),
    options: Object.entries(LANGUAGES).map(([tag, language]) => [tag, language.own]),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function reasonField(view, draft) {
  return field(view, draft, {name: 'reason', label: view.words.text('claimForm.reason'), hint: view.words.text('claimForm.reasonHint'), kind: 'area', required: true, maxlength: 2000});
}

/**
 * What a person wrote, as it is signed.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {string} name
 */
export function typedWords(view, draft, name) {
  const text = draft[name]?.trim();
  return text ? {lang: draft.language ?? view.words.language, text} : undefined;
}

/**
 * The claim as it is signed (09-2.1).
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {any} value
 */
function claimFrom(view, draft, value) {
  const {behalf, source, locator, reliability, credibility, property} = draft;
  const bases = BASES[/** @type {keyof typeof BASES} */ (behalf)];
  const words = typedWords(view, draft, 'text');
  const now = new Date(Math.floor(view.now / 60_000) * 60_000).toISOString();
  return {
    as_of: typedInstant(draft.asOf) ?? now,
    property,
    provenance: {
      basis: bases.includes(draft.basis) ? draft.basis : bases[0],
      behalf,
      ...(reliability && credibility ? {grading: reliability + credibility} : {}),
      ...(source?.trim() ? {sources: [{name: source.trim(), ...(locator?.trim() ? {locator: locator.trim()} : {})}]} : {}),
    },
    value,
    ...(words ? {words: [words]} : {}),
  };
}

/**
 * @param {Record<string, any>} draft
 * @param {any} claim
 */
function sending(draft, claim) {
  const {purpose, matter, old, reason, language, revealBy} = draft;
  switch (purpose) {
    case 'seal':
      return {path: '/inquiry/seals', body: {matter: matter.matter, claim, revealBy}};
    case 'supersede':
      return {
        path: '/statements',
        body: {kind: 'inquiry.claim_superseded', body: {claim, old: old.id, reason: {lang: language, text: reason.trim()}}},
      };
    default:
      return {path: '/statements', body: {kind: 'inquiry.claim_stated', body: {claim, matter: matter.id}}};
  }
}

/** @param {import('../../app/view.js').View} view */
export function withdrawClaimDialog(view) {
  const {words, act} = view;
  const draft = view.draft('withdraw-claim');
  return dialog(view, {
    title: words.text('withdrawClaim.title'),
    body: form(view, 'withdraw-claim', {
      ready: Boolean(draft.reason?.trim()),
      button: words.text('withdrawClaim.send'),
      send: () =>
        act.send('withdraw-claim', {
          path: '/statements',
          body: {kind: 'inquiry.claim_withdrawn', body: {claim: draft.about.id, reason: typedWords(view, draft, 'reason')}},
          said: 'said.claim.withdrawn',
        }),
      fields: html`<p class="notice">${words.text('withdrawClaim.means')}</p>
        ${claimSaid(view, draft.about)} ${reasonField(view, 'withdraw-claim')} ${languageField(view, 'withdraw-claim')}`,
    }),
  });
}

/** @param {import('../../app/view.js').View} view */
export function revealDialog(view) {
  const {words, act} = view;
  const {seal} = view.draft('reveal-claim');
  return dialog(view, {
    title: html`${words.text('revealClaim.title')} <bdi class="code quiet">${seal.seal}</bdi>`,
    body: form(view, 'reveal-claim', {
      button: words.text('revealClaim.send'),
      send: () => act.send('reveal-claim', {path: `/inquiry/seals/${seal.seal}/reveal`, said: 'said.claim.revealed'}),
      fields: html`<p class="notice">${words.rich('revealClaim.means', {side: view.nameOf(view.peer)})}</p>
        <dl class="pairs">
          <div><dt>${words.text('seals.sealedAt')}</dt><dd>${atLength(view, seal.sealedAt)}</dd></div>
          <div><dt>${words.text('seals.commitment')}</dt><dd><bdi class="code hash">${seal.commitment}</bdi></dd></div>
        </dl>`,
    }),
  });
}
