package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.inquiry.SealedClaim;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// What it takes to reveal a claim that was sealed here (protocol clause 09-3): its words and its
/// salt. It lies in the journal, which never leaves the node, as the body of the very entry that
/// will reveal it; nobody has to copy anything by hand.
///
/// @param said what would have been said openly
/// @param salt 32 bytes that nobody can guess
public record SealOpening(ClaimFact.Stated said, Bytes salt) {
  /// Under this word it lies in the journal.
  public static final Kind KIND = Kind.of("node.seal_opening");

  static SealOpening of(ClaimFact.Stated said, Bytes salt) {
    return new SealOpening(said, salt);
  }

  /// The commitment to it, as `party` publishes it.
  ClaimFact.Sealed seal(PartyId party, Instant revealBy) {
    return new ClaimFact.Sealed(said.matter(), commitment(party), revealBy);
  }

  private Hash commitment(PartyId party) {
    return ClaimFact.commitment(party, said.matter(), said.says(), salt);
  }

  /// For the journal, after the entry `seal`.
  Draft draft(EntryId seal) {
    return Draft.internal(KIND, new ClaimFact.Revealed(seal, salt, said.says()).toJson());
  }

  /// What reveals `seal`, if `body`, from the journal, is what it takes. An entry that was
  /// displaced (06-6.5) may have another name now than when its opening was kept: the commitment
  /// decides.
  public static Optional<ClaimFact.Revealed> reveal(SealedClaim seal, Json.Obj body) {
    return Statement.read(InquiryFactKind.CLAIM_REVEALED.kind(), body)
        .flatMap(
            said ->
                said instanceof Statement.OnInquiry(ClaimFact.Revealed kept)
                    ? Optional.of(kept)
                    : Optional.empty())
        .filter(
            kept ->
                new SealOpening(
                        new ClaimFact.Stated(seal.said().matter(), kept.says()), kept.salt())
                    .commitment(seal.sealed().by())
                    .equals(seal.said().commitment()))
        .map(kept -> new ClaimFact.Revealed(seal.sealed().entry(), kept.salt(), kept.says()));
  }
}
