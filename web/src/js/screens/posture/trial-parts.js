import {html, nothing} from '../../../lib/lit-html/lit-html.js';

const MINUTE = 60_000;
const PER_POINT = 100;

/** Shares of the line for which posts are counted, in thousandths. */
const SHARES = [500, 800, 950, 1_000];

/**
 * Which unit goes where from another plan to this one, with the least driving.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 * @param {import('../../app/types.js').PosturePlan} other
 */
export function moves(view, plan, other) {
  const {words, clocks} = view;
  /** @type {import('../../app/types.js').PostureMoves | undefined} */
  const known = view.feed.read(`/posture/plans/${plan.said.entry}/moves?from=${encodeURIComponent(other.said.entry)}`).data;
  if (!known) {
    return nothing;
  }
  const list = (/** @type {string} */ key, /** @type {{label: string}[]} */ posts) =>
    posts.length ? html`<p class="body">${words.text(key)} ${posts.map((post, i) => html`${i ? ' · ' : nothing}<bdi>${post.label}</bdi>`)}</p>` : nothing;
  return html`<section class="panel">
    <header><h2 id="moves">${words.text('moves.title')}</h2></header>
    <p class="hint body">${words.text('moves.means')}</p>
    <div class="body scroll" tabindex="0" role="region" aria-labelledby="moves">
      <table class="moves">
        <thead>
          <tr>
            <th scope="col">${words.text('moves.from')}</th>
            <th scope="col">${words.text('moves.to')}</th>
            <th scope="col">${words.text('moves.takes')}</th>
          </tr>
        </thead>
        <tbody>
          ${known.moves.map(
            ({from, to, minutes}) =>
              html`<tr>
                <th scope="row"><bdi>${from.label}</bdi></th>
                <td><bdi>${to.label}</bdi></td>
                <td class="figure">${minutes === undefined ? words.text('moves.noWay') : minutes ? clocks.length(minutes * MINUTE) : words.text('moves.stays')}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="2">${words.text('moves.sum')}</th>
            <td class="figure">${known.minutes ? clocks.length(known.minutes * MINUTE) : words.text('moves.nothing')}</td>
          </tr>
        </tfoot>
      </table>
    </div>
    ${list('moves.freed', known.freed)} ${list('moves.waiting', known.waiting)}
  </section>`;
}

/**
 * What the line beyond is worth through the crossings, and what one more would bring. Left out where the ground has none.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 */
export function crossings(view, plan) {
  const {words} = view;
  /** @type {import('../../app/types.js').PostureCrossings | undefined} */
  const known = view.feed.read(`/posture/plans/${plan.said.entry}/crossings`).data;
  if (!known?.crossings.length) {
    return nothing;
  }
  const percent = (/** @type {number} */ parts) => words.text('coverage.percent', {percent: words.decimal(parts / PER_POINT)});
  const points = (/** @type {number} */ across) => {
    const off = across - known.acrossNow;
    return off ? words.text(off > 0 ? 'worth.more' : 'worth.less', {points: words.decimal(Math.abs(off) / PER_POINT)}) : words.text('gates.nothing');
  };
  return html`<section class="panel">
    <header><h2 id="gates">${words.text('gates.title')}</h2></header>
    <p class="hint body">${words.text('gates.means', {percent: words.decimal(known.acrossNow / PER_POINT)})}</p>
    <div class="body scroll" tabindex="0" role="region" aria-labelledby="gates">
      <table class="gates">
        <thead>
          <tr>
            <th scope="col">${words.text('gates.crossing')}</th>
            <th scope="col">${words.text('gates.now')}</th>
            <th scope="col">${words.text('gates.otherwise')}</th>
            <th scope="col">${words.text('gates.change')}</th>
          </tr>
        </thead>
        <tbody>
          ${known.crossings.map(
            (one) =>
              html`<tr>
                <th scope="row"><bdi>${one.crossing}</bdi></th>
                <td>${words.text(one.isOpen ? 'gates.open' : 'gates.closed')}</td>
                <td class="figure">${percent(one.across)}</td>
                <td class="figure">${points(one.across)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/**
 * How many of the own posts it takes for so much of the line.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan whose time it is
 */
export function sizing(view, plan) {
  const {words, clocks} = view;
  const within = plan.said.body.within_min;
  /** @type {[number, import('../../app/types.js').PostureSizing | undefined][]} */
  const rows = SHARES.map((share) => [share, view.feed.read(`/posture/sizing?withinMin=${within}&sharePermille=${share}`).data]);
  const sites = rows[0][1]?.sites;
  return html`<section class="panel">
    <header><h2 id="sizing">${words.text('sizing.title')}</h2></header>
    ${sites === 0
      ? html`<p class="none">${words.text('sizing.noSites')}</p>`
      : html`<p class="hint body">${words.text('sizing.means', {length: clocks.length(within * MINUTE)})}</p>
          <div class="body scroll" tabindex="0" role="region" aria-labelledby="sizing">
            <table class="sizing">
              <thead>
                <tr>
                  <th scope="col">${words.text('sizing.share')}</th>
                  <th scope="col">${words.text('sizing.posts')}</th>
                  <th scope="col">${words.text('sizing.where')}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.map(([share, known]) => size(view, share, known))}
              </tbody>
            </table>
          </div>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} share
 * @param {import('../../app/types.js').PostureSizing | undefined} known
 */
function size({words}, share, known) {
  const posts = known && (known.posts === undefined ? words.text('sizing.notEven', {sites: known.sites}) : words.number(known.posts));
  return html`<tr>
    <th scope="row">${words.text('coverage.percent', {percent: words.decimal(share / 10)})}</th>
    <td class="figure">
      ${posts ?? words.text('shell.loading')}
      ${known?.posts && known.atLeast !== known.posts ? html`<span class="quiet small">${words.text('sizing.atLeast', {posts: known.atLeast ?? 1})}</span>` : nothing}
    </td>
    <td>
      <ul class="held">
        ${known?.where.map((post) => html`<li><bdi>${post.label}</bdi></li>`)}
      </ul>
    </td>
  </tr>`;
}
