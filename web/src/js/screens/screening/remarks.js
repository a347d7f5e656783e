import {html, nothing} from '../../../lib/lit-html/lit-html.js';

/**
 * What of a file could not be read, record by record.
 * @param {import('../../app/view.js').View} view
 * @param {any[]} all of the contract: `FileRemark`
 * @param {boolean} isAll whether there are no more
 */
export function remarks({words}, all, isAll) {
  return all.length
    ? html`<div class="refusal">
        <p><strong>${words.text('fileRemarks.title', {count: all.length})}</strong></p>
        <ul class="remarks">
          ${all.slice(0, 100).map(
            (one) => html`<li>
              <bdi class="code">${words.text('fileRemarks.line', {line: one.line})}</bdi> ${one.reference ? html`<bdi class="code">${one.reference}</bdi>` : nothing} ${words.of('fileRemark', one.code)}
              ${one.detail ? html`<span class="quiet" dir="auto">${one.detail}</span>` : nothing}
            </li>`,
          )}
        </ul>
        ${isAll && all.length <= 100 ? nothing : html`<p>${words.text('fileRemarks.more')}</p>`}
      </div>`
    : html`<p class="quiet">${words.text('fileRemarks.none')}</p>`;
}
