import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {ref} from '../../lib/lit-html/directives/ref.js';
import {mark} from '../parts/icon.js';
import {languageButtons} from '../parts/language-buttons.js';

/**
 * The first thing seen. Language can be chosen before anything must be read.
 *
 * @param {import('../app/console.js').Console} console
 */
export function signInScreen(console) {
  const {words, settings, drafts} = console;
  const draft = drafts.get('sign-in') ?? {};
  const refused = draft.refused?.problem;
  return html`<main class="door">
    <form @submit=${submit(console)} novalidate>
      <h1>${mark()}<span>${words.text('shell.name')}</span></h1>
      <p class="quiet">${words.text('signIn.motto')}</p>
      <div class="choice" role="group" aria-label=${words.text('signIn.language')}>
        ${languageButtons(settings.language, (chosen) => console.prefer(chosen))}
      </div>
      <div class="field">
        <label for="login">${words.text('signIn.login')}</label>
        <input
          id="login"
          name="login"
          dir="ltr"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          ${ref(focusWhenShown)}
        />
      </div>
      <div class="field">
        <label for="password">${words.text('signIn.password')}</label>
        <input id="password" name="password" dir="ltr" type="password" autocomplete="current-password" required />
      </div>
      ${refused
        ? html`<div class="refusal" role="alert">
            <p>
              ${`refusal.${refused.code}` in words.catalogue ? words.of('refusal', refused.code) : refused.sentence}
            </p>
            ${refused.retryAfterSeconds
              ? html`<p>${words.rich('signIn.waitFor', {length: console.clocks.length(refused.retryAfterSeconds * 1000)})}</p>`
              : nothing}
          </div>`
        : nothing}
      <button class="first" ?disabled=${draft.busy}>${words.text('signIn.enter')}</button>
      <p class="hint">${words.text('signIn.signed')}</p>
    </form>
  </main>`;
}

/** @param {import('../app/console.js').Console} console */
function submit(console) {
  return (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.reportValidity()) {
      const fields = new FormData(form);
      console.signIn({login: String(fields.get('login')), password: String(fields.get('password'))});
    }
  };
}

/**
 * Whoever stands at the desk next, after somebody has signed out too, can type at once.
 * @param {Element | undefined} element
 */
function focusWhenShown(element) {
  if (element instanceof HTMLElement) {
    queueMicrotask(() => element.focus());
  }
}
