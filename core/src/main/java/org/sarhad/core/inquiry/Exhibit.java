package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Hash;

/// Something that is held as evidence. Called *exhibit* in code and on paper, because *evidence*
/// speaks against a log. Immutable.
///
/// @param registered by whom and where: before that, nothing proves that it existed
/// @param sha256 of the file
/// @param lineage which copy, and of what
/// @param opening how far it is open to the other sides
/// @param custody who passed it on to whom, in the order of the record
public record Exhibit(
    Stamp registered,
    Hash sha256,
    Lineage lineage,
    Opening opening,
    PersistentMap<Long, Transfer> custody) {

  /// Which copy an exhibit is.
  ///
  /// @param copy the class
  /// @param of the exhibit it was made of; empty for an evidentiary one
  /// @param original the hash of that, kept so that the link does not hang on the record alone
  /// @param redaction what was taken out and why
  public record Lineage(
      CopyClass copy, Optional<EntryId> of, Optional<Hash> original, Optional<Words> redaction) {
    /// As it was collected.
    static final Lineage EVIDENTIARY =
        new Lineage(CopyClass.EVIDENTIARY, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The entry by which it is known.
  public EntryId id() {
    return registered.entry();
  }

  /// Which side holds it.
  public PartyId holder() {
    return registered.by();
  }

  /// Who keeps it now; empty as long as nobody was named.
  public Optional<Custodian> custodian() {
    return custody
        .last()
        .map(last -> last.value().said().to())
        .or(() -> opening.description().map(Description::custodian));
  }

  /// When it last passed; empty before it first did.
  public Optional<Instant> lastPassed() {
    return custody.last().map(last -> last.value().said().at());
  }

  Exhibit opened(Opening next) {
    return new Exhibit(registered, sha256, lineage, next, custody);
  }

  Exhibit passed(Transfer transfer) {
    return new Exhibit(
        registered, sha256, lineage, opening, custody.put(transfer.stated().place(), transfer));
  }
}
