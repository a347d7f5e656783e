package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.response.ResponseState;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;

/// At a start the node of `pk` folds what its logs hold: the same as if it had just come in.
class RefoldTest {
  private static final Signatures SIGNATURES = Signatures.jdk();
  private static final Instant COSIGNED_AT = Instant.ofEpochSecond(Scribe.SIGNED_AT);

  @TempDir Path directory;
  private final Scribe ir = Scribe.begun("ir");
  private final Scribe pk = Scribe.begun("pk");
  private final NodeIdentity self = pk.identity();
  private Standing standing = Standing.EMPTY;
  private Logs logs;

  @BeforeEach
  void pair() throws Exception {
    logs = new Logs(FileDisk.at(directory), self.origin(), self.journal());
    logs.open(ir.log());
    keep(new IntakeRecord.Paired(Hello.cardBytes(ir.identity().card())));
  }

  /// Each has answered the other; all of it is cosigned.
  private void talk() throws Exception {
    pk.sees(ir, 1).say(1);
    ir.sees(pk, 2).say(1);
    pk.sees(ir, 2).say(1);
    keepOwn(3);
    mirror(0, 2);
    cosign(2);
  }

  @Test
  void theLogsFoldToWhatCameIn() throws Exception {
    talk();
    var live = Facts.of(channel(), ResponseState.of(PartyId.of("pk"), PartyId.of("ir")));
    var joint =
        new JointFold(
            List.of(pk.log(), ir.log()), live.channel(), live.response(), RefoldTest::unread);
    for (var id : List.of(at(ir, 0), at(pk, 0), at(pk, 1), at(ir, 1), at(pk, 2))) {
      var side = id.origin().equals(pk.log()) ? pk : ir;
      var entry = entry(side, id);
      var step =
          side == pk ? live.own(entry, payloads(side, id)) : live.stored(entry, payloads(side, id));
      live = side == pk ? step.facts() : step.facts().cosigned(ir.log(), id.index() + 1);
      joint.deliver(step.told(), Optional.of(entry), live.channel());
    }

    var folded = fold();

    assertThat(folded.facts().channel().digest()).isEqualTo(live.channel().digest());
    assertThat(folded.facts().response().digest()).isEqualTo(live.response().digest());
    assertThat(folded.joint().orElseThrow().finalCount()).isEqualTo(4);
    assertThat(folded.joint().orElseThrow().known()).isEqualTo(joint.known());
    assertThat(folded.excused()).isEmpty();
  }

  @Test
  void withoutAPeerNothingIsJoint() throws Exception {
    standing = Standing.EMPTY;
    keepOwn(1);

    assertThat(fold().joint()).isEmpty();
  }

  @Test
  void whatIsStoredAndNotCosignedIsNotSaidYet() throws Exception {
    talk();
    ir.say(1);
    mirror(2, 3);

    var folded = fold();

    assertThat(folded.facts().below(ir.log(), 3))
        .extracting(told -> told.id().index())
        .containsExactly(2L);
    assertThat(folded.joint().orElseThrow().finalCount()).isEqualTo(4);
  }

  /// A payload that its author said was erased: until the erasure is here nothing is cosigned, so
  /// it has to be known after a restart too. Under a cosignature that is settled.
  @Test
  void whatIsMissingUnderNoCosignatureIsExcused() throws Exception {
    ir.say(2).loses(1).loses(2);
    keepOwn(1);
    mirror(0, 2);
    cosign(2);
    mirror(2, 3);

    var ref = entry(ir, at(ir, 2)).envelope().payloads().getFirst();
    assertThat(fold().excused().get(ir.log()))
        .containsExactly(new PayloadId(at(ir, 2), ref.sha256()));
  }

  /// After a restore the own log may have seen what the mirror does not hold yet.
  @Test
  void whatHasSeenMoreThanIsHereIsToldAllTheSame() throws Exception {
    ir.say(1);
    pk.sees(ir, 2).say(2);
    keepOwn(3);

    var folded = fold();

    assertThat(folded.facts().channel().side(pk.log()).size()).isEqualTo(3);
    assertThat(folded.joint().orElseThrow().heldBack()).as("and not joint").isEqualTo(2);
  }

  // ---- what the logs hold -----------------------------------------------------------------------

  private Refold.Result fold() {
    return Refold.run(self, logs, standing, SIGNATURES);
  }

  private ChannelState channel() {
    return ChannelState.of(self.channel(), SIGNATURES).with(pk.keys()).with(ir.keys());
  }

  private void keepOwn(int size) throws Exception {
    for (int i = 0; i < size; i++) {
      keep(new IntakeRecord.OwnEntry(i, stored(pk, i)));
    }
  }

  private void mirror(int from, int to) throws Exception {
    var entries = new ArrayList<Stored>();
    for (int i = from; i < to; i++) {
      entries.add(stored(ir, i));
    }
    keep(new IntakeRecord.PeerHead(ir.head(to).bytes()));
    keep(new IntakeRecord.PeerEntries(ir.log(), from, entries));
  }

  private void cosign(int size) throws Exception {
    keep(new IntakeRecord.MirrorCosigned(ir.head(size).bytes(), COSIGNED_AT));
  }

  private void keep(IntakeRecord record) throws Exception {
    logs.take(record);
    standing = standing.apply(record, new Standing.Context(self.card().log(), logs.own()));
  }

  private static Stored stored(Scribe side, int index) {
    return new Stored(side.entry(index), payloads(side, at(side, index)));
  }

  private static List<Bytes> payloads(Scribe side, EntryId id) {
    int index = (int) id.index();
    return side.payloads(index, index + 1).stream()
        .map(frame -> ((PayloadFrame.Content) frame).bytes())
        .toList();
  }

  private static Entry entry(Scribe side, EntryId id) throws Exception {
    return Entry.parse(side.entry((int) id.index()));
  }

  private static EntryId at(Scribe side, int index) {
    return new EntryId(side.log(), index);
  }

  private static Entry unread(EntryId id) {
    throw new AssertionError(id + " is at hand");
  }
}
