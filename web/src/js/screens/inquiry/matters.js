import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toMatter} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {whyPaused} from '../agreements/list.js';
import {meterOf} from './board.js';

/** Matters under inquiry: the newest first, each with the figures of its board. */

const PHASES = ['open', 'closed', 'all'];

/** @param {import('../../app/view.js').View} view */
export function matters(view) {
  const {words, act, route} = view;
  const phase = PHASES.find((one) => one === route.query.get('phase')) ?? 'all';
  const cursor = route.query.get('cursor') ?? '';
  const reading = view.feed.read(`/inquiry/matters?phase=${phase}&limit=50${cursor ? `&cursor=${cursor}` : ''}`);
  const writes = view.may('investigator', 'clerk');
  return html`<header class="page-head">
      <h1>${words.text('matters.title')}</h1>
      <nav class="choice" aria-label=${words.text('matters.phase')}>
        ${PHASES.map((one) => html`<a class="button" href=${to('inquiry', [], {phase: one})} aria-current=${one === phase ? 'page' : nothing}>${words.of('matterPhase', one)}</a>`)}
      </nav>
      ${writes
        ? html`<button class="push" data-act="list" @click=${() => act.open('enter-list', {refused: undefined})}>${words.text('enterList.open')}</button>
            <button class="first" data-act="open" @click=${() => act.open('open-matter', {language: words.language, refused: undefined})}>${words.text('openMatter.open')}</button>`
        : nothing}
    </header>
    <p class="lead">${words.text('matters.means')}</p>
    ${whyPaused(view)}
    ${reading.data
      ? html`${refusal(view, reading.refused)} ${list(view, reading.data)}
          ${reading.data.next ? html`<p class="pager"><a class="button" href=${to('inquiry', [], {phase, cursor: reading.data.next})}>${words.text('matters.older')}</a></p>` : nothing}`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} page
 */
function list(view, page) {
  const {words} = view;
  return page.items.length
    ? html`<ul class="panel matter-list">
        ${page.items.map((/** @type {any} */ matter) => row(view, matter))}
      </ul>`
    : html`<section class="panel"><p class="empty">${words.text('matters.none')}</p></section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} matter
 */
function row(view, matter) {
  const {words} = view;
  return html`<li>
    ${side(view, matter.party)}
    <div class="what">
      <a class="act-name" href=${toMatter(matter.matter)}>
        <b dir="auto" lang=${matter.title.language}>${plainly(matter.title.text)}</b> ${icon('onward')}
      </a>
      <p class="quiet small">
        ${words.of('matterKind', matter.kind)} · ${atLength(view, matter.openedAt)} · <bdi class="code">${matter.matter}</bdi>
        ${matter.place ? html`· <span dir="auto">${plainly(matter.place.label)}</span>` : nothing}
      </p>
      ${marksOf(view, matter)}
    </div>
    ${meterOf(view, matter.meter)}
  </li>`;
}

/**
 * What has to be known of a matter wherever it is named.
 * @param {import('../../app/view.js').View} view
 * @param {any} matter
 */
export function marksOf(view, matter) {
  const {words} = view;
  return html`<p class="row marks">
    ${matter.imported ? html`<span class="stamp small">${words.text('matters.noProof')}</span>` : nothing}
    ${matter.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`}
    ${matter.closed.map((/** @type {any} */ one) => html`<span class="tag">${words.rich('matters.closedBy', {side: view.nameOf(view.party(one.party))})}</span>`)}
    ${matter.incidents.map((/** @type {string} */ name) => html`<span class="tag"><bdi class="code">${name}</bdi></span>`)}
    ${matter.linked.map((/** @type {string} */ name) => html`<a class="tag" href=${toMatter(name)}>${words.rich('matters.linked', {matter: name})}</a>`)}
    ${matter.seals
      .filter((/** @type {any} */ tally) => tally.sealed)
      .map((/** @type {any} */ tally) => html`<span class="tag seal-tally" data-tally=${tally.party}>${words.rich('seals.tally', {side: view.nameOf(view.party(tally.party)), sealed: tally.sealed, revealed: tally.revealed, late: tally.late, lapsed: tally.lapsed})}</span>`)}
  </p>`;
}
