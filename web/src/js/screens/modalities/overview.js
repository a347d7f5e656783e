import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {capacities, SIGNATORY} from '../../app/agreements.js';
import {to, toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {leafInGroups} from '../../parts/leaf.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {atLength} from '../../parts/times.js';
import {whyPaused} from '../agreements/list.js';
import {documentText} from './document.js';
import {beginFromFile, beginFromForce, beginFromModel, beginWith} from './draft.js';
import {reference} from './reference-line.js';
import {documents, DRAFT, PENDING, rules} from './rules.js';
import {measuredSpeeds} from './speeds.js';
import {suspensionPanel} from './suspension.js';
import {pairChoice} from './tongues.js';

/** Before a review is due by so long it is said, in milliseconds. */
const SOON = 30 * 24 * 3_600_000;

/**
 * The agreed rules: what waits for signatures, what is in force in full, who has suspended, and all versions there were.
 *
 * @param {import('../../app/view.js').View} view
 */
export function overview(view) {
  const {words} = view;
  const reading = rules(view);
  const known = reading.data;
  return html`<header class="page-head">
      <h1>${words.text('rules.title')}</h1>
      ${known?.inForce ? inForceMarks(view, known) : nothing} ${known ? begin(view, known) : nothing}
    </header>
    <p class="lead">${words.text('rules.means')}</p>
    ${whyPaused(view)}
    ${known
      ? html`${refusal(view, reading.refused)} ${lineHere(view, known)} ${review(view, known.inForce)}
          ${known.suspensions.length ? suspensionPanel(view, known) : nothing} ${pending(view)}
          ${measuredSpeeds(view, known)} ${known.inForce ? inForce(view, known) : nothingInForce(view)}
          <div class="two">${known.suspensions.length ? nothing : suspensionPanel(view, known)} ${versions(view)}</div>`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
function inForceMarks({words}, {inForce: {number}, suspended}) {
  return html`<b>${words.text('rules.version', {number})}</b>
    <span class="tag stage ${suspended ? 'suspended' : 'effective'}">${words.of('versionStage', suspended ? 'suspended' : 'in_force')}</span>`;
}

/**
 * The ways to a draft, for who may sign one.
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
function begin(view, known) {
  const {words} = view;
  if (!capacities(view, [SIGNATORY], 'modalities').length) {
    return nothing;
  }
  const draft = view.draft(DRAFT);
  return html`<div class="row push begin">
    ${draft.document
      ? html`<a class="button" href=${to('modalities', ['draft'])}>${words.text('rules.toDraft')}</a>`
      : nothing}
    <label class="button file">
      ${words.text('rules.fromFile')}
      <input type="file" accept=".json,application/json" @change=${(/** @type {any} */ event) => beginFromFile(view, known, event.target)} />
    </label>
    ${known.inForce
      ? html`<button class="first" @click=${() => beginFromForce(view, known)}>${words.text('rules.fromForce')}</button>`
      : nothing}
    ${draft.fileWrong ? html`<p class="refusal" role="alert">${words.text('rules.fileWrong')}</p>` : nothing}
  </div>`;
}

/**
 * That this node judges places by another line than the agreed one, or by none.
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
function lineHere(view, known) {
  const {words} = view;
  if (known.line !== 'other' && known.line !== 'missing') {
    return nothing;
  }
  const maySign = known.line === 'other' && view.may(SIGNATORY) && capacities(view, [SIGNATORY], 'modalities').length;
  /** @type {import('../machine/layer.js').LayerState | undefined} */
  const here = maySign ? view.feed.read('/geo/imports/line').data : undefined;
  return html`<div class="notice" role="status">
    <p>${words.of('lineHere', known.line)}</p>
    ${here?.held
      ? html`<p>
          <button data-begin="line" @click=${() => beginWith(view, known, {'zone.reference_line': reference(view, /** @type {any} */ (here).held, here?.agreed)})}>
            ${words.text('lineHere.propose')}
          </button>
        </p>`
      : nothing}
  </div>`;
}

/**
 * That a review is due, or overdue, which has no other effect.
 * @param {import('../../app/view.js').View} view
 * @param {any} inForce
 */
function review(view, inForce) {
  if (!inForce) {
    return nothing;
  }
  const {words} = view;
  const left = Date.parse(inForce.reviewBy) - view.now;
  if (left < 0) {
    return html`<p class="notice">${words.rich('rules.reviewOverdue', {time: atLength(view, inForce.reviewBy)})}</p>`;
  }
  return left < SOON ? html`<p class="notice">${words.text('rules.reviewSoon', {length: view.clocks.length(left)})}</p>` : nothing;
}

/** @param {import('../../app/view.js').View} view */
function nothingInForce(view) {
  const {words} = view;
  const may = capacities(view, [SIGNATORY], 'modalities').length;
  return html`<section class="panel nothing-in-force" aria-labelledby="none-in-force">
    <header><h2 id="none-in-force">${words.text('rules.none')}</h2></header>
    <div class="body stack">
      <p>${words.text('rules.noneMeans')}</p>
      <p>${words.text('rules.noneDo')}</p>
      ${may
        ? html`<p><button class="first" data-begin="model" @click=${() => beginFromModel(view)}>${words.text('rules.fromModel')}</button></p>`
        : nothing}
    </div>
  </section>`;
}

/**
 * What waits for signatures, or for its time.
 * @param {import('../../app/view.js').View} view
 */
function pending(view) {
  const {words} = view;
  /** @type {import('./rules.js').Line[]} */
  const waiting = (documents(view).data?.items ?? []).filter((/** @type {import('./rules.js').Line} */ {stage}) => PENDING.includes(stage));
  return waiting.length
    ? html`<section class="panel acts-us" aria-labelledby="pending">
        <header><h2 id="pending">${words.text('rules.pending')}</h2></header>
        <ul class="act-list">
          ${waiting.map((line) => row(view, line))}
        </ul>
      </section>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
function inForce(view, {inForce: version}) {
  const {words} = view;
  const {document, act, leaf, since, reviewBy} = version;
  return html`<section class="panel in-force" aria-labelledby="in-force">
    <header>
      <h2 id="in-force">${words.label(document.title)}</h2>
      ${pairChoice(view, document.languages)}
      <a class="button push" href=${to('modalities', [...act.split('/'), 'paper'])}>${icon('print')}${words.text('treaty.print')}</a>
    </header>
    <div class="body stack">
      <dl class="pairs">
        <div>
          <dt>${words.text('rules.version', {number: version.number})}</dt>
          <dd>
            <a href=${to('modalities', act.split('/'))}><bdi class="code">${act}</bdi></a> ·
            <a href=${toEntry(since)}>${words.rich('rules.since', {entry: html`<bdi class="code">${since}</bdi>`})}</a>
          </dd>
        </div>
        <div><dt>${words.text('rules.reviewBy')}</dt><dd>${atLength(view, reviewBy)}</dd></div>
        <div><dt>${words.text('actPaper.leaf')}</dt><dd>${leafInGroups(view, leaf)}</dd></div>
      </dl>
      ${documentText(view, document)}
    </div>
  </section>`;
}

/** @param {import('../../app/view.js').View} view */
function versions(view) {
  const {words} = view;
  const reading = documents(view);
  /** @type {{items: import('./rules.js').Line[], next?: string} | undefined} */
  const known = reading.data;
  return html`<section class="panel versions" aria-labelledby="versions">
    <header><h2 id="versions">${words.text('rules.versions')}</h2></header>
    ${known
      ? known.items.length
        ? html`<ul class="act-list">
              ${known.items.map((line) => row(view, line))}
            </ul>
            ${known.next && !view.draft('modalities').all
              ? html`<p class="pager"><button @click=${() => view.act.edit('modalities', {all: true})}>${words.text('rules.older')}</button></p>`
              : nothing}`
        : html`<p class="empty">${words.text('rules.noneProposed')}</p>`
      : notHere(view, reading)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Line} line
 */
function row(view, line) {
  const {words} = view;
  const {act, number, stage, title, proposer, proposedAt, comments, counters, inForceFrom} = line;
  return html`<li>
    ${side(view, proposer)}
    <div class="what">
      <a class="act-name" href=${to('modalities', act.split('/'))}>
        <b>${number ? words.text('rules.version', {number}) : words.text('rules.noNumber')}</b>
        ${title ? html`<span dir="auto">${words.label(/** @type {any} */ (title))}</span>` : nothing} ${icon('onward')}
      </a>
      <p class="quiet small">
        ${words.rich('agreements.proposedBy', {side: view.nameOf(view.party(proposer))})} · ${atLength(view, proposedAt)} ·
        <bdi class="code">${act}</bdi>
        ${counters ? html`· ${words.rich('rules.counters', {act: html`<bdi class="code">${counters}</bdi>`})}` : nothing}
      </p>
    </div>
    <div class="stands">
      <p class="row">${stageTag(view, stage)}</p>
      ${stage === 'signed' && inForceFrom ? html`<p class="small">${words.text('rules.inForceFrom')} ${atLength(view, inForceFrom)}</p>` : nothing}
      ${comments ? html`<p class="small quiet">${words.text('rules.remarks', {n: comments})}</p>` : nothing}
    </div>
  </li>`;
}

/**
 * How far a document is; the same look as the stage of an act.
 * @param {import('../../app/view.js').View} view
 * @param {string} stage
 */
export function stageTag({words}, stage) {
  const look = {in_force: 'effective', unsound: 'voided', countered: 'refused'}[stage] ?? stage;
  return html`<span class="tag stage ${look}" title=${words.of('versionStageMeans', stage)}>${words.of('versionStage', stage)}</span>`;
}
