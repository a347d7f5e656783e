import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {openClaim} from './claim-dialogs.js';
import {isProse} from './claim-words.js';
import {openTranslation} from './translate-dialog.js';

/**
 * What this officer can do about a claim: change one of our own, answer one of theirs, translate either.
 *
 * @param {import('../../app/view.js').View} view
 * @param {any} board or anything that has its matter
 * @param {any} said of the contract: `ClaimSaid`
 */
export function claimActs(view, {matter}, said) {
  const closed = matter.closed?.some((/** @type {any} */ one) => one.party === view.ours.id);
  const over = said.struck || closed;
  return html`${over ? nothing : said.party === view.ours.id ? changes(view, matter, said) : answer(view, matter, said)}
  ${(said.words || isProse(said.value)) && view.may('investigator', 'clerk', 'liaison')
    ? html`<button class="small" data-act="translate" @click=${() => openTranslation(view, said)}>${view.words.text('translateClaim.short')}</button>`
    : nothing}`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} matter
 * @param {any} said
 */
function changes(view, matter, said) {
  const {words, act} = view;
  return view.may('investigator', 'clerk')
    ? html`<button class="small" data-act="supersede" @click=${() => openClaim(view, matter, {purpose: 'supersede', old: said})}>
          ${words.text('supersedeClaim.short')}
        </button>
        <button class="small" data-act="withdraw" @click=${() => act.open('withdraw-claim', {about: said, reason: '', refused: undefined})}>
          ${words.text('withdrawClaim.short')}
        </button>`
    : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} matter
 * @param {any} said
 */
function answer(view, matter, said) {
  const {words, act} = view;
  return view.may('investigator', 'chief')
    ? html`<button
        class="small"
        data-act="position"
        @click=${() => act.open('take-position', {matter, about: said, stance: 'accept', reason: '', refused: undefined})}
      >
        ${words.text('takePosition.short')}
      </button>`
    : nothing;
}
