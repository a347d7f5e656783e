package org.sarhad.core.response;

import org.sarhad.core.entry.EntryId;

/// What the record knows about entries and the state of an application does not. The node answers.
public interface EntryWays {
  /// Knows nothing.
  EntryWays UNKNOWN =
      new EntryWays() {
        @Override
        public EntryTimes times(EntryId entry) {
          return EntryTimes.UNKNOWN;
        }

        @Override
        public boolean saw(EntryId writer, EntryId earlier) {
          return true;
        }
      };

  /// How far `entry` has come.
  EntryTimes times(EntryId entry);

  /// Whether the author of `writer` had verified the log of `earlier` as far as `earlier` when
  /// writing, by the `seen` of its envelope. An entry has seen all earlier ones of its own log.
  boolean saw(EntryId writer, EntryId earlier);
}
