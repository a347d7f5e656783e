import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {capacities, MEMORANDUM, SIGNATORY} from '../../app/agreements.js';
import {kindOf} from '../../parts/act.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {until} from '../../parts/until.js';
import {capacityField, chosenCapacity, signedAs} from './act-dialogs.js';
import {FORMS} from './forms.js';

/**
 * Proposing: the first signature under a text. What an act of one kind says is written in the form of its kind; what a
 * proposal means, who signs it and when it is taken back by itself is the same for all.
 */

/** Announced ends that are offered, in hours. */
export const EXPIRIES = [1, 6, 24, 72, 240];

/**
 * Whether this officer can write proposals of a kind.
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 */
export const mayPropose = (view, kind) => kind in FORMS && capacities(view, [SIGNATORY], kind).length > 0;

/**
 * Opens a proposal: a fresh one, one that answers another, or one that is to take the place of one in force. An answer
 * begins with the words it answers; what was typed for the same purpose before is kept.
 *
 * @param {import('../../app/view.js').View} view
 * @param {object} [about]
 * @param {string} [about.kind]
 * @param {import('./forms.js').Named} [about.counters] the act it answers
 * @param {import('./forms.js').Named} [about.supersedes] the act whose place it is to take
 * @param {Record<string, any>} [about.given] terms to begin with, if it answers nothing
 */
export function openProposal(view, {kind = MEMORANDUM, counters, supersedes, given = {}} = {}) {
  const old = counters ?? supersedes;
  const purpose = `${kind} ${counters ? 'counters' : supersedes ? 'supersedes' : 'new'} ${old?.act ?? ''} ${JSON.stringify(given)}`;
  if (view.draft('propose').purpose !== purpose) {
    view.act.discard('propose');
  }
  const fresh = {purpose, kind, counters, supersedes, expiresIn: '', ...FORMS[kind].begin(view, {...given, ...old?.terms})};
  view.act.open('propose', {refused: undefined, ...(view.draft('propose').purpose === purpose ? {} : fresh)});
}

/** @param {import('../../app/view.js').View} view */
export function proposeDialog(view) {
  const {words, act} = view;
  const draft = view.draft('propose');
  const {kind} = draft;
  const able = capacities(view, [SIGNATORY], kind);
  const as = chosenCapacity(draft, able);
  const side = view.nameOf(view.peer);
  const about = draft.counters ? 'counters' : draft.supersedes ? 'supersedes' : 'new';
  const terms = FORMS[kind].terms(view, draft);
  return dialog(view, {
    wide: true,
    title:
      kind === MEMORANDUM
        ? words.text(`propose.title.${about}`)
        : html`${words.text(`propose.anyTitle.${about}`)} <span class="quiet">${kindOf(view, kind)}</span>`,
    body: form(view, 'propose', {
      ready: Boolean(terms && as),
      button: words.rich('propose.send', {side}),
      send: () => act.send('propose', {path: '/acts', body: proposal(draft, terms, as), said: 'said.proposed'}),
      fields: html`
        <ul class="consequences">
          ${['signed', 'binds', 'forGood'].map((what) => html`<li>${words.rich(`propose.means.${what}`, {side})}</li>`)}
          ${about === 'new'
            ? nothing
            : html`<li>${words.rich(`propose.means.${about}`, {act: html`<bdi class="code">${draft[about].act}</bdi>`})}</li>`}
        </ul>
        ${FORMS[kind].fields(view)}
        <div class="field">
          ${until(view, 'propose', {
            name: 'expires',
            label: words.text('propose.expires'),
            hint: words.text('propose.expiresHint'),
            none: words.text('propose.noExpiry'),
            hours: EXPIRIES,
          })}
        </div>
        ${capacityField(view, 'propose', able)}
      `,
    }),
  });
}

/**
 * @param {Record<string, any>} draft
 * @param {object | undefined} terms
 * @param {import('../../app/agreements.js').Capacity | undefined} as
 */
function proposal({kind, expires, counters, supersedes}, terms, as) {
  const shown = (/** @type {import('./forms.js').Named} */ {act, leaf}) => ({act, leaf});
  return {
    kind,
    terms,
    ...(expires ? {expires} : {}),
    ...(counters ? {counters: shown(counters)} : {}),
    ...(supersedes ? {supersedes: shown(supersedes)} : {}),
    ...signedAs(as),
  };
}
