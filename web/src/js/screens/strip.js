import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {nextClock} from '../app/duties.js';
import {icon} from '../parts/icon.js';
import {age, countdown} from '../parts/times.js';

/**
 * What a watch officer must be able to see from any screen: whether the other side hears us, what waits for a person,
 * which clock runs out next, and who has the watch.
 *
 * @param {import('../app/view.js').View} view
 */
export function strip(view) {
  const {words} = view;
  /** @type {import('../app/types.js').Overview | undefined} */
  const overview = view.feed.read('/overview').data;
  if (!overview) {
    return html`<div class="facts"></div>`;
  }
  const [link] = overview.links;
  const clock = nextClock(overview, false);
  const [duty] = overview.onDuty;
  return html`<div class="facts">
    ${link ? light(view, link) : nothing}
    <p class="fact ${overview.unread.incidents ? 'wants' : ''}">
      <b>${words.number(overview.unread.incidents)}</b>
      <span>${words.text('strip.unacknowledged')}</span>
    </p>
    ${clock ? html`<p class="fact next">${countdown(view, clock)}</p>` : nothing}
    ${duty
      ? html`<p class="fact duty">${icon('person')}<span>${words.of('role', duty.role)}<small dir="auto">${duty.name}</small></span></p>`
      : html`<p class="fact duty wants">${icon('person')}<span>${words.text('strip.nobody')}</span></p>`}
    <button class="bare icon" aria-label=${words.text('strip.settings')} @click=${() => view.act.open('settings')}>
      ${icon('more')}
    </button>
  </div>`;
}

/**
 * The light of the link. Its shape says the state: full, half, hollow, crossed. It is never green: a silent link must
 * not be able to look like a calm one.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').LinkState} link
 */
export function light(view, link) {
  const {words} = view;
  const name = view.nameOf(link.peer);
  return html`<p class="fact light ${link.state}">
    <i aria-hidden="true"></i>
    <span
      >${words.rich(`light.${link.state}`, {side: name})}
      ${link.lastHeard
        ? html`<small>${words.rich('light.heard', {age: age(view, link.lastHeard)})}</small>`
        : nothing}
    </span>
  </p>`;
}
