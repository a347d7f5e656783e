import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {icon, mark} from '../../parts/icon.js';
import {leafInGroups} from '../../parts/leaf.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {atAllWalls, bothDates} from '../../parts/times.js';
import {codes} from '../paper.js';
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
  const act = signing.data;
  const document = detail?.document;
  return html`<header class="page-head off-paper">
      <a class="back" href=${to('modalities', rest)} aria-label=${words.text('rules.back')}>${icon('back')}</a>
      ${document ? pairChoice(view, document.languages) : nothing}
      <button class="first push" @click=${() => window.print()}>${icon('print')}${words.text('shell.print')}</button>
    </header>
    ${detail && document && act ? sheet(view, detail, document, act.act) : notHere(view, detail ? signing : reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Detail} detail
 * @param {import('./rules.js').RulesDocument} document
 * @param {import('../../app/types.js').Act} act
 */
function sheet(view, {line, began}, document, act) {
  const {words} = view;
  const [a, b] = act.sides.map((one) => view.nameOf(view.party(one.party)));
  return html`<article class="sheet treaty-sheet">
    <header class="letterhead">
      ${mark()}
      <div>
        <p class="of">${words.text('shell.name')} ${a && b ? html`<span class="quiet">· ${words.rich('treaty.between', {a, b})}</span>` : nothing}</p>
        <p class="quiet small"><bdi class="code">${view.session.channel}</bdi></p>
      </div>
      <p class="push stamp small">${words.of('versionStage', line.stage)}</p>
    </header>
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
    <section class="signatures-on-paper">
      ${act.sides.map(
        (one) => html`<div>
          <h2>${side(view, one.party)} ${words.rich('treaty.signed', {side: view.nameOf(view.party(one.party))})}</h2>
          ${one.signed.map(
            ({by, role, at, entry}) => html`<p>
              <b>${words.of('role', role)}</b> · <bdi class="code">${entry}</bdi><br />
              ${bothDates(view, at)} · ${atAllWalls(view, at)}<br />
              <bdi class="code small">${by.officer ?? ''}</bdi>
            </p>`,
          )}
          ${one.signed.length ? nothing : html`<p>${words.text('agreement.noSignature')}</p>`}
        </div>`,
      )}
    </section>
    <section>
      <h2>${words.text('treaty.leaf')}</h2>
      ${leafInGroups(view, act.leaf)}
    </section>
    ${codes(view, line.act, false)}
    <footer class="small quiet">
      <p>${words.rich('paper.printed', {time: atAllWalls(view, new Date(view.now).toISOString()), who: view.session.name})}</p>
    </footer>
  </article>`;
}
