import {html} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {icon} from '../parts/icon.js';
import {languageButtons} from '../parts/language-buttons.js';
import {onDay} from '../parts/times.js';

/**
 * What this desk prefers, and who is sitting at it.
 * @param {import('../app/view.js').View} view
 */
export function settingsDialog(view) {
  const {words, settings, session, act} = view;
  return dialog(view, {
    title: words.text('settings.title'),
    body: html`<div class="stack">
      <div class="field">
        <p class="label" id="set-language">${words.text('signIn.language')}</p>
        <div class="choice" role="group" aria-labelledby="set-language">
          ${languageButtons(settings.language, (chosen) => act.prefer(chosen))}
        </div>
      </div>
      <div class="field">
        <p class="label" id="set-theme">${words.text('settings.theme')}</p>
        <div class="choice" role="group" aria-labelledby="set-theme">
          ${/** @type {const} */ (['dark', 'light']).map(
            (theme) => html`<button aria-pressed=${theme === settings.theme} @click=${() => act.prefer({theme})}>
              ${icon(theme === 'dark' ? 'moon' : 'sun')}${words.text(`settings.${theme}`)}
            </button>`,
          )}
        </div>
      </div>
      <label class="row">
        <input
          type="checkbox"
          .checked=${settings.persianDates}
          @change=${(/** @type {any} */ event) => act.prefer({persianDates: event.target.checked})}
        />
        ${words.text('settings.persianDates')}
      </label>
      <div class="row">
        <label class="row">
          <input
            type="checkbox"
            .checked=${settings.sound}
            @change=${(/** @type {any} */ event) => act.prefer({sound: event.target.checked})}
          />
          ${words.text('settings.sound')}
        </label>
        <button class="push" @click=${() => view.alarm.test()}>${icon('sound')}${words.text('settings.testSound')}</button>
      </div>
      <dl class="pairs">
        <div>
          <dt>${words.text('settings.signedIn')}</dt>
          <dd><span dir="auto">${session.name}</span> <bdi class="code quiet">${session.login}</bdi></dd>
        </div>
        <div>
          <dt>${words.text('admin.roles')}</dt>
          <dd>${session.roles.map((role) => html`<span class="tag">${words.of('role', role)}</span> `)}</dd>
        </div>
        <div>
          <dt>${words.text('settings.until')}</dt>
          <dd>${onDay(view, session.expiresAt)}</dd>
        </div>
        <div>
          <dt>${words.text('settings.channel')}</dt>
          <dd><bdi class="code">${session.channel}</bdi></dd>
        </div>
        <div>
          <dt>${words.text('settings.version')}</dt>
          <dd><bdi class="code">${session.node.version}</bdi></dd>
        </div>
      </dl>
      <footer>
        <button @click=${() => act.open('help')}>${icon('help')}${words.text('help.title')}</button>
        <button @click=${() => act.open('password')}>${icon('lock')}${words.text('password.title')}</button>
        <button class="sign-out" @click=${() => act.signOut()}>${icon('out')}${words.text('settings.signOut')}</button>
        <button class="first" @click=${() => act.close()}>${words.text('dialog.close')}</button>
      </footer>
    </div>`,
  });
}
