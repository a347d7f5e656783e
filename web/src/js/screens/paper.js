import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {toEntry} from '../app/route.js';
import {bodyOf} from '../parts/body.js';
import {dailyCounts} from '../parts/daily-counts.js';
import {exerciseBanner, watermark} from '../parts/exercise.js';
import {icon, mark} from '../parts/icon.js';
import {ladderInFull} from '../parts/ladder.js';
import {languageButtons} from '../parts/language-buttons.js';
import {qr} from '../parts/qr.js';
import {notHere, refusal} from '../parts/refusal.js';
import {saying} from '../parts/saying.js';
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
  const {words} = view;
  const name = view.route.rest.join('/');
  const reading = view.feed.read(`/record/entries/${name}`);
  /** @type {import('../app/types.js').EntryDetail | undefined} */
  const entry = reading.data;
  return html`<header class="page-head off-paper">
      <a class="back" href=${toEntry(name)} aria-label=${words.text('paper.back')}>${icon('back')}</a>
      <p class="label" id="paper-language">${words.text('paper.language')}</p>
      <div class="choice" role="group" aria-labelledby="paper-language">
        ${languageButtons(words.language, (chosen) => view.act.prefer(chosen))}
      </div>
      <button class="first push" @click=${() => window.print()}>${icon('print')}${words.text('shell.print')}</button>
    </header>
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
    <header class="letterhead">
      ${mark()}
      <div>
        <p class="of">${words.text('shell.name')} <span class="quiet">· ${view.nameOf(view.ours)}</span></p>
        <p class="quiet small"><bdi class="code">${view.session.channel}</bdi></p>
      </div>
      <p class="push small ${internal ? 'stamp' : 'quiet'}">
        ${words.text(internal ? 'audience.internal' : 'paper.released')}
      </p>
    </header>
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
    ${codes(view, name, internal)}
    <footer class="small quiet">
      <p>${words.rich('paper.printed', {time: atAllWalls(view, new Date(view.now).toISOString()), who: view.session.name})}</p>
    </footer>
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

/**
 * The codes, each with what it holds and its number, and how to use them.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {boolean} internal
 */
export function codes(view, name, internal) {
  const {words} = view;
  const reading = view.feed.read(`/record/entries/${name}/paper`);
  /** @type {import('../app/types.js').EntryPaper | undefined} */
  const found = reading.data;
  if (!found) {
    return reading.refused ? refusal(view, reading.refused) : html`<p>${words.text('shell.loading')}</p>`;
  }
  const proven = found.codes.some((code) => code.holds === 'proof');
  return html`<section class="codes-on-paper">
    <h2>${words.text('paper.check')}</h2>
    <p>${words.text(proven ? 'paper.checkMeans' : internal ? 'paper.internalMeans' : 'paper.notYet')}</p>
    <ul class="qr-codes">
      ${found.codes.map((code) => symbol(view, code))}
    </ul>
    ${proven
      ? html`<pre class="small">${found.command}</pre>
          <p class="small">${words.text('paper.keysMeans')}</p>
          <pre class="small keys-on-paper">${found.policy}</pre>`
      : nothing}
  </section>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').PaperCode} code
 */
function symbol(view, {holds, part, of, modules, bits}) {
  const {words} = view;
  const what = words.text(`paper.holds.${holds}`);
  const number = of > 1 ? words.text('paper.part', {part, of}) : '';
  return html`<li>
    ${qr(`${what} ${number}`, modules, bits)}
    <p><b>${what}</b> ${number}</p>
  </li>`;
}
