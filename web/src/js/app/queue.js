/**
 * Where the queue is read. Everything that needs the open incidents asks by the same path, so that it is fetched once.
 */

/** Rows shown at first, and at most. */
const QUEUE_FIRST = 100;
export const QUEUE_MOST = 500;

/** The open incidents, as the floor first shows them. */
export const OPEN = queuePath('open');

/**
 * @param {string} state `open` or `closed`
 * @param {string} [text] words to find
 * @param {number} [limit]
 */
export function queuePath(state, text = '', limit = QUEUE_FIRST) {
  return `/incidents?${new URLSearchParams({state, limit: String(limit), ...(text ? {text} : {})})}`;
}
