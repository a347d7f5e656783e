import {html} from '../../lib/lit-html/lit-html.js';
import {icon} from './icon.js';

/**
 * The leaf hash of an entry: what a signature under an act names. It is computed here once more, from the very bytes
 * that are on the screen, so that an officer need not take the node's word for what they sign.
 */

/** What has been computed, by the bytes: a hash, or nothing while it is on its way. @type {Map<string, string | undefined>} */
const computed = new Map();

/** Acts that are looked at in one sitting. */
const KEEP = 64;

/**
 * Whether the bytes have that leaf hash; `unknown` while it is being computed, or where the browser does not compute
 * hashes because the page was not served securely.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} bytes
 * @param {string} leaf in base64
 * @returns {'same' | 'other' | 'unknown'}
 */
export function judgeLeaf(view, bytes, leaf) {
  if (!globalThis.crypto?.subtle) {
    return 'unknown';
  }
  if (!computed.has(bytes)) {
    if (computed.size >= KEEP) {
      computed.clear();
    }
    computed.set(bytes, undefined);
    compute(bytes).then((hash) => {
      computed.set(bytes, hash);
      view.act.redraw();
    });
  }
  const hash = computed.get(bytes);
  return hash === undefined ? 'unknown' : hash === leaf ? 'same' : 'other';
}

/**
 * SHA-256 of a zero byte and the bytes, as RFC 6962 has it for a leaf.
 * @param {string} text
 */
async function compute(text) {
  const bytes = new TextEncoder().encode(text);
  const leaf = new Uint8Array(bytes.length + 1);
  leaf.set(bytes, 1);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', leaf));
  return btoa(String.fromCharCode(...hash));
}

/**
 * The hash in groups of four, to be compared by eye or read to somebody.
 * @param {import('../app/view.js').View} view
 * @param {string} leaf
 */
export function leafInGroups(view, leaf) {
  const groups = leaf.match(/.{1,4}/g) ?? [];
  return html`<p class="leaf" dir="ltr" role="group" aria-label=${view.words.text('entry.leaf')}>
    ${groups.map((group) => html`<span>${group}</span>`)}
  </p>`;
}

/**
 * What came of computing it here.
 * @param {import('../app/view.js').View} view
 * @param {'same' | 'other' | 'unknown'} verdict
 */
export function leafVerdict(view, verdict) {
  const {words} = view;
  return verdict === 'other'
    ? html`<p class="refusal" role="alert"><strong>${words.text('agreement.leaf.other')}</strong></p>`
    : html`<p class="verdict ${verdict === 'same' ? '' : 'quiet'}">
        ${icon(verdict === 'same' ? 'check' : 'clock')} <span>${words.text(`agreement.leaf.${verdict}`)}</span>
      </p>`;
}
