package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Whatever sides say, in good faith or not: nothing is lost, nothing is changed, nobody speaks for
/// anybody else, and the fold never throws.
class InquiryPropertiesTest {
  private static final int STEPS = 120;

  @ParameterizedTest
  @CsvSource({"ir pk, 20", "ir om pk, 14", "pk om ir tm, 8"})
  void nothingIsLostAndNobodySpeaksForAnother(String parties, int cases) {
    List<PartyId> sides = Arrays.stream(parties.split(" ")).map(PartyId::of).toList();
    Set<InquiryRefusal> met = new TreeSet<>();
    EnumSet<RowState> states = EnumSet.noneOf(RowState.class);
    Seeded.check(
        cases,
        random -> {
          RandomInquiry inquiry = new RandomInquiry(random, sides);
          for (int i = 0; i < STEPS; i++) {
            InquiryState before = inquiry.scene().state();
            inquiry.step();
            InquiryState after = inquiry.scene().state();
            checkStep(before, after);
            checkChanged(before, after);
            if (i % 20 == 0) {
              checkBoards(inquiry.scene(), states);
            }
          }
          inquiry.scene().state().voids().values().forEach(met::add);
        });

    // Hostile enough to say something.
    assertThat(met).hasSizeGreaterThan(15);
    assertThat(states).contains(RowState.AGREED, RowState.DISPUTED, RowState.UNANSWERED);
  }

  // ---- from one step to the next --------------------------------------------------------------

  private static void checkStep(InquiryState before, InquiryState after) {
    assertThat(after.folded() - before.folded()).isBetween(0L, 1L);
    assertThat(after.digest().equals(before.digest())).isEqualTo(after.folded() == before.folded());
    for (EntryId changed : after.matters().differing(before.matters())) {
      before.matter(changed).ifPresent(old -> checkKept(old, after.matter(changed).orElseThrow()));
    }
    before.voids().forEach(v -> assertThat(after.voids().find(v.key())).contains(v.value()));
    if (after.voids().size() > before.voids().size()) {
      assertThat(after.matters()).isEqualTo(before.matters());
    }
  }

  private static void checkKept(MatterFile old, MatterFile next) {
    assertThat(next.said()).isEqualTo(old.said());
    for (PersistentMap.Entry<Long, Claim> known : old.accounts().claims()) {
      Claim was = known.value();
      Claim is = next.accounts().claims().get(known.key());
      assertThat(is.says()).isEqualTo(was.says());
      assertThat(is.stated()).isEqualTo(was.stated());
      if (was.end().isPresent()) {
        assertThat(is.end()).isEqualTo(was.end());
      }
      assertThat(is.everyPosition().toList()).containsAll(was.everyPosition().toList());
    }
    for (PersistentMap.Entry<EntryId, Exhibit> known : old.exhibits().items()) {
      Exhibit is = next.exhibits().items().get(known.key());
      assertThat(is.sha256()).isEqualTo(known.value().sha256());
      assertThat(is.lineage()).isEqualTo(known.value().lineage());
      assertThat(is.opening().level()).isGreaterThanOrEqualTo(known.value().opening().level());
    }
    assertThat(next.accounts().seals().keys()).containsAll(old.accounts().seals().keys().toList());
    assertThat(next.joint().dissents().values())
        .containsAll(old.joint().dissents().values().toList());
    old.joint()
        .passes()
        .forEach(p -> assertThat(next.joint().passes().get(p.key())).isEqualTo(p.value()));
  }

  // ---- at any place ---------------------------------------------------------------------------

  private static void checkChanged(InquiryState before, InquiryState after) {
    for (EntryId changed : after.matters().differing(before.matters())) {
      MatterFile file = after.matter(changed).orElseThrow();
      for (Claim claim : file.accounts().claims().values().toList()) {
        // Each claim is in this matter alone, in the log of whoever makes it.
        assertThat(after.where().find(claim.id())).contains(changed);
        assertThat(claim.id().origin()).isEqualTo(InquiryScene.log(claim.by()));
        claim.end().ifPresent(end -> assertThat(end.said().by()).isEqualTo(claim.by()));
        assertThat(claim.positions().containsKey(claim.by())).isFalse();
        if (claim.revealed().isPresent() && before.claim(claim.id()).isEmpty()) {
          SealedClaim seal = file.accounts().seals().get(claim.id());
          assertThat(RandomInquiry.isCommitted(seal, claim)).isTrue();
        }
      }
      file.exhibits().items().values().forEach(InquiryPropertiesTest::checkCustody);
    }
  }

  private static void checkCustody(Exhibit exhibit) {
    Optional<Custodian> has = exhibit.opening().description().map(Description::custodian);
    for (Transfer transfer : exhibit.custody().values().toList()) {
      assertThat(transfer.stated().by()).isEqualTo(exhibit.holder());
      assertThat(has).contains(transfer.said().from());
      has = Optional.of(transfer.said().to());
    }
  }

  private static void checkBoards(InquiryScene scene, EnumSet<RowState> states) {
    for (EntryId matter : scene.state().matters().keys().toList()) {
      Board board = scene.board(matter);
      int shown = 0;
      for (BoardRow row : board.rows()) {
        states.add(row.state());
        shown +=
            row.third().size() + row.cells().stream().mapToInt(cell -> cell.said().size()).sum();
        assertThat(row.cells()).extracting(Cell::side).isEqualTo(scene.state().sides());
        boolean isSilent = row.cells().stream().anyMatch(cell -> cell.silence().isPresent());
        if (isSilent && row.joint().found().isEmpty()) {
          assertThat(row.state()).isIn(RowState.UNANSWERED, RowState.DISPUTED);
        }
        row.joint()
            .overlap()
            .ifPresent(o -> assertThat(row.bars()).anyMatch(bar -> bar.span().contains(o)));
        row.joint()
            .envelope()
            .ifPresent(
                e ->
                    assertThat(row.joint().everSaid().orElseThrow().with(e))
                        .isEqualTo(row.joint().everSaid().orElseThrow()));
      }
      // Every claim is shown once.
      assertThat(shown)
          .isEqualTo(scene.state().matter(matter).orElseThrow().accounts().claims().size());
      assertThat(board.rows()).isSortedAccordingTo((a, b) -> a.state().compareTo(b.state()));
      assertThat(board.lines()).isNotEmpty();
    }
  }

  // ---- the digest -----------------------------------------------------------------------------

  @Test
  void equalHistoriesHaveEqualDigestsAndOthersOthers() {
    List<PartyId> sides = List.of(InquiryScene.IR, InquiryScene.PK);
    TreeMap<Hash, Long> digests = new TreeMap<>();
    for (long seed = 0; seed < 40; seed++) {
      InquiryState one = run(seed, sides);
      InquiryState again = run(seed, sides);
      assertThat(again).isEqualTo(one);
      assertThat(again.digest()).isEqualTo(one.digest());
      assertThat(digests.put(one.digest(), seed)).isNull();
    }
  }

  private static InquiryState run(long seed, List<PartyId> sides) {
    RandomInquiry inquiry = new RandomInquiry(new SplittableRandom(seed), sides);
    for (int i = 0; i < 60; i++) {
      inquiry.step();
    }
    return inquiry.scene().state();
  }

  /// A void fact is part of the history too, and the digest says why it is void.
  @Test
  void theDigestIsTheChainOfClause09_9() {
    InquiryScene scene = InquiryScene.of("ir", "pk");
    InquiryState empty = scene.state();
    assertThat(empty.digest().hex())
        .isEqualTo(Merkle.sha256(Bytes.ofUtf8("sarhad inquiry v1\n")).hex());
    EntryId matter = scene.opened(InquiryScene.IR);
    assertThat(scene.state().digest()).isEqualTo(next(empty.digest(), matter, "held"));
    Hash before = scene.state().digest();
    scene.pass(Duration.ofHours(1));
    EntryId id = scene.next(InquiryScene.PK, Set.of()).id();
    scene.refuse(InquiryScene.PK, new MatterFact.Reopened(matter, InquiryScene.WHY));
    assertThat(scene.state().digest()).isEqualTo(next(before, id, "NOT_CLOSED"));
  }

  private static Hash next(Hash digest, EntryId id, String outcome) {
    String line = id + " " + InquiryScene.leaf(id) + " " + outcome + "\n";
    return Merkle.sha256(
        Bytes.concat(digest.toBytes(), Merkle.sha256(Bytes.ofUtf8(line)).toBytes()));
  }
}
