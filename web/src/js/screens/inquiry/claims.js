import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toMatter} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere} from '../../parts/refusal.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {claimActs} from './claim-acts.js';
import {claimWords} from './claim-words.js';
import {claimSaid, positionOf} from './said.js';
import {rowNameOf} from './values.js';

/**
 * All claims of one cell, in the order of the record.
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {string} path
 */
export function claimList(view, board, path) {
  const {words, route} = view;
  const asked = Object.fromEntries(['row', 'party', 'behalf', 'cursor'].map((name) => [name, route.query.get(name) ?? '']));
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  const reading = view.feed.read(`${path}/claims?${query}`);
  const page = reading.data;
  return page
    ? html`<section class="panel claims">
        <header><h2>${asked.row ? rowNameOf(view, asked.row) : words.text('claim.all')}</h2><b class="figure count">${words.number(page.total)}</b></header>
        <div class="claim-cards">${page.items.map((/** @type {any} */ said) => claimSaid(view, said, claimActs(view, board, said)))}</div>
        ${page.next
          ? html`<p class="pager"><a class="button" href=${to('inquiry', board.matter.matter.split('/'), {tab: 'claims', ...asked, cursor: page.next})}>${words.text('claim.next')}</a></p>`
          : nothing}
      </section>`
    : notHere(view, reading);
}

/**
 * One claim with all that became of it.
 * @param {import('../../app/view.js').View} view
 */
export function claimPage(view) {
  const {words, route} = view;
  const name = route.rest.slice(1).join('/');
  const reading = view.feed.read(`/inquiry/claims/${name}`);
  const detail = reading.data;
  return html`<header class="page-head">
      <a class="back" href=${detail ? toMatter(detail.matter) : to('inquiry')} aria-label=${words.text('matters.backToBoard')}>${icon('back')}</a>
      <h1>${words.text('claim.title')} <bdi class="code quiet">${name}</bdi></h1>
    </header>
    ${detail ? whole(view, detail) : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} detail
 */
function whole(view, detail) {
  const {words} = view;
  const matter = {matter: detail.matter, id: detail.matterId, closed: []};
  return html`<p class="lead"><a href=${toMatter(detail.matter)} dir="auto" lang=${detail.title.language}>${plainly(detail.title.text)}</a> · ${rowNameOf(view, detail.claim.row)}</p>
    <div class="two">
      <div class="stack">
        <section class="panel">
          <header><h2>${words.text('claim.said')}</h2></header>
          <div class="body">${claimSaid(view, detail.claim, claimActs(view, {matter}, detail.claim))}</div>
        </section>
        ${detail.words.length || detail.translations.length
          ? html`<section class="panel">
              <header><h2>${words.text('claim.inItsWords')}</h2></header>
              <div class="body stack">${claimWords(view, detail)}</div>
            </section>`
          : nothing}
      </div>
      <div class="stack">
        <section class="panel">
          <header><h2>${words.text('claim.positions')}</h2></header>
          ${detail.positions.length
            ? html`<ol class="lines">
                ${detail.positions.map(
                  (/** @type {any} */ one) => html`<li class=${one.latest ? '' : 'past'}>
                    ${positionOf(view, one)} ${one.latest ? nothing : html`<span class="tag">${words.text('claim.earlierPosition')}</span>`}
                    <p class="quiet small">${atLength(view, one.at)} · <bdi class="code">${one.entry}</bdi></p>
                  </li>`,
                )}
              </ol>`
            : html`<p class="nothing">${words.text('claim.noPositions')}</p>`}
        </section>
        <section class="panel">
          <header><h2>${words.text('claim.chain')}</h2></header>
          <div class="body stack">${detail.chain.map((/** @type {any} */ said) => claimSaid(view, said))}</div>
        </section>
        ${detail.commitment
          ? html`<section class="panel">
              <header><h2>${words.text('seals.commitment')}</h2></header>
              <p class="body"><bdi class="code hash">${detail.commitment}</bdi></p>
            </section>`
          : nothing}
      </div>
    </div>`;
}
