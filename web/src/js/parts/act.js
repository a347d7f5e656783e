import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {freeSeats, isOpen} from '../app/agreements.js';
import {to} from '../app/route.js';
import {instantOf} from './times.js';

/** The marks of a joint act, the same in the list and on its page, and the same for either side. */

/**
 * What kind of act it is; a kind the console does not know is shown as it is.
 * @param {import('../app/view.js').View} view
 * @param {string} kind
 */
export function kindOf({words}, kind) {
  return `actKind.${kind}` in words.catalogue ? words.of('actKind', kind) : html`<bdi class="code">${kind}</bdi>`;
}

/**
 * The title that its terms give it, if they do: in this language, where they have it in several.
 * @param {import('../app/types.js').Act} act
 * @param {string} language
 * @returns {string | undefined}
 */
export function titleOf({terms}, language) {
  const {title} = terms;
  const text = title && typeof title === 'object' ? (title.text ?? title[language] ?? title.en ?? Object.values(title)[0]) : title;
  return typeof text === 'string' && text.trim() ? text : undefined;
}

/**
 * The word for a name in the terms of an act, beside those that stand in all kinds of entry.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @returns {string | undefined}
 */
export function termWord({words}, name) {
  return `actTerm.${name}` in words.catalogue ? words.text(`actTerm.${name}`) : undefined;
}

/**
 * Where an act is read and signed that has a page of its own; nothing for one that is read as its terms.
 * @param {import('../app/types.js').Act} act
 * @returns {string | undefined}
 */
export function pageOf({act, kind, terms}) {
  const isDocument = kind === 'modalities' && Array.isArray(terms.clauses) && typeof terms.catalogue === 'number';
  return isDocument ? to('modalities', act.split('/')) : undefined;
}

/**
 * How far it is, and whether that can still turn out otherwise.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Act} act
 */
export function stageMarks({words}, act) {
  return html`<span class="tag stage ${act.stage}">${words.of('actStage', act.stage)}</span>
    ${act.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`}
    ${act.withdrawing ? html`<span class="tag warn">${words.text('agreements.withdrawing')}</span>` : nothing}`;
}

/**
 * Who still has to sign, side by side and seat by seat: `waiting for Pakistan: 1 security chief`.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Act} act
 */
export function waitingFor(view, act) {
  const {words} = view;
  return isOpen(act)
    ? act.sides
        .filter((side) => freeSeats(side).length)
        .map(
          (side) => html`<span class="waits"
            >${words.rich('agreements.waitingFor', {side: view.nameOf(view.party(side.party)), who: seatsInWords(view, freeSeats(side))})}</span
          >`,
        )
    : nothing;
}

/**
 * Seats in words: `1 security chief, 2 liaison officers`.
 * @param {import('../app/view.js').View} view
 * @param {[role: string, count: number][]} seats
 */
export function seatsInWords({words}, seats) {
  return seats
    .map(([role, count]) => (`seats.${role}` in words.catalogue ? words.text(`seats.${role}`, {count}) : `${words.number(count)} ${role}`))
    .join(words.text('register.and'));
}

/**
 * When it will be taken back by itself. That no clock decides is said once the time has come.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Act} act
 */
export function expiry(view, act) {
  const {words, clocks} = view;
  if (!act.expires || !isOpen(act)) {
    return nothing;
  }
  const left = instantOf(act.expires) - view.now;
  return left > 0
    ? html`<span class="expiry"><time datetime=${act.expires}>${words.rich('agreements.expiresIn', {length: clocks.length(left)})}</time></span>`
    : html`<span class="expiry">${words.rich('agreements.expiryDue', {side: view.nameOf(view.party(act.proposer))})}</span>`;
}
