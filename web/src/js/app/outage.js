/**
 * Remembers a cut of the link while this console stands open, so that its end can be told: how much of ours got through,
 * how much of theirs came. Nothing of it is kept anywhere else; the record holds the rest.
 */

/**
 * @typedef {object} Cut
 * @property {import('./types.js').Time} since
 * @property {number} seen index of the other log's last entry here
 * @property {number} waiting most acts of ours that waited at once
 *
 * @typedef {Cut & {peer: string, until: import('./types.js').Time}} Restored
 */

export class Outage {
  /** @type {Cut | undefined} */
  #cut;
  /** The cut that has ended and nobody has noted yet. @type {Restored | undefined} */
  restored;

  /**
   * A neighbour that was never heard of has not fallen silent.
   * @param {import('./types.js').LinkState | undefined} link
   */
  look(link) {
    if (link?.state === 'silent' && link.lastSeenIndex !== undefined) {
      const {since = link.since, seen = link.lastSeenIndex, waiting = 0} = this.#cut ?? {};
      this.#cut = {since, seen, waiting: Math.max(waiting, link.waiting.count)};
      this.restored = undefined;
    } else if (this.#cut && link?.state === 'live') {
      this.restored = {...this.#cut, peer: link.peer.id, until: link.since};
      this.#cut = undefined;
    }
  }

  /** Somebody has read that the link is back. */
  note() {
    this.restored = undefined;
  }
}
