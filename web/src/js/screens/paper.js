import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {toEntry} from '../app/route.js';
import {bodyOf} from '../parts/body.js';
import {dailyCounts} from '../parts/daily-counts.js';
import {exerciseBanner, watermark} from '../parts/exercise.js';
import {ladderInFull} from '../parts/ladder.js';
import {codes} from '../parts/paper-codes.js';
import {notHere} from '../parts/refusal.js';
import {saying} from '../parts/saying.js';
import {letterhead, sheetBar, sheetFoot} from '../parts/sheet.js';
import {side} from '../parts/side.js';
import {atAllWalls, bothDates} from '../parts/times.js';
import {period} from './daily.js';

/**
 * One entry on paper: what it says, in full and as it was written; who knew it when; and codes from which anybody can
 * check every word of it, without this console and without either side.
 *
 * @param {import('../app/view.js').View} view
 */
export function paper(view) {
  const name = view.route.rest.join('/');
  const reading = view.feed.read(`/record/entries/${name}`);
  /** @type {import('../app/types.js').EntryDetail | undefined} */
  const entry = reading.data;
  return html`${sheetBar(view, {back: toEntry(name), label: view.words.text('paper.back')})}
    ${entry ? sheet(view, name, entry) : notHere(view, reading)}`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {import('../app/types.js').EntryDetail} entry
 */
function sheet(view, name, entry) {
  const {words} = view;
  const {row} = entry;
  const internal = row.release === 'own';
  return html`<article class="sheet">
    ${watermark(view, row.incident)} ${exerciseBanner(view, row.incident)}
    ${letterhead(view, {
      of: view.nameOf(view.ours),
      stamp: words.text(internal ? 'audience.internal' : 'paper.released'),
      isStamped: internal,
    })}
    <div class="title">
      ${side(view, row.by.party)}
      <h1>${saying(view, row)}</h1>
      <bdi class="code">${row.entry}</bdi>
    </div>
    <dl class="pairs">
      <div><dt>${words.text('paper.written')}</dt><dd>${bothDates(view, row.time)}<br />${atAllWalls(view, row.time)}</dd></div>
      <div>
        <dt>${words.text('paper.by')}</dt>
        <dd>
          ${view.nameOf(view.party(row.by.party))}${row.by.role ? html` · ${words.of('role', row.by.role)}` : nothing}
          ${row.by.officer ? html`<br /><bdi class="code">${row.by.officer}</bdi>` : nothing}
        </dd>
      </div>
      ${row.incident ? html`<div><dt>${words.text('record.incident')}</dt><dd><bdi class="code">${row.incident}</bdi></dd></div>` : nothing}
    </dl>
    <section class="said-on-paper stack">
      ${entry.body ? contents(view, entry.body, row.kind) : html`<p>${words.text('entry.noBody')}</p>`}
    </section>
    <section>
      <h2>${words.text('entry.told')}</h2>
      ${ladderInFull(view, row.ladder, internal ? 'internal' : 'release')}
    </section>
    ${codes(view, name, internal)} ${sheetFoot(view)}
  </article>`;
}

/**
 * What the entry says: a report by its letters, a day by its counts, anything else as in the room.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} body
 * @param {string} kind
 */
function contents(view, body, kind) {
  if (body.sitrep?.letters) {
    return sitrep(view, body.sitrep);
  }
  if (body.report?.counts) {
    return html`<h2>${view.words.text('daily.number', {number: body.report.number})}</h2>
      ${period(view, body.report)} ${dailyCounts(view, body.report)} ${restrictions(view, body.report.restrictions)}`;
  }
  return bodyOf(view, body, kind);
}

/**
 * @param {import('../app/view.js').View} view
 * @param {any} report
 */
function sitrep(view, {number, form, phase, as_of: asOf, letters, restrictions: hidden}) {
  const {words} = view;
  return html`<h2>${words.text('rail.sitrep', {number})}
      <span class="quiet">· ${words.of('sitrepStage', phase)} · ${words.text(form === 'full' ? 'sitrep.full' : 'sitrep.short')}</span></h2>
    ${asOf ? html`<p>${words.rich('paper.asOf', {time: atAllWalls(view, asOf)})}</p>` : nothing}
    <dl class="letters">
      ${Object.keys(letters)
        .sort()
        .map(
          (letter) => html`<div>
            <dt><bdi>${letter.toUpperCase()}</bdi> ${words.of('sitrepLetter', letter.toUpperCase())}</dt>
            <dd dir="auto" lang=${letters[letter].lang ?? nothing}>${letters[letter].text}</dd>
          </div>`,
        )}
    </dl>
    ${restrictions(view, hidden)}`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {{lang?: string, text?: string} | undefined} hidden
 */
function restrictions(view, hidden) {
  const {words} = view;
  return html`<div>
    <h3>${words.text('sitrep.restrictions')}</h3>
    ${hidden?.text
      ? html`<p dir="auto" lang=${hidden.lang ?? nothing}>${hidden.text}</p>`
      : html`<p class="quiet">${words.text('daily.noRestrictions')}</p>`}
  </div>`;
}
