import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {field} from '../../parts/field.js';
import {refusal} from '../../parts/refusal.js';
import {whole} from '../../parts/whole.js';
import {readSites} from './plan-dialog.js';

const DRAFT = 'posture-counsel';
const ASKED = 'posture-counselled';

/** How many posts, where nobody says and no plan does. */
const USUAL = 6;

/**
 * What our own node would say next, and what that is worth: for an officer to sign, or not.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Posture} known
 */
export function counsel(view, known) {
  const {words, act} = view;
  const draft = view.draft(DRAFT);
  const usual = view.feed.read('/posture/plans').data?.items[0]?.said.body.posts.length ?? USUAL;
  const posts = draft.posts ? whole(draft.posts, 1, 64) : usual;
  const {sites, wrong} = readSites(draft.sites ?? '');
  const seen = known.negotiation?.offers.length ?? 0;
  const ask = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const kept = {posts: draft.posts, sites: draft.sites};
    act.send(DRAFT, {
      path: '/posture/counsel',
      body: {posts, ...(sites.length ? {candidates: sites} : {})},
      then: (answer) => {
        act.edit(DRAFT, kept);
        act.edit(ASKED, {answer, seen, accepted: known.negotiation?.accepted});
      },
    });
  };
  return html`<section class="panel" aria-labelledby="counsel">
    <header><h2 id="counsel">${words.text('counsel.next')}</h2></header>
    <form class="body stack" @submit=${ask}>
      <p class="hint">${words.text('counsel.nextMeans')}</p>
      ${field(view, DRAFT, {name: 'posts', label: words.text('planForm.posts'), hint: words.text('counsel.usual', {posts: usual}), kind: 'code', maxlength: 2})}
      ${field(view, DRAFT, {name: 'sites', label: words.text('planForm.sites'), hint: words.text('planForm.sitesHint'), kind: 'area', maxlength: 40_000})}
      ${wrong ? html`<p class="notice" role="status">${words.text('planForm.wrong', {line: wrong})}</p>` : nothing} ${refusal(view, draft.refused)}
      <footer><button class="first" ?disabled=${posts === undefined || wrong || draft.busy}>${words.text('counsel.ask')}</button></footer>
    </form>
    ${answer(view, known, seen)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Posture} known
 * @param {number} seen how many offers there are
 */
function answer(view, known, seen) {
  const {words} = view;
  const asked = view.draft(ASKED);
  /** @type {import('../../app/types.js').PostureCounsel | undefined} */
  const said = asked.answer;
  if (!said) {
    return nothing;
  }
  if (asked.seen !== seen || asked.accepted !== known.negotiation?.accepted) {
    return html`<p class="notice body" role="status">${words.text('counsel.overtaken')}</p>`;
  }
  const percent = (/** @type {number} */ permille) => words.text('coverage.percent', {percent: words.decimal(permille / 10)});
  const isHeld = said.surePermille >= said.alonePermille;
  return html`<div class="body stack counselled" role="status">
    <dl class="worth">
      <div><dt>${words.text('counsel.worth')}</dt><dd class="figure">${percent(said.togetherPermille)}</dd></div>
      <div><dt>${words.text('counsel.alone')}</dt><dd class="figure">${percent(said.alonePermille)}</dd></div>
      <div><dt>${words.text('counsel.certain')}</dt><dd class="figure">${percent(said.surePermille)}</dd></div>
      <div>
        <dt>${words.text('counsel.floor')}</dt>
        <dd><span class="tag ${isHeld ? '' : 'warn'}">${words.text(isHeld ? 'counsel.held' : 'counsel.broken')}</span></dd>
      </div>
    </dl>
    <p>${words.text('counsel.where')} ${said.posts.map((post, i) => html`${i ? ' · ' : nothing}<bdi>${post.label}</bdi>`)}</p>
    <p class="row">
      ${said.offer
        ? html`<button class="first" data-offer="offer" @click=${() => view.act.open('posture-offer', {body: said.offer, refused: undefined})}>
            ${words.text('counsel.sign')}
          </button>`
        : html`<span class="quiet">${words.text('counsel.notOurTurn')}</span>`}
      ${said.accept
        ? html`<button data-offer="accept" @click=${() => view.act.open('posture-accept', {offer: said.accept, refused: undefined})}>
            ${words.text('counsel.take')}
          </button>`
        : nothing}
    </p>
  </div>`;
}
