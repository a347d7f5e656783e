import {html, nothing} from '../../lib/lit-html/lit-html.js';

/**
 * Why the node did not do it, in the officer's language where the code is known, and what to do next. There is never a
 * "try again" that cannot help.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/api.js').Refused | undefined} refused
 */
export function refusal(view, refused) {
  if (!refused) {
    return nothing;
  }
  const {problem} = refused;
  const {words} = view;
  const known = `refusal.${problem.code}` in words.catalogue;
  return html`<div class="refusal" role="alert">
    <p><strong>${known ? words.of('refusal', problem.code) : problem.sentence}</strong></p>
    ${problem.detail ? html`<p dir="auto">${problem.detail}</p>` : nothing}
    ${problem.fields?.map((field) => html`<p><bdi class="code">${field.name}</bdi> <span dir="auto">${field.problem}</span></p>`)}
    ${problem.help && !known ? html`<p class="quiet" dir="auto">${problem.help}</p>` : nothing}
    <p class="quiet small">${words.of('retry', problem.retry)} <bdi class="code">${problem.code}</bdi></p>
  </div>`;
}

/**
 * What stands in the place of data that is not here yet, or could not be had.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/feed.js').Reading} reading
 */
export function notHere(view, reading) {
  return reading.refused
    ? refusal(view, reading.refused)
    : html`<p class="empty" role="status">${view.words.text('shell.loading')}</p>`;
}
