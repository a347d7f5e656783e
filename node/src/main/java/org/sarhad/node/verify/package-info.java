/// Verification by a person who trusts nobody: a log directory, an offline bundle or an exhibit is
/// read on a machine of one's own, without a network and without writing anything.
///
/// What is damaged is listed, all of it, by the entries concerned; see
/// [org.sarhad.node.store.DirectoryCheck]. What this package adds is whose signatures are under
/// what was read. Keys come from the reader ([KeyRing]), or, if none were given, from what the log
/// says of itself: then everything agrees with itself, and it is for the reader to compare the keys
/// with those that were exchanged between people.
package org.sarhad.node.verify;
