import {html} from '../../lib/lit-html/lit-html.js';
import {refusal} from './refusal.js';

/**
 * The form inside a dialog: its fields, what the node said against it, and one button.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft name of the draft it fills
 * @param {{fields: unknown, button: unknown, ready?: boolean, send: () => void}} form
 */
export function form(view, draft, {fields, button, ready = true, send}) {
  const {busy, refused} = view.draft(draft);
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    send();
  };
  return html`<form class="stack" @submit=${submit}>
    ${fields} ${refusal(view, refused)}
    <footer>
      <button type="button" @click=${() => view.act.close()}>${view.words.text('dialog.back')}</button>
      <button class="first" ?disabled=${!ready || busy}>${button}</button>
    </footer>
  </form>`;
}
