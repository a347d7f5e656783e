import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {capacities, SIGNATORY} from '../../app/agreements.js';
import {notHere} from '../../parts/refusal.js';
import {onDay} from '../../parts/times.js';
import {reference} from '../modalities/reference-line.js';
import {follow, inForce, preview, reading as readPanel, refusals, send} from './import-frame.js';
import {layerMap} from './layer-map.js';

/**
 * The operational line, posts, sectors, lands, towns and marks: what is in force, and the import of others. The line and the sectors are
 * joint rules: beside either stands whether it is the agreed one, and the way to a proposal.
 */

/** @type {Record<string, import('./import-frame.js').Kind>} */
const KINDS = {
  line: {name: 'line', path: '/geo/imports/line', put: 'said.linePut', back: 'said.lineBack'},
  posts: {name: 'posts', path: '/geo/imports/posts', put: 'said.postsPut', back: 'said.postsBack'},
  sectors: {name: 'sectors', path: '/geo/imports/sectors'},
  lands: {name: 'lands', path: '/geo/imports/lands', put: 'said.landsPut', back: 'said.landsBack'},
  towns: {name: 'towns', path: '/geo/imports/towns', put: 'said.townsPut', back: 'said.townsBack'},
  marks: {name: 'marks', path: '/geo/imports/marks', put: 'said.marksPut', back: 'said.marksBack'},
};

/** What is drawn rather than placed: of it what changes is how. */
const DRAWN = ['lands', 'marks'];

/** So many times as far as the lines lie apart is shown of them around that place, but not less than so many metres. */
const [CLOSE, CLOSE_LEAST] = [4, 1_500];

/**
 * @typedef {import('../../app/types.js').Position} Position
 *
 * @typedef {object} Layer
 * @property {string} sha256
 * @property {number} bytes
 * @property {number} features
 * @property {number} points
 * @property {number[][][]} lines
 * @property {{name: string, at: Position}[]} places
 * @property {{name: string, ring: number[][]}[]} areas
 * @property {number[]} [edge] west, south, east and north, beyond which the map shows nothing
 * @property {{lengthM: number, uncertaintyM: number, left?: string, right?: string, sectors: {name: string, lengthM: number}[]}} [course]
 * @property {object[]} [setting]
 *
 * @typedef {object} LayerChange
 * @property {boolean} same
 * @property {{at: Position, metres: number}} [gap]
 * @property {number} before
 * @property {number} after
 * @property {string[]} added
 * @property {string[]} gone
 * @property {string[]} moved
 * @property {{sidesChanged: number, gatesOff: string[]}} [ground]
 *
 * @typedef {object} LayerDraft
 * @property {Layer} layer
 * @property {boolean} fit
 * @property {number} refused
 * @property {(import('./import-frame.js').Refusal & {at?: Position})[]} refusals
 * @property {LayerChange} [change]
 *
 * @typedef {object} LayerState
 * @property {string} kind
 * @property {Layer} [held]
 * @property {boolean} hasFormer
 * @property {number} [readingBytes]
 * @property {LayerDraft} [draft]
 * @property {{name: string, version: string, sha256: string, uncertaintyM: number}} [agreed]
 * @property {boolean} hasLine
 * @property {boolean} hasGround
 * @property {{sha256: string, bytes: number, since: string}[]} versions
 */

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name `line`, `posts`, `sectors`, `lands`, `towns` or `marks`
 */
export function layer(view, name) {
  const kind = KINDS[name];
  const reading = view.feed.read(kind.path);
  /** @type {LayerState | undefined} */
  const known = reading.data;
  if (!known) {
    return notHere(view, reading);
  }
  follow(view, kind);
  return html`${inForce(view, kind, known.hasFormer, held(view, known))} ${file(view, kind, known)}
  ${known.draft ? wouldBe(view, kind, known, known.draft) : nothing} ${known.versions.length > 1 ? versions(view, kind, known) : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {LayerState} known
 */
function held(view, {kind, held: now, agreed, draft}) {
  const {words} = view;
  return html`${now ? html`<p>${said(view, kind, now)}</p>` : html`<p>${words.text(`geo.${kind}.none`)}</p>`}
  ${kind === 'line' ? agreement(view, now, agreed, Boolean(now && !draft)) : nothing} ${now && !draft ? figure(view, `geo.${kind}.map`, layerMap(view, {kind, held: now, line: lineBeside(view, kind), label: words.text(`geo.${kind}.map`)})) : nothing}`;
}

/**
 * What it is, in one line.
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 * @param {Layer} one
 */
function said(view, kind, {sha256, points, features, course}) {
  const {words} = view;
  return course
    ? html`${words.text('geo.line.size', {km: kilometres(view, course.lengthM), n: points, uncertainty: course.uncertaintyM})} ${course.left ? words.rich('geo.line.hands', {left: sideName(view, course.left), right: sideName(view, course.right ?? '')}) : nothing}
        <bdi class="code">${sha256.slice(0, 16)}</bdi>`
    : html`${words.text(`geo.${kind}.size`, {n: features})} <bdi class="code">${sha256.slice(0, 16)}</bdi>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} id
 */
const sideName = (view, id) => view.nameOf(view.party(id));

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} metres
 */
const kilometres = ({words}, metres) => words.decimal(metres / 1_000);

// ---- the agreed line -----------------------------------------------------------------------------

/**
 * Whether it is the line that both sides agreed on; said loudly when not, with the way to an agreement.
 * @param {import('../../app/view.js').View} view
 * @param {Layer | undefined} one
 * @param {LayerState['agreed']} agreed
 * @param {boolean} offers whether a proposal is offered here
 */
function agreement(view, one, agreed, offers) {
  const {words} = view;
  if (one && one.sha256 === agreed?.sha256) {
    return html`<p class="hint">${words.rich('geo.line.isAgreed', {name: html`<bdi class="code">${agreed.name} ${agreed.version}</bdi>`})}</p>`;
  }
  const proposal = offers && one ? propose(view, {'zone.reference_line': reference(view, one, agreed)}) : nothing;
  return agreed
    ? html`<div class="refusal" role="status">
        <p>${words.rich('geo.line.otherAgreed', {name: html`<bdi class="code">${agreed.name} ${agreed.version}</bdi>`, sha256: html`<bdi class="code">${agreed.sha256.slice(0, 16)}</bdi>`})}</p>
        ${proposal}
      </div>`
    : html`<div class="stack"><p class="hint">${words.text('geo.line.notAgreed')}</p>${proposal}</div>`;
}

/**
 * The way to a proposal of other rules: for who may sign one, a draft that begins with them.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} values by setting
 */
function propose(view, values) {
  const {words} = view;
  const known = view.feed.read('/modalities').data;
  const begin = async () => (await import('../modalities/draft.js')).beginWith(view, known, values);
  return capacities(view, [SIGNATORY], 'modalities').length
    ? html`<p><button data-offer="propose" ?disabled=${!known} @click=${begin}>${words.text('geo.propose')}</button></p>`
    : html`<p class="hint">${words.text('geo.proposeOther')}</p>`;
}

// ---- reading -------------------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./import-frame.js').Kind} kind
 * @param {LayerState} known
 */
function file(view, kind, {kind: name, hasGround, hasLine, held: now, readingBytes}) {
  const {words, act} = view;
  const read = `${name}-read`;
  const alone = name === 'line' && Boolean(view.draft(read).alone);
  return readPanel(view, kind, {
    readingBytes,
    query: alone ? '?withoutGround=true' : '',
    ready: true,
    fields:
      name === 'line' && (hasGround || now)
        ? html`<label class="row">
            <input type="checkbox" .checked=${alone} @change=${(/** @type {any} */ {target}) => act.edit(read, {alone: target.checked})} />
            <span>${words.text('geo.line.alone')}</span>
          </label>`
        : name === 'posts' && !hasLine
          ? html`<p class="refusal">${words.text('geo.posts.noLine')}</p>`
          : nothing,
  });
}

// ---- what it would be ----------------------------------------------------------------------------

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./import-frame.js').Kind} kind
 * @param {LayerState} known
 * @param {LayerDraft} draft
 */
function wouldBe(view, kind, known, draft) {
  const {words} = view;
  const {held: now, agreed} = known;
  const {layer: one, fit, refused, change} = draft;
  const isShared = known.kind === 'sectors';
  return preview(
    view,
    kind,
    fit && !isShared && !change?.same ? one.sha256 : undefined,
    html`${fit ? html`<p>${said(view, known.kind, one)}</p>` : nothing}
      ${refused ? refusals(view, words.text(known.kind === 'line' ? 'geo.line.wrong' : 'survey.leftOut', {count: refused}), draft.refusals) : html`<p>${words.text(`geo.${known.kind}.allTaken`)}</p>`}
      ${change ? changes(view, known.kind, change) : nothing}
      ${fit && one.course?.sectors.length ? sectors(view, one.course.sectors) : nothing}
      ${known.kind === 'line' && fit ? agreement(view, one, agreed, true) : nothing}
      ${isShared && fit && !change?.same ? propose(view, {'zone.sectors': one.setting}) : nothing} ${pictures(view, known, draft, now)}`,
  );
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 * @param {LayerChange} change
 */
function changes(view, kind, {same, gap, before, after, added, gone, moved, ground}) {
  const {words} = view;
  const named = (/** @type {string} */ key, /** @type {string[]} */ names) =>
    names.length ? html`<li>${words.text(key, {n: names.length})} ${names.map((name, i) => html`${i ? ', ' : nothing}<bdi>${name}</bdi>`)}</li>` : nothing;
  if (same) {
    return html`<p>${words.text('geo.same')}</p>`;
  }
  return html`<ul class="ground-changes">
    ${kind === 'line' ? nothing : html`<li>${words.text('geo.count', {before, after})}</li>`}
    ${named('geo.added', added)} ${named('geo.gone', gone)} ${named(DRAWN.includes(kind) ? 'geo.redrawn' : 'geo.moved', moved)}
    ${gap ? html`<li>${gap.metres ? words.rich('geo.line.gap', {distance: distance(view, gap.metres), place: html`<bdi class="code">${gap.at.lat}, ${gap.at.lon}</bdi>`}) : words.text('geo.line.noGap')}</li>` : nothing}
    ${ground?.sidesChanged ? html`<li>${words.text('geo.line.sides', {n: ground.sidesChanged})}</li>` : nothing}
    ${named('geo.line.gatesOff', ground?.gatesOff ?? [])}
  </ul>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} metres
 */
function distance(view, metres) {
  const {words} = view;
  return metres < 1_000 ? words.text('geo.metres', {n: metres}) : words.text('geo.km', {km: kilometres(view, metres)});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {{name: string, lengthM: number}[]} all
 */
function sectors(view, all) {
  const {words} = view;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('geo.line.sectors')}>
    <table class="ground-cells">
      <thead>
        <tr>
          <th scope="col">${words.text('geo.line.sector')}</th>
          <th scope="col">${words.text('geo.line.inSector')}</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({name, lengthM}) => html`<tr>
            <th scope="row"><bdi class="code">${name}</bdi></th>
            <td class="figure">${words.text('geo.km', {km: kilometres(view, lengthM)})}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {LayerState} known
 * @param {LayerDraft} draft
 * @param {Layer | undefined} now
 */
function pictures(view, {kind}, {layer: one, change, refusals: some}, now) {
  const {words} = view;
  const wrong = some.flatMap(({at}) => (at ? [at] : []));
  const gap = change?.gap?.metres ? change.gap : undefined;
  return html`<div class="two-grounds">
      ${figure(view, `geo.${kind}.both`, layerMap(view, {kind, held: now, draft: one, line: lineBeside(view, kind), spot: gap?.at, wrong, label: words.text(`geo.${kind}.both`)}))}
      ${gap
        ? figure(
            view,
            'geo.line.close',
            layerMap(view, {
              kind,
              held: now,
              draft: one,
              spot: gap.at,
              window: {at: gap.at, reach: Math.max(CLOSE * gap.metres, CLOSE_LEAST, CLOSE * (one.course?.uncertaintyM ?? 0))},
              label: words.text('geo.line.close'),
            }),
          )
        : nothing}
    </div>
    ${legend(view, kind, {isCompared: Boolean(now), hasWrong: wrong.length > 0, hasEdge: Boolean(one.edge)})}`;
}

/**
 * The line in force, beside what lies along it.
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 * @returns {Layer | undefined}
 */
const lineBeside = (view, kind) => (kind === 'line' ? undefined : view.feed.read('/geo/imports/line').data?.held);

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} title
 * @param {unknown} picture
 */
function figure({words}, title, picture) {
  return picture === nothing ? nothing : html`<figure><figcaption>${words.text(title)}</figcaption>${picture}</figure>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} kind
 * @param {{isCompared: boolean, hasWrong: boolean, hasEdge: boolean}} shown
 */
function legend({words}, kind, {isCompared, hasWrong, hasEdge}) {
  return html`<p class="picture-key layers">
    ${isCompared ? html`<span><i class="${kind} held"></i>${words.text('survey.mapHeld')}</span>` : nothing}
    <span><i class="${kind} draft"></i>${words.text('survey.mapDraft')}</span>
    ${kind === 'line' ? html`<span><i class="band"></i>${words.text('geo.line.band')}</span>` : nothing}
    ${hasEdge ? html`<span><i class="edge"></i>${words.text('geo.lands.edge')}</span>` : nothing}
    ${hasWrong ? html`<span><i class="wrong"></i>${words.text('geo.keyWrong')}</span>` : nothing}
  </p>`;
}

// ---- older lines ---------------------------------------------------------------------------------

/**
 * Every line that was in force here: entries name the line by which something was judged.
 * @param {import('../../app/view.js').View} view
 * @param {import('./import-frame.js').Kind} kind
 * @param {LayerState} known
 */
function versions(view, {name, path}, {versions: all, held: now}) {
  const {words} = view;
  const again = async (/** @type {string} */ sha256) => {
    const answer = await fetch(addressOf(sha256));
    send(view, name, `${path}/draft`, answer.ok ? await answer.blob() : undefined);
  };
  return html`<section class="panel" aria-labelledby="geo-versions">
    <header><h2 id="geo-versions">${words.text('geo.line.versions')}</h2></header>
    <div class="body stack">
      <p class="hint">${words.text('geo.line.versionsMean')}</p>
      <ul class="line-versions">
        ${all.map(
          ({sha256, since}) => html`<li>
            <a href=${addressOf(sha256)} download><bdi class="code">${sha256.slice(0, 16)}</bdi></a>
            <span>${words.rich('geo.line.since', {time: onDay(view, since)})}</span>
            ${sha256 === now?.sha256
              ? html`<span class="tag">${words.text('survey.mapHeld')}</span>`
              : html`<button data-offer="again" @click=${() => again(sha256)}>${words.text('geo.line.again')}</button>`}
          </li>`,
        )}
      </ul>
    </div>
  </section>`;
}

/** @param {string} sha256 */
const addressOf = (sha256) => `/api/v1/geo/lines/${sha256}`;
