import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toCommitment, toEntry} from '../../app/route.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {age} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {mayPropose, openProposal} from '../agreements/propose-dialog.js';
import {openLoad, openRegister} from './commitment-dialogs.js';
import {badges, extentOf, head, sideName, SPEAKERS} from './head.js';
import {commitmentMarks, dueOfCommitment} from './marks.js';

/**
 * The register of commitments as a matrix: a row for each, a cell for each side with its last word and the age of it.
 * What asks for attention stands first; a side that has said nothing has a cell like any other.
 *
 * @param {import('../../app/view.js').View} view
 */
export function commitments(view) {
  const {words} = view;
  const filter = Object.fromEntries(view.route.query);
  const reading = view.feed.read(`/commitments?${new URLSearchParams({...filter, limit: '50'})}`);
  /** @type {import('../../app/register-types.js').CommitmentList | undefined} */
  const known = reading.data;
  return html`${head(
      view,
      'commitments',
      html`${view.may(...SPEAKERS)
        ? html`<button class="push" data-offer="register" @click=${() => openRegister(view)}>${words.text('registerForm.open')}</button>`
        : nothing}
      ${mayPropose(view, 'commitment')
        ? html`<button data-offer="load" @click=${() => openLoad(view)}>${words.text('load.open')}</button>
            <button class="first" data-offer="propose" @click=${() => openProposal(view, {kind: 'commitment'})}>${words.text('commitmentForm.open')}</button>`
        : nothing}`,
    )}
    <p class="lead">${words.text('commitmentPage.means')}</p>
    ${refusal(view, known && reading.refused)}
    ${known
      ? html`<section class="panel" aria-labelledby="commitments">
          <header>
            <h2 id="commitments">${words.text('commitmentPage.list')}</h2>
            ${counts(view, known)}
          </header>
          ${filters(view, filter, known)}
          ${known.items.length ? matrix(view, known.items) : html`<p class="empty">${words.text(known.total || Object.keys(filter).length ? 'commitmentPage.noneFound' : 'commitmentPage.none')}</p>`}
          ${pager(view, filter, known.next)}
        </section>`
      : notHere(view, reading)}`;
}

/** Conditions in the order in which they ask for attention. */
const CONDITIONS = ['lapsed', 'overdue', 'silent', 'current', 'closed'];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').CommitmentList} known
 */
function counts({words}, {conditions}) {
  return html`<p class="counts push">
    ${CONDITIONS.map(
      (one) => html`<a class=${conditions[one] ? '' : 'quiet'} href=${to('cooperation', ['commitments'], {condition: one})}
        ><b class="figure">${words.number(conditions[one] ?? 0)}</b> ${words.of('commitmentCondition', one)}</a
      >`,
    )}
  </p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, string>} filter
 * @param {import('../../app/register-types.js').CommitmentList} known
 */
function filters(view, filter, known) {
  const {words} = view;
  const change = (/** @type {Event} */ event) => {
    const form = /** @type {HTMLFormElement} */ (/** @type {HTMLElement} */ (event.currentTarget).closest('form'));
    view.act.go(to('cooperation', ['commitments'], /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)))));
  };
  const pick = (/** @type {string} */ name, /** @type {[string, string][]} */ options) => html`<div class="field">
    <label for="f-${name}">${words.text(`commitmentFilter.${name}`)}</label>
    <select id="f-${name}" name=${name}>
      <option value="">${words.text('commitmentFilter.any')}</option>
      ${options.map(([value, word]) => html`<option value=${value} ?selected=${filter[name] === value}>${word}</option>`)}
    </select>
  </div>`;
  return html`<form class="filters" @change=${change} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${pick('owner', view.parties.map((party) => [party.id, view.nameOf(party)]))}
    ${pick('condition', CONDITIONS.map((one) => [one, words.of('commitmentCondition', one)]))}
    ${pick('due', [
      ['dated', words.text('commitmentFilter.dated')],
      ['undated', words.text('commitmentPage.noDate')],
    ])}
    ${pick('silentDays', ['30', '90', '120', '365'].map((days) => [days, words.text('length.days', {d: Number(days)})]))}
    ${pick('subject', known.subjects.map((subject) => [subject, subject]))}
    <a class="button" href=${to('cooperation', ['commitments'])}>${words.text('cooperation.clear')}</a>
  </form>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment[]} rows
 */
function matrix(view, rows) {
  const {words} = view;
  const sides = rows[0].cells.map((cell) => cell.party);
  return html`<table class="stacks matrix">
    <thead>
      <tr>
        <th scope="col">${words.text('commitmentPage.what')}</th>
        <th scope="col">${words.text('commitmentPage.owners')}</th>
        <th scope="col">${words.text('commitmentPage.due')}</th>
        ${sides.map((id) => html`<th scope="col">${words.rich('commitmentPage.lastWordOf', {side: sideName(view, id)})}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (one) => html`<tr class="condition-${one.condition}">
          <td>
            <a class="act-name" href=${toCommitment(one)}><b>${inALine(view, one.title)}</b></a>
            <span class="row">${commitmentMarks(view, one)} ${standing(view, one)}</span>
            <span class="small quiet"><bdi class="code">${one.subject}</bdi> · ${words.rich('commitmentPage.silence', {length: age(view, one.lastSaid)})}</span>
          </td>
          <td>${badges(view, one.owners)}</td>
          <td>${dueOfCommitment(view, one)}</td>
          ${one.cells.map((cell) => html`<td class="cell"><span class="only-stacked label">${sideName(view, cell.party)}</span>${lastWord(view, cell)}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/**
 * On whose word it stands, where that is not the word of all.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').Commitment} one
 */
export function standing(view, {standing: stands, registeredBy}) {
  const {words} = view;
  return stands === 'agreed'
    ? nothing
    : html`<span class="tag ${stands === 'registered' ? 'dashed' : ''}">${words.rich(`commitmentStanding.${stands}`, {side: registeredBy ? sideName(view, registeredBy) : ''})}</span>`;
}

/**
 * The last word of a side and its age; nobody's silence is a word.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').CommitmentCell} cell
 */
export function lastWord(view, {word}) {
  const {words} = view;
  return word
    ? html`<b>${words.of('commitmentSays', word.says)}</b>
        ${word.percent !== undefined || word.quantity ? html`<span class="figure">${extentOf(view, word)}</span>` : nothing}
        <span class="small quiet">${words.rich('cooperation.ago', {length: age(view, word.at)})}</span>
        <a class="small" href=${toEntry(word.entry)}><bdi class="code">${word.entry}</bdi></a>`
    : html`<span class="quiet">${words.text('cooperation.noWord')}</span>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, string>} filter
 * @param {string | undefined} next
 */
function pager(view, {cursor, ...rest}, next) {
  const {words} = view;
  return cursor || next
    ? html`<p class="row pager">
        ${cursor ? html`<a class="button" href=${to('cooperation', ['commitments'], rest)}>${words.text('cooperation.first')}</a>` : nothing}
        ${next ? html`<a class="button" href=${to('cooperation', ['commitments'], {...rest, cursor: next})}>${words.text('cooperation.next')}</a>` : nothing}
      </p>`
    : nothing;
}
