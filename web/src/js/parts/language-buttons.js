import {html} from '../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../i18n/languages.js';

/**
 * A button for each language of the console, in its own name.
 * @param {string} current the language that is chosen
 * @param {(settings: {language: any}) => void} prefer
 */
export function languageButtons(current, prefer) {
  return Object.entries(LANGUAGES).map(
    ([tag, language]) => html`<button type="button" lang=${tag} aria-pressed=${tag === current} @click=${() => prefer({language: tag})}>
      ${language.own}
    </button>`,
  );
}
