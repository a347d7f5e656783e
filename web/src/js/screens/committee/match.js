import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {amountOf} from '../../parts/amount.js';
import {icon} from '../../parts/icon.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {barList} from './bars.js';
import {certificate, checks} from './certificate.js';
import {openContract} from './contract-dialog.js';
import {lineName, mayPropose, maySpeak, percent} from './known.js';
import {openMatch} from './match-dialog.js';
import {rows} from './short.js';
import {whatIf} from './what-if.js';

const MILLION = 1_000_000;

/** How a match is looked for, the quickest first. */
const WAYS = /** @type {const} */ (['preview', 'search', 'optimum']);

/**
 * What goes to whom: the match that is in force or proposed, or one that this node has just looked for.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 */
export function matches(view, detail) {
  const {words, route} = view;
  const sought = maySpeak(view) ? route.query.get('find') : null;
  const named = route.query.get('match');
  const chosen = detail.matches.find(({act}) => act === (named ?? detail.round.match)) ?? detail.matches[0];
  return html`<section class="panel match" aria-labelledby="match">
    <header>
      <h2 id="match">${words.text('match.title')}</h2>
      ${finders(view, detail)}
    </header>
    ${detail.matches.length ? list(view, detail, sought ? undefined : chosen) : nothing}
    ${sought ? found(view, detail, sought) : chosen ? proposed(view, detail, chosen) : html`<p class="none">${words.text('match.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 */
function finders(view, {round, solver}) {
  const {words} = view;
  if (!maySpeak(view) || round.phase === 'ended') {
    return nothing;
  }
  return html`<span class="row push off-paper">
    ${WAYS.filter((way) => way !== 'optimum' || solver).map(
      (way) => html`<a class="button small" data-find=${way} href=${to('committee', round.act.split('/'), {find: way})}>${words.of('matchBy', way)}</a>`,
    )}
    ${solver ? nothing : html`<span class="quiet small">${words.text('match.noSolver')}</span>`}
  </span>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 * @param {import('./market-types.js').MarketMatchAct | undefined} chosen
 */
function list(view, {matches: all, round, unit}, chosen) {
  const {words} = view;
  return html`<ul class="market-list matches">
    ${all.map(
      (one) => html`<li class="row">
        ${side(view, one.proposer)}
        <a href=${to('committee', round.act.split('/'), {match: one.act})} aria-current=${one === chosen ? 'true' : nothing}
          ><b class="figure"><bdi>${amountOf(view, one.value, unit)}</bdi></b></a
        >
        <span class="tag">${words.of('actStage', one.stage)}</span>
        ${checks(view, one)}
        <a class="button small push" href=${to('agreements', one.act.split('/'))}
          >${words.text(one.stage === 'effective' ? 'match.read' : 'committee.readAndSign')}</a
        >
      </li>`,
    )}
  </ul>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 * @param {import('./market-types.js').MarketMatchAct} chosen
 */
function proposed(view, {round, unit}, chosen) {
  const reading = view.feed.read(`/market/matches/${chosen.act}`);
  /** @type {{match?: import('./market-types.js').MarketMatch} | undefined} */
  const known = reading.data;
  if (!known) {
    return notHere(view, reading);
  }
  return known.match
    ? whole(view, round, unit, known.match, chosen)
    : html`<p class="refusal">${view.words.text('match.doesNotHold')}</p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRoundDetail} detail
 * @param {string} way
 */
function found(view, {round, matches: all}, way) {
  const {words} = view;
  const reading = view.feed.read(`/market/rounds/${round.act}/match?by=${encodeURIComponent(way)}`);
  /** @type {import('./market-types.js').MarketFound | undefined} */
  const known = reading.data;
  if (!known) {
    return reading.refused ? notHere(view, reading) : html`<p class="none" role="status">${words.text('match.looking')}</p>`;
  }
  return html`<div class="body row spread notice-line">
      <p>
        ${icon('search')} <b>${words.text('match.foundHere')}</b> ${words.text(known.isComplete ? 'match.foundMeans' : 'match.notAllIn')}
      </p>
      ${mayPropose(view, 'barter_match') && known.isComplete
        ? html`<button class="first off-paper" data-offer="match" @click=${() => openMatch(view, known, all[0])}>${words.text('match.propose')}</button>`
        : nothing}
    </div>
    ${whole(view, round, known.unit, known.match)}`;
}

// ---- one match ----------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {string} unit
 * @param {import('./market-types.js').MarketMatch} match
 * @param {import('./market-types.js').MarketMatchAct} [act] by which it was proposed
 */
function whole(view, round, unit, match, act) {
  return html`<div class="body match-body">
      ${certificate(view, match, unit)} ${turnover(view, match, unit)}
    </div>
    ${placed(view, round, unit, match, act)} ${rows(view, round, unit, match)} ${whatIf(view, round, unit, match, act?.act ?? 'found')} ${left(view, round, unit, match)}`;
}

/**
 * What becomes of what is offered, and what one side is left owing.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketMatch} match
 * @param {string} unit
 */
function turnover(view, {turnover: known, bound}, unit) {
  const {words} = view;
  const money = (/** @type {number} */ units) => html`<bdi>${amountOf(view, units, unit)}</bdi>`;
  const avoided = known.trapped - known.balance;
  return html`<div class="turnover">
    <div>
      <h3>${words.text('turnover.worth')}</h3>
      ${barList([
        {label: words.text('turnover.offered'), text: money(known.offered), value: known.offered, look: 'faint'},
        {label: words.text('turnover.bound'), text: money(Math.min(bound, known.offered)), value: Math.min(bound, known.offered), look: 'open'},
        {label: words.text('turnover.matched'), text: money(known.matched), value: known.matched, look: 'solid'},
      ])}
      ${known.offered ? html`<p>${words.text('turnover.share', {percent: percent(view, (known.matched / known.offered) * MILLION)})}</p>` : nothing}
    </div>
    <div>
      <h3>${words.text('turnover.owing')}</h3>
      ${barList([
        {label: words.text('turnover.asTheyCame'), text: money(known.trapped), value: known.trapped, look: 'hatched'},
        {label: words.text('turnover.byThis'), text: money(known.balance), value: known.balance, look: 'solid'},
      ])}
      ${avoided > 0 ? html`<p>${words.rich('turnover.avoided', {amount: money(avoided)})}</p>` : nothing}
    </div>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {string} unit
 * @param {import('./market-types.js').MarketMatch} match
 * @param {import('./market-types.js').MarketMatchAct} [act]
 */
function placed(view, round, unit, {placed: all}, act) {
  const {words} = view;
  const drafts = act?.stage === 'effective' && maySpeak(view) && mayPropose(view, 'barter_contract');
  return html`<h3 class="inner" id="placed">${words.text('match.placed')}</h3>
    ${all.length
      ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="placed">
          <table class="placed">
            <thead>
              <tr>
                <th scope="col">${words.text('committee.goods')}</th>
                <th scope="col">${words.text('match.from')}</th>
                <th scope="col">${words.text('match.to')}</th>
                <th scope="col">${words.text('match.lots')}</th>
                <th scope="col">${words.text('match.worth')}</th>
                ${drafts ? html`<th scope="col"><span class="visually-hidden">${words.text('match.draft')}</span></th>` : nothing}
              </tr>
            </thead>
            <tbody>
              ${all.map(
                (one) => html`<tr>
                  <th scope="row">${lineName(view, round, one.line)}</th>
                  <td><bdi class="code">${one.offer}</bdi></td>
                  <td><bdi class="code">${one.need}</bdi></td>
                  <td class="figure">${words.number(one.lots)}</td>
                  <td class="figure"><bdi>${amountOf(view, one.worth, unit)}</bdi></td>
                  ${drafts
                    ? html`<td class="off-paper">
                        <button class="small" data-offer="contract" @click=${() => openContract(view, round, /** @type {any} */ (act), one)}>
                          ${words.text('match.draft')}
                        </button>
                      </td>`
                    : nothing}
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : html`<p class="none">${words.text('match.nothingPlaced')}</p>`}`;
}

/**
 * What a match leaves, and what it lacks of what the sides aim at.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {string} unit
 * @param {import('./market-types.js').MarketMatch} match
 */
function left(view, round, unit, {unmet, shortfalls}) {
  const {words} = view;
  return html`<h3 class="inner">${words.text('match.left')}</h3>
    ${unmet.length || shortfalls.length
      ? html`<ul class="market-list">
          ${shortfalls.map(
            (one) => html`<li>
              <span class="tag warn">${words.text('match.short')}</span>
              ${words.rich('match.shortOf', {line: lineName(view, round, one.line), lots: one.lots, worth: html`<bdi>${amountOf(view, one.value, unit)}</bdi>`})}
            </li>`,
          )}
          ${unmet.map(
            (one) => html`<li class="row">
              ${side(view, one.party)}
              ${words.rich('match.unmet', {way: words.of('bidWay', one.says.way), line: lineName(view, round, one.says.line), left: one.left, lots: one.says.lots})}
              <bdi class="code quiet push">${one.bid}</bdi>
            </li>`,
          )}
        </ul>`
      : html`<p class="none">${words.text('match.nothingLeft')}</p>`}`;
}
