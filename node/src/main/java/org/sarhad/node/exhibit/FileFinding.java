package org.sarhad.node.exhibit;

import java.util.SortedSet;
import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.tree.Hash;

/// Something about a file that people should be told.
public sealed interface FileFinding {
  /// The file it is about.
  Hash sha256();

  /// It came over whole, and is the exhibit's file.
  record Arrived(NamedFile file) implements FileFinding {
    @Override
    public Hash sha256() {
      return file.sha256();
    }
  }

  /// A chunk was not the one its holder signed.
  record WrongChunkCame(NamedFile file, WrongChunk chunk) implements FileFinding {
    @Override
    public Hash sha256() {
      return file.sha256();
    }
  }

  /// The file that its holder's manifest describes is not the file its exhibit is known by.
  ///
  /// @param found SHA-256 of the file that the manifest describes
  record Contradiction(NamedFile file, Hash found) implements FileFinding {
    @Override
    public Hash sha256() {
      return file.sha256();
    }
  }

  /// The record let go of it, and its bytes were deleted.
  ///
  /// @param exhibits the exhibits that were known by it
  record Erased(Hash sha256, SortedSet<EntryId> exhibits) implements FileFinding {}
}
