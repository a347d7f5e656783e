import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {icon, mark} from './icon.js';
import {languageButtons} from './language-buttons.js';
import {atAllWalls} from './times.js';

/** What sheets of paper have alike: the bar above, which is not printed; the head; the foot. */

/**
 * @param {import('../app/view.js').View} view
 * @param {{back: string, label: string, choice?: unknown}} bar the way back, and what can be chosen: the language, unless
 *   something else is given
 */
export function sheetBar(view, {back, label, choice = languageOfPaper(view)}) {
  return html`<header class="page-head off-paper">
    <a class="back" href=${back} aria-label=${label}>${icon('back')}</a>
    ${choice}
    <button class="first push" @click=${() => window.print()}>${icon('print')}${view.words.text('shell.print')}</button>
  </header>`;
}

/** @param {import('../app/view.js').View} view */
function languageOfPaper({words, act}) {
  return html`<p class="label" id="paper-language">${words.text('paper.language')}</p>
    <div class="choice" role="group" aria-labelledby="paper-language">
      ${languageButtons(words.language, (chosen) => act.prefer(chosen))}
    </div>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {{of?: unknown, stamp: unknown, isStamped?: boolean}} head whose sheet it is, and what is to be seen at once
 */
export function letterhead(view, {of, stamp, isStamped = true}) {
  return html`<header class="letterhead">
    ${mark()}
    <div>
      <p class="of">${view.words.text('shell.name')} ${of ? html`<span class="quiet">· ${of}</span>` : nothing}</p>
      <p class="quiet small"><bdi class="code">${view.session.channel}</bdi></p>
    </div>
    <p class="push small ${isStamped ? 'stamp' : 'quiet'}">${stamp}</p>
  </header>`;
}

/** @param {import('../app/view.js').View} view */
export function sheetFoot(view) {
  const time = atAllWalls(view, new Date(view.now).toISOString());
  return html`<footer class="small quiet"><p>${view.words.rich('paper.printed', {time, who: view.session.name})}</p></footer>`;
}
