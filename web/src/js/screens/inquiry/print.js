import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toMatter} from '../../app/route.js';
import {icon, mark} from '../../parts/icon.js';
import {languageButtons} from '../../parts/language-buttons.js';
import {qr} from '../../parts/qr.js';
import {notHere} from '../../parts/refusal.js';
import {plainly} from '../../parts/terms.js';
import {atAllWalls, bothDates} from '../../parts/times.js';
import {boardOf, meterOf, namesOf} from './board.js';
import {findingOf} from './findings.js';

/**
 * The board on paper, as a joint report: the same columns in the same order, every dissent, and the digest by which two
 * prints can be told to be of one board. It is made of what is final, so that the other side's node prints the same.
 *
 * @param {import('../../app/view.js').View} view
 */
export function boardOnPaper(view) {
  const {words, route} = view;
  const name = route.rest.slice(0, 2).join('/');
  const path = `/inquiry/matters/${name}`;
  const reading = view.feed.read(`${path}/board?basis=final${asOf(view, name)}`);
  const joint = view.feed.read(`${path}/joint`);
  return html`<header class="page-head off-paper">
      <a class="back" href=${toMatter(name)} aria-label=${words.text('matters.backToBoard')}>${icon('back')}</a>
      <p class="label" id="paper-language">${words.text('matters.paperLanguage')}</p>
      <div class="choice" role="group" aria-labelledby="paper-language">
        ${languageButtons(words.language, (chosen) => view.act.prefer(chosen))}
      </div>
      <button class="first push" @click=${() => window.print()}>${icon('print')}${words.text('shell.print')}</button>
    </header>
    ${reading.data ? sheet(view, reading.data, joint.data) : notHere(view, reading)}`;
}

/** When each sheet was first looked at: its ages and its digest are those of that minute. @type {Map<string, string>} */
const looked = new Map();

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 */
function asOf(view, name) {
  if (!looked.has(name)) {
    looked.set(name, new Date(Math.floor(view.now / 60_000) * 60_000).toISOString());
  }
  return `&as_of=${looked.get(name)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} joint
 */
function sheet(view, board, joint) {
  const {words} = view;
  const {matter} = board;
  return html`<article class="sheet board-sheet">
    <header class="letterhead">
      ${mark()}
      <div>
        <p class="of">${words.text('shell.name')} <span class="quiet">· ${words.text('matters.report')}</span></p>
        <p class="quiet small"><bdi class="code">${view.session.channel}</bdi></p>
      </div>
    </header>
    <div class="title"><h1 dir="auto" lang=${matter.title.language}>${plainly(matter.title.text)}</h1><bdi class="code">${matter.matter}</bdi></div>
    ${matter.imported ? html`<p class="stamp">${words.text('matters.noProof')}</p>` : nothing}
    <dl class="pairs">
      <div><dt>${words.text('matters.asOf')}</dt><dd>${bothDates(view, board.asOf)}<br />${atAllWalls(view, board.asOf)}</dd></div>
      <div><dt>${words.text('matters.basis')}</dt><dd>${words.of('boardBasis', board.basis)}</dd></div>
    </dl>
    ${meterOf(view, matter.meter)} ${namesOf(view, board)} ${boardOf(view, board, {print: true})}
    ${joint?.findings.map((/** @type {any} */ finding) => findingOf(view, finding, true))}
    <section class="codes-on-paper digest">
      <h2>${words.text('matters.digest')}</h2>
      <p>${words.text('matters.digestMeans')}</p>
      <p><bdi class="code hash">${board.digest}</bdi></p>
      ${qr(words.text('matters.digest'), board.symbol.modules, board.symbol.bits)}
    </section>
  </article>`;
}
