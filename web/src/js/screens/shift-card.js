import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {ref} from '../../lib/lit-html/directives/ref.js';
import {refusal} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {allWalls, onDay} from '../parts/times.js';
import {watchList} from './watch-list.js';

/**
 * The card that a watch officer meets after signing in while the watch is not theirs: which side, what is open, who
 * offers it. "I have the watch" is a signature. It can be put aside to look around, not forgotten: the strip keeps saying
 * that nobody, or somebody else, has the watch.
 *
 * @param {import('../app/view.js').View} view
 */
export function shiftCard(view) {
  if (!view.may('watch_officer') || view.draft('shift-card').aside) {
    return nothing;
  }
  /** @type {import('../app/types.js').Shift | undefined} */
  const shift = view.feed.read('/shift').data;
  const offeredToUs = shift?.offered && (!shift.offered.to || isUs(view, shift.offered.to));
  if (!shift || (shift.holder && !offeredToUs)) {
    return nothing;
  }
  const {words} = view;
  const draft = view.draft('take');
  const aside = () => view.act.edit('shift-card', {aside: true});
  return html`<dialog class="shift-card" aria-labelledby="shift-title" ${ref(open)} @close=${aside}>
    <div>
      <header>
        <h1 id="shift-title" tabindex="-1" autofocus>${words.text('shift.title')}</h1>
        <p>${side(view, view.ours.id)} ${view.nameOf(view.ours)}</p>
      </header>
      <p>${words.rich('shift.youAre', {name: view.session.name, role: words.of('role', view.session.roles[0])})}</p>
      <p class="quiet"><bdi>${allWalls(view, view.now)}</bdi></p>
      ${shift.offered
        ? html`<p>${words.rich('shift.offered', {officer: html`<bdi class="code">${shift.offered.by}</bdi>`, time: onDay(view, shift.offered.at)})}</p>
            ${[shift.offered.standingOrders, shift.offered.remarks].map((text) =>
              text ? html`<blockquote dir="auto">${text}</blockquote>` : nothing,
            )}`
        : html`<p>${words.text('shift.empty')}</p>`}
      ${watchList(view, shift)} ${refusal(view, draft.refused)}
      <footer>
        <button type="button" @click=${aside}>${words.text('shift.lookFirst')}</button>
        <button
          class="first"
          ?disabled=${draft.busy}
          @click=${() => view.act.send('take', {path: '/shift/take', body: {}, said: 'said.watchTaken', then: aside})}
        >
          ${words.text('shift.take')}
        </button>
      </footer>
    </div>
  </dialog>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {string} officer
 */
function isUs(view, officer) {
  return officer === view.session.officer || officer === view.session.login;
}

/** @param {Element | undefined} element */
function open(element) {
  if (element instanceof HTMLDialogElement && !element.open) {
    queueMicrotask(() => element.isConnected && element.showModal());
  }
}
