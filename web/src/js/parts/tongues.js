import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {plainly} from './terms.js';

/**
 * What was said in one to four languages, every one as it was written: ours first where it is among them.
 *
 * @param {import('../app/view.js').View} view
 * @param {Record<string, string> | undefined} said by language
 */
export function wording(view, said) {
  const all = Object.entries(said ?? {}).sort(
    ([a], [b]) => Number(b === view.words.language) - Number(a === view.words.language),
  );
  return all.map(
    ([language, text]) => html`<p class="text wording" dir="auto" lang=${language}>
      ${all.length > 1 ? html`<bdi class="code tag">${language}</bdi>` : nothing} ${plainly(text)}
    </p>`,
  );
}

/**
 * The same in one line, as a name: in our language, or else as it was written first.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, string>} [said]
 */
export function inALine(view, said = {}) {
  const language = view.words.language in said ? view.words.language : Object.keys(said)[0];
  return html`<span dir="auto" lang=${language ?? nothing}>${plainly(said[language] ?? '')}</span>`;
}

/**
 * Words as they are sent: in the language of the desk.
 * @param {import('../app/view.js').View} view
 * @param {string} text
 */
export const worded = (view, text) => ({[view.words.language]: text.trim()});
