import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {toEntry, toPaper, toPdf} from '../app/route.js';
import {audience} from '../parts/audience.js';
import {dailyCounts} from '../parts/daily-counts.js';
import {field} from '../parts/field.js';
import {icon} from '../parts/icon.js';
import {notHere, refusal} from '../parts/refusal.js';
import {side} from '../parts/side.js';
import {atAllWalls, instantOf, onDay} from '../parts/times.js';
import {wallOf} from '../time/walls.js';

/**
 * The report of the day: a stated cut-off, counts beside those of the day before, and what could not be seen, which is
 * asked for every time. Its figures are computed from the record; nobody types them.
 *
 * @param {import('../app/view.js').View} view
 */
export function daily(view) {
  const {words} = view;
  const reading = view.feed.read('/reports/daily');
  return html`<header class="page-head">
      <h1>${words.text('daily.title')}</h1>
      ${reading.data ? html`<p class="quiet">${cutOff(view, reading.data)}</p>` : nothing}
    </header>
    <div class="two">
      ${next(view)} ${reading.data ? filed(view, reading.data.items) : notHere(view, reading)}
    </div>`;
}

/**
 * When a day of our reports ends, with its zone: a time never stands without saying whose clock it is.
 * @param {import('../app/view.js').View} view
 * @param {{cutOff: string, zone: string}} ends
 */
function cutOff(view, {cutOff: time, zone}) {
  return view.words.rich('daily.cutOff', {time: html`<bdi class="figure">${time.slice(0, 5)}</bdi>`, zone: html`<bdi class="code">${zone}</bdi>`});
}

/** @param {import('../app/view.js').View} view */
function next(view) {
  const {words, act} = view;
  const draft = view.draft('daily');
  const chosen = draft.audience;
  const reading = view.feed.read(`/reports/daily/draft?audience=${chosen ?? 'internal'}`);
  /** @type {{report: import('../app/types.js').DailyReport, filed: boolean} | undefined} */
  const known = reading.data;
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    act.send('daily', {
      path: '/reports/daily',
      body: {
        audience: chosen,
        language: words.language,
        ...(draft.restrictions?.trim() ? {restrictions: draft.restrictions.trim()} : {}),
      },
      said: chosen === 'release' ? 'said.released' : 'said.kept',
    });
  };
  return html`<section class="panel">
    <header><h2>${words.text('daily.next')}</h2></header>
    <form class="body stack" @submit=${submit}>
      ${view.may('watch_officer', 'sector_commander', 'chief', 'clerk')
        ? audience(view, chosen, (audience) => act.edit('daily', {audience}), {first: false})
        : nothing}
      ${known ? period(view, known.report) : notHere(view, reading)}
      ${known ? dailyCounts(view, known.report) : nothing}
      <p class="hint">${words.text(chosen === 'release' ? 'daily.countsReleased' : 'daily.countsAll')}</p>
      ${known?.filed && chosen
        ? html`<p role="status"><span class="tag">${words.text('daily.filed')}</span></p>`
        : view.may('watch_officer', 'sector_commander', 'chief', 'clerk')
          ? html`${field(view, 'daily', {
                name: 'restrictions',
                label: words.text('sitrep.restrictions'),
                hint: words.text('daily.restrictionsHint'),
                kind: 'area',
                maxlength: 2000,
                disabled: !chosen,
              })}
              ${refusal(view, draft.refused)}
              <p><button class="first" ?disabled=${!chosen || !known || draft.busy}>${words.text('sitrep.file')}</button></p>`
          : nothing}
    </form>
  </section>`;
}

/**
 * From when until when, on every wall.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').DailyReport} report
 */
export function period(view, {from, to}) {
  const {words} = view;
  return html`<dl class="pairs">
    <div><dt>${words.text('daily.from')}</dt><dd>${end(view, from)}</dd></div>
    <div><dt>${words.text('daily.to')}</dt><dd>${end(view, to)}</dd></div>
  </dl>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {string} time
 */
function end(view, time) {
  return html`<b>${view.clocks.day(instantOf(time), wallOf(view.ours))}</b> ${atAllWalls(view, time)}`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {{report: import('../app/types.js').DailyReport, by: import('../app/types.js').Author, at: string, audience: string, entry: string}[]} items
 */
function filed(view, items) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2>${words.text('daily.filedBefore')}</h2></header>
    ${items.length
      ? html`<ul class="list">
          ${items.map(
            (item, i) => html`<li>
              <details ?open=${i === 0}>
                <summary>
                  ${side(view, item.by.party)} <b>${words.text('daily.number', {number: item.report.number})}</b>
                  <span class="push quiet">${onDay(view, item.report.to)}</span>
                </summary>
                <div class="stack filed">
                  ${period(view, item.report)} ${dailyCounts(view, item.report)}
                  ${item.report.restrictions
                    ? html`<p><span class="label">${words.text('sitrep.restrictions')}</span></p>
                        <p dir="auto" lang=${item.report.restrictions.lang}>${item.report.restrictions.text}</p>`
                    : html`<p class="quiet">${words.text('daily.noRestrictions')}</p>`}
                  <p class="row">
                    ${item.audience === 'internal' ? html`<span class="tag dashed">${words.text('audience.internal')}</span>` : nothing}
                    <a class="small" href=${toEntry(item.entry)}><bdi class="code">${item.entry}</bdi></a>
                    <a class="button small push" href=${toPaper(item.entry)}>${icon('print')}${words.text('shell.print')}</a>
                    <a class="button small" href=${toPdf(`/reports/daily/${item.entry}`, words.language)} download>${words.text('shell.pdf')}</a>
                  </p>
                </div>
              </details>
            </li>`,
          )}
        </ul>`
      : html`<p class="empty">${words.text('daily.none')}</p>`}
  </section>`;
}
