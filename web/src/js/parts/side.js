import {html} from '../../lib/lit-html/lit-html.js';

/**
 * A side's badge: its letter in a box, filled when it is ours. The letters are the same on both nodes.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} id
 */
export function side(view, id) {
  const party = view.party(id);
  return html`<span class="side ${party.id === view.ours.id ? 'ours' : ''}" role="img" aria-label=${view.nameOf(party)}
    >${party.letter}</span
  >`;
}
