package org.sarhad.core.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.NoteSigner;

/// The talk in vectors/acts: what two sides said about joint acts, in the joint order, and what it
/// came to after each entry. What came to this once does so for ever.
class ActVectorsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("sarhad.root", ".."), "vectors", "acts");

  /// One step of the talk.
  ///
  /// @param name `07-pk`: its place and whose log it stands in
  /// @param digest of all acts after it, base64
  /// @param outcome `held`, the name of the objection, or `-` where nothing is said about acts
  private record Step(String name, String digest, String outcome) {
    static Step parse(String line) {
      String[] parts = line.split(" ", -1);
      return new Step(parts[0], parts[1], parts[2]);
    }
  }

  private static List<Step> steps() throws IOException {
    return Files.readAllLines(VECTORS.resolve("states.txt")).stream().map(Step::parse).toList();
  }

  private static Bytes read(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(VECTORS.resolve(name)));
  }

  // ---- read -----------------------------------------------------------------------------------

  @Test
  void itComesToWhatItCameTo() throws Exception {
    ChannelState channel = ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES);
    for (String party : List.of("ir", "pk")) {
      channel = channel.with(new TestSide(Sides.CHANNEL, party).card());
    }
    ActsState acts = ActsState.NONE;
    for (Step step : steps()) {
      Entry entry = Entry.parse(read(step.name() + ".note"));
      Json.Obj body = body(entry, read(step.name() + ".body.json"));
      channel = channel.enter(entry);
      ActEntry place =
          new ActEntry(channel.context(entry), entry.envelope().seen(), entry.leafHash());
      Optional<RecordKind> record = RecordKind.find(entry.envelope().kind());
      if (record.isPresent()) {
        channel = channel.apply(place.context(), RecordFact.fromJson(record.get(), body));
      }
      acts = acts.enter(place);
      Optional<ActFactKind> kind = ActFactKind.find(entry.envelope().kind());
      if (kind.isPresent()) {
        Signatories who = new Signatories(channel, Quorums.DEFAULT);
        acts = acts.apply(who, place, ActFact.fromJson(kind.get(), body));
      }
      assertThat(acts.digest().toString()).as(step.name()).isEqualTo(step.digest());
      assertThat(outcome(acts, entry.id(), kind.isPresent())).isEqualTo(step.outcome());
    }
    assertThat(acts.acts().values().map(Act::stage))
        .contains(
            ActStage.PROPOSED,
            ActStage.EFFECTIVE,
            ActStage.REFUSED,
            ActStage.WITHDRAWN,
            ActStage.EXPIRED,
            ActStage.SUPERSEDED);
  }

  private static Json.Obj body(Entry entry, Bytes bytes) throws Exception {
    return ((Payload.Salted) Payload.open(entry.envelope().body().orElseThrow(), bytes)).body();
  }

  private static String outcome(ActsState acts, EntryId entry, boolean isFact) {
    return acts.voids().find(entry).map(Enum::name).orElse(isFact ? "held" : "-");
  }

  // ---- written --------------------------------------------------------------------------------

  /// `-Dsarhad.vectors.write=true` writes them where there are none.
  @Test
  void itIsWrittenToTheByteAsItWas() throws Exception {
    Talk talk = new Talk();
    talk.run();
    if (Boolean.getBoolean("sarhad.vectors.write") && Files.notExists(VECTORS)) {
      talk.write();
    }
    assertThat(talk.lines).isEqualTo(Files.readAllLines(VECTORS.resolve("states.txt")));
    for (int i = 0; i < talk.entries.size(); i++) {
      String name = talk.lines.get(i).split(" ", -1)[0];
      assertThat(talk.entries.get(i).bytes()).as(name).isEqualTo(read(name + ".note"));
      assertThat(talk.bodies.get(i)).as(name).isEqualTo(read(name + ".body.json"));
    }
    try (var files = Files.list(VECTORS)) {
      assertThat(files).hasSize(1 + 2 * talk.entries.size());
    }
  }

  /// What is said, one after the other, each having seen everything before unless it says
  /// otherwise.
  private static final class Talk {
    private final ActScene scene = ActScene.of("ir", "pk");
    private final TestSide ir = scene.side("ir");
    private final TestSide pk = scene.side("pk");
    private final List<Entry> entries = new ArrayList<>();
    private final List<Bytes> bodies = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    void run() {
      keep(ir, ir.genesis().toJson(), ActsState.NONE, false);
      keep(pk, pk.genesis().toJson(), ActsState.NONE, false);

      ActRef first = says(ir, ActScene.crossing());
      says(pk, ActScene.assent(first));
      says(pk, ActScene.refusal(first)); // void: it is in force
      ActRef second = says(pk, ActScene.crossing().superseding(first));
      says(ir, ActScene.assent(second));

      ActRef third = says(ir, ActScene.crossing());
      ActRef answer = says(pk, ActScene.crossing().countering(third));
      says(pk, ActScene.withdrawal(answer));
      saysNothing(ir); // and ends it by what it has seen

      ActRef fourth = says(ir, ActScene.crossing().expiring(Sides.EIGHT));
      saysByNode(ir, new ActFact.Expired(fourth));
      saysNothing(pk);

      ActRef fifth = says(ir, ActScene.crossing());
      scene.sees(pk);
      says(ir, ActScene.withdrawal(fifth));
      saysUnseeing(pk, ActScene.assent(fifth)); // beats the withdrawal it has not seen

      Capacity lent = new Capacity(Role.CHIEF, Optional.of(lends(ir.watch()).entry()));
      ActFact.Proposed proposal =
          ActFact.Proposed.of(ActScene.CROSSING, Json.obj().put("area", "Taftan").build(), lent);
      says(ir, ir.watch(), proposal);
      says(ir, new ActFact.DelegationEnded(lent.delegation().orElseThrow(), DelegationEnd.REVOKED));
      says(ir, ir.watch(), proposal); // void: the role is not lent any more
    }

    private ActRef lends(NoteSigner to) {
      return says(
          ir, new ActFact.Delegated(TestSide.idOf(to), Role.CHIEF, List.of(), Optional.empty()));
    }

    private ActRef says(TestSide side, ActFact fact) {
      return says(side, ActScene.chief(side), fact);
    }

    private ActRef says(TestSide side, NoteSigner officer, ActFact fact) {
      scene.sees(side);
      return said(side, officer, fact);
    }

    private void saysUnseeing(TestSide side, ActFact fact) {
      said(side, ActScene.chief(side), fact);
    }

    private void saysByNode(TestSide side, ActFact fact) {
      scene.sees(side);
      said(side, null, fact);
    }

    private void saysNothing(TestSide side) {
      scene.sees(side).note(side);
      keep(side, ActScene.QUIET, scene.acts(), false);
    }

    private ActRef said(TestSide side, @Nullable NoteSigner officer, ActFact fact) {
      scene.force(side, officer, fact);
      Entry entry = keep(side, fact.toJson(), scene.acts(), true);
      return new ActRef(entry.id(), entry.leafHash());
    }

    private Entry keep(TestSide side, Json.Obj body, ActsState acts, boolean isFact) {
      Entry entry = side.said().get(side == ir ? countOf(ir) : countOf(pk)).entry();
      entries.add(entry);
      bodies.add(Payload.salted(body, ActScene.salt(entry.id().index())).bytes());
      lines.add(
          "%02d-%s %s %s"
              .formatted(
                  lines.size(), side.party(), acts.digest(), outcome(acts, entry.id(), isFact)));
      return entry;
    }

    private int countOf(TestSide side) {
      return (int) entries.stream().filter(kept -> kept.id().origin().equals(side.log())).count();
    }

    void write() throws IOException {
      Files.createDirectories(VECTORS);
      for (int i = 0; i < entries.size(); i++) {
        String name = lines.get(i).split(" ", -1)[0];
        Files.write(VECTORS.resolve(name + ".note"), entries.get(i).bytes().toArray());
        Files.write(VECTORS.resolve(name + ".body.json"), bodies.get(i).toArray());
      }
      Files.write(VECTORS.resolve("states.txt"), lines);
    }
  }
}
