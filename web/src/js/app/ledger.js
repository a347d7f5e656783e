/**
 * How much of what was said in a room stands on the screen. A room can hold thousands of items, and a page of thousands is
 * slow to draw and is read by nobody: it opens with the newest, and older ones come when somebody asks.
 */

/** So many items stand in a room when it is opened. */
const FIRST = 100;

/**
 * @typedef {object} Shown
 * @property {'both' | 'mine'} mode of both sides, or of ours only
 * @property {import('./types.js').TimelineItem[]} items what stands on the screen, in the order in which it came
 * @property {number} more how many older ones do not
 */

/**
 * What stands in the ledger of a room.
 * @param {import('./view.js').View} view
 * @param {import('./types.js').Incident} incident
 * @returns {Shown}
 */
export function shownOf(view, {summary, items}) {
  const {mode = 'both', shown = FIRST} = view.draft(draftOf(summary.id));
  const all = mode === 'mine' ? items.filter((item) => item.by.party === view.ours.id) : items;
  return {mode, items: newest(all, shown), more: Math.max(0, all.length - shown)};
}

/**
 * Shows the next older ones too: as many again as are there.
 * @param {import('./view.js').View} view
 * @param {string} incident
 */
export function showOlder(view, incident) {
  const {shown = FIRST} = view.draft(draftOf(incident));
  view.act.edit(draftOf(incident), {shown: 2 * shown});
}

/**
 * Of both sides, or of ours only; from the newest again.
 * @param {import('./view.js').View} view
 * @param {string} incident
 * @param {'both' | 'mine'} mode
 */
export function showOf(view, incident, mode) {
  view.act.edit(draftOf(incident), {mode, shown: undefined});
}

/** @param {string} incident */
const draftOf = (incident) => `room ${incident}`;

/**
 * The `count` items of which somebody heard last, in their order: what was written long ago and has only now come over is new.
 * @param {import('./types.js').TimelineItem[]} items
 * @param {number} count
 */
function newest(items, count) {
  if (items.length <= count) {
    return items;
  }
  const last = new Map(items.map((item) => [item, lastHeard(item)]));
  const kept = new Set([...items].sort((a, b) => Number(last.get(b)) - Number(last.get(a))).slice(0, count));
  return items.filter((item) => kept.has(item));
}

/**
 * When the last side came to know of it, in milliseconds.
 * @param {import('./types.js').TimelineItem} item
 */
const lastHeard = ({time, known}) => Math.max(Date.parse(time), ...Object.values(known).map((one) => (one ? Date.parse(one.at) : 0)));
