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
  const {words} = view;
  const draft = view.draft('propose');
  const {kind} = draft;
  const about = aboutOf(draft);
  const terms = FORMS[kind].terms(view, draft);
  return proposing(view, 'propose', {
    kind,
    roles: [SIGNATORY],
    title:
      kind === MEMORANDUM
        ? words.text(`propose.title.${about}`)
        : html`${words.text(`propose.anyTitle.${about}`)} <span class="quiet">${kindOf(view, kind)}</span>`,
    ready: Boolean(terms),
    terms: () => terms,
    fields: FORMS[kind].fields(view),
  });
}

/** @param {Record<string, any>} draft */
const aboutOf = ({counters, supersedes}) => (counters ? 'counters' : supersedes ? 'supersedes' : 'new');

/**
 * A proposal of whatever kind: what the signature means, the terms, the end that is announced, and in which role one
 * signs. A draft may name the act it `counters` or `supersedes`.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the draft
 * @param {object} content
 * @param {string} content.kind of act
 * @param {string[]} content.roles in which it can be signed
 * @param {unknown} content.title
 * @param {boolean} content.ready whether the terms are whole
 * @param {() => object | undefined} content.terms as they are signed
 * @param {unknown} content.fields
 */
export function proposing(view, name, {kind, roles, title, ready, terms, fields}) {
  const {words, act} = view;
  const draft = view.draft(name);
  const able = capacities(view, roles, kind);
  const as = chosenCapacity(draft, able);
  const side = view.nameOf(view.peer);
  const about = aboutOf(draft);
  return dialog(view, {
    wide: true,
    title,
    body: form(view, name, {
      ready: Boolean(ready && as),
      button: words.rich('propose.send', {side}),
      send: () => act.send(name, {path: '/acts', body: {kind, terms: terms(), ...around(draft), ...signedAs(as)}, said: 'said.proposed'}),
      fields: html`
        <ul class="consequences">
          ${['signed', 'binds', 'forGood'].map((what) => html`<li>${words.rich(`propose.means.${what}`, {side})}</li>`)}
          ${about === 'new'
            ? nothing
            : html`<li>${words.rich(`propose.means.${about}`, {act: html`<bdi class="code">${draft[about].act}</bdi>`})}</li>`}
        </ul>
        ${fields}
        <div class="field">
          ${until(view, name, {
            name: 'expires',
            label: words.text('propose.expires'),
            hint: words.text('propose.expiresHint'),
            none: words.text('propose.noExpiry'),
            hours: EXPIRIES,
          })}
        </div>
        ${capacityField(view, name, able)}
      `,
    }),
  });
}

/** @param {Record<string, any>} draft */
function around({expires, counters, supersedes}) {
  const shown = (/** @type {import('./forms.js').Named} */ {act, leaf}) => ({act, leaf});
  return {
    ...(expires ? {expires} : {}),
    ...(counters ? {counters: shown(counters)} : {}),
    ...(supersedes ? {supersedes: shown(supersedes)} : {}),
  };
}
