import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toAct, toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {saying} from '../../parts/saying.js';
import {side} from '../../parts/side.js';
import {saidInFull} from '../../parts/wording.js';
import {age, atLength} from '../../parts/times.js';
import {plainly} from '../../parts/terms.js';

/** What the pages of this chapter have in common. */

/** Officers whose word is heard in the registers (10-8.2); about complaints an investigator's too. */
export const SPEAKERS = ['liaison', 'sector_commander', 'chief', 'clerk'];

const TABS = ['', 'calendar', 'commitments', 'complaints', 'report'];

/**
 * The title of the chapter, its parts, and what can be done here.
 * @param {import('../../app/view.js').View} view
 * @param {string} here
 * @param {unknown} [acts]
 */
export function head(view, here, acts = nothing) {
  const {words} = view;
  return html`<header class="page-head off-paper">
      <h1>${words.text('cooperation.title')}</h1>
      <nav class="choice" aria-label=${words.text('cooperation.parts')}>
        ${TABS.map(
          (name) => html`<a class="tab" href=${to('cooperation', name ? [name] : [])} aria-current=${here === name ? 'page' : nothing}>
            ${words.of('cooperationPart', name || 'health')}
          </a>`,
        )}
      </nav>
      ${acts}
    </header>
    ${unheard(view)}`;
}

/**
 * Why what is shown may lack the other side's last words.
 * @param {import('../../app/view.js').View} view
 */
export function unheard(view) {
  const [link] = view.feed.read('/overview').data?.links ?? [];
  return link?.state === 'silent'
    ? html`<p class="notice off-paper">${view.words.rich('cooperation.silent', {side: view.nameOf(view.peer), time: atLength(view, link.since)})}</p>`
    : nothing;
}

/**
 * The way back from a page to its register.
 * @param {import('../../app/view.js').View} view
 * @param {string} part
 */
export function back(view, part) {
  return html`<a class="back" href=${to('cooperation', [part])} aria-label=${view.words.text('cooperation.back')}>${icon('back')}</a>`;
}

/**
 * That its place in the joint order can still change.
 * @param {import('../../app/view.js').View} view
 * @param {{isFinal: boolean}} thing
 */
export function tentative({words}, {isFinal}) {
  return isFinal ? nothing : html`<span class="tag dashed">${words.text('cooperation.notFinal')}</span>`;
}

/**
 * The badges of some sides.
 * @param {import('../../app/view.js').View} view
 * @param {string[]} ids
 */
export const badges = (view, ids) => html`<span class="badges">${ids.map((id) => side(view, id))}</span>`;

/**
 * The name of a side as a person says it.
 * @param {import('../../app/view.js').View} view
 * @param {string} id
 */
export const sideName = (view, id) => view.nameOf(view.party(id));

/**
 * Entries that somebody rests on.
 * @param {import('../../app/view.js').View} view
 * @param {string[]} names
 */
export function evidenceLinks(view, names) {
  return names.length
    ? html`<p class="small row">
        <span class="label">${view.words.text('cooperation.evidence')}</span>
        ${names.map((name) => html`<a href=${toEntry(name)}><bdi class="code">${name}</bdi></a>`)}
      </p>`
    : nothing;
}

/**
 * An age in words, or that there is none.
 * @param {import('../../app/view.js').View} view
 * @param {string | undefined} time
 */
export const ageOr = (view, time) => (time ? age(view, time) : html`<span class="quiet">${view.words.text('cooperation.noWord')}</span>`);

/**
 * Everything that was said of one thing, the newest first. What another word has taken the place of stays in sight.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').RegisterStatement[]} history
 */
export function historyOf(view, history) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="history">
    <header><h2 id="history">${words.text('cooperation.history')}</h2></header>
    ${history.length
      ? html`<ol class="list act-statements">
          ${[...history].reverse().map(
            (one) => html`<li>
              <p>
                ${side(view, one.by.party)} <b>${saying(view, one)}</b>
                <a class="push small" href=${toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
              </p>
              <p class="quiet small">${atLength(view, one.at)} <bdi class="code">${one.by.officer ?? ''}</bdi></p>
              ${wordsOf(view, one.body)}
            </li>`,
          )}
        </ol>`
      : html`<p class="nothing">${words.text('cooperation.noHistory')}</p>`}
  </section>`;
}

/** Members of a body that are a person's own words. */
const WORDS = ['text', 'remark', 'reason'];

/** Members of a body that are a code with a word for it. @type {Record<string, string>} */
const CODES = {outcome: 'meetingOutcome', answer: 'complaintAnswer', how: 'complaintHow'};

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any> | undefined} body
 */
function wordsOf(view, body) {
  const {words} = view;
  if (!body) {
    return html`<p class="quiet">${words.text('entry.noBody')}</p>`;
  }
  const codes = Object.entries(CODES).filter(([name]) => typeof body[name] === 'string');
  return html`${codes.map(([name, family]) => html`<p class="small"><span class="tag">${words.of(family, body[name])}</span>
      ${body.outcome === 'not_held' ? html`<span class="tag">${words.of('notHeldReason', body.reason)}</span>` : nothing}</p>`)}
    ${typeof body.comes === 'boolean' ? html`<p><span class="tag">${words.text(body.comes ? 'meetingPage.comes' : 'meetingPage.staysAway')}</span></p>` : nothing}
    ${body.extent ? html`<p><b class="figure">${extentOf(view, body.extent)}</b></p>` : nothing}
    ${WORDS.filter((name) => body[name] && typeof body[name] === 'object').map((name) => html`<blockquote>${saidInFull(view, body[name])}</blockquote>`)}`;
}

/**
 * How much of something has been done.
 * @param {import('../../app/view.js').View} view
 * @param {{percent?: number, quantity?: {amount: number, unit: string}}} extent
 */
export function extentOf({words}, {percent, quantity}) {
  return quantity
    ? html`${words.number(quantity.amount)} <bdi>${plainly(quantity.unit)}</bdi>`
    : words.text('commitmentPage.percent', {percent: percent ?? 0});
}

/**
 * What this officer may do here, as a row of buttons; nothing where that is nothing.
 * @param {({name: string, word: unknown, open: () => void, first?: boolean} | undefined | false)[]} acts
 */
export function offers(acts) {
  const given = acts.filter((act) => act).map((act) => /** @type {{name: string, word: unknown, open: () => void, first?: boolean}} */ (act));
  return given.length
    ? html`<div class="row offers">
        ${given.map((act) => html`<button class=${act.first ? 'first' : ''} data-offer=${act.name} @click=${act.open}>${act.word}</button>`)}
      </div>`
    : nothing;
}

/**
 * Acts about one thing, and how far each of them is.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').RegisterAct[]} acts
 */
export function actList(view, acts) {
  return html`<ul class="act-list">
    ${acts.map(
      (act) => html`<li>
        ${side(view, act.proposer)}
        <div class="what">
          <a class="act-name" href=${toAct(act.act)}><bdi class="code">${act.act}</bdi> ${icon('onward')}</a>
          <p class="quiet small">${atLength(view, act.proposedAt)}</p>
        </div>
        <div class="stands"><p class="row"><span class="tag stage ${act.stage}">${view.words.of('actStage', act.stage)}</span> ${tentative(view, act)}</p></div>
      </li>`,
    )}
  </ul>`;
}
