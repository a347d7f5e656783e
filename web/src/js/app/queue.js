/**
 * Where the queue is read. Everything that needs the open incidents asks by the same path, so that it is fetched once.
 */

/** Rows shown at first, and at most on a page. */
const QUEUE_FIRST = 100;
export const QUEUE_MOST = 500;

/** The open incidents, as the floor first shows them. */
export const OPEN = queuePath('open');

/**
 * @param {string} state `open` or `closed`
 * @param {string} [text] words to find
 * @param {number} [limit]
 * @param {string} [cursor] where the page begins; the first if left out
 */
export function queuePath(state, text = '', limit = QUEUE_FIRST, cursor = '') {
  return `/incidents?${new URLSearchParams({state, limit: String(limit), ...(text ? {text} : {}), ...(cursor ? {cursor} : {})})}`;
}
