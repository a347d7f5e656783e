package org.sarhad.node.api;

import org.sarhad.core.entry.EntryId;

/// How entries are called here, and whether their place can still change: all that a page about a
/// matter has to know of the node.
interface Naming {
  /// What the API calls `entry`: `ir/17`.
  String entry(EntryId entry);

  /// Whether its place in the joint order can no longer change.
  boolean isFinal(EntryId entry);

  /// As the caller of `lens` sees it.
  static Naming of(Lens lens) {
    return new Naming() {
      @Override
      public String entry(EntryId entry) {
        return lens.entryName(entry);
      }

      @Override
      public boolean isFinal(EntryId entry) {
        return lens.view().isFinal(entry);
      }
    };
  }
}
