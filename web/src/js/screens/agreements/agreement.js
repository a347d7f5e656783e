import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {actsIn, actsOn, freeSeats, pausedBy, WRITTEN} from '../../app/agreements.js';
import {to, toAct, toActPaper, toEntry, toPdf} from '../../app/route.js';
import {expiry, kindOf, pageOf, seatsInWords, stageMarks, termWord, titleOf, waitingFor} from '../../parts/act.js';
import {flaw} from '../../parts/flaw.js';
import {icon} from '../../parts/icon.js';
import {judgeLeaf, leafInGroups, leafVerdict} from '../../parts/leaf.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {saying} from '../../parts/saying.js';
import {side} from '../../parts/side.js';
import {plainly, termsOf} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {openAct} from './act-dialogs.js';
import {exactBytes} from './exactly.js';
import {whyPaused} from './list.js';
import {openProposal} from './propose-dialog.js';

/**
 * One act, as a table at which both sides sign: the text for a reader at one hand, the very bytes at the other, and the
 * seats of the two sides between them in one order, one size and the same words, whichever side looks.
 *
 * @param {import('../../app/view.js').View} view
 */
export function agreement(view) {
  const {words} = view;
  const name = view.route.rest.join('/');
  const reading = view.feed.read(`/acts/${view.route.rest.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const detail = reading.data;
  if (!detail) {
    return html`<header class="page-head">${back(view)}<h1><bdi class="code">${name}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {act} = detail;
  const title = titleOf(act, words.language);
  return html`<header class="page-head">
      ${back(view)} ${side(view, act.proposer)}
      <h1>${kindOf(view, act.kind)}${title ? html` <span class="title" dir="auto">${title}</span>` : nothing}</h1>
      <bdi class="code quiet">${act.act}</bdi>
      <a class="button push" href=${pageOf(act) ? to('modalities', [...view.route.rest, 'paper']) : toActPaper(act.act)}>${icon('print')}${words.text('shell.print')}</a>
      <a class="button" href=${toPdf(`/acts/${act.act}`, words.language)} download>${words.text('shell.pdf')}</a>
    </header>
    ${refusal(view, reading.refused)} ${whyPaused(view)} ${standing(view, detail, pageOf(act) ? [] : offersOn(view, detail))}
    <div class="two ceremony">
      <div class="stack">
        <section class="panel" aria-labelledby="terms">
          <header>
            <h2 id="terms">${words.text('agreement.terms')}</h2>
            ${act.modalities
              ? html`<span class="quiet push">${words.text('agreement.modalities', {version: act.modalities})}</span>`
              : nothing}
          </header>
          <div class="body">${pageOf(act) ? elsewhere(view, act) : termsOf(view, act.terms, (name) => termWord(view, name))}</div>
        </section>
        ${seats(view, act)} ${statements(view, detail)}
      </div>
      <div class="stack">${exact(view, detail)}</div>
    </div>`;
}

/**
 * Terms that are read on a page of their own, where they are signed too.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 */
function elsewhere({words}, act) {
  return html`<p>${words.text('agreement.readThere')}</p>
    <p><a class="button first" href=${pageOf(act) ?? nothing}>${words.text('agreement.toThere')} ${icon('onward')}</a></p>`;
}

/** @param {import('../../app/view.js').View} view */
function back(view) {
  return html`<a class="back" href=${to('agreements')} aria-label=${view.words.text('agreement.back')}>${icon('back')}</a>`;
}

/** Answers in other words: here only to what has a form here. */
const IN_OTHER_WORDS = ['counter', 'replace'];

/**
 * @typedef {{name: string, word: string, first: boolean, open: () => void, off: boolean}} Offer what an officer can do about
 *   an act, and whether not now
 */

/**
 * How far it is, in one sentence, and what this officer can do about it.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActDetail} detail
 * @param {Offer[]} offers
 */
export function standing(view, detail, offers) {
  const {words} = view;
  const {act} = detail;
  return html`<section class="panel standing" aria-label=${words.text('agreement.standing')}>
    <div class="stack">
      <p class="row">${stageMarks(view, act)} ${waitingFor(view, act)} ${expiry(view, act)}</p>
      ${related(view, act)}
      <p>
        ${words.text(act.flaw ? 'agreement.flawed' : `actStageMeans.${act.stage}`)}
        ${act.withdrawing ? words.rich('agreement.withdrawingMeans', {side: view.nameOf(view.party(act.proposer))}) : nothing}
        ${act.isFinal ? nothing : words.text('agreement.notFinalMeans')}
        ${act.by === act.act ? nothing : html`<a href=${toEntry(act.by)}>${words.text('agreement.by')} <bdi class="code">${act.by}</bdi></a>`}
      </p>
      ${flaw(view, act.flaw)}
    </div>
    ${buttons(view, offers)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActDetail} detail
 * @returns {Offer[]}
 */
function offersOn(view, {act, bytes}) {
  const may = actsOn(view, act);
  const unsafe = judgeLeaf(view, bytes, act.leaf) === 'other';
  const paused = Boolean(pausedBy(view));
  return [
    {name: 'assent', word: 'assent.open', first: true, open: () => openAct(view, 'assent', act), off: unsafe},
    {name: 'refuse', word: 'refuseAct.open', first: false, open: () => openAct(view, 'refuse-act', act), off: false},
    {name: 'counter', word: 'propose.counter', first: false, open: () => openProposal(view, {kind: act.kind, counters: act}), off: unsafe},
    {name: 'withdraw', word: 'takeBack.open', first: false, open: () => openAct(view, 'take-back', act), off: false},
    {name: 'replace', word: 'propose.replace', first: false, open: () => openProposal(view, {kind: act.kind, supersedes: act}), off: unsafe},
  ]
    .filter(({name}) => may[/** @type {keyof typeof may} */ (name)].length && (WRITTEN.includes(act.kind) || !IN_OTHER_WORDS.includes(name)))
    .map((offer) => ({...offer, off: offer.off || paused}));
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Offer[]} offers
 */
function buttons({words}, offers) {
  return offers.length
    ? html`<div class="row offers">
        ${offers.map(
          (offer) => html`<button class=${offer.first ? 'first' : ''} data-offer=${offer.name} ?disabled=${offer.off} @click=${offer.open}>
            ${words.text(offer.word)}
          </button>`,
        )}
      </div>`
    : nothing;
}

/**
 * What it answers or takes the place of, and what answers it or takes its place.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 */
function related(view, act) {
  const {words} = view;
  /** @type {[word: string, act: string | undefined][]} */
  const named = [
    ['counters', act.counters],
    ['supersedes', act.supersedes],
    ...others(view, act, 'counters').map((one) => /** @type {[string, string]} */ (['answeredBy', one])),
    ...others(view, act, 'supersedes').map((one) => /** @type {[string, string]} */ (['replacedBy', one])),
  ];
  const links = named.filter(([, name]) => name);
  return links.length
    ? html`<p class="row related">
        ${links.map(
          ([word, name = '']) => html`<span>${words.text(`agreement.${word}`)} <a href=${toAct(name)}><bdi class="code">${name}</bdi></a></span>`,
        )}
      </p>`
    : nothing;
}

/**
 * Other acts that name this one.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 * @param {'counters' | 'supersedes'} as
 * @returns {string[]}
 */
function others(view, act, as) {
  const known = /** @type {const} */ (['open', 'in_force', 'ended']).flatMap((phase) => actsIn(view, phase).data?.items ?? []);
  return [...new Set(known.filter((one) => one[as] === act.act).map((one) => one.act))];
}

/**
 * Both sides in the order in which the act names them.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 */
export function seats(view, act) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="seats">
    <header><h2 id="seats">${words.text('agreement.seats')}</h2></header>
    <div class="tables">${act.sides.map((one) => table(view, act, one))}</div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 * @param {import('../../app/types.js').ActSide} one
 */
function table(view, act, one) {
  const {words} = view;
  const name = view.nameOf(view.party(one.party));
  return html`<section class="table-of" data-side=${one.party} aria-labelledby="table-${one.party}">
    <h3 id="table-${one.party}">${side(view, one.party)} <span>${name}</span></h3>
    <p class="quiet small">${words.rich('agreement.signsBy', {who: seatsInWords(view, Object.entries(one.seats))})}</p>
    <ul>
      ${one.signed.map((signature) => signed(view, signature))}
      ${freeSeats(one).flatMap(([role, count]) => Array.from({length: count}, () => free(view, act, role)))}
    </ul>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActAssent} signature
 */
function signed(view, {by, role, delegation, at, entry}) {
  const {words} = view;
  return html`<li class="seat signed">
    <p class="row">${icon('check')} <b>${words.of('role', role)}</b> <a class="push" href=${toEntry(entry)}><bdi class="code">${entry}</bdi></a></p>
    <p><bdi class="code">${by.officer ?? ''}</bdi></p>
    ${delegation
      ? html`<p>${words.rich('agreement.lentBy', {entry: html`<a href=${toEntry(delegation)}><bdi class="code">${delegation}</bdi></a>`})}</p>`
      : nothing}
    <p class="quiet small">${atLength(view, at)}</p>
  </li>`;
}

/**
 * An empty seat says until when nothing was seen in it; it is as large as a filled one.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 * @param {string} role
 */
function free(view, act, role) {
  const {words, clocks} = view;
  return html`<li class="seat">
    <p><b>${words.of('role', role)}</b></p>
    <p>${words.text('agreement.noSignature')}</p>
    <p class="quiet small">
      ${words.rich('agreement.asOf', {now: clocks.zulu(view.now), asked: clocks.zuluStamp(Date.parse(act.proposedAt))})}
    </p>
  </li>`;
}

/**
 * Everything that was said about it, oldest first; what does not hold stays, with the reason.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActDetail} detail
 */
export function statements(view, {statements: said}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="statements">
    <header><h2 id="statements">${words.text('agreement.statements')}</h2></header>
    <ol class="list act-statements">
      ${said.map(
        (one) => html`<li class=${one.refused ? 'void' : ''}>
          <p>
            ${side(view, one.by.party)} <b>${saying(view, one)}</b>
            ${one.refused ? html`<span class="tag warn">${words.text('agreement.void')}</span>` : nothing}
            <a class="push small" href=${toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
          </p>
          <p class="quiet small">${atLength(view, one.at)} <bdi class="code">${one.by.officer ?? ''}</bdi></p>
          ${one.reason ? html`<blockquote class="text" dir="auto">${plainly(one.reason)}</blockquote>` : nothing}
          ${one.refused ? html`<p class="why">${whyVoid(view, one.refused)}</p>` : nothing}
        </li>`,
      )}
    </ol>
  </section>`;
}

/**
 * Why something that was said does not hold.
 * @param {import('../../app/view.js').View} view
 * @param {{code: string, sentence: string}} refused
 */
export function whyVoid({words}, {code, sentence}) {
  return html`${`refusal.${code}` in words.catalogue ? words.of('refusal', code) : html`<span dir="auto">${sentence}</span>`}
    <bdi class="code quiet small">${code}</bdi>`;
}

/**
 * The bytes that every signature under the act names by their hash.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActDetail} detail
 */
export function exact(view, {act, bytes, body}) {
  const {words} = view;
  return html`<section class="panel exactly" aria-labelledby="exactly">
    <header>
      <h2 id="exactly">${words.text('agreement.exact')}</h2>
      <a class="push small" href=${toEntry(act.act)}>${words.text('agreement.proof')} <bdi class="code">${act.act}</bdi></a>
    </header>
    <div class="body stack">
      <p class="hint">${words.text('agreement.exactMeans')}</p>
      <div class="row spread">
        <p class="label">${words.text('entry.leaf')}</p>
        <button class="small" @click=${() => view.act.copy(act.leaf)}>${icon('copy')}${words.text('shell.copy')}</button>
      </div>
      ${leafInGroups(view, act.leaf)} ${leafVerdict(view, judgeLeaf(view, bytes, act.leaf))}
      ${exactBytes(view, bytes, body)}
    </div>
  </section>`;
}
