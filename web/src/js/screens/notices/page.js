import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry, toIncident} from '../../app/route.js';
import {around, corners, squareKilometres} from '../../parts/area.js';
import {icon} from '../../parts/icon.js';
import {coordinates} from '../../parts/place.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {smallMap} from '../../parts/small-map.js';
import {atAllWalls, atLength} from '../../parts/times.js';
import {inALine, saidInFull} from '../../parts/wording.js';
import {openAnswer} from './answer-dialogs.js';
import {marks, SPEAKS} from './list.js';
import {openNotice} from './notice-dialog.js';

/**
 * One activity: what is announced, what comes near it, what was said of it, and every version of the notice; what was
 * replaced stays in sight.
 *
 * @param {import('../../app/view.js').View} view
 */
export function notice(view) {
  const {words} = view;
  const name = view.route.rest.join('/');
  const reading = view.feed.read(`/activities/${view.route.rest.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/types.js').ActivityDetail | undefined} */
  const detail = reading.data;
  if (!detail) {
    return html`<header class="page-head">${back(view)}<h1><bdi class="code">${name}</bdi></h1></header>
      ${notHere(view, reading)}`;
  }
  const {activity: one} = detail;
  return html`<header class="page-head">
      ${back(view)} ${side(view, one.party)}
      <h1>${words.of('activityKind', one.notice.kind)} <span class="title">${inALine(view, one.notice.what)}</span></h1>
      <bdi class="code quiet">${one.activity}</bdi>
    </header>
    ${refusal(view, reading.refused)}
    <section class="panel standing" aria-label=${words.text('notice.standing')}>
      <div class="stack">
        <p class="row">${marks(view, one)}</p>
        ${detail.cancelled ? html`<div>${saidInFull(view, detail.cancelled.body.reason)}</div>` : nothing}
      </div>
      ${offers(view, one)}
    </section>
    <div class="two">
      <div class="stack">${facts(view, one)} ${warnings(view, one)}</div>
      <div class="stack">${said(view, detail)} ${versions(view, detail)}</div>
    </div>`;
}

/** @param {import('../../app/view.js').View} view */
function back(view) {
  return html`<a class="back" href=${to('notices')} aria-label=${view.words.text('notice.back')}>${icon('back')}</a>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Activity} one
 */
function offers(view, one) {
  const {words} = view;
  const ours = one.party === view.ours.id;
  const isLive = one.stage === 'planned' || one.stage === 'running';
  if (!view.may(...SPEAKS)) {
    return nothing;
  }
  const all = [
    {name: 'acknowledge', shown: isLive && !ours && !one.acknowledgedBy.includes(view.ours.id), first: true, press: () => openAnswer(view, 'acknowledge', one)},
    {name: 'comment', shown: true, first: false, press: () => openAnswer(view, 'comment', one)},
    {name: 'change', shown: isLive && ours, first: false, press: () => openNotice(view, one)},
    {name: 'cancel', shown: isLive && ours, first: false, press: () => openAnswer(view, 'cancel', one)},
  ].filter(({shown}) => shown);
  return html`<div class="row offers">
    ${all.map(
      (offer) => html`<button class=${offer.first ? 'first' : ''} data-offer=${offer.name} @click=${offer.press}>${words.text(`notice.offer.${offer.name}`)}</button>`,
    )}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Activity} one
 */
function facts(view, {notice: said}) {
  const {words} = view;
  const edge = edgeOf(said.area);
  const where = said.area.ring
    ? words.text('notice.area', {size: squareKilometres(edge).toFixed(1)})
    : words.rich('notice.circle', {metres: said.area.radius_m, place: coordinates({lat: said.area.lat / 1e6, lon: said.area.lon / 1e6})});
  return html`<section class="panel" aria-labelledby="notice-facts">
    <header><h2 id="notice-facts">${words.text('notice.facts')}</h2></header>
    <div class="body stack">
      ${saidInFull(view, said.what)}
      <dl class="things-facts">
        <div>
          <dt>${words.text('notice.place')}</dt>
          <dd>${saidInFull(view, said.place)}</dd>
        </div>
        <div>
          <dt>${words.text('notice.from')}</dt>
          <dd>${atLength(view, said.from)}</dd>
        </div>
        <div>
          <dt>${words.text('notice.until')}</dt>
          <dd>${atLength(view, said.until)}</dd>
        </div>
        ${said.means.length
          ? html`<div>
              <dt>${words.text('notice.takesPart')}</dt>
              <dd>
                <ul>
                  ${said.means.map((/** @type {any} */ one) => html`<li>${words.number(one.count)} ${inALine(view, one.what)}</li>`)}
                </ul>
              </dd>
            </div>`
          : nothing}
        <div>
          <dt>${words.text('notice.contact')}</dt>
          <dd>${words.of('role', said.contact)} ${said.reach ? inALine(view, said.reach) : nothing}</dd>
        </div>
      </dl>
      ${edge.length ? smallMap(view, {area: edge, label: words.text('notice.plan')}) : nothing}
      <p>${where}</p>
    </div>
  </section>`;
}

/**
 * @param {{ring?: number[], lat?: number, lon?: number, radius_m?: number}} area
 * @returns {import('../../app/types.js').Position[]}
 */
function edgeOf({ring, lat = 0, lon = 0, radius_m: radius = 0}) {
  return ring ? corners(ring) : around({lat: lat / 1e6, lon: lon / 1e6}, Math.max(radius, 25));
}

/**
 * What comes near it. A warning, and no more.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Activity} one
 */
function warnings(view, one) {
  const {words} = view;
  const speaks = view.may(...SPEAKS);
  return html`<section class="panel" aria-labelledby="notice-near">
    <header><h2 id="notice-near">${words.text('notice.near')}</h2></header>
    ${one.warnings.length
      ? html`<ul class="list near-list">
            ${one.warnings.map((warning) => {
              const times = {from: atAllWalls(view, warning.from), until: atAllWalls(view, warning.until)};
              const knows = warning.known.includes(view.ours.id);
              const answers = speaks && !knows && one.party !== view.ours.id && warning.other.source === 'notice' && warning.other.party === view.ours.id;
              return html`<li class=${warning.deconflicted ? 'calm' : ''}>
                <p class="row">
                  ${icon(warning.deconflicted ? 'check' : 'alert')} ${side(view, warning.other.party)}
                  <b>${words.of('presence', warning.other.source)}</b>
                  <a class="push" href=${linkTo(warning.other)}><bdi class="code">${warning.other.incident ?? warning.other.name}</bdi></a>
                </p>
                <p>
                  ${warning.distanceM
                    ? words.rich('deconfliction.apart', {metres: warning.distanceM, ...times})
                    : words.rich('deconfliction.meet', times)}
                </p>
                ${warning.other.source === 'notice' && warning.other.party !== one.party
                  ? html`<p class="quiet">
                      ${warning.deconflicted
                        ? words.text('notice.deconflicted')
                        : words.text('notice.knownBy', {sides: warning.known.map((id) => view.nameOf(view.party(id))).join(words.text('register.and')) || words.text('notice.nobody')})}
                    </p>`
                  : nothing}
                ${answers
                  ? html`<button data-offer="beside" @click=${() => openAnswer(view, 'acknowledge', one, warning.other)}>${words.text('notice.offer.beside')}</button>`
                  : nothing}
              </li>`;
            })}
          </ul>
          <p class="hint body">${words.text('deconfliction.warning')}</p>`
      : html`<p class="none">${words.text('notice.nothingNear')}</p>`}
  </section>`;
}

/** @param {import('../../app/types.js').ActivityWarning['other']} other */
function linkTo(other) {
  return other.source === 'notice' ? to('notices', other.name.split('/')) : other.incident ? toIncident(other.incident) : toEntry(other.name);
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActivityDetail} detail
 */
function said(view, {acknowledgements, comments}) {
  const {words} = view;
  const all = [...acknowledgements, ...comments].sort((a, b) => a.at.localeCompare(b.at));
  return html`<section class="panel" aria-labelledby="notice-said">
    <header><h2 id="notice-said">${words.text('notice.said')}</h2></header>
    ${all.length
      ? html`<ol class="list">
          ${all.map(
            (one) => html`<li>
              <p class="row">
                ${side(view, one.by.party)} <b>${words.text(acknowledgements.includes(one) ? (one.body.beside ? 'notice.tookNoteBeside' : 'notice.tookNote') : 'notice.commented')}</b>
                <a class="push" href=${toEntry(one.entry)}><bdi class="code">${one.entry}</bdi></a>
              </p>
              ${saidInFull(view, one.body.text)}
              <p class="quiet small">${atLength(view, one.at)}</p>
            </li>`,
          )}
        </ol>`
      : html`<p class="none">${words.text('notice.nothingSaid')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActivityDetail} detail
 */
function versions(view, {versions: all}) {
  const {words} = view;
  return html`<section class="panel" aria-labelledby="notice-versions">
    <header><h2 id="notice-versions">${words.text('notice.versions')}</h2></header>
    <ol class="list versions">
      ${all.toReversed().map(
        (version, i) => html`<li class=${i ? 'replaced' : ''}>
          <p class="row">
            <b>${words.text(i ? 'notice.replaced' : 'notice.counts')}</b> ${atLength(view, version.at)}
            <a class="push" href=${toEntry(version.entry)}><bdi class="code">${version.entry}</bdi></a>
          </p>
          <p>${inALine(view, version.notice.what)} · ${atAllWalls(view, version.notice.from)} <bdi>–</bdi> ${atAllWalls(view, version.notice.until)}</p>
          ${version.reason ? saidInFull(view, version.reason) : nothing}
        </li>`,
      )}
    </ol>
  </section>`;
}
