package org.sarhad.node.verify;

import java.util.List;

/// What was found about the files of exhibits beside the logs of a node.
///
/// @param where the directory
/// @param named how many files exhibits in these logs are known by
/// @param held how many files are here and are what they are called
/// @param unnamed how many of these no exhibit here is known by
/// @param missing digests of files that were released by their chunks, and are not here
/// @param wrong what is here and is not what it is called, or not what was signed: one line each
public record FileVerdict(
    String where, long named, long held, long unnamed, List<String> missing, List<String> wrong) {
  public FileVerdict {
    missing = List.copyOf(missing);
    wrong = List.copyOf(wrong);
  }

  /// Whether nothing that is here is wrong. What is not here may never have been: an exhibit can be
  /// a thing, or its file on the other side.
  public boolean isSound() {
    return wrong.isEmpty();
  }
}
