import {html} from '../../../lib/lit-html/lit-html.js';
import {letterhead, sheetFoot} from '../../parts/sheet.js';

/**
 * What stands on paper above and below a page of posture, and on no screen: whose it is, that it is for own eyes, and
 * when and by whom it was printed.
 *
 * @param {import('../../app/view.js').View} view
 * @param {unknown} page
 */
export function onPaper(view, page) {
  return html`<div class="on-paper">${letterhead(view, {of: view.nameOf(view.ours), stamp: view.words.text('planner.ownEyes')})}</div>
    ${page}
    <div class="on-paper">${sheetFoot(view)}</div>`;
}
