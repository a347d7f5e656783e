/**
 * Labels that lie neither on each other nor on a mark, nor on a line if they can stand elsewhere. Each label may stand at any
 * of four places around its point; the more important ones choose first, and one that finds no room is left out.
 */

/** @typedef {{x: number, y: number, width: number, height: number}} Box top-left corner and size, in pixels */

/** @typedef {'end' | 'start' | 'below' | 'above'} Side where a label stands, seen from its point */

/** A straight piece of a line, in pixels. @typedef {[ax: number, ay: number, bx: number, by: number]} Piece */

/** How far a label may stand from its point, in pixels: close, or clear of a mark that lies on the point. */
const OFF = [6, 20];

/**
 * @template {Box & {rank: number, offs?: number[]}} L
 * @param {L[]} labels points in pixels with the size of their text, and how far from it that may stand if not as others do;
 *   the lowest rank is the most important
 * @param {Box[]} taken room that marks take
 * @param {Piece[]} line that is left free where it can be
 * @returns {{label: L, side: Side, off: number, box: Box}[]}
 */
export function spaced(labels, taken, line = []) {
  const room = [...taken];
  /** @type {{label: L, side: Side, off: number, box: Box}[]} */
  const placed = [];
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const free = (label.offs ?? OFF).flatMap((off) => boxes(label, off)).filter(({box}) => !room.some((other) => overlap(box, other)));
    const fit = free.find(({box}) => !line.some((piece) => crosses(piece, box))) ?? free[0];
    if (fit) {
      room.push(fit.box);
      placed.push({label, ...fit});
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

/**
 * Whether a piece of a line runs through a box: what is left of it between each two opposite edges is not nothing.
 * @param {Piece} piece
 * @param {Box} box
 */
function crosses([ax, ay, bx, by], {x, y, width, height}) {
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [ax, bx - ax, x, x + width],
    [ay, by - ay, y, y + height],
  ]) {
    if (way === 0) {
      if (start < low || start > high) {
        return false;
      }
    } else {
      const [one, other] = [(low - start) / way, (high - start) / way];
      from = Math.max(from, Math.min(one, other));
      to = Math.min(to, Math.max(one, other));
    }
  }
  return from <= to;
}
