import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dayInWords} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';

/**
 * Who on the lists somebody may be, and which words met: so that an officer can see for themselves why.
 * @param {import('../../app/view.js').View} view
 * @param {any} found of the contract: `ScreenFound`
 */
export function hits(view, found) {
  const {words} = view;
  return html`<div class="stack">
    <p class="quiet small">${words.text('screeningHits.by', {score: found.threshold, edition: found.edition})}</p>
    ${found.lists.length ? found.lists.map((/** @type {any} */ list) => ofList(view, list)) : html`<p class="notice">${words.text('screeningHits.noLists')}</p>`}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} list of the contract: `ScreenedList`
 */
function ofList(view, list) {
  const {words} = view;
  return html`<div class="of-list">
    <p class="of-list-name"><b>${words.of('listSource', list.source)}</b> <span class="quiet">${dayInWords(view, list.dated)}</span></p>
    ${list.isHeld ? nothing : html`<p class="notice">${words.text('screeningHits.notHeld')}</p>`}
    ${list.isHeld && !list.hits.length ? html`<p class="row quiet">${icon('check')} ${words.text('screeningHits.none')}</p>` : nothing}
    ${list.hits.map((/** @type {any} */ hit) => oneHit(view, hit))}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} hit of the contract: `ScreenHit`
 */
function oneHit(view, hit) {
  const {words} = view;
  return html`<article class="hit">
    <p class="row">
      <b class="score">${words.number(hit.score)}</b>
      <b dir="auto">${hit.listed}</b>
      <bdi class="code quiet">${hit.reference}</bdi>
      ${hit.isWeak ? html`<span class="tag dashed">${words.text('screeningHits.weak')}</span>` : nothing}
      ${hit.number ? html`<span class="tag warn">${words.rich('screeningHits.number', {number: hit.number})}</span>` : nothing}
    </p>
    <table class="met">
      <caption>
        ${words.rich('screeningHits.compared', {name: hit.name})}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.text('screeningHits.ours')}</th>
          <th scope="col">${words.text('screeningHits.how')}</th>
          <th scope="col">${words.text('screeningHits.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        ${hit.meetings.map(
          (/** @type {any} */ met) => html`<tr>
            <td dir="auto">${met.one}</td>
            <td>${words.of('meetingHow', met.how)} <span class="quiet">${words.number(met.likeness)}</span></td>
            <td dir="auto">${met.other}</td>
          </tr>`,
        )}
        ${hit.unmet.map((/** @type {string} */ word) => html`<tr class="unmet"><td dir="auto">${word}</td><td>${words.text('screeningHits.unmet')}</td><td>–</td></tr>`)}
        ${hit.listedUnmet.map((/** @type {string} */ word) => html`<tr class="unmet"><td>–</td><td>${words.text('screeningHits.unmet')}</td><td dir="auto">${word}</td></tr>`)}
      </tbody>
    </table>
  </article>`;
}
