package org.sarhad.node.store;

/// One thing that is wrong with a log directory, as [DirectoryCheck] lists it.
///
/// @param path the file, relative to the log's directory
/// @param from index of the first entry concerned
/// @param to index behind the last entry concerned
/// @param what what is wrong with it, for people
public record Damage(Kind kind, String path, long from, long to, String what, Repair repair) {
  /// What is concerned.
  public enum Kind {
    /// The signed head: nothing can be proven to others with it.
    CHECKPOINT,
    /// The note of how far the files go. Ours alone; nobody else needs it.
    SIZE_NOTE,
    /// A tile of hashes. The entries under it may be whole.
    HASHES,
    /// Entries themselves.
    ENTRIES,
    /// Payloads beside entries. The proof that they were named stands.
    PAYLOADS,
    /// An entry whose bytes are what was logged, and which breaks a rule of its own format.
    CONTENT
  }

  /// Where a good copy is.
  public enum Repair {
    /// In the second directory: the peer's mirror, or a backup.
    MIRROR,
    /// Here: it follows from other files that are good.
    LOCAL,
    /// In neither.
    NONE,
    /// Not here, and no second directory was given.
    UNKNOWN
  }

  /// One line for people and for scripts: what, where, which entries, what helps.
  @Override
  public String toString() {
    String help =
        switch (repair) {
          case MIRROR -> "the second directory has a good copy";
          case LOCAL -> "it can be made again from what is here";
          case NONE -> "no good copy was found";
          case UNKNOWN -> "maybe the peer's mirror has a good copy";
        };
    return "%s: entries %d to %d: %s; %s".formatted(path, from, Math.max(from, to - 1), what, help);
  }
}
