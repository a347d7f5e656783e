import {html, nothing, svg} from '../../../lib/lit-html/lit-html.js';
import {toAct, toMatter} from '../../app/route.js';
import {amountOf} from '../../parts/amount.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {onDay} from '../../parts/times.js';
import {inALine} from '../../parts/wording.js';
import {openAcceptance, openDispute} from './acceptance.js';
import {entry, exactly, much, SPEAKERS} from './goods.js';
import {openCertificate, openDespatch, openLeftBy, openReceipt} from './paper-forms.js';

/** The papers of a consignment: despatch and receipt, certificates, what the two weights come to, and who took it over. */

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
export function papers(view, known) {
  const {words} = view;
  return html`<section class="panel papers" aria-labelledby="papers">
    <header>
      <h2 id="papers">${words.text('deliveryPapers.title')}</h2>
      <span class="row push off-paper">${acts(view, known)}</span>
    </header>
    <div class="body two">
      ${confirmation(view, known, known.consignment.of.exporter)} ${confirmation(view, known, known.consignment.of.importer)}
    </div>
    ${difference(view, known)} ${outcome(view, known)} ${exports(view, known)}
  </section>`;
}

/**
 * What one side has confirmed: what it has weighed, and certified.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 * @param {string} party
 */
function confirmation(view, {consignment: {of}, papers: found}, party) {
  const {words} = view;
  const isExporter = party === of.exporter;
  const paper = isExporter ? found?.despatch : found?.receipt;
  const certificates = (isExporter ? found?.loading : found?.outturn) ?? [];
  return html`<div class="confirmation ${paper ? '' : 'missing'}">
    <h3>${side(view, party)} ${words.text(isExporter ? 'deliveryPapers.despatch' : 'deliveryPapers.receipt')}</h3>
    ${paper
      ? html`<p class="big"><bdi>${words.number(paper.said.body.quantity.amount)} ${words.of('unitCode', paper.said.body.quantity.unit)}</bdi></p>
          <p class="quiet small">${onDay(view, paper.said.at)} · ${entry(paper.said.entry)}</p>`
      : html`<p class="quiet">${words.rich('deliveryPapers.missing', {side: view.nameOf(view.party(party))})}</p>`}
    ${certificates.length
      ? html`<h4>${words.text(isExporter ? 'deliveryPapers.loading' : 'deliveryPapers.outturn')}</h4>
          <ul class="certificates">
            ${certificates.map(
              ({said}) => html`<li>
                <bdi>${words.number(said.body.quantity.amount)} ${words.of('unitCode', said.body.quantity.unit)}</bdi> · ${inALine(view, said.body.text)} ${entry(said.entry)}
              </li>`,
            )}
          </ul>`
      : nothing}
  </div>`;
}

/**
 * The same in the words of other programs.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function exports({words}, {consignment, papers: found}) {
  const path = `/api/v1/deliveries/consignments/${consignment.consignment.split('/').map(encodeURIComponent).join('/')}`;
  const file = (/** @type {string} */ what, /** @type {string} */ text) => html`<a class="button small" href=${`${path}/${what}`} download>${text}</a>`;
  return html`<p class="row body outcome off-paper">
    <span class="quiet small">${words.text('deliveryPapers.exports')}</span>
    ${file('epcis', words.text('deliveryPapers.epcis'))} ${file('transportation-status', words.text('deliveryPapers.transportationStatus'))}
    ${found ? file('despatch-advice', words.text('deliveryPapers.despatchAdvice')) : nothing}
    ${found?.receipt ? file('receipt-advice', words.text('deliveryPapers.receiptAdvice')) : nothing}
  </p>`;
}

// ---- the difference -----------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function difference(view, {consignment: {of}, papers: found}) {
  const {words} = view;
  if (!found?.difference) {
    return nothing;
  }
  const {sent, received, allowed, isTolerated, valued, disputed} = found.difference;
  const unit = words.of('unitCode', of.unit);
  return html`<div class="body measured">
    ${gauge(view, of, found.difference)}
    <dl class="worth">
      <div><dt>${words.text('deliveryPapers.difference')}</dt><dd><bdi>${words.signed(received - sent)} ${unit}</bdi></dd></div>
      <div><dt>${words.text('deliveryPapers.allowed')}</dt><dd><bdi>± ${exactly(view, allowed)} ${unit}</bdi></dd></div>
      <div><dt>${words.text('deliveryPapers.valued')}</dt><dd><bdi>${exactly(view, valued)} ${unit}</bdi></dd></div>
      <div><dt>${words.text('deliveryPapers.slice')}</dt><dd><bdi>${exactly(view, disputed)} ${unit}</bdi></dd></div>
    </dl>
    <p class=${isTolerated ? '' : 'notice'}>${words.text(isTolerated ? 'deliveryPapers.within' : 'deliveryPapers.beyond')}</p>
  </div>`;
}

/** The drawing, in its units. */
const [WIDTH, HEIGHT, EDGE] = [640, 92, 20];

/**
 * Both weights on one scale, with the band in which they may differ. The scale shows the neighbourhood of what was sent:
 * from nothing on, no difference would be seen.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').GoodsOfContract} of
 * @param {import('./types.js').WeightDifference} both
 */
function gauge(view, of, {sent, received, allowed}) {
  const {words} = view;
  const [over, under = '1'] = allowed.split('/');
  const band = Number(over) / Number(under);
  const reach = Math.max(band * 2, Math.abs(received - sent) * 1.25, 1);
  const at = (/** @type {number} */ weight) => WIDTH / 2 + ((weight - sent) / reach) * (WIDTH / 2 - EDGE);
  const name = (/** @type {string} */ party) => view.nameOf(view.party(party));
  const texts = words.text('deliveryPapers.gauge', {sent: much(view, of, sent), received: much(view, of, received), allowed: exactly(view, allowed)});
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('deliveryPapers.difference')}>
    <svg class="gauge" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${texts} direction="ltr">
      <rect class="band" x=${at(sent - band)} y="34" width=${at(sent + band) - at(sent - band)} height="24" />
      <path class="axis" d="M${EDGE} 46H${WIDTH - EDGE}" />
      ${pointer(at(sent), 34, -1, `${name(of.exporter)} · ${words.number(sent)}`)} ${pointer(at(received), 58, 1, `${name(of.importer)} · ${words.number(received)}`)}
    </svg>
  </div>`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {-1 | 1} way up or down
 * @param {string} text
 */
function pointer(x, y, way, text) {
  const anchor = x < WIDTH / 4 ? 'start' : x > (WIDTH * 3) / 4 ? 'end' : 'middle';
  return svg`<path class="pointer ${way < 0 ? 'up' : 'down'}" d="M${x} 46V${y}M${x} ${y}l-6 ${way * 10}h12z" />
    <text x=${x} y=${way < 0 ? y - 16 : y + 26} text-anchor=${anchor}>${text}</text>`;
}

// ---- what comes of it ---------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function outcome(view, known) {
  const {words} = view;
  const {papers: found, matters} = known;
  const unit = view.feed.read('/deliveries').data?.account?.unit ?? '';
  const taken = found?.acceptance;
  return taken || matters.length
    ? html`<div class="body outcome">
        ${taken
          ? html`<p>
                ${words.rich('deliveryPapers.accepted', {amount: amountOf(view, taken.booked, unit)})} <a class="code" href=${toAct(taken.act)}><bdi>${taken.voucher}</bdi></a>
              </p>
              ${taken.disputed
                ? html`<p class=${taken.open ? 'notice' : ''}>
                    ${words.rich(taken.open ? 'deliveryPapers.open' : 'deliveryPapers.settled', {amount: amountOf(view, taken.disputed, unit)})}
                    ${taken.settledBy ? html`<a class="code" href=${toAct(taken.settledBy)}><bdi>${taken.settledBy}</bdi></a>` : nothing}
                  </p>`
                : nothing}`
          : nothing}
        ${matters.map(
          ({matter, party, title}) => html`<p class="row">
            ${side(view, party)} <span>${words.text('deliveryPapers.matter')}</span>
            <a href=${toMatter(matter)} dir="auto" lang=${title.language}>${plainly(title.text)}</a>
          </p>`,
        )}
      </div>`
    : nothing;
}

/**
 * What can be done about the papers by this officer, the next step first.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').ConsignmentDetail} known
 */
function acts(view, known) {
  const {words} = view;
  const {consignment: one, papers: found} = known;
  const isExporter = one.of.exporter === view.ours.id;
  if ((!isExporter && one.of.importer !== view.ours.id) || !view.may(...SPEAKERS)) {
    return nothing;
  }
  const departure = view.feed.read('/deliveries').data?.departures.find((/** @type {any} */ each) => each.reservation === known.reservation && each.sent === one.quantity);
  const reservation = view.feed.read('/deliveries').data?.reservations.find((/** @type {any} */ each) => each.reservation === known.reservation);
  return html`${found?.draft && view.may('chief', 'liaison') ? html`<button class="first" data-offer="accept" @click=${() => openAcceptance(view, known)}>${words.text('deliveryPapers.accept')}</button>` : nothing}
    ${found?.suggestedMatter && !known.matters.length && view.may('investigator', 'clerk') ? html`<button data-offer="dispute" @click=${() => openDispute(view, known)}>${words.text('deliveryPapers.dispute')}</button>` : nothing}
    ${isExporter && !found && departure ? html`<button class="first" data-offer="left-by" @click=${() => openLeftBy(view, known, departure)}>${words.text('deliveryPapers.leftBy')}</button>` : nothing}
    ${isExporter && !found && !departure && reservation ? html`<button class="first" data-offer="despatch" @click=${() => openDespatch(view, reservation, one.quantity)}>${words.text('deliveries.despatch')}</button>` : nothing}
    ${!isExporter && found && !found.receipt ? html`<button class="first" data-offer="receipt" @click=${() => openReceipt(view, found.despatch.said.statement, one)}>${words.text('deliveryPapers.receive')}</button>` : nothing}
    ${found ? html`<button data-offer="certificate" @click=${() => openCertificate(view, found.despatch.said.statement, one)}>${words.text('deliveryPapers.certify')}</button>` : nothing}`;
}
