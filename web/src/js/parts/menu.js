import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {icon} from './icon.js';

/**
 * What else can be done about one thing, out of the way until it is wanted. It closes when the focus leaves it.
 *
 * @param {unknown} label what it is about, for those who hear it
 * @param {{word: unknown, open: () => void}[]} acts
 */
export function menu(label, acts) {
  return acts.length
    ? html`<details class="menu" @focusout=${shut}>
        <summary aria-label=${label}>${icon('more')}</summary>
        <ul>
          ${acts.map((act) => html`<li><button class="bare" @click=${act.open}>${act.word}</button></li>`)}
        </ul>
      </details>`
    : nothing;
}

/** @param {FocusEvent} event */
function shut(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (!menu.contains(/** @type {Node | null} */ (event.relatedTarget))) {
    menu.open = false;
  }
}
