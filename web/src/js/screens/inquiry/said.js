import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toClaim, toEntry} from '../../app/route.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {valueOf} from './values.js';

/**
 * One claim. Whoever made it, the same fields stand in the same order in the same size, and the same number of
 * characters before "more"; the word between side and value is the node's, made of what became of the claim
 * (protocol clauses 09-8.2, 09-8.6).
 */

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} said of the contract: `ClaimSaid`
 * @param {unknown} [acts] what this officer can do about it
 */
export function claimSaid(view, said, acts = nothing) {
  const {words} = view;
  return html`<article class="claim ${said.struck ? 'struck' : ''} ${said.behalf === 'own' ? '' : 'outside'}" data-claim=${said.claim}>
    <p class="field-of" data-field="value">
      <span class="verb">${verbOf(view, said)}</span>
      ${said.struck ? html`<s>${valueOf(view, said.value)}</s>` : html`<span>${valueOf(view, said.value)}</span>`}
    </p>
    <p class="field-of" data-field="as_of">${words.rich('claim.asOf', {time: atLength(view, said.asOf)})}</p>
    <p class="field-of" data-field="basis">${words.of('basis', said.basis)}</p>
    <p class="field-of" data-field="sources">${sourcesOf(view, said)}</p>
    <p class="field-of" data-field="exhibits">
      ${said.exhibits.length
        ? said.exhibits.map((/** @type {string} */ name) => html`<a class="tag" href=${toEntry(name)}><bdi class="code">${name}</bdi></a> `)
        : html`<span class="quiet">${words.text('claim.noExhibits')}</span>`}
    </p>
    <div class="field-of" data-field="words">
      ${said.words
        ? html`<q dir="auto" lang=${said.words.language}>${plainly(said.words.text)}${said.more ? '…' : nothing}</q>${said.more
              ? html` <a href=${toClaim(said.claim)}>${words.text('claim.more')}</a>`
              : nothing}`
        : html`<span class="quiet">${words.text('claim.noWords')}</span>`}
    </div>
    <div class="field-of" data-field="positions">
      ${said.positions.length
        ? said.positions.map((/** @type {any} */ one) => html`<p>${positionOf(view, one)}</p>`)
        : html`<span class="quiet">${words.text('claim.noPositions')}</span>`}
    </div>
    <div class="field-of" data-field="history">${historyOf(view, said)}</div>
    <footer>
      <a class="quiet small" href=${toClaim(said.claim)}><bdi class="code">${said.claim}</bdi></a>
      ${said.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`} ${acts}
    </footer>
  </article>`;
}

/**
 * `Iran says`, `Wire report, as Pakistan put on record`.
 * @param {import('../../app/view.js').View} view
 * @param {any} said
 */
export function verbOf(view, {verb, party, sources}) {
  const side = view.nameOf(view.party(party));
  return view.words.rich(`verb.${verb}`, {side, source: html`<span dir="auto">${plainly(sources.map((/** @type {any} */ one) => one.name).join(', '))}</span>`});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} said
 */
function sourcesOf(view, {sources, grading}) {
  const {words} = view;
  const and = words.text('register.and');
  return html`${sources.length
    ? sources.map(
        (/** @type {any} */ one) => html`<span class="source"
          ><span dir="auto">${plainly(one.name)}</span>${one.locator ? html`${and}<span dir="auto">${plainly(one.locator)}</span>` : nothing}${one.at
            ? html`${and}${atLength(view, one.at)}`
            : nothing}</span
        > `,
      )
    : html`<span class="quiet">${words.text('claim.noSources')}</span>`}
  ${grading ? html`<span class="tag" title=${words.text('claim.gradingMeans')}>${words.text('claim.grading', {grading})}</span>` : nothing}`;
}

/**
 * `Pakistan accepts in part: 4–5 — "…"`.
 * @param {import('../../app/view.js').View} view
 * @param {any} position
 */
export function positionOf(view, position) {
  const {words} = view;
  return html`${words.rich(`stance.${position.stance}`, {side: view.nameOf(view.party(position.party))})}${position.part
    ? html` ${valueOf(view, position.part)}`
    : nothing}${position.reason ? html` <q dir="auto" lang=${position.reason.language}>${plainly(position.reason.text)}</q>` : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} said
 */
function historyOf(view, {claim, history, sealed, translations}) {
  const {words} = view;
  const link = (/** @type {string} */ name) => html`<a href=${toClaim(name)}><bdi class="code">${name}</bdi></a>`;
  const lines = [
    sealed
      ? words.rich(sealed.late ? 'claim.revealedLate' : 'claim.revealed', {sealed: atLength(view, sealed.sealedAt), shown: atLength(view, sealed.revealedAt)})
      : undefined,
    history.supersedes ? words.rich('claim.supersedes', {claim: link(history.supersedes)}) : undefined,
    history.successor ? words.rich('claim.supersededBy', {claim: link(history.successor)}) : undefined,
    history.reason
      ? html`${words.text('claim.because')} <q class="reason" dir="auto" lang=${history.reason.language}>${plainly(history.reason.text)}</q>`
      : undefined,
    translations.length
      ? html`<a href=${toClaim(claim)}>${words.rich('claim.translated', {languages: translations.map((/** @type {string} */ one) => html`<bdi class="code tag">${one}</bdi> `)})}</a>`
      : undefined,
  ].filter((line) => line !== undefined);
  return lines.length ? lines.map((line) => html`<p>${line}</p>`) : html`<span class="quiet">${words.text('claim.noHistory')}</span>`;
}
