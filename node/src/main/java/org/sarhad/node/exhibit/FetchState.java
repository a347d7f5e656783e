package org.sarhad.node.exhibit;

/// How far the fetching of a file is.
public enum FetchState {
  /// It waits for its turn, or for the link.
  WAITING,
  /// Pieces of it are coming.
  FETCHING,
  /// Something failed; it goes on by itself after a while.
  RETRYING,
  /// There is no room for it on this node. Helped by the operator; tried again now and then.
  NO_ROOM,
  /// The other side gave a chunk that is not the one it signed. It is asked again, ever more
  /// rarely.
  WRONG,
  /// All chunks are those that the other side signed, and the whole is not its exhibit's file. It
  /// is not asked again.
  CONTRADICTED
}
