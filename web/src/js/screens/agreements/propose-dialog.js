import {html} from '../../../lib/lit-html/lit-html.js';
import {capacities, MEMORANDUM, SIGNATORY} from '../../app/agreements.js';
import {kindOf} from '../../parts/act.js';
import {FORMS} from './forms.js';
import {proposing} from './proposing.js';

/**
 * Proposing: the first signature under a text. What an act of one kind says is written in the form of its kind; what a
 * proposal means, who signs it and when it is taken back by itself is the same for all.
 */

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
