import {html} from '../../../lib/lit-html/lit-html.js';
import {proposing} from '../agreements/proposing.js';
import {certificate} from './certificate.js';
import {rolesFor} from './known.js';

const DRAFT = 'market-match';
const KIND = 'barter_match';

/**
 * Proposes what this node has found; in the place of a match in force, if there is one.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketFound} found
 * @param {import('./market-types.js').MarketMatchAct | undefined} before
 */
export function openMatch(view, found, before) {
  const supersedes = before?.stage === 'effective' ? {act: before.act, leaf: before.leaf} : undefined;
  view.act.open(DRAFT, {found, supersedes, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function matchDialog(view) {
  const {words} = view;
  /** @type {{found: import('./market-types.js').MarketFound}} */
  const {found} = /** @type {any} */ (view.draft(DRAFT));
  return proposing(view, DRAFT, {
    kind: KIND,
    roles: rolesFor(view, KIND),
    title: words.text('matchForm.title'),
    means: html`<li>${words.text('matchForm.moves')}</li>
      <li>${words.rich('matchForm.checked', {side: view.nameOf(view.peer)})}</li>`,
    ready: true,
    terms: () => found.terms,
    fields: html`${certificate(view, found.match, found.unit)}
      <p>${words.text('matchForm.pairs', {count: found.match.placed.length, left: found.match.unmet.length})}</p>`,
  });
}
