import {html, svg} from '../../lib/lit-html/lit-html.js';

/**
 * The legend. It always says what the line is and is not, and where the geography comes from.
 * @param {import('../app/view.js').View} view
 */
export function legend(view) {
  const {words} = view;
  return html`<div class="legend" role="group" aria-label=${words.text('map.legend')}>
    <ul>
      <li>${sign(svg`<path class="line-sign" d="M1 8h22"/>`)} ${words.text('map.line')}</li>
      <li>${sign(svg`<path class="ours-sign" d="M6 2h12v12H6z"/>`)} ${words.rich('map.unitsOf', {side: view.nameOf(view.ours)})}</li>
      <li>${sign(svg`<circle class="theirs-sign" cx="12" cy="8" r="6"/>`)} ${words.rich('map.unitsOf', {side: view.nameOf(view.peer)})}</li>
      <li>${sign(svg`<circle class="stale-sign" cx="12" cy="8" r="6"/>`)} ${words.text('map.stale')}</li>
      <li>${sign(svg`<path class="post-sign" d="M12 3l6 10H6z"/>`)} ${words.text('map.post')}</li>
    </ul>
    <p class="credits">${words.text('map.credits')}</p>
  </div>`;
}

/** @param {unknown} shape */
function sign(shape) {
  return html`<svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">${shape}</svg>`;
}
