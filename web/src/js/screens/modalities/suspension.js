import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {obeyed, roleFor} from './rules.js';

/**
 * Who has suspended the modalities, or has announced it; and what our side can do about it. Each side ends its own
 * suspension, by the way in which it was begun.
 *
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
export function suspensionPanel(view, known) {
  const {words} = view;
  /** @type {import('./rules.js').Suspension[]} */
  const said = known.suspensions;
  return html`<section class="panel suspensions" aria-labelledby="suspension">
    <header>
      <h2 id="suspension">${words.text('suspending.title')}</h2>
      <div class="row push">${buttons(view, known)}</div>
    </header>
    ${said.length
      ? html`<ul class="list">
          ${said.map((one) => suspension(view, one, said))}
        </ul>`
      : html`<p class="empty">${words.text('suspending.none')}</p>`}
    ${known.suspended
      ? html`<p class="body">
          ${words.text('suspending.goesOn')}
          ${words.text(obeyed(view, 'fast_lane.survives_suspension') ? 'suspending.laneOpen' : 'suspending.laneShut')}
        </p>`
      : nothing}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Suspension} one
 * @param {import('./rules.js').Suspension[]} all
 */
function suspension(view, one, all) {
  const {words} = view;
  const {party, since, emergency, noticedFor, reason} = one;
  const name = view.nameOf(view.party(party));
  const resumes = all.some((other) => other.party === party && !other.noticedFor);
  return html`<li class="suspension">
    <p class="row">
      ${side(view, party)}
      <b
        >${noticedFor
          ? words.rich(resumes ? 'suspending.resumes' : 'suspending.noticed', {side: name, time: atLength(view, noticedFor)})
          : words.rich('suspending.active', {side: name})}</b
      >
      ${emergency ? html`<span class="tag warn">${words.text('suspending.emergency')}</span>` : nothing}
      ${since ? html`<a class="push small" href=${toEntry(since)}><bdi class="code">${since}</bdi></a>` : nothing}
    </p>
    <blockquote dir="auto">${plainly(reason)}</blockquote>
    ${noticedFor && Date.parse(noticedFor) < view.now ? html`<p class="quiet small">${words.rich('suspending.due', {side: name})}</p>` : nothing}
  </li>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} known
 */
function buttons(view, known) {
  const {words} = view;
  const role = roleFor(view, 'suspend');
  if (!known.inForce || !role || !view.may(role)) {
    return nothing;
  }
  /** @type {import('./rules.js').Suspension[]} */
  const ours = known.suspensions.filter((/** @type {import('./rules.js').Suspension} */ {party}) => party === view.ours.id);
  const active = ours.find(({noticedFor}) => !noticedFor);
  const notice = ours.find(({noticedFor}) => noticedFor);
  const open = (/** @type {string} */ name) => () =>
    view.act.open(name, {active, notice, hours: obeyed(view, 'suspension.notice'), refused: undefined});
  return html`${notice
    ? html`<button data-act="withdraw-notice" @click=${open('withdraw-notice')}>${words.text('suspending.withdraw')}</button>`
    : nothing}
  ${active && (active.emergency || !notice)
    ? html`<button data-act="resume" @click=${open('resume')}>${words.text('suspending.resume')}</button>`
    : nothing}
  ${active ? nothing : html`<button data-act="suspend" @click=${open('suspend')}>${words.text('suspending.suspend')}</button>`}`;
}
