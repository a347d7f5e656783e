package org.sarhad.node.exhibit;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.inquiry.Exhibit;
import org.sarhad.core.inquiry.Level;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Hash;

/// A file as the record names it: by an exhibit.
///
/// @param exhibit the entry by which the exhibit is known
/// @param holder the side that registered it
/// @param sha256 of the file
/// @param level how far it is open
/// @param described what it is, once that was said
/// @param manifest its chunks, once the file was released by them
/// @param isErased whether the record let go of the exhibit (02-7.4)
public record NamedFile(
    EntryId exhibit,
    PartyId holder,
    Hash sha256,
    Level level,
    Optional<Description> described,
    Optional<Manifest> manifest,
    boolean isErased) {
  static NamedFile of(Exhibit exhibit, boolean isErased) {
    return new NamedFile(
        exhibit.id(),
        exhibit.holder(),
        exhibit.sha256(),
        exhibit.opening().level(),
        exhibit.opening().description(),
        exhibit.opening().manifest(),
        isErased);
  }

  /// Whether the other sides may have the file itself, over the link.
  public boolean isReleased() {
    return level == Level.RELEASED && manifest.isPresent() && !isErased;
  }

  /// How large it is, in bytes; empty as long as nobody said.
  public Optional<Long> sizeBytes() {
    return manifest
        .map(Manifest::sizeBytes)
        .or(() -> described.map(Description::sizeBytes).filter(size -> size > 0));
  }
}
