package org.sarhad.node.verify;

import java.util.Comparator;
import org.sarhad.node.store.Damage;
import org.sarhad.node.store.Damage.Repair;

/// One thing that is wrong with a log, for whoever has to judge or repair it; 05-6.
///
/// @param kind what is concerned
/// @param path the file, relative to the log's directory
/// @param from index of the first entry concerned
/// @param to index behind the last entry concerned
/// @param what what is wrong, for people
/// @param repair where a good copy is
public record Finding(Kind kind, String path, long from, long to, String what, Repair repair) {
  /// What is said of a file that is not there.
  static final String MISSING = "it is missing";

  /// In the order of the entries, then of the files.
  static final Comparator<Finding> ORDER =
      Comparator.comparingLong(Finding::from)
          .thenComparing(Finding::path)
          .thenComparing(Finding::kind);

  /// What is concerned.
  public enum Kind {
    /// The signed head: nothing can be proven to others with it.
    HEAD,
    /// Somebody else's line under the head. The head itself stands.
    COSIGNATURE,
    /// The note of how far the files go. Ours alone; nobody else needs it.
    SIZE_NOTE,
    /// A tile of hashes. The entries under it may be whole.
    TILE,
    /// Entries themselves: their bytes are not what was logged.
    BUNDLE,
    /// Payloads beside entries. The proof that they were named stands.
    PAYLOAD,
    /// An entry that was logged so, and is not the one spelling of an envelope of its place.
    ENVELOPE,
    /// An entry that was logged so, and is not signed by who may sign there.
    SIGNATURE,
    /// An entry that was logged so, and says it has seen what cannot be.
    SEEN
  }

  /// What the files themselves show; `judged` is what an entry with good bytes was found to be.
  static Finding of(Damage damage, Kind judged) {
    var kind =
        switch (damage.kind()) {
          case CHECKPOINT -> Kind.HEAD;
          case SIZE_NOTE -> Kind.SIZE_NOTE;
          case HASHES -> Kind.TILE;
          case ENTRIES -> Kind.BUNDLE;
          case PAYLOADS -> Kind.PAYLOAD;
          case CONTENT -> judged;
        };
    return new Finding(
        kind, damage.path(), damage.from(), damage.to(), damage.what(), damage.repair());
  }

  /// One line: what, where, which entries, what is wrong, what helps.
  @Override
  public String toString() {
    return "%s %s: %s: %s; %s".formatted(code(), path, range(), what, help());
  }

  /// Whether a file is simply not there.
  boolean isAbsence() {
    return what.equals(MISSING);
  }

  /// The same about the first `size` entries.
  Finding over(long size) {
    return new Finding(kind, path, 0, size, what, repair);
  }

  /// The kind as scripts know it.
  String code() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private String range() {
    if (to <= from) {
      return "no entry";
    }
    return to == from + 1 ? "entry " + from : "entries %d to %d".formatted(from, to - 1);
  }

  private String help() {
    boolean isLogged = kind == Kind.ENVELOPE || kind == Kind.SIGNATURE || kind == Kind.SEEN;
    if (isLogged) {
      return "it was logged so; there is nothing to repair, it is evidence";
    }
    return switch (repair) {
      case MIRROR -> "the second copy has it whole";
      case LOCAL -> "it can be made again from what is here";
      case NONE -> "no good copy was found";
      case UNKNOWN -> "maybe the peer's mirror has it; name one with --mirror";
    };
  }
}
