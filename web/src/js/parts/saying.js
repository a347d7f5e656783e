import {html} from '../../lib/lit-html/lit-html.js';

/**
 * What kind of thing an entry is, in one plain sentence of the officer's language. Both sides' entries get the same
 * words; a kind this console does not know is shown as it is, never hidden.
 *
 * @param {import('../app/view.js').View} view
 * @param {{kind: string, by: import('../app/types.js').Author}} entry
 */
export function saying(view, {kind, by}) {
  const {words} = view;
  const key = `kind.${kind}`;
  if (!(key in words.catalogue)) {
    return html`<bdi class="code">${kind}</bdi>`;
  }
  const party = view.party(by.party);
  return words.rich(key, {
    side: view.nameOf(party),
    other: view.nameOf(view.parties.find((candidate) => candidate.id !== by.party) ?? party),
  });
}
