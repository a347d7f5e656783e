import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {quantity} from '../../parts/amount.js';
import {side} from '../../parts/side.js';
import {bothDates} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {decides, toParty} from './known.js';
import {openDraw, openEndLicence, openLicence, openReturn} from './licence-dialogs.js';
import {quotaBar, where} from './marks.js';

/**
 * Licences and exemptions of both sides, each with how much of it is used.
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 * @param {any[]} all of the contract: `ScreeningLicence`
 * @param {string} [subject] for whom a new one would be
 */
export function licences(view, board, all, subject = '') {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="licences">
    <header>
      <h2 id="licences">${words.text('licences.title')}</h2>
      <span class="quiet">${words.text('licences.means')}</span>
      ${decides(view) ? html`<button class="push" data-offer="licence" @click=${() => openLicence(view, subject)}>${words.text('screeningDesk.offer.licence')}</button>` : nothing}
    </header>
    ${all.length
      ? html`<ul class="licences">
          ${all.map((one) => licence(view, one))}
        </ul>`
      : html`<p class="none">${words.text('licences.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} one of the contract: `ScreeningLicence`
 */
function licence(view, one) {
  const {words} = view;
  const {recorded, used, left, holds, ended, draws} = one;
  const {quota, subject, title, from, until} = recorded.body;
  const ours = recorded.by.party === view.ours.id && decides(view);
  const of = (/** @type {number} */ amount) => quantity(view, {amount, unit: quota.unit});
  return html`<li class=${holds ? '' : 'over'}>
    <p class="row">
      ${side(view, recorded.by.party)} <b>${inALine(view, title)}</b>
      <span class="tag ${holds ? 'good' : 'dashed'}">${words.text(ended ? 'licences.ended' : holds ? 'licences.holds' : 'licences.holdsNot')}</span>
    </p>
    <p>${words.text('licences.for')} <a href=${toParty(subject)}><bdi>${subject}</bdi></a> · ${words.text('licences.goods')} ${quota.commodities.map((/** @type {string} */ code) => html`<bdi class="code">${code}</bdi> `)}</p>
    <p class="quiet">${words.rich('licences.span', {from: bothDates(view, from), until: bothDates(view, until)})}</p>
    <div class="used-of">${quotaBar(used, quota.amount)}<p>${words.rich('licences.used', {used: of(used), whole: of(quota.amount), left: of(left)})}</p></div>
    ${draws.length
      ? html`<ul class="draws">
          ${draws.map(
            (/** @type {any} */ draw) => html`<li class="row">
              ${words.rich('licences.draw', {amount: of(draw.body.amount), goods: html`<bdi class="code">${draw.body.commodity}</bdi>`, by: html`<bdi class="code">${draw.body.by}</bdi>`})} ${where(view, draw)}
              ${ours && !ended ? html`<button class="small" data-offer="return" @click=${() => openReturn(view, draw)}>${words.text('screeningDesk.offer.return')}</button>` : nothing}
            </li>`,
          )}
        </ul>`
      : nothing}
    ${ended ? html`<p>${inALine(view, ended.body.reason)} ${where(view, ended)}</p>` : nothing}
    <p class="row">
      ${where(view, recorded)}
      ${ours && holds && left ? html`<button class="small" data-offer="draw" @click=${() => openDraw(view, one)}>${words.text('screeningDesk.offer.draw')}</button>` : nothing}
      ${ours && !ended ? html`<button class="small" data-offer="end-licence" @click=${() => openEndLicence(view, one)}>${words.text('screeningDesk.offer.endLicence')}</button>` : nothing}
    </p>
  </li>`;
}
