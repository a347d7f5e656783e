import {html} from '../../lib/lit-html/lit-html.js';
import {KEYS} from '../app/keys.js';
import {dialog} from '../parts/dialog.js';

/**
 * The key map on one page; each key can be changed here, or emptied to switch it off.
 * @param {import('../app/view.js').View} view
 */
export function helpDialog(view) {
  const {words, settings, act} = view;
  const change = (/** @type {string} */ name, /** @type {string} */ key) =>
    act.prefer({keys: {...settings.keys, [name]: key.slice(-1).toLowerCase()}});
  return dialog(view, {
    title: words.text('help.title'),
    body: html`<div class="stack">
      <table class="keys">
        <thead>
          <tr>
            <th scope="col">${words.text('help.key')}</th>
            <th scope="col">${words.text('help.act')}</th>
          </tr>
        </thead>
        <tbody>
          ${Object.keys(KEYS).map(
            (name) => html`<tr>
              <td>
                <input
                  class="key"
                  dir="ltr"
                  maxlength="2"
                  autocomplete="off"
                  aria-label=${words.text(`keys.${name}`)}
                  .value=${settings.keys[name].toUpperCase()}
                  @input=${(/** @type {any} */ event) => change(name, event.target.value)}
                />
              </td>
              <td>${words.text(`keys.${name}`)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="hint">${words.text('help.hint')}</p>
      <footer>
        <button @click=${() => act.prefer({keys: {...KEYS}})}>${words.text('help.reset')}</button>
        <button class="first" @click=${() => act.close()}>${words.text('dialog.close')}</button>
      </footer>
    </div>`,
  });
}
