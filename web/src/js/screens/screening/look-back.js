import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toAct} from '../../app/route.js';
import {askedFor, pager} from '../../parts/pager.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {bothDates} from '../../parts/times.js';
import {toParty} from './known.js';

/** The name of the page of dealings in the address. */
const PAGE = 'lookBack';

/**
 * Whom our side has to screen again, and what is open or was done with them.
 * @param {import('../../app/view.js').View} view
 */
export function lookBack(view) {
  const {words} = view;
  const reading = view.feed.read(`/screening/look-back?limit=200${askedFor(view, PAGE)}`);
  const back = reading.data;
  return html`<section class="panel">
    <header>
      <h2 id="look-back">${words.text('lookBack.title')}</h2>
      ${back ? html`<span class="quiet">${words.rich('lookBack.since', {time: bothDates(view, back.since)})}</span>` : nothing}
    </header>
    ${refusal(view, back && reading.refused)}
    ${back
      ? back.subjects.length
        ? html`<p class="body names">
              ${words.text('lookBack.again', {count: back.subjects.length})}
              ${back.subjects.map((/** @type {string} */ one) => html`<a class="tag warn dashed" href=${toParty(one)}><bdi>${one}</bdi></a> `)}
            </p>
            ${back.items.length ? dealings(view, back.items, 'look-back') : html`<p class="none">${words.text('lookBack.noDealings')}</p>`}
            ${pager(view, PAGE, back)}`
        : html`<p class="none">${words.text('lookBack.none')}</p>`
      : notHere(view, reading)}
  </section>`;
}

/**
 * What was agreed and done.
 * @param {import('../../app/view.js').View} view
 * @param {any[]} items of the contract: `ScreenedDealing`
 * @param {string} label id of the heading
 */
export function dealings(view, items, label) {
  const {words} = view;
  return html`<div class="body scroll" tabindex="0" role="region" aria-labelledby=${label}>
    <table class="screened">
      <thead>
        <tr>
          <th scope="col">${words.text('lookBack.what')}</th>
          <th scope="col">${words.text('lookBack.with')}</th>
          <th scope="col">${words.text('lookBack.last')}</th>
          <th scope="col">${words.text('lookBack.state')}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (one) => html`<tr>
            <th scope="row">${words.of('screenedDealing', one.what)} <a class="code" href=${toAct(one.act)}><bdi>${one.act}</bdi></a></th>
            <td>${one.subjects.map((/** @type {string} */ subject, /** @type {number} */ at) => html`${at ? ' · ' : nothing}<a href=${toParty(subject)}><bdi>${subject}</bdi></a>`)}</td>
            <td>${bothDates(view, one.last)}</td>
            <td>${one.isOpen ? html`<span class="tag">${words.text('lookBack.open')}</span>` : html`<span class="quiet">${words.text('lookBack.over')}</span>`}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
