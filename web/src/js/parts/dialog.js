import {html} from '../../lib/lit-html/lit-html.js';
import {ref} from '../../lib/lit-html/directives/ref.js';
import {icon} from './icon.js';

/**
 * A modal dialog. The browser keeps the focus inside, gives it back on closing, and closes on Escape.
 *
 * @param {import('../app/view.js').View} view
 * @param {{title: unknown, body: unknown, wide?: boolean}} content
 */
export function dialog(view, {title, body, wide}) {
  return html`<dialog
    class=${wide ? 'wide' : ''}
    aria-labelledby="dialog-title"
    ${ref(showModal)}
    @close=${() => view.act.close()}
  >
    <div>
      <header>
        <h1 id="dialog-title">${title}</h1>
        <button
          type="button"
          class="bare icon"
          aria-label=${view.words.text('dialog.close')}
          @click=${() => view.act.close()}
        >
          ${icon('close')}
        </button>
      </header>
      ${body}
    </div>
  </dialog>`;
}

/**
 * Opens it with the focus on the first thing to answer, not on the way out.
 * @param {Element | undefined} element
 */
function showModal(element) {
  if (element instanceof HTMLDialogElement && !element.open) {
    queueMicrotask(() => {
      if (element.isConnected) {
        element.showModal();
        const first = element.querySelector('form :is(input, textarea, select):enabled');
        if (first instanceof HTMLElement) {
          first.focus();
        }
      }
    });
  }
}
