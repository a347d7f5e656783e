/** The difference of two texts, word by word: which words go and which come. Pure. */

/** Words and what stands between them, which counts as a word too. */
const WORD = /\s+|[^\s]+/gu;

/** Above so many pairs of words the texts are shown whole: their difference is not looked for. */
const MOST = 4_000_000;

/**
 * @typedef {{text: string, changed: boolean}} Run
 */

/**
 * @param {string} before
 * @param {string} after
 * @returns {{before: Run[], after: Run[]}}
 */
export function wordDiff(before, after) {
  const [older, newer] = [before, after].map((text) => text.match(WORD) ?? []);
  if (older.length * newer.length > MOST) {
    return {before: [{text: before, changed: true}], after: [{text: after, changed: true}]};
  }
  const common = longestCommon(older, newer);
  return {
    before: runs(older, new Set(common.map(([at]) => at))),
    after: runs(newer, new Set(common.map(([, at]) => at))),
  };
}

/**
 * The places of the longest series of words that both have.
 * @param {string[]} older
 * @param {string[]} newer
 * @returns {[number, number][]}
 */
function longestCommon(older, newer) {
  const width = newer.length + 1;
  const lengths = new Uint32Array((older.length + 1) * width);
  for (let i = older.length - 1; i >= 0; i--) {
    for (let j = newer.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        older[i] === newer[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  /** @type {[number, number][]} */
  const places = [];
  for (let i = 0, j = 0; i < older.length && j < newer.length; ) {
    if (older[i] === newer[j]) {
      places.push([i++, j++]);
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  return places;
}

/**
 * Neighbours of a kind become one run; a space between two changed words is changed with them.
 * @param {string[]} words
 * @param {Set<number>} kept
 * @returns {Run[]}
 */
function runs(words, kept) {
  /** @type {Run[]} */
  const all = [];
  words.forEach((text, at) => {
    const bridge = !text.trim() && !kept.has(at - 1) && !kept.has(at + 1);
    const changed = !kept.has(at) || (bridge && at > 0 && at < words.length - 1);
    const last = all.at(-1);
    if (last?.changed === changed) {
      last.text += text;
    } else {
      all.push({text, changed});
    }
  });
  return all;
}
