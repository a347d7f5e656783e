import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {BARTER, to} from '../../app/route.js';

/** What the pages of the barter account have in common. */

/**
 * The title, the pages, and what can be done here.
 * @param {import('../../app/view.js').View} view
 * @param {typeof BARTER[number]} here
 * @param {unknown} [acts]
 */
export function barterHead(view, here, acts = nothing) {
  const {words} = view;
  return html`<header class="page-head off-paper">
    <h1>${words.text('barter.title')}</h1>
    <nav class="choice" aria-label=${words.text('barter.parts')}>
      ${BARTER.map(
        (name) => html`<a class="tab" href=${to(name)} aria-current=${here === name ? 'page' : nothing}>${words.of('barterPart', name)}</a>`,
      )}
    </nav>
    ${acts}
  </header>`;
}
