import {html, nothing} from '../../lib/lit-html/lit-html.js';

/**
 * One labelled field of a draft. Its text is kept in the draft at every key press, so that closing a dialog, losing the
 * session or a refusal never loses a word.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft name of the draft
 * @param {object} field
 * @param {string} field.name name within the draft
 * @param {unknown} field.label
 * @param {unknown} [field.hint]
 * @param {'line' | 'area' | 'code' | 'password'} [field.kind] `code` runs left to right in every language
 * @param {boolean} [field.required]
 * @param {number} [field.maxlength]
 * @param {string} [field.list] id of a datalist
 * @param {boolean} [field.disabled]
 * @param {(value: string) => Record<string, any>} [field.also] what else in the draft changes with it
 */
export function field(view, draft, {name, label, hint, kind = 'line', required = false, maxlength, list, disabled = false, also}) {
  const id = `${draft.split(' ')[0]}-${name}`;
  const value = view.draft(draft)[name] ?? '';
  const keep = (/** @type {any} */ {target}) => view.act.edit(draft, {[name]: target.value, ...also?.(target.value)});
  const direction = kind === 'code' || kind === 'password' ? 'ltr' : written(view, value);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${kind === 'area'
      ? html`<textarea
          id=${id}
          dir=${direction}
          maxlength=${maxlength ?? nothing}
          ?required=${required}
          ?disabled=${disabled}
          .value=${value}
          @input=${keep}
        ></textarea>`
      : html`<input
          id=${id}
          dir=${direction}
          type=${kind === 'password' ? 'password' : 'text'}
          maxlength=${maxlength ?? nothing}
          list=${list ?? nothing}
          autocomplete="off"
          ?required=${required}
          ?disabled=${disabled}
          .value=${value}
          @input=${keep}
        />`}
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
  </div>`;
}

/**
 * Direction of a field: that of what is written in it, and of the page while nothing is.
 * @param {import('../app/view.js').View} view
 * @param {string | undefined} value
 */
export function written(view, value) {
  return value ? 'auto' : view.words.rules.direction;
}

/**
 * A choice of one out of a few words.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {object} field
 * @param {string} field.name
 * @param {string} field.label
 * @param {[value: string, word: string][]} field.options
 * @param {(value: string) => Record<string, any>} [field.also] what else in the draft changes with it
 */
export function choice(view, draft, {name, label, options, also}) {
  const id = `${draft.split(' ')[0]}-${name}`;
  const chosen = view.draft(draft)[name] ?? options[0][0];
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(/** @type {any} */ event) => view.act.edit(draft, {[name]: event.target.value, ...also?.(event.target.value)})}>
      ${options.map(([value, word]) => html`<option value=${value} ?selected=${value === chosen}>${word}</option>`)}
    </select>
  </div>`;
}
