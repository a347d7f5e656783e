import {html} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';

/**
 * Whether a value is itself what somebody wrote, and can be translated without more words.
 * @param {any} value as it was signed
 */
export const isProse = ({type}) => type === 'text';

/**
 * What a claim says in its own words, and each translation with the side that signed it.
 * @param {import('../../app/view.js').View} view
 * @param {any} detail of the contract: `ClaimDetail`
 */
export function claimWords(view, {words: originals, translations}) {
  const {words} = view;
  return html`${originals.map((/** @type {any} */ one) => html`<p>${saidIn(one)}</p>`)}
  ${translations.map(
    (/** @type {any} */ one) => html`<p data-translation=${one.entry}>
      ${saidIn(one.words)}
      <span class="quiet small">
        ${words.rich('claim.translatedBy', {side: view.nameOf(view.party(one.party))})} · ${atLength(view, one.at)} ·
        <a href=${toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
      </span>
    </p>`,
  )}`;
}

/**
 * Words, and in which language they are.
 * @param {{language: string, text: string}} one
 */
export const saidIn = ({language, text}) => html`<bdi class="code tag">${language}</bdi> <q dir="auto" lang=${language}>${plainly(text)}</q>`;
