package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Release;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordKind;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LinkState;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// The other side puts into its log what does not belong there, or not into our copy what does.
/// What is proven to be in its log and is no entry is kept as evidence; nothing of it is folded or
/// cosigned.
public class EntryAttacksTest {
  private final Scene scene = Scene.of(3);
  private final Rogue rogue = scene.rogue();
  private final long old = rogue.size();
  private final List<Entry> before = scene.shown();

  // ---- what is sent ---------------------------------------------------------------------------

  @Test
  void replayOfOldEntries() {
    rogue.hands();

    var answer = rogue.uploads(0);

    assertThat(answer.status()).as("the old cosignature is given again").isEqualTo(200);
    nothingWasTaken();
    assertThat(scene.victim().seen().evidence()).isEmpty();
  }

  /// One that is under no head.
  @Test
  void entriesBeyondTheHead() {
    rogue.chats(1);
    rogue.hands();

    assertThat(rogue.uploads(old).status()).isEqualTo(409);
    nothingWasTaken();
  }

  /// Another entry than the one that stands in the signed tree.
  @Test
  void entryRewrittenOnTheWay() {
    var twin = rogue.twin().chats(2);
    rogue.chats(1);
    assertThat(rogue.offers(old, rogue.head()).status()).isEqualTo(200);
    twin.hands();

    assertThat(twin.uploads(old).status()).isEqualTo(422);
    assertThat(scene.link().state()).isNotEqualTo(LinkState.FORKED);
    nothingWasTaken();

    // The true one is taken all the same.
    rogue.hands();
    assertThat(rogue.uploads(old).status()).isEqualTo(200);
    assertThat(scene.mirrored()).isEqualTo(old + 1);
  }

  /// A hole in the middle: the mirror says from where to go on.
  @Test
  void entriesLeftOut() {
    rogue.chats(1).chats(2);
    rogue.offers(old, rogue.head());
    rogue.hands();

    var answer = rogue.uploads(old + 1);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().utf8()).startsWith("%d\n%d\n".formatted(old + 2, old));
    nothingWasTaken();
  }

  /// The body breaks off in the middle of a package.
  @Test
  void truncatedUpload() {
    rogue.chats(1);
    rogue.offers(old, rogue.head());
    rogue.hands();
    var whole = rogue.upload(old, rogue.size());

    var answer =
        rogue.asks(
            new PeerRequest.AddEntries(whole.header(), List.of(), PeerRequest.Ending.TRUNCATED));

    assertThat(answer.status()).isBetween(400, 499);
    nothingWasTaken();
    assertThat(rogue.uploads(old).status()).isEqualTo(200);
  }

  // ---- what stands there ----------------------------------------------------------------------

  @Test
  void notAnEntryAtAll() {
    pushRefused(rogue.writes(Bytes.ofUtf8("no entry")), "not an entry in its one spelling");
  }

  @Test
  void oversizedEntry() {
    pushRefused(rogue.writes(Bytes.ofUtf8("x".repeat(60_000))), "not an entry in its one spelling");
  }

  @Test
  void entryFromAnotherPlace() {
    pushRefused(rogue.says(old + 1, chat(), builder -> builder), "another place");
  }

  /// The same bytes once more, one place on.
  @Test
  void entryTwice() {
    pushRefused(rogue.writes(rogue.entry(old - 1)), "another place");
  }

  @Test
  void entryOfAnotherChannel() {
    var elsewhere =
        EntryBuilder.at(
            ChannelId.of("sarhad.example/elsewhere"),
            new EntryId(rogue.keys().origin(), old),
            Kind.of("record.ack"),
            scene.victim().clock().now());
    pushRefused(
        rogue.writes(elsewhere.seen(rogue.seen()).seal(rogue.keys().node())), "another channel");
  }

  @Test
  void secondGenesis() {
    var genesis =
        EntryBuilder.at(
            rogue.keys().channel(),
            new EntryId(rogue.keys().origin(), old),
            RecordKind.GENESIS.kind(),
            scene.victim().clock().now());
    pushRefused(rogue.writes(genesis.seen(rogue.seen()).seal(rogue.keys().node())), "genesis");
  }

  @Test
  void internalEntryInASharedLog() {
    pushRefused(rogue.says(chat(), builder -> builder.release(Release.OWN)), "internal");
  }

  /// Names that look like others: a combining accent instead of the one letter, text that runs
  /// backwards, a character nobody sees.
  @ParameterizedTest
  @ValueSource(strings = {"cafe\u0301", "INC\u202E7", "INC\u200B7", "INC\uFEFF7"})
  void nameThatLooksLikeAnother(String ref) throws MalformedException {
    var honest = Entry.parse(rogue.twin().says(chat(), b -> b.ref("INC-7")).entry(old));
    var line = honest.envelope().line().utf8().replace("INC-7", ref);
    assertThat(line).contains(ref);

    pushRefused(rogue.writesLine(line), "not an entry in its one spelling");
  }

  /// The same JSON in another order, or with a blank, is another text with the same meaning.
  @Test
  void secondSpellingOfAnEntry() throws MalformedException {
    var honest = Entry.parse(rogue.twin().chats(1).entry(old));
    var line = honest.envelope().line().utf8();

    pushRefused(rogue.writesLine(line.replaceFirst(",", ", ")), "not an entry in its one spelling");
  }

  // ---- what was seen --------------------------------------------------------------------------

  /// It says it has seen more of our log than we ever signed. Our own work goes on.
  @Test
  void seenBeyondWhatWasShown() {
    var ours = scene.victim().origin();
    var claim = Seen.of(ours, new SeenHead(1_000_000, Merkle.sha256(Bytes.ofUtf8("made up"))));

    var answer = rogue.seeing(claim).chats(1).pushes(old);

    scene.passes(Duration.ofSeconds(1));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(scene.link().state()).isEqualTo(LinkState.SUSPECT);
    assertThat(scene.link().sentence()).contains("1000000");
    assertThat(scene.victim().seen().guard()).isEqualTo(GuardState.PASSED);
    nothingWasTaken();
  }

  /// Knowing less than one could is allowed, and proves less; it moves nobody else's entry.
  @Test
  void staleSeen() {
    scene.raises(scene.victim());
    scene.passes(Duration.ofSeconds(1));

    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    assertThat(scene.mirrored()).isEqualTo(old + 1);
  }

  /// Knowing less than one did before contradicts oneself.
  @Test
  void seenThatGoesBack() {
    var ours = scene.victim().origin();
    assertThat(rogue.seen().sizeOf(ours)).isGreaterThan(1);

    pushRefused(rogue.seeing(Seen.of(ours, ownHead(1))).chats(1), "what entry %d".formatted(old));
  }

  /// A root that our log never had: its author was shown a fork, or made it up.
  @Test
  void seenOfAFork() {
    var ours = scene.victim().origin();
    long size = rogue.seen().sizeOf(ours);
    scene.raises(scene.victim());
    scene.passes(Duration.ofSeconds(1));
    var forked = new SeenHead(size + 1, Merkle.sha256(Bytes.ofUtf8("another tree")));

    pushRefused(rogue.seeing(Seen.of(ours, forked)).chats(1), "what entry %d".formatted(old));
  }

  private SeenHead ownHead(long size) {
    var ours = scene.victim().origin();
    var leaves =
        scene.victim().seen().entries(ours, 0, size).stream().map(Entry::leafHash).toList();
    return new SeenHead(
        size,
        Tree.root(
            size,
            (level, index) -> {
              assertThat(level).as("a tree of one").isZero();
              return leaves.get((int) index);
            }));
  }

  // ---- payloads -------------------------------------------------------------------------------

  /// The entry comes, what it says does not: no cosignature, for that would say "content received".
  @Test
  void withheldPayload() {
    var payload = payloadOf(rogue.chats(1));
    rogue.loses(payload);

    assertThat(rogue.pushes(old).status()).isEqualTo(409);
    nothingWasTaken();
  }

  /// Other bytes under the name of the payload.
  @Test
  void swappedPayload() {
    var payload = payloadOf(rogue.chats(1));
    rogue.loses(payload).keeps(Bytes.ofUtf8("something else"));

    assertThat(rogue.pushes(old).status()).isEqualTo(409);
    nothingWasTaken();
  }

  /// Its author says that it was erased, and no entry says so.
  @Test
  void payloadSaidToBeErased() {
    var payload = payloadOf(rogue.chats(1));
    rogue.loses(payload);
    rogue.offers(old, rogue.head());
    rogue.hands();
    rogue.asks(new PeerRequest.PushPayloads(List.of(new PayloadFrame.Erased(payload, old))));

    var answer = rogue.uploads(old);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().utf8()).contains("is said to be erased");
    assertThat(scene.mirrored()).isEqualTo(old);
    scene.victimGoesOn();
  }

  /// A body without salt could be found by trying all that might have been said. The entry is in
  /// the log; what it says is nothing.
  @Test
  void payloadWithoutSalt() {
    var bare = Bytes.ofUtf8("{\"entries\":[]}");
    var ref =
        new PayloadRef(
            PayloadRef.BODY,
            Payload.JSON_MEDIA,
            Merkle.sha256(bare),
            bare.size(),
            Optional.empty());
    var entry =
        EntryBuilder.at(
                rogue.keys().channel(),
                new EntryId(rogue.keys().origin(), old),
                Kind.of("record.read"),
                scene.victim().clock().now())
            .seen(rogue.seen())
            .payload(ref)
            .seal(rogue.keys().node());
    int receipts = scene.victim().seen().channel().receipts().size();

    assertThat(rogue.writes(entry).keeps(bare).pushes(old).status()).isEqualTo(200);

    assertThat(scene.victim().seen().channel().receipts().size()).isEqualTo(receipts);
    scene.victimGoesOn();
  }

  /// Many sealed claims about one matter, and one of them shown: the count is on record.
  @Test
  void sealManyRevealOne() {
    var chief = scene.other().identity().chief().signer();
    var by = scene.victim().clock().now().plus(Duration.ofDays(30));
    var sealed = new Hash[3];
    for (int i = 0; i < sealed.length; i++) {
      var claim = Payload.raw("text/plain", Bytes.ofUtf8("it was post " + i));
      sealed[i] = claim.sha256();
      rogue.says(
          chat(),
          builder ->
              builder
                  .ref("INC-7")
                  .release(Release.SEALED)
                  .payload(claim.ref("claim").sealedUntil(by)));
    }
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    var shown = Bytes.ofUtf8("it was post 1");
    rogue
        .keeps(shown)
        .says(
            new RecordFact.Revealed(
                new PayloadId(new EntryId(rogue.keys().origin(), old + 1), sealed[1])),
            builder -> builder.by(chief));
    assertThat(rogue.pushes(old + 3).status()).isEqualTo(200);

    var count = scene.victim().seen().channel().sealCount(rogue.keys().origin(), "INC-7");
    assertThat(count.sealed()).isEqualTo(3);
    assertThat(count.revealed()).isEqualTo(1);
    scene.victimGoesOn();
  }

  private Hash payloadOf(Rogue author) {
    try {
      var entry = Entry.parse(author.entry(author.size() - 1));
      return entry.envelope().body().orElseThrow().sha256();
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  // ---- judging --------------------------------------------------------------------------------

  private static RecordFact chat() {
    return new RecordFact.Ack(0, Merkle.sha256(Bytes.ofUtf8("state")));
  }

  /// What was written is proven to be in the log, and refused: kept as evidence, and nothing else.
  private void pushRefused(Rogue author, String sentence) {
    assertThat(author.pushes(old).status()).isEqualTo(422);
    scene.inadmissibleIsKept(sentence);
    nothingWasTaken();
  }

  private void nothingWasTaken() {
    assertThat(scene.mirrored()).isEqualTo(old);
    assertThat(scene.shown()).isEqualTo(before);
    scene.victimGoesOn();
  }
}
