import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {field} from '../parts/field.js';
import {notHere, refusal} from '../parts/refusal.js';
import {onDay} from '../parts/times.js';
import {watchList} from './watch-list.js';

/**
 * Handing over the watch: the list writes itself, the officer adds what it cannot know, and both sign. It is put off
 * while an alarm is unacknowledged, as at sea.
 *
 * @param {import('../app/view.js').View} view
 */
export function handover(view) {
  const {words} = view;
  const reading = view.feed.read('/shift');
  /** @type {import('../app/types.js').Shift | undefined} */
  const shift = reading.data;
  return html`<header class="page-head">
      <h1>${words.text('handover.title')}</h1>
      ${shift?.holder
        ? html`<p class="quiet">${words.rich('handover.holder', {name: shift.holder.name, time: onDay(view, shift.holder.since)})}</p>`
        : html`<p class="tag warn">${words.text('strip.nobody')}</p>`}
    </header>
    ${shift
      ? html`<div class="two">
          <section class="panel">
            <header><h2>${words.text('handover.list')}</h2></header>
            <div class="body">${watchList(view, shift)}</div>
          </section>
          ${view.may('watch_officer') ? (shift.holder ? offer(view, shift) : take(view)) : nothing}
        </div>`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Shift} shift
 */
function offer(view, shift) {
  const {words} = view;
  const draft = view.draft('handover');
  const waiting = shift.checklist.unacknowledged.length;
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    view.act.send('handover', {
      path: '/shift/handover',
      body: {
        to: draft.to.trim(),
        language: words.language,
        ...(draft.standingOrders?.trim() ? {standingOrders: draft.standingOrders.trim()} : {}),
        ...(draft.remarks?.trim() ? {remarks: draft.remarks.trim()} : {}),
      },
      said: 'said.handoverOffered',
    });
  };
  return html`<section class="panel">
    <header><h2>${words.text('handover.offer')}</h2></header>
    <form class="body stack" @submit=${submit}>
      ${shift.offered
        ? html`<p role="status">${words.rich('handover.waiting', {officer: shift.offered.to ? html`<bdi class="code">${shift.offered.to}</bdi>` : words.text('handover.anyone'), time: onDay(view, shift.offered.at)})}</p>`
        : nothing}
      ${waiting ? html`<p class="refusal">${words.text('handover.alarm', {count: waiting})}</p>` : nothing}
      ${field(view, 'handover', {name: 'to', label: words.text('handover.to'), kind: 'code', required: true, maxlength: 32})}
      ${field(view, 'handover', {name: 'standingOrders', label: words.text('handover.standingOrders'), kind: 'area', maxlength: 4000})}
      ${field(view, 'handover', {
        name: 'remarks',
        label: words.text('handover.remarks'),
        hint: words.text('handover.remarksHint'),
        kind: 'area',
        maxlength: 4000,
      })}
      ${refusal(view, draft.refused)}
      <p><button class="first" ?disabled=${!draft.to?.trim() || draft.busy || waiting > 0}>${words.text('handover.sign')}</button></p>
    </form>
  </section>`;
}

/** @param {import('../app/view.js').View} view */
function take(view) {
  const {words} = view;
  const draft = view.draft('take');
  return html`<section class="panel">
    <header><h2>${words.text('shift.title')}</h2></header>
    <div class="body stack">
      <p>${words.text('shift.empty')}</p>
      ${refusal(view, draft.refused)}
      <p>
        <button
          class="first"
          ?disabled=${draft.busy}
          @click=${() => view.act.send('take', {path: '/shift/take', body: {}, said: 'said.watchTaken'})}
        >
          ${words.text('shift.take')}
        </button>
      </p>
    </div>
  </section>`;
}
