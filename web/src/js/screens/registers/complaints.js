import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {age, atLength} from '../../parts/times.js';
import {saidInFull} from '../../parts/wording.js';
import {openAnswer, openClose, openLodge, openRefer} from './complaint-dialogs.js';
import {back, evidenceLinks, head, historyOf, offers, sideName, SPEAKERS, unheard} from './head.js';
import {complaintLine, complaintMarks} from './marks.js';

/** Who speaks of complaints. */
const COMPLAINERS = [...SPEAKERS, 'investigator'];

const STAGES = ['', 'unanswered', 'answered', 'closed'];

/**
 * The register of complaints: what waits for an answer stands first, the oldest at the top, with its age.
 *
 * @param {import('../../app/view.js').View} view
 */
export function complaints(view) {
  const {words} = view;
  const stage = STAGES.find((one) => one && one === view.route.query.get('stage')) ?? '';
  const cursor = view.route.query.get('cursor') ?? '';
  const query = new URLSearchParams({limit: '50', ...(stage ? {stage} : {}), ...(cursor ? {cursor} : {})});
  const reading = view.feed.read(`/complaints?${query}`);
  /** @type {import('../../app/register-types.js').ComplaintList | undefined} */
  const known = reading.data;
  return html`${head(
      view,
      'complaints',
      view.may(...COMPLAINERS)
        ? html`<button class="first push" data-offer="lodge" @click=${() => openLodge(view)}>${words.text('lodge.open')}</button>`
        : nothing,
    )}
    <p class="lead">${words.text('complaintPage.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<section class="panel" aria-labelledby="complaints">
          <header>
            <h2 id="complaints">${words.text('complaintPage.list')}</h2>
            ${known.unanswered ? html`<b class="figure count" title=${words.of('complaintStage', 'unanswered')}>${words.number(known.unanswered)}</b>` : nothing}
            <nav class="choice push" aria-label=${words.text('complaintPage.stages')}>
              ${STAGES.map(
                (one) => html`<a class="tab" href=${to('cooperation', ['complaints'], one ? {stage: one} : {})} aria-current=${one === stage ? 'true' : nothing}
                  >${words.of('complaintStage', one || 'all')}</a
                >`,
              )}
            </nav>
          </header>
          ${known.items.length
            ? html`<ul class="act-list">
                ${known.items.map((one) => complaintLine(view, one))}
              </ul>`
            : html`<p class="nothing">${words.text('complaintPage.none')}</p>`}
          ${known.next ? html`<p class="row pager"><a class="button" href=${to('cooperation', ['complaints'], {stage, cursor: known.next})}>${words.text('cooperation.next')}</a></p>` : nothing}
        </section>`
      : notHere(view, reading)}`;
}

/**
 * One complaint: what one side says at one hand, what the other answers at the other, in columns of one width.
 *
 * @param {import('../../app/view.js').View} view
 */
export function complaint(view) {
  const [, ...name] = view.route.rest;
  const reading = view.feed.read(`/complaints/${name.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/register-types.js').ComplaintDetail | undefined} */
  const known = reading.data;
  if (!known) {
    return html`<header class="page-head">${back(view, 'complaints')}<h1><bdi class="code">${name.join('/')}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {complaint: one} = known;
  const {words} = view;
  return html`<header class="page-head">
      ${back(view, 'complaints')} ${side(view, one.by)}
      <h1>${words.rich('complaintPage.ofWhom', {by: sideName(view, one.by), against: sideName(view, one.against)})}</h1>
      <bdi class="code quiet">${one.complaint}</bdi>
    </header>
    ${unheard(view)} ${refusal(view, reading.refused)}
    <section class="panel standing" aria-label=${words.text('complaintPage.standing')}>
      <div class="stack">
        <p class="row">${complaintMarks(view, one)}</p>
        <p>${words.of('complaintStageMeans', one.stage)}</p>
        ${one.closed
          ? html`<p>${words.of('complaintHow', one.closed.how)} · ${atLength(view, one.closed.at)}</p>
              <blockquote>${saidInFull(view, one.closed.text)}</blockquote>`
          : nothing}
      </div>
      ${acts(view, one)}
    </section>
    <div class="registers">
      <section class="panel" aria-labelledby="both">
        <header><h2 id="both">${words.text('complaintPage.both')}</h2></header>
        <div class="tables">${lodged(view, one)} ${answered(view, one)}</div>
      </section>
      ${matters(view, one)} ${historyOf(view, known.history)}
    </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Complaint} one
 */
function acts(view, one) {
  const {words} = view;
  const speaks = view.may(...COMPLAINERS) && one.stage !== 'closed';
  const ours = one.by === view.ours.id;
  const against = one.against === view.ours.id;
  return offers([
    speaks && against && {name: 'answer', word: words.text('answerComplaint.open'), first: true, open: () => openAnswer(view, one)},
    speaks && (ours || against) && {name: 'refer', word: words.text('refer.open'), open: () => openRefer(view, one)},
    speaks && ours && {name: 'close', word: words.text('closeComplaint.open'), open: () => openClose(view, one)},
  ]);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Complaint} one
 */
function lodged(view, one) {
  const {words} = view;
  return html`<section class="table-of" data-side=${one.by} aria-labelledby="lodged">
    <h3 id="lodged">${side(view, one.by)} <span>${sideName(view, one.by)}</span></h3>
    <p class="quiet small">${atLength(view, one.at)} <a href=${toEntry(one.complaint)}><bdi class="code">${one.complaint}</bdi></a></p>
    ${one.occurred ? html`<p class="small"><span class="label">${words.text('complaintPage.occurred')}</span> ${atLength(view, one.occurred)}</p>` : nothing}
    ${one.place ? html`<div class="small"><span class="label">${words.text('complaintPage.place')}</span> ${saidInFull(view, one.place)}</div>` : nothing}
    ${saidInFull(view, one.text)} ${evidenceLinks(view, one.evidence)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Complaint} one
 */
function answered(view, {against, answer, at}) {
  const {words} = view;
  return html`<section class="table-of" data-side=${against} aria-labelledby="answered">
    <h3 id="answered">${side(view, against)} <span>${sideName(view, against)}</span></h3>
    ${answer
      ? html`<p class="quiet small">${atLength(view, answer.at)} <a href=${toEntry(answer.entry)}><bdi class="code">${answer.entry}</bdi></a></p>
          <p><span class="tag">${words.of('complaintAnswer', answer.answer)}</span></p>
          ${saidInFull(view, answer.text)} ${evidenceLinks(view, answer.evidence)}`
      : html`<p class="quiet">${words.rich('complaintPage.noAnswer', {length: age(view, at)})}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Complaint} one
 */
function matters(view, {matters: all}) {
  const {words} = view;
  return all.length
    ? html`<section class="panel" aria-labelledby="matters">
        <header><h2 id="matters">${words.text('complaintPage.matters')}</h2></header>
        <ul class="list">
          ${all.map(
            (one) => html`<li class="row">
              ${side(view, one.party)} <a href=${toEntry(one.matter)}><bdi class="code">${one.matter}</bdi></a>
              <span class="quiet small">${atLength(view, one.at)}</span>
            </li>`,
          )}
        </ul>
      </section>`
    : nothing;
}
