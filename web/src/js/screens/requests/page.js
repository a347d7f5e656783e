import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {atLength} from '../../parts/times.js';
import {inALine, saidInFull} from '../../parts/wording.js';
import {deadline, marks, SPEAKS} from './list.js';
import {openReply} from './request-dialogs.js';

/**
 * One request: what is asked and why, what was asked back, what was answered, and when that is due.
 * @param {import('../../app/view.js').View} view
 */
export function request(view) {
  const {words} = view;
  const name = view.route.rest.join('/');
  const reading = view.feed.read(`/information/${view.route.rest.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/types.js').InformationDetail | undefined} */
  const detail = reading.data;
  if (!detail) {
    return html`<header class="page-head">${back(view)}<h1><bdi class="code">${name}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {request: one} = detail;
  return html`<header class="page-head">
      ${back(view)} ${side(view, one.by)}
      <h1>${inALine(view, one.asked.subject)}</h1>
      <bdi class="code quiet">${one.request}</bdi>
    </header>
    ${refusal(view, reading.refused)}
    <section class="panel standing" aria-label=${words.text('request.standing')}>
      <div class="stack">
        <p class="row">${marks(view, one)} ${deadline(view, one)}</p>
        ${one.deadline.due ? html`<p>${words.rich('request.due', {time: atLength(view, one.deadline.due)})}</p>` : nothing}
        ${one.deadline.since ? html`<p class="quiet">${words.rich('request.since', {side: view.nameOf(view.party(one.to)), time: atLength(view, one.deadline.since)})}</p>` : nothing}
      </div>
      ${offers(view, detail)}
    </section>
    <div class="two">
      <div class="stack">${asked(view, one)}</div>
      <div class="stack">${thread(view, detail)}</div>
    </div>`;
}

/** @param {import('../../app/view.js').View} view */
function back(view) {
  return html`<a class="back" href=${to('requests')} aria-label=${view.words.text('request.back')}>${icon('back')}</a>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').InformationDetail} detail
 */
function offers(view, detail) {
  const {words} = view;
  const {request: one, clarifications, received} = detail;
  const isOver = one.stage === 'answered' || one.stage === 'withdrawn';
  if (isOver || !view.may(...SPEAKS)) {
    return nothing;
  }
  const question = clarifications.find((turn) => !turn.given)?.asked;
  const desk = one.to === view.ours.id;
  const all = /** @type {const} */ ([
    ['answer', desk],
    ['receive', desk && !received],
    ['clarify', desk && !question],
    ['defer', desk],
    ['explain', !desk && Boolean(question)],
    ['withdraw', !desk],
  ]);
  return html`<div class="row offers">
    ${all
      .filter(([, shown]) => shown)
      .map(
        ([name]) => html`<button class=${name === 'answer' || name === 'explain' ? 'first' : ''} data-offer=${name} @click=${() => openReply(view, name, one, question)}>
          ${words.text(`request.offer.${name}`)}
        </button>`,
      )}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').InformationRequest} one
 */
function asked(view, {asked: said, by, to: desk, entry}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="request-asked">
    <header>
      <h2 id="request-asked">${words.rich('request.asks', {side: view.nameOf(view.party(by)), other: view.nameOf(view.party(desk))})}</h2>
    </header>
    <div class="body stack">
      ${saidInFull(view, said.text)}
      <dl class="things-facts">
        <div>
          <dt>${words.text('request.purpose')}</dt>
          <dd>${saidInFull(view, said.purpose)}</dd>
        </div>
        <div>
          <dt>${words.text('request.urgency')}</dt>
          <dd>${words.of('informationUrgency', said.urgency)} ${said.because ? saidInFull(view, said.because) : nothing}</dd>
        </div>
        ${said.about.length
          ? html`<div>
              <dt>${words.text('request.about')}</dt>
              <dd>${said.about.map((/** @type {string} */ one) => html`<bdi class="code">${one}</bdi> `)}</dd>
            </div>`
          : nothing}
      </dl>
      <p class="quiet small"><bdi class="code">${entry}</bdi></p>
    </div>
  </section>`;
}

/**
 * Everything that was said of it, in the order of time.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').InformationDetail} detail
 */
function thread(view, {received, clarifications, answers, deferrals, withdrawn}) {
  const {words} = view;
  /** @type {[word: string, said: import('../../app/types.js').SaidBetween | undefined][]} */
  const all = [
    ['received', received],
    ...clarifications.flatMap(({asked: question, given}) => /** @type {[string, any][]} */ ([['question', question], ['explained', given]])),
    ...answers.map((one) => /** @type {[string, any]} */ (['answered', one])),
    ...deferrals.map((one) => /** @type {[string, any]} */ (['deferred', one])),
    ['withdrawn', withdrawn],
  ];
  const said = all.flatMap(([word, one]) => (one ? [{word, one}] : [])).sort((a, b) => a.one.at.localeCompare(b.one.at));
  return html`<section class="panel" aria-labelledby="request-thread">
    <header><h2 id="request-thread">${words.text('request.thread')}</h2></header>
    ${said.length
      ? html`<ol class="list">
          ${said.map(
            ({word, one}) => html`<li>
              <p class="row">
                ${side(view, one.by.party)} <b>${words.text(`request.said.${word}`)}</b> ${what(view, one.body)}
                <a class="push" href=${toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
              </p>
              ${saidInFull(view, one.body.text ?? one.body.reason ?? one.body.remark)}
              ${one.body.until ? html`<p>${words.rich('request.until', {time: atLength(view, one.body.until)})}</p>` : nothing}
              ${one.body.evidence?.length ? html`<p>${one.body.evidence.map((/** @type {string} */ entry) => html`<bdi class="code">${entry}</bdi> `)}</p>` : nothing}
              <p class="quiet small">${atLength(view, one.at)}</p>
            </li>`,
          )}
        </ol>`
      : html`<p class="none">${words.text('request.nothingSaid')}</p>`}
  </section>`;
}

/**
 * The code in it that says most.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} body
 */
function what({words}, {reply, ground, access}) {
  return html`${reply ? html`<span class="tag">${words.of('informationReply', reply)}</span>` : nothing}
    ${ground ? html`<span class="tag">${words.of('informationGround', ground)}</span>` : nothing}
    ${access ? html`<span class="tag">${words.of('informationAccess', access)}</span>` : nothing}`;
}
