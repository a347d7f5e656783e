package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.TEXT;
import static org.sarhad.core.barter.BookScene.index;
import static org.sarhad.core.barter.BookScene.units;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.Bytes;

/// The trade in vectors/barter: what two sides said and signed, in the joint order, and what the
/// book came to after each entry. What came to this once does so for ever.
class BookVectorsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("sarhad.root", ".."), "vectors", "barter");
  private static final Instant CREATED = Instant.parse("2019-05-01T08:00:00Z");

  // ---- read -----------------------------------------------------------------------------------

  /// Folded from the file alone.
  @Test
  void itComesToWhatItCameTo() throws Exception {
    BookState state = BookState.of(BookScript.SIDES);
    for (String text : Files.readAllLines(VECTORS.resolve("book.jsonl"))) {
      Json.Obj line = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(100_000));
      state = folded(state, line);
      assertThat(outcome(state, line.as("entry", EntryId::parse))).isEqualTo(line.text("outcome"));
      assertThat(state.digest()).as(text).isEqualTo(line.hash("digest"));
      assertThat(state.journal().net().minor()).isEqualTo(line.integer("net"));
      assertThat(state.exposure(IR).minor()).isEqualTo(line.integer("exposure_ir"));
      assertThat(state.exposure(PK).minor()).isEqualTo(line.integer("exposure_pk"));
    }
    assertThat(HledgerJournal.of(state)).isEqualTo(read("book.journal"));
    assertThat(Camt053.of(state, 1, IR, CREATED)).contains(read("period-1-ir.camt.053.xml"));
  }

  private static BookState folded(BookState state, Json.Obj line) throws MalformedJsonException {
    ActEntry entry = entry(line);
    Json.Obj said = line.object("said");
    if (line.has("proposal")) {
      VoucherKind kind = VoucherKind.find(ActKind.of(line.text("kind"))).orElseThrow();
      ActEntry proposal =
          entry(
              line.as("proposal", EntryId::parse),
              line.as("proposer", PartyId::of),
              line.time("time"),
              line);
      Act act =
          Voices.act(
              proposal,
              entry,
              BookScene.proposed(BarterTerms.fromJson(kind, said)),
              BookScript.SIDES);
      ActStage stage = ActStage.valueOf(line.text("stage"));
      BookGrounds grounds = new BookGrounds(BookScene.SETTINGS, Books.ALL_CLEAR);
      return state.moved(entry, Voices.at(act, stage, entry), grounds);
    }
    BarterFactKind kind = BarterFactKind.find(Kind.of(line.text("kind"))).orElseThrow();
    return state.apply(entry, BarterFact.fromJson(kind, said));
  }

  private static ActEntry entry(Json.Obj line) throws MalformedJsonException {
    return entry(
        line.as("entry", EntryId::parse), line.as("by", PartyId::of), line.time("time"), line);
  }

  /// Whoever speaks has seen everything.
  private static ActEntry entry(EntryId id, PartyId by, Instant time, Json.Obj line)
      throws MalformedJsonException {
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (PartyId side : BookScript.SIDES) {
      heads = side.equals(by) ? heads : heads.put(Voices.log(side), Sides.head(1_000));
    }
    return new ActEntry(
        new FactContext(
            id,
            by,
            true,
            time,
            Optional.of(OfficerId.of(by + ".sarhad.example/officer/7f3a")),
            Ordered.set(Role.CHIEF)),
        new Seen(heads, List.of()),
        line.hash("leaf"));
  }

  private static String outcome(BookState state, EntryId entry) {
    return state.voids().find(entry).map(Enum::name).orElse("held");
  }

  private static String read(String name) throws IOException {
    return Files.readString(VECTORS.resolve(name));
  }

  // ---- written --------------------------------------------------------------------------------

  /// `-Dsarhad.vectors.write=true` writes them where there are none.
  @Test
  void itIsWrittenToTheByteAsItWas() throws IOException {
    BookScene scene = told();
    String text = String.join("", scene.told.stream().map(one -> line(one) + "\n").toList());
    if (Boolean.getBoolean("sarhad.vectors.write") && Files.notExists(VECTORS)) {
      Files.createDirectories(VECTORS);
      Files.writeString(VECTORS.resolve("book.jsonl"), text);
      Files.writeString(VECTORS.resolve("book.journal"), HledgerJournal.of(scene.state));
      Files.writeString(
          VECTORS.resolve("period-1-ir.camt.053.xml"),
          Camt053.of(scene.state, 1, IR, CREATED).orElseThrow());
    }
    assertThat(text).isEqualTo(read("book.jsonl"));
    assertThat(HledgerJournal.of(scene.state)).isEqualTo(read("book.journal"));
    try (var files = Files.list(VECTORS)) {
      assertThat(files).hasSize(3);
    }
  }

  private static String line(BookScene.Told told) {
    JsonBuilder line =
        Json.obj()
            .put("by", told.entry().context().author().value())
            .putHash("digest", told.after().digest())
            .put("entry", told.entry().id().toString())
            .put("exposure_ir", told.after().exposure(IR).minor())
            .put("exposure_pk", told.after().exposure(PK).minor())
            .putHash("leaf", told.entry().leaf())
            .put("net", told.after().journal().net().minor())
            .put("outcome", outcome(told.after(), told.entry().id()))
            .put("time", told.entry().context().time());
    told.fact()
        .ifPresent(fact -> line.put("kind", fact.kind().kind().value()).put("said", fact.toJson()));
    told.act()
        .ifPresent(
            act ->
                line.put("kind", act.proposal().said().act().value())
                    .put("proposal", act.id().toString())
                    .put("proposer", act.proposal().proposer().value())
                    .put("said", act.proposal().said().terms())
                    .put("stage", act.stage().name()));
    return line.build().toString();
  }

  /// Two months: rice one way and power the other, a slice in dispute, a price that comes later, a
  /// mistake that is booked back, and some of what is refused.
  private static BookScene told() {
    BookScene scene = BookScene.open();
    EntryId reservation = scene.reserve(IR, 40);
    EntryId first = scene.deliver(IR, reservation, 20_000, 19_950);
    scene.book(IR, scene.accepting(IR, first, 7_980, 0));
    EntryId second = scene.deliver(IR, reservation, 20_000, 18_000);
    EntryId disputed = scene.book(PK, scene.accepting(PK, second, 7_200, 800));
    scene.book(IR, scene.settling(IR, disputed, 300));
    ContractTerms power = scene.power(PK, "80");
    EntryId contract = scene.book(PK, power);
    EntryId room = scene.book(PK, scene.reserving(contract, 400));
    EntryId sent =
        scene.say(
            PK, new BarterFact.Despatched(1, room, new Quantity(400, UnitCode.MWH), Ordered.set()));
    scene.say(IR, new BarterFact.Received(1, sent, new Quantity(400, UnitCode.MWH), Ordered.set()));
    EntryId energy = scene.book(IR, scene.accepting(IR, sent, 3_680, 0));
    scene.book(
        PK,
        new PriceTerms(
            1,
            scene.day,
            contract,
            index("81.3333"),
            Ordered.set(VoucherRef.of(energy)),
            Money.of(399_990)));
    EntryId wrong = scene.book(PK, scene.paying(PK, 1_000));
    scene.book(PK, scene.contra(PK, wrong));
    scene.refuse(PK, scene.contra(PK, wrong));
    scene.refuse(IR, scene.swing(IR, 200_000, false));
    scene.close(IR);
    scene.day = LocalDate.of(2019, 5, 1);
    scene.book(PK, scene.paying(PK, 5_000));
    scene.refuse(PK, new SwingTerms(1, PK, units(1_000), false));
    scene.book(PK, new SwingTerms(1, PK, units(1_000), true));
    scene.close(PK);
    scene.book(
        IR,
        new YearEndTerms(
            1,
            List.of(new Carried(AccountCode.MEASURE, scene.balance(AccountCode.MEASURE), TEXT))));
    ends(scene);
    return scene;
  }

  /// A restated balance, a part of it beside the limit, and the end of the account.
  private static void ends(BookScene scene) {
    scene.day = LocalDate.of(2019, 6, 1);
    scene.book(PK, scene.swing(PK, 20_000, false));
    scene.accept(IR, 20);
    scene.book(IR, scene.restating(IR, "1.025"));
    scene.refuse(PK, scene.crediting(PK, 8_001));
    scene.book(PK, scene.crediting(PK, 2_000));
    scene.book(IR, scene.ending(1, LocalDate.of(2019, 6, 2)));
    scene.at(LocalDate.of(2019, 6, 3));
    scene.refuse(IR, scene.rice(IR));
    scene.close(IR);
  }
}
