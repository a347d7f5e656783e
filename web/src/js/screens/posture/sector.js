/** How long a piece of the line is, in kilometres, where no sectors are agreed (15-2.3). */
const PIECE_KM = 20;

/**
 * A sector by its name, as it was agreed; a piece of the line by where it lies.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @returns {unknown}
 */
export function sector({words}, name) {
  const piece = /^km_(\d{4})$/.exec(name);
  if (!piece) {
    return name;
  }
  const from = Number(piece[1]);
  return words.text('coverage.piece', {from, to: from + PIECE_KM});
}
