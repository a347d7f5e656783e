import {to} from '../../app/route.js';

/** What the pages of the desk read off the answers of the node. */

/** Whoever decides, by chapter 16 of the protocol. */
export const DECIDES = 'compliance';

/** @param {import('../../app/view.js').View} view */
export const decides = (view) => view.may(DECIDES);

/**
 * The page of a party.
 * @param {string} subject as contracts name it
 */
export const toParty = (subject) => to('screening', ['party', subject]);

/**
 * The lists that a side goes by.
 * @param {any} board of the contract: `Screening`
 * @param {string} party
 * @returns {any[]}
 */
export const listsOf = (board, party) => board.lists.filter((/** @type {any} */ one) => one.taken.by.party === party);

/**
 * How one side stands to a party.
 * @param {any} screened of the contract: `ScreenedParty`
 * @param {string} party
 */
export const bySide = (screened, party) => screened.sides.find((/** @type {any} */ one) => one.party === party);

/**
 * Whether a side has stopped it, so that it is not cleared but released, or refused.
 * @param {any} side of the contract: `ScreenedBySide`
 */
export const isStopped = (side) => side?.standing === 'held' || side?.standing === 'refused';

/**
 * What a decision of today rests on: the lists that our side goes by, each by the hash of its file.
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 * @param {number} threshold
 */
export function grounds(view, board, threshold) {
  const lists = listsOf(board, view.ours.id).map(({taken}) => [taken.body.list.source, taken.body.list.sha256]);
  return {edition: board.edition, lists: Object.fromEntries(lists), threshold};
}

/**
 * Why nobody of our side can decide now, as the end of a key; nothing when they can.
 * @param {import('../../app/view.js').View} view
 * @param {any} board of the contract: `Screening`
 * @returns {'noList' | 'stale' | undefined}
 */
export function undecidable(view, board) {
  const lists = listsOf(board, view.ours.id);
  if (!lists.some(({taken}) => taken.body.list.source === 'un')) {
    return 'noList';
  }
  return lists.some(({isStale}) => isStale) ? 'stale' : undefined;
}
