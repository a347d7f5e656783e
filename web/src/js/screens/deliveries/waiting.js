import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {amountOf} from '../../parts/amount.js';
import {dayInWords} from '../../parts/day.js';
import {notHere} from '../../parts/refusal.js';
import {proposing} from '../agreements/proposing.js';
import {SIGNERS} from './acceptance.js';
import {entry, goods, much, none, toConsignment} from './goods.js';

/** What has arrived and nobody has taken over yet; an officer chooses several of them for one act (14-5.13). */

/** Keeps what is chosen; the dialog of the act has it as well. */
const CHOICE = 'accept-choice';
const MANY = 'accept-many';
const PATH = '/barter/acceptances?limit=100';

/** @param {import('../../app/view.js').View} view */
export function waiting(view) {
  const {words} = view;
  const reading = view.feed.read(PATH);
  /** @type {import('./types.js').WaitingPage | undefined} */
  const page = reading.data;
  return html`<section class="panel" aria-labelledby="waiting">
    <header><h2 id="waiting">${words.text('waitingGoods.title')}</h2></header>
    ${!page ? notHere(view, reading) : page.items.length ? choosing(view, page) : none(view, 'waitingGoods.none')}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').WaitingPage} page
 */
function choosing(view, page) {
  const {words, act} = view;
  const mayPick = view.may(...SIGNERS);
  const all = page.items.map(({despatch}) => despatch);
  const chosen = all.filter((despatch) => view.draft(CHOICE).chosen?.includes(despatch));
  const pick = (/** @type {string[]} */ next) => act.edit(CHOICE, {chosen: next});
  const sides = new Set(page.items.filter(({despatch}) => chosen.includes(despatch)).map(({of}) => of.exporter));
  return html`<p class="hint body" id="waiting-means">${words.text('waitingGoods.means')}</p>
    <div class="body scroll" tabindex="0" role="region" aria-labelledby="waiting-means">
      <table class="plain">
        <thead>
          <tr>
            ${mayPick
              ? html`<th scope="col" class="off-paper">
                  <input
                    type="checkbox"
                    aria-label=${words.text('waitingGoods.all')}
                    .checked=${chosen.length === all.length}
                    @change=${(/** @type {any} */ {target}) => pick(target.checked ? all : [])}
                  />
                </th>`
              : nothing}
            <th scope="col">${words.text('waitingGoods.despatch')}</th>
            <th scope="col">${words.text('waitingGoods.goods')}</th>
            <th scope="col" class="figure">${words.text('waitingGoods.sent')}</th>
            <th scope="col" class="figure">${words.text('waitingGoods.received')}</th>
            <th scope="col" class="figure">${words.text('waitingGoods.value')}</th>
            <th scope="col" class="figure">${words.text('waitingGoods.disputed')}</th>
          </tr>
        </thead>
        <tbody>
          ${page.items.map(
            (one) => html`<tr>
              ${mayPick
                ? html`<td class="off-paper">
                    <input
                      type="checkbox"
                      name=${`pick-${one.despatch}`}
                      aria-label=${words.text('waitingGoods.pickOne', {despatch: one.despatch})}
                      .checked=${chosen.includes(one.despatch)}
                      @change=${(/** @type {any} */ {target}) =>
                        pick(target.checked ? [...chosen, one.despatch] : chosen.filter((other) => other !== one.despatch))}
                    />
                  </td>`
                : nothing}
              ${row(view, one, page.unit ?? '')}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${page.next ? html`<p class="quiet body">${words.text('waitingGoods.more', {count: page.total})}</p>` : nothing}
    ${mayPick
      ? html`<p class="row body off-paper">
          <span role="status">${words.text('waitingGoods.chosen', {count: chosen.length})}</span>
          ${sides.size > 1 ? html`<span class="tag warn">${words.text('waitingGoods.other')}</span>` : nothing}
          <button class="first push" data-offer="accept-many" ?disabled=${sides.size !== 1} @click=${() => act.open(MANY, {chosen, refused: undefined})}>
            ${words.text('waitingGoods.take')}
          </button>
        </p>`
      : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').Waiting} one
 * @param {string} unit
 */
function row(view, one, unit) {
  const {words} = view;
  return html`<th scope="row"><a class="code" href=${toConsignment(one.despatch)}><bdi>${one.despatch}</bdi></a></th>
    <td>${goods(view, one.of)}</td>
    <td class="figure"><bdi>${much(view, one.of, one.sent)}</bdi></td>
    <td class="figure">
      <bdi>${much(view, one.of, one.received)}</bdi>
      ${one.isTolerated ? nothing : html`<span class="tag warn">${words.text('deliveries.beyond')}</span>`}
    </td>
    <td class="figure"><bdi>${amountOf(view, one.value, unit)}</bdi></td>
    <td class="figure">${one.disputed ? html`<bdi>${amountOf(view, one.disputed, unit)}</bdi>` : html`<span class="quiet">–</span>`}</td>`;
}

/**
 * The very terms that are signed, as the node drafts them for what is chosen: sums first, then every line.
 * @param {import('../../app/view.js').View} view
 */
export function acceptancesDialog(view) {
  const {words} = view;
  /** @type {string[]} */
  const chosen = view.draft(MANY).chosen ?? [];
  const reading = view.feed.read(`/barter/acceptances?limit=1&chosen=${encodeURIComponent(chosen.join(','))}`);
  /** @type {import('./types.js').WaitingPage | undefined} */
  const page = reading.data;
  const draft = page?.draft;
  const unit = page?.unit ?? '';
  return proposing(view, MANY, {
    kind: 'barter_acceptances',
    roles: SIGNERS,
    title: words.text('acceptManyForm.title'),
    means: html`<li>${words.text('acceptManyForm.means')}</li>`,
    ready: Boolean(draft),
    terms: () => draft?.terms,
    fields: draft
      ? html`<dl class="worth">
            <div><dt>${words.text('acceptManyForm.lines')}</dt><dd><bdi>${words.number(draft.lines)}</bdi></dd></div>
            <div><dt>${words.text('acceptManyForm.value')}</dt><dd><bdi>${amountOf(view, draft.value, unit)}</bdi></dd></div>
            <div><dt>${words.text('acceptManyForm.disputed')}</dt><dd><bdi>${amountOf(view, draft.disputed, unit)}</bdi></dd></div>
            <div><dt>${words.text('acceptForm.on')}</dt><dd>${dayInWords(view, draft.terms.on)}</dd></div>
          </dl>
          ${lines(view, chosen)}`
      : page
        ? html`<p class="notice">${words.text('acceptManyForm.none')}</p>`
        : notHere(view, reading),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string[]} chosen
 */
function lines(view, chosen) {
  const {words} = view;
  /** @type {import('./types.js').WaitingPage | undefined} */
  const page = view.feed.read(PATH).data;
  const unit = page?.unit ?? '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('acceptManyForm.lines')}>
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">${words.text('waitingGoods.despatch')}</th>
          <th scope="col" class="figure">${words.text('waitingGoods.received')}</th>
          <th scope="col" class="figure">${words.text('waitingGoods.value')}</th>
          <th scope="col" class="figure">${words.text('waitingGoods.disputed')}</th>
        </tr>
      </thead>
      <tbody>
        ${(page?.items ?? [])
          .filter(({despatch}) => chosen.includes(despatch))
          .map(
            (one) => html`<tr>
              <th scope="row">${entry(one.despatch)}</th>
              <td class="figure"><bdi>${much(view, one.of, one.received)}</bdi></td>
              <td class="figure"><bdi>${amountOf(view, one.value, unit)}</bdi></td>
              <td class="figure">${one.disputed ? html`<bdi>${amountOf(view, one.disputed, unit)}</bdi>` : html`<span class="quiet">–</span>`}</td>
            </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}
