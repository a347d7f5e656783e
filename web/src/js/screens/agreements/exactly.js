import {html} from '../../../lib/lit-html/lit-html.js';
import {termWord} from '../../parts/act.js';
import {judgeLeaf, leafVerdict} from '../../parts/leaf.js';
import {plainly, termsOf} from '../../parts/terms.js';

/**
 * The very bytes under signature: the entry, and its body.
 * @param {import('../../app/view.js').View} view
 * @param {string} bytes
 * @param {string} body empty where it is not here
 */
export function exactBytes(view, bytes, body) {
  const {words} = view;
  return html`<p class="label" id="exact-bytes">${words.text('agreement.note')}</p>
      <pre tabindex="0" class="exact" role="region" aria-labelledby="exact-bytes">${plainly(bytes)}</pre>
      <p class="label" id="exact-body">${words.text('agreement.body')}</p>
      ${body
        ? html`<pre tabindex="0" class="exact" role="region" aria-labelledby="exact-body">${plainly(body)}</pre>`
        : html`<p>${words.text('entry.noBody')}</p>`}`;
}

/**
 * The text and its bytes inside the dialog in which it is signed, for a screen that does not show them.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActDetail} detail
 */
export function exactly(view, {act, bytes, body}) {
  const {words} = view;
  return html`${leafVerdict(view, judgeLeaf(view, bytes, act.leaf))}
    <section class="text-to-sign" aria-label=${words.text('agreement.terms')}>${termsOf(view, act.terms, (name) => termWord(view, name))}</section>
    <details class="exactly">
      <summary>${words.text('agreement.exact')}</summary>
      ${exactBytes(view, bytes, body)}
    </details>`;
}
