import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {coordinates} from '../../parts/place.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {atAllWalls} from '../../parts/times.js';
import {reachTable} from './reach-table.js';
import {openRelease} from './release-dialog.js';
import {worth} from './worth.js';

const MINUTE = 60_000;
const MICRO = 1_000_000;

/**
 * The plans that we keep for ourselves, the newest first, each with what proves how good it is.
 *
 * @param {import('../../app/view.js').View} view
 */
export function plans(view) {
  const {words} = view;
  const reading = view.feed.read('/posture/plans');
  /** @type {{items: import('../../app/types.js').PosturePlan[]} | undefined} */
  const page = reading.data;
  return html`<section class="panel own-plans" aria-labelledby="plans">
    <header><h2 id="plans">${words.text('plans.title')}</h2></header>
    <p class="hint body">${words.text('plans.private')}</p>
    ${refusal(view, page && reading.refused)}
    ${page
      ? page.items.length
        ? html`<ol class="plans">
            ${page.items.map((one, index) => plan(view, one, index === 0))}
          </ol>`
        : html`<p class="none">${words.text('plans.none')}</p>`
      : notHere(view, reading)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} one
 * @param {boolean} isNewest whose posts are in sight from the start
 */
function plan(view, one, isNewest) {
  const {words, clocks} = view;
  const {body} = one.said;
  return html`<li class="stack">
    <p class="row">
      ${body.name ? html`<b><bdi>${body.name}</bdi></b>` : nothing}
      <b>${words.text('plans.posts', {count: body.posts.length, candidates: body.candidates, length: clocks.length(body.within_min * MINUTE)})}</b>
      <span class="quiet">${atAllWalls(view, one.said.at)}</span>
      <a class="code" href=${toEntry(one.said.entry)}><bdi>${one.said.entry}</bdi></a>
      <button class="push" data-offer="release" @click=${() => openRelease(view, one)}>${words.text('plans.release')}</button>
    </p>
    <dl class="worth">
      <div>
        <dt>${words.text('plans.covered')}</dt>
        <dd class="figure">${words.text('coverage.percent', {percent: words.decimal(one.coveredPermille / 10)})}</dd>
      </div>
      <div>
        <dt>${words.text('plans.gap')}</dt>
        <dd class="figure">
          ${one.gapPermille ? words.text('coverage.percent', {percent: words.decimal(one.gapPermille / 10)}) : words.text('plans.best')}
        </dd>
      </div>
    </dl>
    <details ?open=${isNewest}>
      <summary>${words.text('plans.where')}</summary>
      ${reachTable(view, body, words.text('plans.exactly'))}
      <ul class="posts">
        ${body.posts.map(
          (/** @type {{label: string, lat: number, lon: number}} */ post) =>
            html`<li><bdi>${post.label}</bdi> <span class="quiet">${coordinates({lat: post.lat / MICRO, lon: post.lon / MICRO})}</span></li>`,
        )}
      </ul>
    </details>
    ${isNewest ? worth(view, one) : nothing}
  </li>`;
}
