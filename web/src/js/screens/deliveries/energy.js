import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {barterHead} from '../barter/head.js';
import {comparisonPage} from './comparison.js';
import {dayPage} from './day.js';
import {entry, goods, megawattHours, none, toLine} from './goods.js';
import {mayProposeLine, openLine} from './line-dialog.js';
import {monthPage} from './month.js';

/**
 * The lines that energy flows over; a month of one; a day of it; what its meters have said.
 * @param {import('../../app/view.js').View} view
 */
export function energy(view) {
  const [log, index, what] = view.route.rest;
  const path = `/energy/lines/${encodeURIComponent(log)}/${encodeURIComponent(index)}`;
  if (what === 'compare') {
    return comparisonPage(view, `${path}/comparison`, toLine(`${log}/${index}`));
  }
  if (what) {
    return dayPage(view, path);
  }
  return index ? monthPage(view, path) : lines(view);
}

/** @param {import('../../app/view.js').View} view */
function lines(view) {
  const {words} = view;
  const reading = view.feed.read('/energy/lines');
  /** @type {{items: import('./types.js').EnergyLine[]} | undefined} */
  const known = reading.data;
  return html`${barterHead(view, 'energy')}
    <p class="lead">${words.text('energyLines.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<section class="panel" aria-labelledby="lines">
          <header>
            <h2 id="lines">${words.text('energyLines.lines')}</h2>
            ${mayProposeLine(view) ? html`<button class="push off-paper" data-offer="energy-line" @click=${() => openLine(view)}>${words.text('lineForm.title')}</button>` : nothing}
          </header>
          ${known.items.length ? html`<ul class="lines">${known.items.map((line) => row(view, line))}</ul>` : none(view, 'energyLines.none')}
        </section>`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 */
function row(view, line) {
  const {words} = view;
  const {terms} = line;
  return html`<li class="row">
    <a href=${toLine(line.line)}><b><bdi>${terms.name}</bdi></b></a> ${goods(view, line.of)} ${entry(line.line)}
    ${line.isEnded ? html`<span class="tag">${words.text('energyLines.ended')}</span>` : nothing}
    <span class="quiet small">
      ${words.of('metering', terms.metering)} · ${words.text('energyLines.loss', {percent: words.decimal(terms.loss / 10)})} ·
      ${words.rich('energyLines.minimum', {minimum: megawattHours(view, terms.minimum)})} · ${words.rich('energyLines.price', {formula: line.price.formula, unit: words.of('unitCode', line.price.per)})}
    </span>
    <a class="button small push off-paper" href=${toLine(line.line, ['compare'])}>${words.text('energyLines.compare')}</a>
  </li>`;
}
