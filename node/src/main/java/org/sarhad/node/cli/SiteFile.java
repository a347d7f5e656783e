package org.sarhad.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sarhad.core.posture.CoverageFile;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.MalformedProblemException;
import org.sarhad.core.posture.PmedFile;
import org.sarhad.tlog.Bytes;

/// A file with a question about sites: a p-median problem of OR-Library, or a coverage problem.
final class SiteFile {
  private SiteFile() {}

  /// The question in `file`.
  ///
  /// @param isCentre whether of a p-median file the least longest way is asked, not the least sum
  static SiteQuestion question(Path file, boolean isCentre) throws CannotException, IOException {
    Bytes text = bytes(file);
    try {
      if (CoverageFile.isOne(text)) {
        return new SiteQuestion.Covered(CoverageFile.parse(text));
      }
      var problem = PmedFile.parse(text);
      return isCentre ? new SiteQuestion.Soonest(problem) : new SiteQuestion.Shortest(problem);
    } catch (MalformedProblemException e) {
      throw new CannotException("%s: %s.".formatted(file, e.getMessage()));
    }
  }

  /// The coverage problem in `file`.
  static CoverageProblem coverage(Path file) throws CannotException, IOException {
    try {
      return CoverageFile.parse(bytes(file));
    } catch (MalformedProblemException e) {
      throw new CannotException("%s: %s.".formatted(file, e.getMessage()));
    }
  }

  private static Bytes bytes(Path file) throws CannotException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new CannotException("%s is no file. Maybe the path is misspelt.".formatted(file));
    }
    if (Files.size(file) > CoverageFile.BYTES_MAX) {
      throw new CannotException("%s is larger than any such problem.".formatted(file));
    }
    return Bytes.of(Files.readAllBytes(file));
  }
}
