package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.say;
import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.Wording;
import org.sarhad.core.screening.Grounds;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.Quota;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.Status;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.lists.MalformedListException;
import org.sarhad.tlog.tree.Hash;

/// Who may trade: step 21 of the acceptance scenario, as far as it is about screening. Two
/// compliance officers a side, by a list on which everybody is made up, over the command line and
/// the public API.
final class Screeners {
  /// A's importer of rice; its name is a little like one on the list.
  static final String FOOD = "IR-FOOD";

  /// A's second importer; it is on the list.
  static final String STAR = "IR-STAR";

  /// What else trades, with nobody on the list.
  static final List<String> CLEAR =
      List.of("IR-MED", "IR-PWR", "IR-UREA", "PK-MED", "PK-PWR", "PK-RICE", "PK-SOIL");

  private static final ListSource UN = ListSource.of("un");
  private static final int THRESHOLD = 800;

  private final Side a;
  private final Side b;
  private final Path directory;
  private final Checks checks;
  private Optional<Hash> list = Optional.empty();

  /// @param directory of the demo
  Screeners(Side a, Side b, Path directory, Checks checks) {
    this.a = a;
    this.b = b;
    this.directory = directory;
    this.checks = checks;
  }

  /// Where files of the demo go.
  Path directory() {
    return directory;
  }

  // --- lists -------------------------------------------------------------------------------------

  /// Both sides take a list into their nodes and say that they go by it.
  ///
  /// @param text the list, in the form of the United Nations
  void takeLists(byte[] text) {
    checks.step(
        21, "Each side screens those who trade, by its own list; what is found stays with it");
    for (var side : List.of(a, b)) {
      var file = directory.resolve(side.id() + "-list.xml");
      try {
        Files.write(file, text);
        NodeProcess.runToEnd(
            directory.resolve(side.id() + "-setup.log"),
            Map.of(),
            List.of(
                "lists",
                "take",
                file.toString(),
                "--directory",
                side.neighbour().directory().toString()));
        var known = ListState.of(ListShelf.read(file).list());
        list = Optional.of(known.sha256());
        told(side, Desk.COMPLIANCE, new ScreeningFact.ListTaken(known));
      } catch (IOException | MalformedListException e) {
        throw new DemoException("the list of the demo cannot be read: " + e, e);
      }
    }
  }

  // --- decisions ---------------------------------------------------------------------------------

  /// Everybody is cleared by two officers of either side, but the two that a list may mean.
  void clear() {
    checks.equal("the matcher finds nobody for PK-RICE", 0, hits(b, "Makran Rice Growers"));
    for (var side : List.of(a, b)) {
      CLEAR.forEach(party -> decided(side, party, Status.CLEAR, Optional.empty()));
    }
    var alone =
        told(
            b,
            Desk.COMPLIANCE,
            new ScreeningFact.Proposed(
                SubjectId.of("PK-PWR"), Status.CLEAR, grounds(), Optional.empty()));
    checks.equal(
        "who proposed cannot confirm it as well",
        "screening.same_officer",
        say(
                b,
                Desk.COMPLIANCE,
                "screening.confirmed",
                body(new ScreeningFact.Confirmed(id(b, alone)).toJson()))
            .code());
  }

  /// Two consignees of A are held, by either side; nobody is refused by a machine.
  void hold() {
    checks.that("a name on the list is found", hits(a, "Hamun Star Trading Co.") > 0);
    checks.that("so is one that is a little like it", hits(a, "Hamun Star Foods Trading Co.") > 0);
    for (var side : List.of(a, b)) {
      for (var party : List.of(FOOD, STAR)) {
        told(side, Desk.COMPLIANCE, new ScreeningFact.Held(SubjectId.of(party), grounds()));
      }
    }
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " shows two consignees that wait, and no name and no reason",
          () -> waiting(side).equals(List.of(FOOD, STAR)));
    }
  }

  /// One of them is another firm, as two officers of each side have seen from its register; it is
  /// released. The other one stays held.
  void releaseOne() {
    for (var side : List.of(a, b)) {
      decided(side, FOOD, Status.RELEASED, Optional.empty());
    }
    checks.tell("The reason, another firm of another register, stays in the files of either side.");
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " shows that one is released by both, and one still held",
          () -> waiting(side).equals(List.of(STAR)));
    }
  }

  /// B's exemption for medicine: so much of it, for so long.
  EntryId exempt() {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var basis =
        new ScreeningFact.BasisRecorded(
            SubjectId.of("IR-MED"),
            Wording.of("en", "Humanitarian exemption, medicine (made up)"),
            now.minus(1, ChronoUnit.HOURS),
            now.plus(300, ChronoUnit.DAYS),
            new Quota(Ordered.set("30"), 40, "TNE"));
    return id(b, told(b, Desk.COMPLIANCE, basis));
  }

  /// So much of it is used for `contract`; more than there is, is refused.
  void draw(EntryId basis, EntryId contract, long amount) {
    told(b, Desk.COMPLIANCE, new ScreeningFact.BasisDrawn(basis, contract, "300490", amount));
    checks.equal(
        "more than the exemption has left is refused",
        "screening.quota_exceeded",
        say(
                b,
                Desk.COMPLIANCE,
                "screening.basis_drawn",
                body(new ScreeningFact.BasisDrawn(basis, contract, "300490", 40).toJson()))
            .code());
  }

  private void decided(Side side, String party, Status status, Optional<EntryId> basis) {
    var proposal =
        told(
            side,
            Desk.COMPLIANCE,
            new ScreeningFact.Proposed(SubjectId.of(party), status, grounds(), basis));
    told(side, Desk.REVIEW, new ScreeningFact.Confirmed(id(side, proposal)));
  }

  /// What was stated, once the other side has it; its short name.
  private String told(Side side, Desk desk, ScreeningFact fact) {
    var entry = JointWork.state(side, desk, fact.kind().kind().value(), body(fact.toJson()));
    await(side == a ? b : a, entry);
    return entry;
  }

  private Grounds grounds() {
    var lists = new TreeMap<ListSource, Hash>();
    lists.put(UN, list.orElseThrow());
    return Grounds.of(lists, THRESHOLD);
  }

  private static int hits(Side side, String name) {
    var asked = object().put("sort", "firm");
    asked.putArray("names").add(name);
    var found = side.as(Desk.COMPLIANCE).post("/api/v1/screening/hits", asked).orThrow("screening");
    return items(found.path("lists")).mapToInt(each -> each.path("hits").size()).sum();
  }

  private static List<String> waiting(Side side) {
    return items(side.read("/api/v1/screening/parties?state=waiting").path("items"))
        .map(each -> each.path("subject").asText())
        .toList();
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
