import {html} from '../../lib/lit-html/lit-html.js';

/**
 * A choice of any number out of a few words, each a button that stays pressed; kept in the draft as a list of codes.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: unknown, options: [code: string, word: unknown][], initial?: string[]}} toggles those of
 *   `initial` are pressed until somebody chooses
 */
export function toggles(view, draft, {name, label, options, initial = []}) {
  /** @type {string[]} */
  const chosen = view.draft(draft)[name] ?? initial;
  const toggle = (/** @type {string} */ code) =>
    view.act.edit(draft, {[name]: chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]});
  return html`<fieldset class="field">
    <legend>${label}</legend>
    <div class="row">
      ${options.map(
        ([code, word]) => html`<button type="button" aria-pressed=${chosen.includes(code)} @click=${() => toggle(code)}>
          ${word}
        </button>`,
      )}
    </div>
  </fieldset>`;
}
