import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {to} from '../app/route.js';

/**
 * The pages of a long list. Which one is shown stands in the address, under a name of its own for each list of a screen, so
 * that it can be sent to a colleague and left by the way back.
 */

/**
 * Where the page begins that the address names; empty for the first.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 */
export const cursorOf = ({route}, name) => route.query.get(name) ?? '';

/**
 * The same, as it is asked for at the end of a query.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 */
export const askedFor = (view, name) => {
  const cursor = cursorOf(view, name);
  return cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
};

/**
 * Whether a list goes on beyond the page that is shown.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {{next?: string}} page
 */
export const isPaged = (view, name, {next}) => Boolean(next || cursorOf(view, name));

/**
 * The way to the other pages of a list, where there are any, and how much of it is on this one.
 * @param {import('../app/view.js').View} view
 * @param {string} name
 * @param {{items: unknown[], total: number, next?: string}} page
 */
export function pager(view, name, {items, total, next}) {
  const {words, route} = view;
  const cursor = cursorOf(view, name);
  const page = (/** @type {string} */ start) => to(route.screen, route.rest, {...Object.fromEntries(route.query), [name]: start});
  return isPaged(view, name, {next})
    ? html`<p class="row pager off-paper">
        <span class="quiet small">${words.text('pager.shown', {count: items.length, total})}</span>
        ${cursor ? html`<a class="button small" data-page="first" href=${page('')}>${words.text('pager.first')}</a>` : nothing}
        ${next ? html`<a class="button small" data-page="next" href=${page(next)}>${words.text('pager.next')}</a>` : nothing}
      </p>`
    : nothing;
}
