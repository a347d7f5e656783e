import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {notHere} from '../../parts/refusal.js';
import {claimWords, isProse} from './claim-words.js';
import {valueOf} from './values.js';

/**
 * A translation is signed by the side whose officer made it, whoever made the claim, and stands beside the original
 * (protocol clause 09-2.7).
 */

/**
 * Opens the form of a translation.
 * @param {import('../../app/view.js').View} view
 * @param {any} said of the contract: `ClaimSaid`
 */
export function openTranslation(view, said) {
  const same = view.draft('translate-claim').about?.claim === said.claim;
  view.act.open('translate-claim', {about: said, refused: undefined, ...(same ? {} : {text: '', language: undefined})});
}

/** @param {import('../../app/view.js').View} view */
export function translationDialog(view) {
  const {words, act} = view;
  const draft = view.draft('translate-claim');
  const {about} = draft;
  const reading = view.feed.read(`/inquiry/claims/${about.claim}`);
  const languages = languagesBeside(view, reading.data?.words ?? []);
  const lang = languages.find((one) => one === draft.language) ?? languages[0];
  const text = draft.text?.trim();
  return dialog(view, {
    title: html`${words.text('translateClaim.title')} <bdi class="code quiet">${about.claim}</bdi>`,
    body: form(view, 'translate-claim', {
      ready: Boolean(reading.data && lang && text),
      button: words.text('translateClaim.send'),
      send: () =>
        act.send('translate-claim', {
          path: '/statements',
          body: {kind: 'inquiry.claim_translated', body: {claim: about.id, words: {lang, text}}},
          said: 'said.claim.translated',
        }),
      fields: html`
        <p class="notice">${words.rich('translateClaim.means', {side: view.nameOf(view.ours)})}</p>
        <section class="stack" aria-label=${words.text('translateClaim.original')}>
          <p class="label">${words.text('translateClaim.original')}</p>
          ${isProse(about.value) ? html`<p>${valueOf(view, about.value)}</p>` : nothing}
          ${reading.data ? claimWords(view, reading.data) : notHere(view, reading)}
        </section>
        ${choice(view, 'translate-claim', {name: 'language', label: words.text('translateClaim.into'), options: languages.map((one) => [one, ownName(one)])})}
        ${field(view, 'translate-claim', {name: 'text', label: words.text('translateClaim.text'), kind: 'area', required: true, maxlength: 2000})}
      `,
    }),
  });
}

/**
 * Languages in which the claim is not said in the words of its author; the officer's own first.
 * @param {import('../../app/view.js').View} view
 * @param {{language: string}[]} originals
 */
function languagesBeside(view, originals) {
  return Object.keys(LANGUAGES)
    .filter((one) => !originals.some(({language}) => language === one))
    .sort((a, b) => Number(b === view.words.language) - Number(a === view.words.language));
}

/** @param {string} language */
const ownName = (language) => LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (language)].own;
