/**
 * By log, then by index: the order in which the entries of a list ascend (protocol clause 09-1.3).
 * @param {string} one
 * @param {string} other
 */
export function byEntry(one, other) {
  const [log, index] = one.split('#');
  const [otherLog, otherIndex] = other.split('#');
  return log === otherLog ? Number(index) - Number(otherIndex) : log < otherLog ? -1 : 1;
}
