import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {actsOn, pausedBy} from '../../app/agreements.js';
import {judgeLeaf} from '../../parts/leaf.js';
import {openAct} from './act-dialogs.js';
import {exactly} from './exactly.js';

/**
 * Signing an act where it is shown among other things: the dialog then holds its text and its very bytes.
 *
 * @typedef {'assent' | 'refuse' | 'withdraw'} Offer
 */

/** @type {Record<Offer, 'assent' | 'refuse-act' | 'take-back'>} */
const DIALOGS = {assent: 'assent', refuse: 'refuse-act', withdraw: 'take-back'};

/** @type {Record<Offer, string>} */
const WORDS = {assent: 'assent.open', refuse: 'refuseAct.open', withdraw: 'takeBack.open'};

/**
 * The buttons of what this officer can do about an act that waits for signatures.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the act, by its proposal
 * @param {{words?: Record<Offer, string>, overtaken?: boolean}} [how] keys of other words for the buttons; whether what
 *   it says no longer fits, so that nobody should assent
 */
export function signingOf(view, name, {words = WORDS, overtaken = false} = {}) {
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const detail = view.feed.read(`/acts/${name}`).data;
  if (!detail) {
    return nothing;
  }
  const may = actsOn(view, detail.act);
  const unsafe = overtaken || judgeLeaf(view, detail.bytes, detail.act.leaf) === 'other';
  const paused = Boolean(pausedBy(view));
  return /** @type {Offer[]} */ (Object.keys(DIALOGS))
    .filter((offer) => may[offer].length)
    .map(
      (offer) => html`<button
        class=${offer === 'assent' ? 'first' : ''}
        data-offer=${offer}
        ?disabled=${paused || (offer === 'assent' && unsafe)}
        @click=${() => openAct(view, DIALOGS[offer], detail.act, (shown) => exactly(shown, detail))}
      >
        ${view.words.text(words[offer])}
      </button>`,
    );
}
