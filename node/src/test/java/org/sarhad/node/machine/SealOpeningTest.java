package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.inquiry.Basis;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.inquiry.Property;
import org.sarhad.core.inquiry.Provenance;
import org.sarhad.core.inquiry.SealedClaim;
import org.sarhad.core.inquiry.Stamp;
import org.sarhad.core.inquiry.Statement;
import org.sarhad.core.inquiry.Value;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// What lies in the journal for a sealed claim opens that claim and no other one.
class SealOpeningTest {
  private static final Instant NOON = Instant.parse("2019-04-22T12:00:00.000Z");
  private static final PartyId IR = PartyId.of("ir");
  private static final PartyId PK = PartyId.of("pk");
  private static final EntryId MATTER = entry(3);
  private static final EntryId SEAL = entry(7);
  private static final SealOpening OPENING = opening("warned at noon", 1);

  private static EntryId entry(long index) {
    return new EntryId(Origin.of("ir.sarhad.example/joint"), index);
  }

  private static Bytes salt(int number) {
    return Merkle.sha256(Bytes.ofUtf8("salt " + number)).toBytes();
  }

  private static SealOpening opening(String text, int salt) {
    var says =
        Statement.of(
            Property.ACTION_TAKEN,
            new Value.Account(text),
            NOON,
            Provenance.own(Basis.OWN_OBSERVATION));
    return SealOpening.of(new ClaimFact.Stated(MATTER, says), salt(salt));
  }

  private static SealedClaim sealed(EntryId where, SealOpening opening, PartyId by) {
    var context = new FactContext(where, IR, true, NOON, Optional.empty(), Set.of());
    var place = new ActEntry(context, Seen.NOTHING, Merkle.EMPTY_ROOT);
    var stamp = new Stamp(where, by, NOON, 0);
    return new SealedClaim(
        place, stamp, opening.seal(IR, NOON.plusSeconds(3600)), Optional.empty());
  }

  private static Json.Obj kept(SealOpening opening) {
    var draft = opening.draft(SEAL);
    assertThat(draft.isReleased()).as("it never leaves the journal").isFalse();
    assertThat(draft.kind()).isEqualTo(SealOpening.KIND);
    return draft.body().orElseThrow();
  }

  @Test
  void whatIsKeptIsWhatRevealsTheSeal() {
    assertThat(SealOpening.reveal(sealed(SEAL, OPENING, IR), kept(OPENING)))
        .hasValueSatisfying(
            revealed -> {
              assertThat(revealed.seal()).isEqualTo(SEAL);
              assertThat(revealed.says()).isEqualTo(OPENING.said().says());
              assertThat(revealed.salt()).isEqualTo(salt(1));
            });
  }

  /// A seal that was displaced (06-6.5) is known by another entry; its commitment is the same.
  @Test
  void aDisplacedSealIsStillOpened() {
    assertThat(SealOpening.reveal(sealed(entry(9), OPENING, IR), kept(OPENING)))
        .hasValueSatisfying(revealed -> assertThat(revealed.seal()).isEqualTo(entry(9)));
  }

  @Test
  void nothingElseOpensIt() {
    var seal = sealed(SEAL, OPENING, IR);
    assertThat(SealOpening.reveal(seal, kept(opening("warned at night", 1)))).isEmpty();
    assertThat(SealOpening.reveal(seal, kept(opening("warned at noon", 2)))).isEmpty();
    assertThat(SealOpening.reveal(sealed(SEAL, OPENING, PK), kept(OPENING)))
        .as("a seal that another side copied")
        .isEmpty();
    assertThat(SealOpening.reveal(seal, Json.obj().put("seal", "none").build())).isEmpty();
  }
}
