import {html} from '../../lib/lit-html/lit-html.js';

/**
 * A part of the page and the style sheets of chapters that it wears. A sheet stays on the page once it was fetched; below
 * this element, and nowhere else, its rules count, so no chapter dresses another, whatever was visited before.
 *
 * @param {string[]} sheets
 * @param {unknown} content
 */
export const dressed = (sheets, content) => html`<div class="dressed" data-sheets=${sheets.join(' ')}>${content}</div>`;
