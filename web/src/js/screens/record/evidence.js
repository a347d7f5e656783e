import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {icon} from '../../parts/icon.js';
import {notHere} from '../../parts/refusal.js';
import {onDay} from '../../parts/times.js';

/**
 * What was quarantined or proven against a log. Evidence is for strangers: each piece can be taken away as a file and
 * checked with the command beside it, trusting nobody.
 *
 * @param {import('../../app/view.js').View} view
 */
export function evidence(view) {
  const {words} = view;
  const reading = view.feed.read('/record/evidence');
  /** @type {import('../../app/types.js').Evidence[] | undefined} */
  const items = reading.data?.items;
  if (!items) {
    return notHere(view, reading);
  }
  if (!items.length) {
    return html`<p class="empty panel">${words.text('evidence.none')}</p>`;
  }
  return html`<ul class="stack">
    ${items.map((item) => exhibit(view, item))}
  </ul>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Evidence} item
 */
function exhibit(view, item) {
  const {words} = view;
  return html`<li class="panel exhibit">
    <header>
      ${icon(item.kind === 'fork' ? 'fork' : 'shield')}
      <h2>${words.of('evidenceKind', item.kind)}</h2>
      <bdi class="code quiet">${item.about}</bdi>
      <span class="push quiet">${onDay(view, item.at)}</span>
    </header>
    <div class="body stack">
      ${item.kind === 'fork' && item.firstDifference !== undefined
        ? html`<p>${words.rich('evidence.fork', {index: html`<bdi class="code">${item.firstDifference}</bdi>`})}</p>`
        : html`<p dir="auto">${item.sentence}</p>`}
      ${item.kind === 'fork' ? html`<p class="hint">${words.text('evidence.forkDo')}</p>` : nothing}
      ${item.command ? command(view, item.command) : nothing}
      <p>
        <a class="button first" href="/api/v1/record/evidence/${encodeURIComponent(item.id)}" download>
          ${words.text('evidence.download', {size: item.sizeBytes})}
        </a>
      </p>
    </div>
  </li>`;
}

/**
 * A command to copy, for checking without this console.
 * @param {import('../../app/view.js').View} view
 * @param {string} text
 */
export function command(view, text) {
  const {words} = view;
  return html`<div class="command">
    <p class="label">${words.text('evidence.command')}</p>
    <pre tabindex="0">${text}</pre>
    <button @click=${() => view.act.copy(text)}>${icon('copy')}${words.text('shell.copy')}</button>
  </div>`;
}
