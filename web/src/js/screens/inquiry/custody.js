import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {askedFor, pager} from '../../parts/pager.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {openCopy} from './copy-dialog.js';
import {LEVELS} from './exhibit-fields.js';

/** Exhibits: what exists, how far it is open, who has kept it since, and who asked to see it. */

/** The name of the page of exhibits in the address. */
const PAGE = 'exhibits';

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {string} path
 */
export function custody(view, board, path) {
  const {words, act} = view;
  const reading = view.feed.read(`${path}/exhibits?limit=200${askedFor(view, PAGE)}`);
  const page = reading.data;
  return html`<div class="row deeds">
      ${view.may('investigator')
        ? html`<button class="first" data-act="register" @click=${() => act.open('register-exhibit', {matter: board.matter, language: words.language, refused: undefined})}>
            ${words.text('registerExhibit.open')}
          </button>`
        : nothing}
    </div>
    ${page
      ? page.items.length
        ? html`<div class="exhibits">${page.items.map((/** @type {any} */ item) => exhibit(view, board, item))}</div>
            ${pager(view, PAGE, page)}`
        : html`<section class="panel"><p class="empty">${words.text('custody.none')}</p></section>`
      : notHere(view, reading)}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} item
 */
function exhibit(view, board, item) {
  const {words} = view;
  const {description} = item;
  return html`<article class="panel exhibit" id=${`exhibit-${item.exhibit.replace('/', '-')}`} data-exhibit=${item.exhibit}>
    <header>
      ${side(view, item.party)}
      <h2>${description ? html`<span dir="auto" lang=${description.words.language}>${plainly(description.words.text)}</span>` : words.text('custody.notDescribed')}</h2>
      <a href=${toEntry(item.exhibit)}><bdi class="code">${item.exhibit}</bdi></a>
      <span class="tag push">${words.of('copy', item.copy)}</span>
    </header>
    <div class="body stack">
      <ol class="levels" aria-label=${words.text('custody.level')}>
        ${LEVELS.map((level) => html`<li class=${LEVELS.indexOf(level) <= LEVELS.indexOf(item.level) ? 'reached' : ''} aria-current=${level === item.level ? 'step' : nothing}>${words.of('level', level)}</li>`)}
      </ol>
      <dl class="pairs">
        <div><dt>${words.text('custody.sha256')}</dt><dd><bdi class="code hash">${item.sha256}</bdi></dd></div>
        <div><dt>${words.text('custody.existedBefore')}</dt><dd>${atLength(view, item.registeredAt)}</dd></div>
        ${item.of
          ? html`<div>
              <dt>${words.text('custody.madeOf')}</dt>
              <dd><a href=${toEntry(item.of)}><bdi class="code">${item.of}</bdi></a> <bdi class="code hash">${item.original}</bdi></dd>
            </div>`
          : nothing}
        ${item.redaction ? html`<div><dt>${words.text('custody.redaction')}</dt><dd><q dir="auto" lang=${item.redaction.language}>${plainly(item.redaction.text)}</q></dd></div>` : nothing}
        ${item.copies.length
          ? html`<div><dt>${words.text('custody.copies')}</dt><dd>${item.copies.map((/** @type {string} */ name) => html`<a href=${toEntry(name)}><bdi class="code">${name}</bdi></a> `)}</dd></div>`
          : nothing}
        ${description
          ? html`<div><dt>${words.text('describeExhibit.media')}</dt><dd><bdi class="code">${description.media}</bdi> ${description.sizeBytes ? words.text('custody.bytes', {bytes: description.sizeBytes}) : nothing}</dd></div>
              <div><dt>${words.text('custody.collected')}</dt><dd>${atLength(view, description.collectedFrom)} – ${atLength(view, description.collectedTo)}, <span dir="auto">${plainly(description.place.label)}</span></dd></div>`
          : nothing}
        ${item.manifest ? html`<div><dt>${words.text('custody.manifest')}</dt><dd><bdi class="code hash">${item.manifest.digest}</bdi></dd></div>` : nothing}
      </dl>
      ${chain(view, item)} ${requests(view, item)} ${acts(view, board, item)}
    </div>
  </article>`;
}

/** @param {any} keeper */
const keeperOf = ({organisation, function: duty}) => html`<span dir="auto">${plainly(organisation)}, ${plainly(duty)}</span>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} item
 */
function chain(view, item) {
  const {words} = view;
  return item.description
    ? html`<section>
        <h3>${words.text('custody.chain')}</h3>
        <ol class="lines chain">
          <li>${keeperOf(item.description.custodian)} <span class="quiet small">${words.text('custody.first')}</span></li>
          ${item.custody.map(
            (/** @type {any} */ passed) => html`<li>
              ${keeperOf(passed.to)} <span class="quiet small">${atLength(view, passed.at)} · <a href=${toEntry(passed.entry)}><bdi class="code">${passed.entry}</bdi></a></span>
              <q dir="auto" lang=${passed.reason.language}>${plainly(passed.reason.text)}</q>
            </li>`,
          )}
        </ol>
      </section>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} item
 */
function requests(view, item) {
  const {words, act} = view;
  return item.requests.length
    ? html`<section>
        <h3>${words.text('custody.requests')}</h3>
        <ul class="lines">
          ${item.requests.map(
            (/** @type {any} */ asked) => html`<li>
              ${words.rich('custody.asked', {side: view.nameOf(view.party(asked.party)), level: words.of('level', asked.wanted)})}
              <q dir="auto" lang=${asked.reason.language}>${plainly(asked.reason.text)}</q>
              ${asked.answer
                ? html`<p><b>${words.of('accessAnswer', asked.answer.answer)}</b> <q dir="auto" lang=${asked.answer.reason.language}>${plainly(asked.answer.reason.text)}</q></p>`
                : html`<p class="quiet">${words.text('custody.unanswered')}</p>
                    ${item.party === view.ours.id && view.may('investigator', 'chief')
                      ? html`<button class="small" data-act="answer" @click=${() => act.open('answer-access', {about: asked, reason: '', language: words.language, refused: undefined})}>${words.text('answerAccess.open')}</button>`
                      : nothing}`}
            </li>`,
          )}
        </ul>
      </section>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} board
 * @param {any} item
 */
function acts(view, board, item) {
  const {words, act} = view;
  const whole = item.level === 'released';
  if (!view.may('investigator')) {
    return nothing;
  }
  const fresh = {about: item, reason: '', language: words.language, refused: undefined};
  return html`<p class="row deeds">
    ${item.party === view.ours.id
      ? html`${whole ? nothing : html`<button class="small" data-act="release" @click=${() => act.open('release-exhibit', {...fresh, level: undefined})}>${words.text('releaseExhibit.open')}</button>`}
          <button class="small" data-act="copy" @click=${() => openCopy(view, board.matter, item)}>${words.text('copyExhibit.open')}</button>
          ${item.custodian ? html`<button class="small" data-act="custody" @click=${() => act.open('pass-custody', fresh)}>${words.text('passCustody.open')}</button>` : nothing}`
      : whole
        ? nothing
        : html`<button class="small" data-act="access" @click=${() => act.open('request-access', {...fresh, wanted: undefined})}>${words.text('requestAccess.open')}</button>`}
  </p>`;
}
