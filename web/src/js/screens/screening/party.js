import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {inALine} from '../../parts/wording.js';
import {openConfirm, openHold, openPropose} from './decide-dialogs.js';
import {hits} from './hits.js';
import {bySide, decides} from './known.js';
import {licences} from './licences.js';
import {dealings} from './look-back.js';
import {eyes, restsOn, standing, where} from './marks.js';
import {limits} from './page.js';

/**
 * One firm, bank or ship: how both sides stand to it and why, what was done with it, and, for our compliance officers,
 * who on the lists it may be.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/feed.js').Reading} reading of the board
 * @param {string} subject
 */
export function party(view, reading, subject) {
  const {words} = view;
  const asked = encodeURIComponent(subject);
  const detailed = view.feed.read(`/screening/party?subject=${asked}`);
  const detail = detailed.data;
  const board = reading.data;
  return html`<header class="page-head">
      <a class="back" href=${to('screening')} aria-label=${words.text('screenedParty.back')}>${icon('back')}</a>
      <h1><bdi>${subject}</bdi></h1>
      ${board && detail && decides(view) ? acts(view, board, detail.party) : nothing}
    </header>
    ${limits(view)} ${refusal(view, detail && detailed.refused)}
    ${board && detail
      ? html`<div class="stack desk">
          ${verdict(view, detail.party)}
          <section class="panel" aria-labelledby="sides">
            <header><h2 id="sides">${words.text('screenedParty.sides')}</h2></header>
            <div class="both">${view.parties.map(({id}) => ofSide(view, board, detail.party, id))}</div>
          </section>
          ${decides(view) ? found(view, asked) : nothing} ${history(view, detail)}
          <section class="panel">
            <header><h2 id="dealings">${words.text('screenedParty.dealings')}</h2></header>
            ${detail.dealings.length ? dealings(view, detail.dealings, 'dealings') : html`<p class="none">${words.text('screenedParty.noDealings')}</p>`}
          </section>
          ${licences(view, board, detail.licences, subject)}
        </div>`
      : notHere(view, detail ? reading : detailed)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} one of the contract: `ScreenedParty`
 */
function acts(view, board, one) {
  const {words} = view;
  const ours = bySide(one, view.ours.id);
  const second = ours?.proposal && ours.proposal.by.officer !== view.session.officer;
  return html`<span class="row push">
    ${ours?.standing === 'held' ? nothing : html`<button data-offer="hold" @click=${() => openHold(view, board, one.subject)}>${icon('hold')} ${words.text('screeningDesk.offer.hold')}</button>`}
    <button class=${second ? '' : 'first'} data-offer="propose" @click=${() => openPropose(view, board, one)}>${words.text('screeningDesk.offer.propose')}</button>
    ${second ? html`<button class="first" data-offer="confirm" @click=${() => openConfirm(view, board, ours.proposal)}>${words.text('screeningDesk.offer.confirm')}</button>` : nothing}
  </span>`;
}

/**
 * Whether anything can be signed with it, in a sentence.
 * @param {import('../../app/view.js').View} view
 * @param {any} one of the contract: `ScreenedParty`
 */
function verdict({words}, {objection}) {
  return objection
    ? html`<p class="bar warn verdict">${icon('hold')} <span><strong>${words.text('screenedParty.notNow')}</strong> ${words.of('refusal', objection)}</span></p>`
    : html`<p class="bar verdict">${icon('check')} <span><strong>${words.text('screenedParty.now')}</strong> ${words.text('screenedParty.nowMeans')}</span></p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} one of the contract: `ScreenedParty`
 * @param {string} id
 */
function ofSide(view, board, one, id) {
  const {words} = view;
  const known = bySide(one, id);
  if (!known) {
    return nothing;
  }
  const {held, proposal, decided, confirmed} = known;
  return html`<section aria-label=${view.nameOf(view.party(id))}>
    <h3>${side(view, id)} ${view.nameOf(view.party(id))} ${standing(view, known.standing)}</h3>
    ${held ? html`<div class="word"><p><b>${words.text('screenedParty.held')}</b></p>${where(view, held)} ${restsOn(view, held.body.grounds)}</div>` : nothing}
    ${proposal
      ? html`<div class="word">
          <p>${eyes(view, 1)} <b>${words.rich('screenedParty.proposed', {status: words.of('screeningStatus', proposal.body.status)})}</b></p>
          <p>${words.text('screenedParty.waits')}</p>
          ${where(view, proposal)} ${restsOn(view, proposal.body.grounds)}
        </div>`
      : nothing}
    ${decided
      ? html`<div class="word ${held ? 'past' : ''}">
          <p>${eyes(view, 2)} <b>${words.rich(held ? 'screenedParty.decidedBefore' : 'screenedParty.decided', {status: words.of('screeningStatus', decided.body.status)})}</b></p>
          <p>${words.text('screenedParty.first')} ${where(view, decided)}</p>
          <p>${words.text('screenedParty.second')} ${where(view, confirmed)}</p>
          ${decided.body.basis ? html`<p>${words.rich('screenedParty.basis', {basis: html`<bdi class="code">${decided.body.basis}</bdi>`})}</p>` : nothing} ${restsOn(view, decided.body.grounds)}
        </div>`
      : nothing}
    ${held || proposal || decided ? nothing : html`<p class="quiet">${words.text('screenedParty.nothingSaid')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} asked
 */
function found(view, asked) {
  const {words} = view;
  const reading = view.feed.read(`/screening/own/party?subject=${asked}`);
  const own = reading.data;
  const isMissing = reading.refused?.status === 404;
  return html`<section class="panel own-file" aria-labelledby="found">
    <header>
      ${icon('lock')}
      <h2 id="found">${words.text('screenedParty.found')}</h2>
      <span class="quiet">${words.text('ownFile.private')}</span>
    </header>
    <div class="body stack">
      ${own
        ? html`<dl class="rests wide-rests">
              <div>
                <dt>${words.text('ownFile.sort')}</dt>
                <dd>${words.of('screeningSort', own.sort)}</dd>
              </div>
              <div>
                <dt>${words.text('ownFile.names')}</dt>
                <dd>${own.names.map((/** @type {string} */ name) => html`<span class="own-name" dir="auto">${name}</span>`)}</dd>
              </div>
              <div>
                <dt>${words.text('ownFile.numbers')}</dt>
                <dd>${own.numbers.length ? own.numbers.map((/** @type {string} */ number) => html`<bdi class="code own-name">${number}</bdi>`) : html`<span class="quiet">${words.text('ownFile.noNumbers')}</span>`}</dd>
              </div>
            </dl>
            ${hits(view, own.found)}`
        : isMissing
          ? html`<p class="quiet">${words.text('ownFile.missing')}</p>`
          : notHere(view, reading)}
    </div>
  </section>`;
}

/**
 * Every word that either side said of it, the newest first.
 * @param {import('../../app/view.js').View} view
 * @param {any} detail of the contract: `ScreenedDetail`
 */
function history(view, {history: all, isWhole}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="history">
    <header><h2 id="history">${words.text('screenedParty.history')}</h2></header>
    ${all.length
      ? html`<ol class="list said-of">
          ${all.map(
            (/** @type {any} */ one) => html`<li class=${one.refused ? 'void' : ''}>
              <p class="row">
                ${side(view, one.said.by.party)} <b>${words.of('screeningSaid', one.kind.replace(/^screening\./, ''))}</b>
                ${one.said.body.status ? html`<span class="tag">${words.of('screeningStatus', one.said.body.status)}</span>` : nothing}
                ${one.refused ? html`<span class="tag alarm">${words.text('screenedParty.void')}</span>` : nothing}
              </p>
              ${one.refused ? html`<p>${words.of('refusal', one.refused)}</p>` : nothing} ${one.said.body.title ? html`<p>${inALine(view, one.said.body.title)}</p>` : nothing}
              ${one.said.body.reason ? html`<p>${inALine(view, one.said.body.reason)}</p>` : nothing}
              <p>${where(view, one.said)}</p>
              ${one.said.body.grounds
                ? html`<details>
                    <summary>${words.text('screenedParty.grounds')}</summary>
                    ${restsOn(view, one.said.body.grounds)}
                  </details>`
                : nothing}
            </li>`,
          )}
        </ol>`
      : html`<p class="none">${words.text('screenedParty.nothingSaid')}</p>`}
    ${isWhole ? nothing : html`<p class="hint body">${words.text('screenedParty.notWhole')}</p>`}
  </section>`;
}
