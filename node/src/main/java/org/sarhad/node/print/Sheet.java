package org.sarhad.node.print;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A document as it is to stand on paper.
///
/// @param style how its words are written, and what stands at the edges of each page
/// @param title what it is called, also by whoever opens the file
/// @param time when the document was made, not when it is printed
/// @param blocks what stands on it, from top to bottom
/// @param files what is attached to the file, none of them twice
public record Sheet(
    Style style, String title, Instant time, List<Block> blocks, List<Attachment> files) {
  /// Copies the lists.
  public Sheet {
    blocks = List.copyOf(blocks);
    files = List.copyOf(files);
  }

  /// How all pages of a document look.
  ///
  /// @param language ISO 639 code of its words
  /// @param isRightToLeft whether its lines run from right to left; the page is mirrored then
  /// @param head what stands at the top of every page: which document it is
  /// @param digest in hexadecimal, under the head of every page: of which bytes it is a print
  /// @param folio what stands at the foot of every page
  /// @param stamp a word across every page: of an exercise, that it is one
  public record Style(
      String language,
      boolean isRightToLeft,
      String head,
      String digest,
      Folio folio,
      Optional<String> stamp) {}

  /// Numbers a page.
  public interface Folio {
    /// What stands at the foot of `page`, which counts from 1, of `pages`.
    String of(int page, int pages);
  }
}
