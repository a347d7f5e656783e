import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {refusal} from '../../parts/refusal.js';

/**
 * The import of geography, whatever it is: what is in force; a file that is read, and how far; and what would be, which is
 * not in force before somebody puts it in place.
 */

const MIB = 1 << 20;

/** How often the console looks how far it is, in milliseconds. */
const POLL = 700;

/**
 * @typedef {object} Kind
 * @property {string} name such as `line`: names the drafts, `line-read` and `line-put`, and the words, `geo.line.…`
 * @property {string} path under the API
 * @property {string} [put] what is said when it was put in place
 * @property {string} [back] what is said when it was taken back
 *
 * @typedef {object} Refusal
 * @property {number} [feature] nothing for all of the file together
 * @property {string} flaw
 * @property {string} sentence
 */

/**
 * Looks again now and then, while a file is read.
 * @param {import('../../app/view.js').View} view
 * @param {Kind} kind
 */
export function follow(view, {name, path}) {
  const {at} = view.feed.read(path);
  if (view.draft(`${name}-read`).busy && at && Date.now() - at > POLL) {
    view.feed.stale(path);
  }
}

/**
 * What is in force, and the way back to what was.
 * @param {import('../../app/view.js').View} view
 * @param {Kind} kind
 * @param {boolean} hasFormer
 * @param {unknown} body
 */
export function inForce(view, {name, path, back}, hasFormer, body) {
  const {words, act} = view;
  return html`<section class="panel" aria-labelledby="geo-held">
    <header>
      <h2 id="geo-held">${words.text(`geo.${name}.held`)}</h2>
      ${hasFormer
        ? html`<button class="push" data-offer="take-back" @click=${() => act.send(`${name}-put`, {path: `${path}/former`, body: {}, said: back})}>
            ${words.text(`geo.${name}.takeBack`)}
          </button>`
        : nothing}
    </header>
    <div class="body stack">${body} ${refusal(view, view.draft(`${name}-put`).refused)}</div>
  </section>`;
}

/**
 * Where a file is chosen, or how far the one is that is read.
 * @param {import('../../app/view.js').View} view
 * @param {Kind} kind
 * @param {object} reading
 * @param {number} [reading.readingBytes]
 * @param {string} [reading.query] behind the address
 * @param {boolean} reading.ready whether a file can be read now
 * @param {unknown} reading.fields what is asked for beside the file, or why none can be read
 */
export function reading(view, {name, path}, {readingBytes, query = '', ready, fields}) {
  const {words} = view;
  const {busy, refused} = view.draft(`${name}-read`);
  return busy
    ? progress(view, name, readingBytes ?? 0)
    : html`<section class="panel" aria-labelledby="geo-read">
        <header><h2 id="geo-read">${words.text('survey.read')}</h2></header>
        <div class="body stack">
          <p class="hint">${words.text(`geo.${name}.means`)}</p>
          ${fields}
          <p>
            <label class="button file-button">
              ${words.text('survey.choose')}
              <input
                type="file"
                accept=".geojson,.json,application/geo+json,application/json"
                ?disabled=${!ready}
                @change=${(/** @type {any} */ {target}) => {
                  const [file] = target.files ?? [];
                  target.value = '';
                  send(view, name, `${path}/draft${query}`, file);
                }}
              />
            </label>
          </p>
          ${refusal(view, refused)}
        </div>
      </section>`;
}

/**
 * Has the node read a file.
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {string} path
 * @param {Blob} [file]
 */
export function send(view, name, path, file) {
  if (file) {
    view.act.edit(`${name}-read`, {size: file.size});
    view.act.send(`${name}-read`, {path, body: file});
  }
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {number} done
 */
function progress(view, name, done) {
  const {words} = view;
  const size = Number(view.draft(`${name}-read`).size ?? 0);
  return html`<section class="panel">
    <div class="body stack">
      <p role="status">${words.text('survey.reading', {done: words.decimal(done / MIB), size: words.decimal(size / MIB)})}</p>
      <progress max=${size || 1} .value=${done} aria-label=${words.text('survey.progress')}></progress>
    </div>
  </section>`;
}

/**
 * What would be, with the buttons that put it in place or throw it away.
 * @param {import('../../app/view.js').View} view
 * @param {Kind} kind
 * @param {string | undefined} sha256 by which it is put in place; nothing when it cannot be
 * @param {unknown} body
 */
export function preview(view, {name, path, put}, sha256, body) {
  const {words, act} = view;
  return html`<section class="panel ground-preview" aria-labelledby="geo-preview">
    <header>
      <h2 id="geo-preview">${words.text('survey.preview')}</h2>
      <span class="tag dashed">${words.text('survey.notInForce')}</span>
      <button class="push" data-offer="discard" @click=${() => act.send(`${name}-put`, {method: 'DELETE', path: `${path}/draft`})}>${words.text('survey.discard')}</button>
      ${sha256
        ? html`<button class="first" data-offer="put" @click=${() => act.send(`${name}-put`, {path, body: {sha256}, said: put})}>
            ${words.text('survey.put')}
          </button>`
        : nothing}
    </header>
    <div class="body stack">${body}</div>
  </section>`;
}

/**
 * What is wrong, feature by feature, and what to do about it.
 * @param {import('../../app/view.js').View} view
 * @param {string} title
 * @param {Refusal[]} some
 */
export function refusals({words}, title, some) {
  return html`<div class="refusal ground-refusals" role="status">
    <p><strong>${title}</strong></p>
    <ol>
      ${some.map(
        ({feature, flaw, sentence}) => html`<li>
          ${feature ? words.text('survey.feature', {n: feature}) : nothing} ${flaw === 'other' ? html`<span dir="auto" lang="en">${sentence}</span>` : words.of('surveyFlaw', flaw)}
        </li>`,
      )}
    </ol>
  </div>`;
}
