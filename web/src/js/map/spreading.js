/**
 * Marks that do not hide each other. A mark that would lie on another steps aside to the nearest free place around its
 * point; the map draws a thin line from where it stands to where it belongs.
 */

/** Room that a mark needs, in pixels. */
const SIZE = 30;

/** Where a mark may step to: on its point, then around it in rings of eight. */
const STEPS = [
  [0, 0],
  ...[SIZE, 2 * SIZE].flatMap((radius) =>
    Array.from({length: 8}, (_, turn) => {
      const angle = (turn * Math.PI) / 4 - Math.PI / 2;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
  ),
];

/**
 * @template {{x: number, y: number, level: number}} M
 * @param {M[]} marks points in pixels; a higher level keeps its place first
 * @returns {Map<M, {dx: number, dy: number}>} how far each stands from its point; a mark that finds no place stays
 */
export function spread(marks) {
  /** @type {{x: number, y: number}[]} */
  const taken = [];
  /** @type {Map<M, {dx: number, dy: number}>} */
  const stands = new Map();
  for (const mark of [...marks].sort((a, b) => b.level - a.level)) {
    const [dx, dy] = STEPS.find(([sx, sy]) => isFree(taken, mark.x + sx, mark.y + sy)) ?? STEPS[0];
    taken.push({x: mark.x + dx, y: mark.y + dy});
    stands.set(mark, {dx, dy});
  }
  return stands;
}

/**
 * @param {{x: number, y: number}[]} taken
 * @param {number} x
 * @param {number} y
 */
function isFree(taken, x, y) {
  return !taken.some((other) => Math.abs(other.x - x) < SIZE - 1 && Math.abs(other.y - y) < SIZE - 1);
}
