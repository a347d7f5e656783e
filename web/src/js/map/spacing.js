/**
 * Labels that lie neither on each other nor on a mark. Each label may stand at any of four places around its point; the
 * more important ones choose first, and one that finds no room is left out.
 */

/** @typedef {{x: number, y: number, width: number, height: number}} Box top-left corner and size, in pixels */

/** @typedef {'end' | 'start' | 'below' | 'above'} Side where a label stands, seen from its point */

/** How far a label may stand from its point, in pixels: close, or clear of a mark that lies on the point. */
const OFF = [6, 20];

/**
 * @template {Box & {rank: number}} L
 * @param {L[]} labels points in pixels with the size of their text; rank 1 is the most important
 * @param {Box[]} taken room that marks take
 * @returns {{label: L, side: Side, off: number}[]}
 */
export function spaced(labels, taken) {
  const room = [...taken];
  /** @type {{label: L, side: Side, off: number}[]} */
  const placed = [];
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const fit = OFF.flatMap((off) => boxes(label, off)).find(({box}) => !room.some((other) => overlap(box, other)));
    if (fit) {
      room.push(fit.box);
      placed.push({label, side: fit.side, off: fit.off});
    }
  }
  return placed;
}

/**
 * @param {Box} label its point and size
 * @param {number} off
 * @returns {{side: Side, off: number, box: Box}[]}
 */
function boxes({x, y, width, height}, off) {
  const middle = y - height / 2;
  return [
    {side: 'end', off, box: {x: x + off, y: middle, width, height}},
    {side: 'start', off, box: {x: x - off - width, y: middle, width, height}},
    {side: 'below', off, box: {x: x - width / 2, y: y + off, width, height}},
    {side: 'above', off, box: {x: x - width / 2, y: y - off - height, width, height}},
  ];
}

/**
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
