import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {toParty} from './known.js';
import {openTable} from './table-dialog.js';

/**
 * Our own table of those who trade, with how much is found of each: for our compliance officers, and on this node alone.
 * @param {import('../../app/view.js').View} view
 */
export function own(view) {
  const {words} = view;
  const cursor = view.route.query.get('own') ?? '';
  const reading = view.feed.read(`/screening/own?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  const page = reading.data;
  return html`<section class="panel own-file">
    <header>
      ${icon('lock')}
      <h2 id="own">${words.text('ownFile.title')}</h2>
      <span class="quiet">${words.text('ownFile.private')}</span>
      <span class="push"></span>
      ${page?.items.length ? html`<a class="button off-paper" href="/api/v1/screening/own/ftm" download>${words.text('ownFile.ftm')}</a>` : nothing}
      <button data-offer="table" @click=${() => openTable(view)}>${words.text('screeningDesk.offer.table')}</button>
    </header>
    ${refusal(view, page && reading.refused)}
    ${page ? (page.items.length ? rows(view, page) : html`<p class="none">${words.text('ownFile.none')}</p>`) : notHere(view, reading)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} page of the contract: `OwnParties`
 */
function rows(view, page) {
  const {words} = view;
  return html`<div class="body scroll" tabindex="0" role="region" aria-labelledby="own">
      <table class="screened">
        <thead>
          <tr>
            <th scope="col">${words.text('screenedParties.party')}</th>
            <th scope="col">${words.text('ownFile.sort')}</th>
            <th scope="col">${words.text('ownFile.found')}</th>
          </tr>
        </thead>
        <tbody>
          ${page.items.map(
            (/** @type {any} */ one) => html`<tr>
              <th scope="row"><a href=${toParty(one.subject)}><bdi>${one.subject}</bdi></a></th>
              <td>${words.of('screeningSort', one.sort)}</td>
              <td>
                ${one.hits
                  ? html`<span class="tag warn">${icon('hold')} ${words.text('ownFile.hits', {count: one.hits})}</span> <span class="quiet">${words.text('ownFile.highest', {score: one.highest})}</span>`
                  : html`<span class="quiet">${words.text(one.isLookedFor ? 'ownFile.noHit' : 'ownFile.notLooked')}</span>`}
                ${one.hits && !one.isLookedFor ? html`<span class="quiet">${words.text('ownFile.notLooked')}</span>` : nothing}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${page.next ? html`<p class="pager row">${words.text('screenedParties.of', {count: page.items.length, total: page.total})} <a class="button" href=${to('screening', [], {own: page.next})}>${words.text('screenedParties.next')}</a></p>` : nothing}`;
}
