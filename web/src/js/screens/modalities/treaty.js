import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {leafInGroups} from '../../parts/leaf.js';
import {notHere} from '../../parts/refusal.js';
import {letterhead, sheetBar, sheetFoot} from '../../parts/sheet.js';
import {atAllWalls, bothDates} from '../../parts/times.js';
import {actCodes} from '../agreements/act-codes.js';
import {signaturesOnPaper} from '../agreements/signatures.js';
import {documentText} from './document.js';
import {pathOf} from './rules.js';
import {ownName, pairChoice} from './tongues.js';

/**
 * A document on paper as a treaty: two languages level with each other, who signed it for either side and when, the hash
 * that every signature names, and codes from which anybody can check it without this console.
 *
 * @param {import('../../app/view.js').View} view
 */
export function treaty(view) {
  const {words, route} = view;
  const rest = route.rest.slice(0, 2);
  const reading = view.feed.read(pathOf(rest));
  const signing = view.feed.read(`/acts/${rest.map(encodeURIComponent).join('/')}`);
  /** @type {import('./rules.js').Detail | undefined} */
  const detail = reading.data;
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const signed = signing.data;
  const document = detail?.document;
  const choice = document ? pairChoice(view, document.languages) : nothing;
  return html`${sheetBar(view, {back: to('modalities', rest), label: words.text('rules.back'), choice})}
    ${detail && document && signed ? sheet(view, detail, document, signed) : notHere(view, detail ? signing : reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Detail} detail
 * @param {import('./rules.js').RulesDocument} document
 * @param {import('../../app/types.js').ActDetail} signing
 */
function sheet(view, {line, began}, document, signing) {
  const {words} = view;
  const {act} = signing;
  const [a, b] = act.sides.map((one) => view.nameOf(view.party(one.party)));
  return html`<article class="sheet treaty-sheet">
    ${letterhead(view, {of: a && b ? words.rich('actPaper.between', {a, b}) : nothing, stamp: words.of('versionStage', line.stage)})}
    <div class="title">
      <h1>${words.label(/** @type {any} */ (document.title))}</h1>
      <p>${words.text('rules.version', {number: document.number})} · <bdi class="code">${line.act}</bdi></p>
    </div>
    <dl class="pairs">
      <div>
        <dt>${words.text('rules.inForceFrom')}</dt>
        <dd>${began
            ? html`${bothDates(view, began.at)} · ${atAllWalls(view, began.at)}`
            : document.in_force_from
              ? atAllWalls(view, document.in_force_from)
              : words.text('rules.atOnce')}</dd>
      </div>
      <div><dt>${words.text('rules.reviewBy')}</dt><dd>${bothDates(view, document.review_by)}</dd></div>
    </dl>
    <section class="said-on-paper">
      <h2>${words.text('rules.clauses')}</h2>
      ${documentText(view, document)}
    </section>
    <p>${words.rich('treaty.authentic', {languages: document.languages.map(ownName).join(words.text('register.and'))})}</p>
    ${signaturesOnPaper(view, act)}
    <section>
      <h2>${words.text('actPaper.leaf')}</h2>
      ${leafInGroups(view, act.leaf)}
    </section>
    ${actCodes(view, signing)} ${sheetFoot(view)}
  </article>`;
}
