import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {choice, field} from '../../parts/field.js';
import {notHere} from '../../parts/refusal.js';
import {termsOf} from '../../parts/terms.js';
import {termWord} from '../../parts/act.js';
import {proposing} from '../agreements/proposing.js';
import {lineName, rolesFor} from './known.js';

const DRAFT = 'market-contract';
const KIND = 'barter_contract';

/** Which part of the clearing account it is booked on, by 14-5.1 of the protocol. */
const ACCOUNTS = ['1000', '1010', '1020'];

/** Which weight counts. */
const WEIGHED = ['outturn', 'loaded', 'mean'];

/**
 * The contract of what a match places, with what the match does not know asked for.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound} round
 * @param {import('./market-types.js').MarketMatchAct} act
 * @param {{offer: string, need: string, line: string, lots: number}} placed
 */
export function openContract(view, round, act, placed) {
  view.act.open(DRAFT, {round, match: act.act, placed, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function contractDialog(view) {
  const {words} = view;
  const draft = view.draft(DRAFT);
  const {round, placed} = /** @type {any} */ (draft);
  const reading = isNamed(draft) ? view.feed.read(pathOf(draft)) : {};
  return proposing(view, DRAFT, {
    kind: KIND,
    roles: rolesFor(view, KIND),
    title: words.rich('contractForm.title', {line: lineName(view, round, placed.line), lots: placed.lots}),
    means: html`<li>${words.text('contractForm.means')}</li>`,
    ready: Boolean(reading.data && !reading.data.objection),
    terms: () => reading.data.terms,
    fields: html`
      <div class="fields">
        ${field(view, DRAFT, {name: 'seller', label: words.text('contractForm.seller'), hint: words.text('contractForm.partyHint'), required: true, maxlength: 64})}
        ${field(view, DRAFT, {name: 'buyer', label: words.text('contractForm.buyer'), required: true, maxlength: 64})}
        ${choice(view, DRAFT, {name: 'account', label: words.text('contractForm.account'), options: ACCOUNTS.map((code) => [code, words.of('marketAccount', code)])})}
        ${choice(view, DRAFT, {name: 'weighed', label: words.text('contractForm.weighed'), options: WEIGHED.map((code) => [code, words.of('contractWeighed', code)])})}
      </div>
      ${!isNamed(draft)
        ? html`<p class="hint">${words.text('contractForm.nameBoth')}</p>`
        : reading.data
          ? html`${reading.data.objection ? html`<p class="refusal" role="status">${words.of('refusal', reading.data.objection)}</p>` : nothing}
              <section class="drafted" aria-label=${words.text('contractForm.draft')}>${termsOf(view, reading.data.terms, (name) => termWord(view, name))}</section>`
          : notHere(view, reading)}
    `,
  });
}

/** @param {Record<string, any>} draft */
const isNamed = ({seller, buyer}) => Boolean(seller?.trim() && buyer?.trim());

/** @param {Record<string, any>} draft */
function pathOf({match, placed, seller, buyer, account, weighed}) {
  const asked = new URLSearchParams({
    offer: placed.offer,
    need: placed.need,
    seller: seller.trim(),
    buyer: buyer.trim(),
    account: account ?? ACCOUNTS[0],
    weighed: weighed ?? WEIGHED[0],
  });
  return `/market/matches/${match}/contract?${asked}`;
}
