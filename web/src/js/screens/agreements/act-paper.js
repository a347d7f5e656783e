import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toAct} from '../../app/route.js';
import {kindOf, termWord, titleOf} from '../../parts/act.js';
import {exerciseBanner, watermark} from '../../parts/exercise.js';
import {leafInGroups} from '../../parts/leaf.js';
import {notHere} from '../../parts/refusal.js';
import {letterhead, sheetBar, sheetFoot} from '../../parts/sheet.js';
import {side} from '../../parts/side.js';
import {termsOf} from '../../parts/terms.js';
import {atAllWalls, bothDates} from '../../parts/times.js';
import {actCodes} from './act-codes.js';
import {exactBytes} from './exactly.js';
import {signaturesOnPaper} from './signatures.js';

/**
 * A joint act on one sheet: its text, who signed it for either side, the very bytes under every signature, and everything
 * that was said about it with the codes from which anybody can check all of it at once. Both sides print the same.
 *
 * @param {import('../../app/view.js').View} view
 */
export function actPaper(view) {
  const name = view.route.rest.slice(0, 2);
  const reading = view.feed.read(`/acts/${name.map(encodeURIComponent).join('/')}`);
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const detail = reading.data;
  return html`${sheetBar(view, {back: toAct(name.join('/')), label: view.words.text('actPaper.back')})}
    ${detail ? sheet(view, detail) : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').ActDetail} detail
 */
function sheet(view, detail) {
  const {words} = view;
  const {act, bytes, body} = detail;
  const title = titleOf(act, words.language);
  const [a, b] = act.sides.map((one) => view.nameOf(view.party(one.party)));
  const incident = typeof act.terms.incident === 'string' ? act.terms.incident : undefined;
  return html`<article class="sheet act-sheet">
    ${watermark(view, incident)} ${exerciseBanner(view, incident)}
    ${letterhead(view, {of: a && b ? words.rich('actPaper.between', {a, b}) : nothing, stamp: words.of('actStage', act.stage)})}
    <div class="title">
      <h1>${kindOf(view, act.kind)}${title ? html` · <bdi>${title}</bdi>` : nothing}</h1>
      <bdi class="code">${act.act}</bdi>
    </div>
    ${standing(view, act)}
    <section class="said-on-paper">
      <h2>${words.text('agreement.terms')}</h2>
      ${termsOf(view, act.terms, (name) => termWord(view, name))}
    </section>
    ${signaturesOnPaper(view, act)}
    <section class="exactly stack">
      <h2>${words.text('actPaper.leaf')}</h2>
      ${leafInGroups(view, act.leaf)}
      <p class="small">${words.text('actPaper.leafMeans')}</p>
      ${exactBytes(view, bytes, body)}
    </section>
    ${actCodes(view, detail)} ${sheetFoot(view)}
  </article>`;
}

/**
 * How far it is, by whom and when it was proposed, and what it answers or takes the place of.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Act} act
 */
function standing(view, act) {
  const {words} = view;
  /** @type {[word: string, what: unknown][]} */
  const pairs = [
    [words.text('agreement.standing'), html`${words.text(`actStageMeans.${act.stage}`)} ${act.isFinal ? nothing : words.text('agreement.notFinalMeans')}`],
    [words.text('agreement.by'), html`<bdi class="code">${act.by}</bdi>`],
    [words.text('actPaper.proposed'), html`${side(view, act.proposer)} ${bothDates(view, act.proposedAt)} · ${atAllWalls(view, act.proposedAt)}`],
    [words.text('actPaper.rules'), act.modalities && words.text('agreement.modalities', {version: act.modalities})],
    [words.text('agreement.counters'), act.counters && html`<bdi class="code">${act.counters}</bdi>`],
    [words.text('agreement.supersedes'), act.supersedes && html`<bdi class="code">${act.supersedes}</bdi>`],
  ];
  return html`<dl class="pairs">
    ${pairs.filter(([, what]) => what).map(([word, what]) => html`<div><dt>${word}</dt><dd>${what}</dd></div>`)}
  </dl>`;
}
