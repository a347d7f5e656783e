import {html, nothing} from '../../lib/lit-html/lit-html.js';

/**
 * Why something that was signed comes to nothing: the sentence in the reader's language, and its code.
 * @param {import('../app/view.js').View} view
 * @param {{code: string, sentence: string} | undefined} why nothing where there is no reason
 */
export function flaw({words}, why) {
  return why
    ? html`<p class="refusal">
        ${`refusal.${why.code}` in words.catalogue ? words.of('refusal', why.code) : html`<span dir="auto">${why.sentence}</span>`}
        <bdi class="code quiet small">${why.code}</bdi>
      </p>`
    : nothing;
}
