import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toClaim, toEntry} from '../../app/route.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {rowNameOf, valueOf} from './values.js';

/**
 * What was said and when, side by side on one line of time, in the order of the record.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {string} path
 */
export function timeline(view, board, path) {
  const {words, route} = view;
  const cursor = route.query.get('cursor') ?? '';
  const reading = view.feed.read(`${path}/timeline?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
  const page = reading.data;
  if (!page) {
    return notHere(view, reading);
  }
  return html`<section class="panel timeline">
    <header class="heads">
      ${board.columns.map((/** @type {any} */ column) => html`<h2>${side(view, column.party)} ${view.nameOf(view.party(column.party))}</h2>`)}
    </header>
    <ol>
      ${page.items.map((/** @type {any} */ event) => {
        const column = board.columns.findIndex((/** @type {any} */ one) => one.party === event.party) + 1;
        return html`<li class="of-column-${column}" data-event=${event.what}>${eventOf(view, event)}</li>`;
      })}
    </ol>
    ${page.next
      ? html`<p class="pager"><a class="button" href=${to('inquiry', board.matter.matter.split('/'), {tab: 'timeline', cursor: page.next})}>${words.text('matters.later')}</a></p>`
      : nothing}
  </section>`;
}

/** Events of which `code` is a word of this family. @type {Record<string, string>} */
const FAMILIES = {position: 'stanceName', registered: 'copy', redacted: 'copy', released: 'level', access_requested: 'level', access_answered: 'accessAnswer', asked: 'claimProperty', dissent: 'claimProperty'};

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} event
 */
function eventOf(view, event) {
  const {words} = view;
  const family = event.what.startsWith('act_') ? 'actStage' : FAMILIES[event.what];
  return html`<article>
    <p class="quiet small">${atLength(view, event.at)} · <a href=${toEntry(event.entry)}><bdi class="code">${event.entry}</bdi></a></p>
    <p>
      <b>${words.of('happening', event.what)}</b>
      ${event.row ? html`<span>${rowNameOf(view, event.row)}</span>` : nothing}
      ${family && event.code ? html`<span class="tag">${words.of(family, event.code)}</span>` : nothing}
      ${event.about && event.about !== event.entry ? html`<a href=${event.row ? toClaim(event.about) : toEntry(event.about)}><bdi class="code">${event.about}</bdi></a>` : nothing}
    </p>
    ${event.value ? html`<p>${valueOf(view, event.value)}</p>` : nothing}
    ${event.words ? html`<p><q dir="auto" lang=${event.words.language}>${plainly(event.words.text)}</q></p>` : nothing}
  </article>`;
}
