import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {choice} from './field.js';
import {atLength} from './times.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * An end, chosen as a length of time from now and shown as an instant on every wall: nobody types a date of a calendar
 * or a zone that the other side reads differently. The instant is kept when it is chosen, so that a second try says the
 * same as the first.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} draft
 * @param {{name: string, label: string, hint?: string, none: string, hours: number[]}} field
 */
export function until(view, draft, {name, label, hint, none, hours}) {
  const {words, clocks} = view;
  const chosen = view.draft(draft)[name];
  const instant = (/** @type {string} */ length) =>
    length ? new Date(Math.ceil((view.now + Number(length) * HOUR) / MINUTE) * MINUTE).toISOString() : undefined;
  return html`${choice(view, draft, {
      name: `${name}In`,
      label,
      options: [['', none], ...hours.map((count) => /** @type {[string, string]} */ ([String(count), clocks.length(count * HOUR)]))],
      also: (length) => ({[name]: instant(length)}),
    })}
    ${chosen ? html`<p class="hint">${words.rich('until.at', {time: atLength(view, chosen)})}</p>` : nothing}
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}`;
}
