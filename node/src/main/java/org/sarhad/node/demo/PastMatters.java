package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.say;
import static org.sarhad.node.demo.JointWork.state;
import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.sarhad.core.inquiry.Basis;
import org.sarhad.core.inquiry.Category;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.inquiry.Property;
import org.sarhad.core.inquiry.Provenance;
import org.sarhad.core.inquiry.Source;
import org.sarhad.core.inquiry.Span;
import org.sarhad.core.inquiry.Stance;
import org.sarhad.core.inquiry.Statement;
import org.sarhad.core.inquiry.Value;
import org.sarhad.core.inquiry.Words;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;

/// The two attacks of 2019, each side's account beside the other's: steps 4 to 7 of the acceptance
/// scenario, over the public API.
///
/// What was reported stands in docs/scenarios/matters-2019.json; what is sealed is synthetic.
final class PastMatters {
  private static final String INQUIRY = "/api/v1/inquiry";
  private static final String FEBRUARY = "2019-02-13-khash-zahedan";
  private static final String APRIL = "2019-04-18-ormara";
  private static final String AGENCY = "Fars";
  private static final Duration UNTIL_SHOWN = Duration.ofHours(71);
  private static final int SALT_BYTES = 32;

  private final Side a;
  private final Side b;
  private final Checks checks;

  private String february = "";
  private String april = "";

  PastMatters(Side a, Side b, Checks checks) {
    this.a = a;
    this.b = b;
    this.checks = checks;
  }

  // --- 4: February -------------------------------------------------------------------------------

  /// A's inquiry clerk enters the attack of 13 February; of one agency, all three figures of a day.
  void importFebruary(JsonNode list) {
    checks.tell("The matter of 13 February: every figure is kept apart, none is chosen");
    february = imported(a, list, FEBRUARY);
    raise(Span.atLeast(41), "2019-02-13T15:30:00Z", "the agency raised its figure");
    raise(Span.exactly(27), "2019-02-13T18:00:00Z", "the agency gave the official figure");
    for (var side : List.of(a, b)) {
      var letter = side.neighbour().letter();
      checks.within(
          SOON,
          letter + " shows what A itself says: 27 killed, 13 injured",
          () ->
              BoardPage.of(side, february).figures("killed", a).equals(List.of(27))
                  && BoardPage.of(side, february).figures("injured", a).equals(List.of(13)));
      checks.within(
          SOON,
          letter + " shows 27, 27, at least 27 and nearly 30 as reported, each by who reported it",
          () ->
              BoardPage.of(side, february).reported("killed").stream()
                      .filter(BoardPage::isStanding)
                      .count()
                  == 4);
      checks.that(
          letter + " keeps the agency's first two figures, struck through, with the reason",
          BoardPage.of(side, february).reported("killed").stream()
                  .filter(said -> said.path("history").has("reason"))
                  .count()
              == 2);
      checks.that(
          letter + " says of the matter that nothing in it proves an earlier notice",
          BoardPage.of(side, february).json().path("matter").path("imported").asBoolean());
    }
    checks.equal(
        "the most that anybody ever said was 41",
        41,
        BoardPage.of(b, february)
            .row("killed")
            .path("joint")
            .path("everSaid")
            .path("high")
            .asInt());
  }

  /// The agency puts another figure in the place of its last one.
  private void raise(Span killed, String asOf, String reason) {
    var old =
        BoardPage.of(a, february)
            .reportedBy("killed", AGENCY)
            .orElseThrow(() -> new DemoException("nothing by " + AGENCY));
    var figure =
        Statement.of(
            Property.KILLED,
            Value.Quantity.persons(killed, Category.SECURITY),
            Instant.parse(asOf),
            Provenance.press(Source.named(AGENCY)));
    var fact = new ClaimFact.Superseded(id(a, claim(old)), Words.en(reason), figure);
    await(b, state(a, Desk.INQUIRY, fact.kind().kind().value(), body(fact.toJson())));
  }

  private static String claim(JsonNode said) {
    return said.path("claim").asText();
  }

  /// Looked at, then entered, exactly as it was looked at; the short name of the matter.
  private String imported(Side side, JsonNode list, String name) {
    ObjectNode one = list.deepCopy();
    var incidents = one.putArray("incidents");
    for (var item : list.path("incidents")) {
      if (item.path("name").asText().equals(name)) {
        incidents.add(item);
      }
    }
    var looked =
        side.as(Desk.INQUIRY).post(INQUIRY + "/lists/preview", one).orThrow("looking at the list");
    checks.equal("every line of the list is understood", 0, looked.path("faults").size());
    var entered =
        side.as(Desk.INQUIRY)
            .post(INQUIRY + "/lists?digest=" + looked.path("digest").asText(), one)
            .orThrow("entering the list");
    checks.equal("nothing of it is refused", 0, entered.path("refused").size());
    return entered.path("matters").path(0).asText();
  }

  // --- 5: April, and something sealed ------------------------------------------------------------

  /// B's investigator enters the attack of 18 April, and seals when A was warned.
  void importApril(JsonNode list) {
    checks.step(5, "B enters the matter of 18 April, and seals the dates on which it warned A");
    april = imported(b, list, APRIL);
    checks.within(
        SOON,
        "A shows 3 to 4 buses by B's own account, and the press's 5 to 6 beside them",
        () ->
            BoardPage.of(a, april).figures("vehicles", b).equals(List.of(3))
                && BoardPage.of(a, april).reportedBy("vehicles", "AFP").isPresent());
    seal(b, "2019-03-02T00:00:00Z", "2019-04-10T00:00:00Z");
    checks.within(
        SOON,
        "A knows that something is sealed and until when it is shown, and not what",
        () -> {
          var seal = BoardPage.of(a, april).sealedBy(b);
          return seal.path("stage").asText().equals("sealed")
              && seal.has("commitment")
              && !seal.path("openable").asBoolean(true);
        });
  }

  /// Seals between which days the other side was warned; the short name of the seal.
  private String seal(Side side, String from, String to) {
    var until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(UNTIL_SHOWN);
    var request = object().put("matter", april).put("revealBy", until.toString());
    var claim = new ClaimFact.Stated(id(side, april), warned(from, to));
    request.set("claim", body(claim.toJson()).path("claim"));
    return JointWork.entry(
        side.as(Desk.INQUIRY).post(INQUIRY + "/seals", request).orThrow("sealing a claim"));
  }

  private static Statement warned(String from, String to) {
    return Statement.of(
        Property.PRIOR_WARNING_TIME,
        new Value.Interval(Instant.parse(from), Instant.parse(to)),
        Instant.parse("2019-04-22T00:00:00Z"),
        Provenance.own(Basis.OWN_AGENCY));
  }

  // --- 6: positions ------------------------------------------------------------------------------

  /// Each says what it makes of the other's account. Nothing follows from silence.
  void takePositions() {
    checks.step(6, "Each side takes positions on the other's account");
    for (var agreed : List.of("occurred", "killed", "claimed_by")) {
      position(a, b, april, agreed, Stance.ACCEPT, "");
    }
    position(a, b, april, "origin_of_perpetrators", Stance.DISPUTE, "there are no such camps");
    position(a, b, april, "exit_direction", Stance.DISPUTE, "nobody came across the line");
    position(a, b, april, "prior_warning_given", Stance.CANNOT_VERIFY, "on which dates?");
    var question =
        new ClaimFact.Asked(
            id(a, april), Property.PRIOR_WARNING_TIME, PartyId.of(b.id()), Optional.empty());
    await(b, state(a, Desk.INQUIRY, question.kind().kind().value(), body(question.toJson())));
    position(b, a, february, "occurred", Stance.ACCEPT, "");
    position(b, a, february, "claimed_by", Stance.ACCEPT, "");
    position(b, a, february, "origin_of_perpetrators", Stance.DISPUTE, "they were not from here");
    position(b, a, february, "killed", Stance.CANNOT_VERIFY, "no list was shown");
    for (var side : List.of(a, b)) {
      var letter = side.neighbour().letter();
      checks.within(
          SOON,
          letter + " counts 3 rows agreed, 2 disputed, 1 that cannot be verified",
          () -> {
            var board = BoardPage.of(side, april);
            return board.count("agreed") == 3
                && board.count("disputed") == 2
                && board.count("unverified") == 1;
          });
      checks.equal(
          letter + " shows what is agreed first",
          List.of("agreed", "agreed", "agreed"),
          BoardPage.of(side, april).states().subList(0, 3));
    }
    checks.that(
        "what A has not answered yet has a date by which an answer is due",
        BoardPage.of(b, april).json().path("duesTotal").asInt() > 0);
    checks.equal(
        "nobody takes a position on a claim of their own side",
        "inquiry.own_claim",
        taken(b, b, april, "killed", Stance.ACCEPT, "").code());
  }

  private void position(
      Side by, Side of, String matter, String property, Stance stance, String reason) {
    var answer = taken(by, of, matter, property, stance, reason);
    await(of, JointWork.entry(answer.orThrow("taking a position on " + property)));
  }

  private static Answer taken(
      Side by, Side of, String matter, String property, Stance stance, String reason) {
    var fact =
        ClaimFact.PositionTaken.of(
            id(by, claim(BoardPage.of(by, matter).only(property, of))),
            stance,
            Optional.of(reason).filter(text -> !text.isEmpty()).map(Words::en));
    return say(by, Desk.INQUIRY, fact.kind().kind().value(), body(fact.toJson()));
  }

  // --- 7: what was sealed is shown ---------------------------------------------------------------

  /// A seals its own list before it has seen B's; then both are opened.
  void reveal() {
    checks.step(7, "A seals its own list, then both are shown: neither was fitted to the other");
    var ours = seal(a, "2019-04-12T00:00:00Z", "2019-04-15T00:00:00Z");
    await(b, ours);
    var theirs = BoardPage.of(b, april).sealedBy(b).path("seal").asText();
    var other =
        new ClaimFact.Revealed(
            id(b, theirs),
            Bytes.of(new byte[SALT_BYTES]),
            warned("2019-04-12T00:00:00Z", "2019-04-15T00:00:00Z"));
    checks.equal(
        "B cannot show something else than it sealed",
        "inquiry.reveal_mismatch",
        say(b, Desk.INQUIRY, other.kind().kind().value(), body(other.toJson())).code());
    open(b, theirs);
    open(a, ours);
    for (var side : List.of(a, b)) {
      var letter = side.neighbour().letter();
      checks.within(
          SOON,
          letter + " has both lists side by side, and says that the dates differ",
          () -> {
            var board = BoardPage.of(side, april);
            return board.standing("prior_warning_time", a).size() == 1
                && board.standing("prior_warning_time", b).size() == 1
                && board.row("prior_warning_time").path("state").asText().equals("disputed");
          });
      checks.that(
          letter + " counts one claim sealed and shown by each side, none late",
          StreamSupport.stream(
                  BoardPage.of(side, april).json().path("matter").path("seals").spliterator(),
                  false)
              .allMatch(PastMatters::isAllShown));
    }
  }

  private static boolean isAllShown(JsonNode tally) {
    return tally.path("sealed").asInt() == 1
        && tally.path("revealed").asInt() == 1
        && tally.path("late").asInt() == 0;
  }

  private static void open(Side side, String seal) {
    side.as(Desk.INQUIRY)
        .post("%s/seals/%s/reveal".formatted(INQUIRY, seal), object())
        .orThrow("showing what was sealed");
  }
}
