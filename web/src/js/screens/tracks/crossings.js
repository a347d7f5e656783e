import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {coordinates} from '../../parts/place.js';
import {side} from '../../parts/side.js';
import {at, atAllWalls} from '../../parts/times.js';

/**
 * Crossings that the sides have told each other, asserted and possible, each with the line and the uncertainty by which
 * it was judged; and own ones that could not be told yet.
 */

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
export function crossings(view, known) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="tracks-crossings">
    <header><h2 id="tracks-crossings">${words.text('tracks.crossings')}</h2></header>
    ${known.crossings.length
      ? html`<ol class="tracks-crossings">
          ${known.crossings.map(
            (/** @type {any} */ one) => html`<li class=${one.asserted ? 'asserted' : 'possible'}>
              ${what(view, one)}
              <p class="small">
                ${words.rich('tracks.toldBy', {side: html`${side(view, one.party)} ${view.nameOf(view.party(one.party))}`})}
                <a class="code" href=${toEntry(one.entry)}><bdi>${one.entry}</bdi></a>
              </p>
            </li>`,
          )}
        </ol>`
      : html`<p class="none">${words.text('tracks.noCrossings')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
export function untold(view, known) {
  const {words} = view;
  return known.untold.length
    ? html`<section class="panel tracks-untold" aria-labelledby="tracks-untold">
        <header>
          <h2 id="tracks-untold">${words.text('tracks.untold')}</h2>
          <b class="push figure">${words.number(known.untold.length)}</b>
        </header>
        <ol class="tracks-crossings">
          ${known.untold.map(
            (/** @type {any} */ one) => html`<li class=${one.asserted ? 'asserted' : 'possible'}>
              ${what(view, one)}
              <p class="small">
                <span class="tag ${one.waiting ? 'dashed' : 'warn'}">${words.text(one.waiting ? 'tracks.waits' : 'tracks.givenUp', {tries: one.tries})}</span>
                ${`refusal.${one.code}` in words.catalogue ? words.of('refusal', one.code) : html`<bdi class="code">${one.code}</bdi>`}
              </p>
            </li>`,
          )}
        </ol>
      </section>`
    : nothing;
}

/**
 * What crossed, whence and whither, when it was seen on either side, and by which line that was judged.
 * @param {import('../../app/view.js').View} view
 * @param {any} one
 */
function what(view, one) {
  const {words} = view;
  const from = view.nameOf(view.party(one.from));
  return html`<h3>
      <span class="tag ${one.asserted ? 'strong' : 'dashed'}">${words.text(one.asserted ? 'tracks.asserted' : 'tracks.possible')}</span>
      ${words.of('thing', one.thing)}:
      ${one.asserted
        ? words.rich('tracks.fromTo', {from, to: view.nameOf(view.party(one.to))})
        : words.rich('tracks.fromOnly', {from})}
    </h3>
    <p class="small quiet">${atAllWalls(view, one.after.at)}</p>
    <p class="small">
      ${words.rich('tracks.between', {
        before: html`${at(view, one.before.at)} ${coordinates(one.before.position)}`,
        after: html`${at(view, one.after.at)} ${coordinates(one.after.position)}`,
      })}
    </p>
    <p class="small quiet">
      ${words.rich('tracks.judgedBy', {line: html`<a class="code" href="/api/v1/geo/lines/${one.line}" title=${one.line} download>${one.line.slice(0, 12)}</a>`, metres: one.lineUncertaintyM})}
    </p>`;
}
