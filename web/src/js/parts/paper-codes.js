import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {qr} from './qr.js';
import {refusal} from './refusal.js';

/**
 * The codes of an entry, each with what it holds and its number, and how to use them.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {boolean} internal
 */
export function codes(view, name, internal) {
  const {words} = view;
  const reading = view.feed.read(`/record/entries/${name}/paper`);
  /** @type {import('../app/types.js').EntryPaper | undefined} */
  const found = reading.data;
  if (!found) {
    return reading.refused ? refusal(view, reading.refused) : html`<p>${words.text('shell.loading')}</p>`;
  }
  const means = isProven(found.codes) ? 'paper.checkMeans' : internal ? 'paper.internalMeans' : 'paper.notYet';
  return html`<section class="codes-on-paper">
    <h2>${words.text('paper.check')}</h2>
    <p>${words.text(means)}</p>
    ${symbols(view, found.codes)} ${checking(view, found)}
  </section>`;
}

/**
 * What is typed to check them, and the keys by which.
 * @param {import('../app/view.js').View} view
 * @param {{policy?: string, command: string}} paper
 */
export function checking({words}, {policy, command}) {
  return policy
    ? html`<pre class="small">${command}</pre>
        <p class="small">${words.text('paper.keysMeans')}</p>
        <pre class="small keys-on-paper">${policy}</pre>`
    : nothing;
}

/**
 * Whether the proof is among them.
 * @param {import('../app/types.js').PaperCode[]} found
 */
export const isProven = (found) => found.some((code) => code.holds === 'proof');

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').PaperCode[]} found
 */
export function symbols(view, found) {
  return html`<ul class="qr-codes">
    ${found.map((code) => symbol(view, code))}
  </ul>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').PaperCode} code
 */
function symbol(view, {holds, part, of, modules, bits}) {
  const {words} = view;
  const what = words.text(`paper.holds.${holds}`);
  const number = of > 1 ? words.text('paper.part', {part, of}) : '';
  return html`<li>
    ${qr(`${what} ${number}`, modules, bits)}
    <p><b>${what}</b> ${number}</p>
  </li>`;
}
