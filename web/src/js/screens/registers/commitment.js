import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toAct, toEntry} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {age, atLength} from '../../parts/times.js';
import {plainly} from '../../parts/terms.js';
import {inALine, saidInFull} from '../../parts/wording.js';
import {dayInWords} from '../../parts/day.js';
import {mayPropose, openProposal} from '../agreements/propose-dialog.js';
import {openAcknowledge, openSay, openWithdraw} from './commitment-dialogs.js';
import {lastWord, standing} from './commitments.js';
import {actList, back, badges, evidenceLinks, extentOf, historyOf, offers, sideName, SPEAKERS, unheard} from './head.js';
import {commitmentMarks, dueOfCommitment} from './marks.js';

/**
 * One commitment: what was promised, how one can tell that it was kept, the last word of each side in columns of one
 * width, everything that was said before, and what would close it under both signatures.
 *
 * @param {import('../../app/view.js').View} view
 */
export function commitment(view) {
  const [, ...name] = view.route.rest;
  const reading = view.feed.read(`/commitments/${name.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/register-types.js').CommitmentDetail | undefined} */
  const known = reading.data;
  if (!known) {
    return html`<header class="page-head">${back(view, 'commitments')}<h1><bdi class="code">${name.join('/')}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {commitment: one} = known;
  const {words} = view;
  return html`<header class="page-head">
      ${back(view, 'commitments')} ${badges(view, one.owners)}
      <h1>${inALine(view, one.title)}</h1>
      <bdi class="code quiet">${one.entry}/${one.number}</bdi>
    </header>
    ${unheard(view)} ${refusal(view, reading.refused)}
    <section class="panel standing" aria-label=${words.text('commitmentPage.standing')}>
      <div class="stack">
        <p class="row">${commitmentMarks(view, one)} ${standing(view, one)}</p>
        <p>${words.of('commitmentStandingMeans', one.standing)} ${words.rich('commitmentPage.silence', {length: age(view, one.lastSaid)})}</p>
        ${one.end
          ? html`<p>
              ${words.of('commitmentStageMeans', one.stage)} ${atLength(view, one.end.at)}
              ${one.end.act ? html`<a href=${toAct(one.end.act)}><bdi class="code">${one.end.act}</bdi></a>` : nothing}
            </p>`
          : nothing}
      </div>
      ${acts(view, one)}
    </section>
    <div class="registers">
      ${cells(view, one)}
      <div class="two">${terms(view, one)} ${closures(view, known)}</div>
      ${historyOf(view, known.history)}
    </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} one
 */
function acts(view, one) {
  const {words} = view;
  const ours = one.cells.find((cell) => cell.party === view.ours.id);
  const speaks = view.may(...SPEAKERS) && one.stage === 'open';
  const concerned = Boolean(ours && (ours.isOwner || ours.isBeneficiary));
  return offers([
    speaks && one.standing === 'registered' && concerned && !ours?.isAcknowledged && {
      name: 'acknowledge',
      word: words.text('acknowledge.open'),
      first: true,
      open: () => openAcknowledge(view, one),
    },
    speaks && {name: 'progress', word: words.text('sayOf.open.progress'), open: () => openSay(view, one, 'progress')},
    speaks && {name: 'dispute', word: words.text('sayOf.open.disputed'), open: () => openSay(view, one, 'disputed')},
    speaks && concerned && {name: 'fulfilled', word: words.text('sayOf.open.fulfilled'), open: () => openSay(view, one, 'fulfilled')},
    speaks && one.registeredBy === view.ours.id && one.standing === 'registered' && {
      name: 'withdraw',
      word: words.text('withdrawCommitment.open'),
      open: () => openWithdraw(view, one),
    },
    mayPropose(view, 'commitment_closed') &&
      one.stage === 'open' && {
        name: 'close',
        word: words.text('closeForm.open'),
        open: () => openProposal(view, {kind: 'commitment_closed', given: {commitment: {entry: one.id, number: one.number}}}),
      },
  ]);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} one
 */
function cells(view, one) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="words">
    <header><h2 id="words">${words.text('commitmentPage.lastWords')}</h2></header>
    <div class="tables">
      ${one.cells.map(
        (cell) => html`<section class="table-of" data-side=${cell.party} aria-labelledby="cell-${cell.party}">
          <h3 id="cell-${cell.party}">${side(view, cell.party)} <span>${sideName(view, cell.party)}</span></h3>
          <p class="row small">
            ${cell.isOwner ? html`<span class="tag">${words.text('commitmentPage.owner')}</span>` : nothing}
            ${cell.isBeneficiary ? html`<span class="tag">${words.text('commitmentPage.beneficiary')}</span>` : nothing}
            ${cell.isAcknowledged ? html`<span class="tag">${words.text('commitmentPage.acknowledged')}</span>` : nothing}
          </p>
          <p class="row">${lastWord(view, cell)}</p>
          ${cell.word
            ? html`${cell.word.asOf ? html`<p class="small quiet">${words.rich('commitmentPage.asOf', {time: atLength(view, cell.word.asOf)})}</p>` : nothing}
                <blockquote>${saidInFull(view, cell.word.text)}</blockquote>
                ${evidenceLinks(view, cell.word.evidence)}`
            : nothing}
        </section>`,
      )}
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} one
 */
function terms(view, one) {
  const {words} = view;
  const names = (/** @type {string[]} */ ids) => ids.map((id) => sideName(view, id)).join(words.text('register.and'));
  return html`<section class="panel" aria-labelledby="terms">
    <header>
      <h2 id="terms">${words.text('commitmentPage.terms')}</h2>
      <a class="push small" href=${one.standing === 'agreed' ? toAct(one.entry) : toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
    </header>
    <div class="body stack">
      ${saidInFull(view, one.title)}
      <dl class="pairs">
        <div><dt>${words.text('commitmentPage.owners')}</dt><dd>${names(one.owners)}</dd></div>
        <div><dt>${words.text('commitmentPage.beneficiaries')}</dt><dd>${one.beneficiaries.length ? names(one.beneficiaries) : words.text('terms.none')}</dd></div>
        <div><dt>${words.text('commitmentPage.due')}</dt><dd>${dueOfCommitment(view, one)}</dd></div>
        <div><dt>${words.text('commitmentPage.measure')}</dt><dd>${one.measure.text ? saidInFull(view, one.measure.text) : extentOf(view, one.measure)}</dd></div>
        <div><dt>${words.text('commitmentPage.subject')}</dt><dd><bdi class="code">${one.subject}</bdi></dd></div>
        ${one.source
          ? html`<div>
              <dt>${words.text('commitmentPage.source')}</dt>
              <dd>${dayInWords(view, one.source.day)}<br /><span dir="auto">${plainly(one.source.where)}</span></dd>
            </div>`
          : nothing}
        <div><dt>${words.text('commitmentPage.made')}</dt><dd>${atLength(view, one.madeAt)}</dd></div>
      </dl>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').CommitmentDetail} known
 */
function closures(view, {closures: all}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="closures">
    <header><h2 id="closures">${words.text('commitmentPage.closures')}</h2></header>
    ${all.length
      ? actList(view, all)
      : html`<p class="nothing">${words.text('commitmentPage.noClosure')}</p>`}
  </section>`;
}
