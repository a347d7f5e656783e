package org.sarhad.roads;

import com.graphhopper.reader.ReaderElement;
import java.io.IOException;

/// Takes what a file holds, one after another.
@FunctionalInterface
interface Elements {
  /// A node, a way, a relation or the head of the file.
  ///
  /// @throws UnfitFileException when the file cannot be used
  void take(ReaderElement element) throws IOException, UnfitFileException;
}
