import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {actsOn, pausedBy} from '../../app/agreements.js';
import {to} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {judgeLeaf} from '../../parts/leaf.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {plainly, termsOf} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {openAct} from '../agreements/act-dialogs.js';
import {exact, seats, standing, statements} from '../agreements/agreement.js';
import {whyPaused} from '../agreements/list.js';
import {changesOf} from './changes.js';
import {remarksOn, remarksOnClause} from './comments.js';
import {documentText} from './document.js';
import {beginCounter} from './draft.js';
import {effectsOf, summary} from './effects.js';
import {stageTag} from './overview.js';
import {documents, pathOf, rules} from './rules.js';
import {pairChoice} from './tongues.js';

/** What is shown of a document, by the word in the address; what changes comes first. */
const TABS = ['changes', 'document', 'signatures'];

/**
 * One document: what it changes and would do, every clause of it, and the table at which it is signed.
 *
 * @param {import('../../app/view.js').View} view
 */
export function offer(view) {
  const {words, route} = view;
  const name = route.rest.join('/');
  const reading = view.feed.read(pathOf(route.rest));
  const signing = view.feed.read(`/acts/${route.rest.map(encodeURIComponent).join('/')}`);
  /** @type {import('./rules.js').Detail | undefined} */
  const detail = reading.data;
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const act = signing.data;
  if (!detail || !act) {
    return html`<header class="page-head">${back(view)}<h1><bdi class="code">${name}</bdi></h1></header>
      ${notHere(view, detail ? signing : reading)}`;
  }
  const {line, document} = detail;
  const comparison = document ? comparisonOf(view) : {};
  return html`<header class="page-head">
      ${back(view)} ${side(view, line.proposer)}
      <h1>
        ${line.number ? words.text('rules.version', {number: line.number}) : words.text('rules.noNumber')}
        ${line.title ? html` <span class="title" dir="auto">${words.label(/** @type {any} */ (line.title))}</span>` : nothing}
      </h1>
      ${stageTag(view, line.stage)} <bdi class="code quiet">${line.act}</bdi>
      ${document
        ? html`${pairChoice(view, document.languages)}
            <a class="button" href=${to('modalities', [...route.rest, 'paper'])}>${icon('print')}${words.text('treaty.print')}</a>`
        : nothing}
    </header>
    ${refusal(view, reading.refused)} ${whyPaused(view)} ${warnings(view, detail)}
    ${standing(view, act, offers(view, detail, act, comparison.data))}
    ${document ? tabs(view) : nothing} ${shown(view, detail, act, comparison)}`;
}

/** @param {import('../../app/view.js').View} view */
function back(view) {
  return html`<a class="back" href=${to('modalities')} aria-label=${view.words.text('rules.back')}>${icon('back')}</a>`;
}

/**
 * How it differs from what it was asked to be compared with.
 * @param {import('../../app/view.js').View} view
 * @returns {import('../../app/feed.js').Reading}
 */
function comparisonOf(view) {
  const {rest, query} = view.route;
  const from = query.get('from');
  return view.feed.read(`${pathOf(rest)}/changes${from ? `?from=${encodeURIComponent(from)}` : ''}`);
}

/**
 * What stands in the way of its coming in force, and what this program cannot read of it.
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Detail} detail
 */
function warnings(view, {line, document, flaw, unknown, reviewOverdue}) {
  const {words} = view;
  return html`${document
    ? nothing
    : html`<div class="refusal" role="alert">
        <p><strong>${words.text('rules.unreadable')}</strong></p>
        ${flaw ? html`<p dir="auto">${plainly(flaw)}</p>` : nothing}
      </div>`}
  ${line.objection
    ? html`<div class="refusal" role="alert">
        <p><strong>${words.text('versionStageMeans.unsound')}</strong> ${words.of('refusal', line.objection.code)}</p>
      </div>`
    : nothing}
  ${unknown.length
    ? html`<p class="notice">${words.text('rules.unknownKey')} ${unknown.map((key) => html`<bdi class="code">${key}</bdi> `)}</p>`
    : nothing}
  ${document
    ? html`<p class="row when">
        <span>${words.text('rules.inForceFrom')}: ${document.in_force_from ? atLength(view, document.in_force_from) : words.text('rules.atOnce')}</span>
        <span>${words.text('rules.reviewBy')}: ${atLength(view, document.review_by)}</span>
        ${reviewOverdue && ['in_force', 'suspended'].includes(line.stage)
          ? html`<span class="tag warn">${words.rich('rules.reviewOverdue', {time: atLength(view, document.review_by)})}</span>`
          : nothing}
      </p>`
    : nothing}`;
}

/**
 * What this officer can do about it; the same ceremony as for every other act, with what it would do in front of the eyes.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Detail} detail
 * @param {import('../../app/types.js').ActDetail} act
 * @param {import('./rules.js').Comparison | undefined} comparison
 */
function offers(view, {document}, {act, bytes}, comparison) {
  const may = actsOn(view, act);
  const paused = Boolean(pausedBy(view));
  const unsafe = judgeLeaf(view, bytes, act.leaf) === 'other';
  const more = (/** @type {import('../../app/view.js').View} */ now) =>
    comparison
      ? html`<div class="ceremony-effects">
          <p class="label">${now.words.text('effect.title')}</p>
          ${summary(now, comparison.effects)}
        </div>`
      : nothing;
  const all = [
    {name: 'assent', word: 'assent.open', first: true, open: () => openAct(view, 'assent', act, more), off: unsafe || !document || !comparison},
    {name: 'refuse', word: 'refuseAct.open', first: false, open: () => openAct(view, 'refuse-act', act), off: false},
    {name: 'counter', word: 'propose.counter', first: false, open: () => beginCounter(view, rules(view).data, document, act), off: unsafe || !document},
    {name: 'withdraw', word: 'takeBack.open', first: false, open: () => openAct(view, 'take-back', act), off: false},
  ];
  return all
    .filter(({name}) => may[/** @type {keyof typeof may} */ (name)].length)
    .map((one) => ({...one, off: one.off || paused}));
}

/** @param {import('../../app/view.js').View} view */
function tabs(view) {
  const {words, route} = view;
  const open = tabOf(view);
  return html`<nav class="row tabs" aria-label=${words.text('rules.model')}>
    ${TABS.map(
      (tab) => html`<a
        class="tab"
        href=${to('modalities', route.rest, {show: tab === TABS[0] ? '' : tab, from: route.query.get('from') ?? ''})}
        aria-current=${tab === open ? 'page' : nothing}
        >${words.of('rulesTab', tab)}</a
      >`,
    )}
  </nav>`;
}

/** @param {import('../../app/view.js').View} view */
const tabOf = (view) => TABS.find((tab) => tab === view.route.query.get('show')) ?? TABS[0];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Detail} detail
 * @param {import('../../app/types.js').ActDetail} act
 * @param {import('../../app/feed.js').Reading} comparison
 */
function shown(view, detail, act, comparison) {
  const {words} = view;
  const {document, line} = detail;
  const tab = document ? tabOf(view) : 'signatures';
  if (document && tab === 'document') {
    const remarks = remarksOn(view, line.act);
    return html`<section class="panel" aria-labelledby="whole">
      <header><h2 id="whole">${words.of('rulesTab', 'document')}</h2></header>
      <div class="body stack">
        ${remarks.next ? html`<p class="notice">${words.text('remark.more', {n: remarks.items.length})}</p>` : nothing}
        ${documentText(view, document, {more: (clause) => remarksOnClause(view, detail, clause, remarks.items)})}
      </div>
    </section>`;
  }
  if (tab === 'signatures') {
    return html`<div class="two ceremony">
      <div class="stack">
        ${document
          ? nothing
          : html`<section class="panel"><div class="body">${termsOf(view, act.act.terms)}</div></section>`}
        ${seats(view, act.act)} ${statements(view, act)}
      </div>
      <div class="stack">${exact(view, act)}</div>
    </div>`;
  }
  return comparison.data
    ? html`${effectsOf(view, comparison.data)}
        <section class="panel" aria-labelledby="differences">
          <header>
            <h2 id="differences">${words.of('rulesTab', 'changes')}</h2>
            ${against(view, line)}
          </header>
          <div class="body stack">${changesOf(view, comparison.data)}</div>
        </section>`
    : notHere(view, comparison);
}

/**
 * The choice of what it is compared with: what it replaces, or any other document that was proposed.
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Line} line
 */
function against(view, {act}) {
  const {words, route} = view;
  /** @type {import('./rules.js').Line[]} */
  const others = (documents(view).data?.items ?? []).filter((/** @type {import('./rules.js').Line} */ one) => one.act !== act && one.number);
  const chosen = route.query.get('from') ?? '';
  const go = (/** @type {any} */ {target}) => view.act.go(to('modalities', route.rest, {from: target.value}));
  return html`<label class="row push against">
    <span class="small">${words.text('rules.compareWith')}</span>
    <select @change=${go}>
      <option value="" ?selected=${!chosen}>${words.text('rules.whatItReplaces')}</option>
      ${others.map(
        (one) => html`<option value=${one.act} ?selected=${one.act === chosen}>
          ${`${words.text('rules.version', {number: one.number ?? 0})} · ${one.act} · ${words.of('versionStage', one.stage)}`}
        </option>`,
      )}
    </select>
  </label>`;
}
