import {html, nothing, svg} from '../../lib/lit-html/lit-html.js';
import {bandOf, creditsOf, geographyOf, has} from './geography.js';
import {reachLegend} from './reach.js';
import {ANCHOR} from './signs.js';

/**
 * The legend. It always says what the line is and is not, and where the geography comes from.
 * @param {import('../app/view.js').View} view
 */
export function legend(view) {
  const {words} = view;
  const known = geographyOf(view);
  return html`<div class="legend" role="group" aria-label=${words.text('map.legend')}>
    <ul>
      <li>${sign(svg`<path class="line-sign" d="M1 8h22"/>`)} ${words.text('map.line')}</li>
      <li>${sign(svg`<path class="band-sign" d="M1 8h22"/>`)} ${known && bandOf(words, known)}</li>
      <li>${sign(svg`<path class="ours-sign" d="M6 2h12v12H6z"/>`)} ${words.rich('map.unitsOf', {side: view.nameOf(view.ours)})}</li>
      <li>${sign(svg`<circle class="theirs-sign" cx="12" cy="8" r="6"/>`)} ${words.rich('map.unitsOf', {side: view.nameOf(view.peer)})}</li>
      <li>${sign(svg`<circle class="stale-sign" cx="12" cy="8" r="6"/>`)} ${words.text('map.stale')}</li>
      <li>${sign(svg`<path class="post-sign" d="M12 3l6 10H6z"/>`)} ${words.text('map.post')}</li>
      ${MARKS.filter(([kind]) => has(known, kind)).map(([kind, shape]) => html`<li>${sign(shape)} ${words.text(`map.${kind}`)}</li>`)}
    </ul>
    ${reachLegend(view)}
    ${credits(view)}
  </div>`;
}

/** What the legend explains only where the map has it. @type {[kind: string, shape: unknown][]} */
const MARKS = [
  ['port', svg`<path class="port-sign" d=${ANCHOR} transform="translate(5 1)"/>`],
  ['playa', svg`<path class="playa" d="M2 3h20v10H2z"/>`],
  ['lake', svg`<path class="lake" d="M2 3h20v10H2z"/>`],
  ['river', svg`<path class="river" d="M1 11c5-9 9 5 13-1s6-4 9-4"/>`],
];

/**
 * Whose geography it is.
 * @param {import('../app/view.js').View} view
 */
export function credits(view) {
  const all = creditsOf(geographyOf(view), view.words.language);
  return all.length ? html`<p class="credits">${all.map((credit, i) => html`${i ? ' · ' : ''}<bdi>${credit}</bdi>`)}</p>` : nothing;
}

/** @param {unknown} shape */
function sign(shape) {
  return html`<svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">${shape}</svg>`;
}
