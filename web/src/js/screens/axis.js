/**
 * The arithmetic of the two columns: which row an item takes in which column, and where a gap between the sides' knowing
 * is long enough to be drawn. Pure, so that it can be read and tested without a page.
 */

/** A gap shorter than this is "at once": the other column says so on the same row. Milliseconds. */
export const AT_ONCE = 60_000;

/**
 * @typedef {object} Row one thing that one side came to know at one time
 * @property {import('../app/types.js').TimelineItem} item
 * @property {string} party
 * @property {number} at
 * @property {boolean} authored whether this is the saying of it, not the hearing
 * @property {number} line grid row, from 1
 *
 * @typedef {object} Gap between the saying and the hearing
 * @property {number} from grid row
 * @property {number} until grid row, exclusive
 * @property {number} ms
 * @property {string} knower
 * @property {string} entry
 * @property {number} lane 0 and up; gaps that overlap lie side by side
 */

/**
 * @param {import('../app/types.js').TimelineItem[]} items
 * @param {string[]} parties
 * @returns {{rows: Row[], gaps: Gap[], lanes: number}} `lanes`: how many gaps lie side by side at most
 */
export function layOut(items, parties) {
  const moments = items.flatMap((item) =>
    parties
      .filter((party) => party === item.by.party || item.known[party])
      .map((party) => ({
        item,
        party,
        authored: party === item.by.party,
        at: knewAt(item, party),
        line: 0,
      })),
  );
  moments.sort((a, b) => a.at - b.at || Number(b.authored) - Number(a.authored));

  const lineOf = new Map();
  let lines = 0;
  for (const moment of moments) {
    const said = lineOf.get(moment.item.entry);
    const atOnce = said !== undefined && moment.at - Date.parse(moment.item.time) < AT_ONCE;
    moment.line = atOnce ? said : ++lines;
    if (moment.authored) {
      lineOf.set(moment.item.entry, moment.line);
    }
  }
  const bars = gaps(moments, lineOf);
  return {rows: moments, gaps: bars, lanes: Math.max(1, ...bars.map((gap) => gap.lane + 1))};
}

/**
 * @param {Row[]} moments
 * @param {Map<string, number>} lineOf
 * @returns {Gap[]}
 */
function gaps(moments, lineOf) {
  const found = moments
    .filter((moment) => !moment.authored && lineOf.get(moment.item.entry) !== moment.line)
    .map((moment) => ({
      from: lineOf.get(moment.item.entry) ?? moment.line,
      until: moment.line + 1,
      ms: moment.at - Date.parse(moment.item.time),
      knower: moment.party,
      entry: moment.item.entry,
      lane: 0,
    }))
    .sort((a, b) => a.from - b.from);
  /** @type {number[]} where each lane is free again */
  const lanes = [];
  for (const gap of found) {
    const free = lanes.findIndex((until) => until <= gap.from);
    gap.lane = free < 0 ? lanes.length : free;
    lanes[gap.lane] = gap.until;
  }
  return found;
}

/**
 * Since when a party has known an item; never, when it is not known to have it. Nobody hears a thing before it is said:
 * a countersigned time counts whole seconds and comes from another clock, so it may read a little earlier.
 * @param {import('../app/types.js').TimelineItem} item
 * @param {string} party
 */
function knewAt(item, party) {
  const said = Date.parse(item.time);
  const known = item.known[party];
  return party === item.by.party ? said : known ? Math.max(said, Date.parse(known.at)) : Infinity;
}
