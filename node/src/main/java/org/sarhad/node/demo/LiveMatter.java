package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.say;
import static org.sarhad.node.demo.JointWork.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.inquiry.Basis;
import org.sarhad.core.inquiry.Category;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.inquiry.CopyClass;
import org.sarhad.core.inquiry.Custodian;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.inquiry.ExhibitFact;
import org.sarhad.core.inquiry.FindingTerms;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.inquiry.JointFact;
import org.sarhad.core.inquiry.Level;
import org.sarhad.core.inquiry.MatterFact;
import org.sarhad.core.inquiry.MatterKind;
import org.sarhad.core.inquiry.Outcome;
import org.sarhad.core.inquiry.Property;
import org.sarhad.core.inquiry.Provenance;
import org.sarhad.core.inquiry.Span;
import org.sarhad.core.inquiry.Statement;
import org.sarhad.core.inquiry.Subject;
import org.sarhad.core.inquiry.Value;
import org.sarhad.core.inquiry.VisitTerms;
import org.sarhad.core.inquiry.Words;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The incident of the day, looked into together: steps 19 and 20 of the acceptance scenario, over
/// the public API.
final class LiveMatter {
  private static final Place SCENE =
      Place.at("exit road north of the line", Position.ofDegrees(26.28, 61.88), 500);
  private static final int EXPERTS = 2;
  private static final int EXHIBITS = 4;
  private static final String EXIT_A = "north-west, inland";
  private static final String EXIT_B = "west, across the line";

  private final Side a;
  private final Side b;
  private final Checks checks;
  private final JointWork work;

  private String matter = "";

  LiveMatter(Side a, Side b, Checks checks) {
    this.a = a;
    this.b = b;
    this.checks = checks;
    this.work = new JointWork(checks);
  }

  // --- 19: on the spot ---------------------------------------------------------------------------

  /// B's experts look at the scene on A's soil, once; A shows what evidence it has.
  ///
  /// @param incident its name
  void visit(String incident) {
    checks.step(19, "B's experts are admitted once to the scene on A's soil, led by the host");
    matter =
        told(
            b,
            a,
            new MatterFact.Opened(
                MatterKind.INCIDENT,
                Words.en("Fire on post 42"),
                Optional.of(SCENE),
                Optional.empty(),
                List.of(incident),
                false));
    var now = now();
    var terms =
        new VisitTerms(
            id(b, matter),
            PartyId.of(a.id()),
            SCENE,
            new Value.Interval(now, now.plus(Duration.ofHours(2))),
            List.of(
                new VisitTerms.Experts(PartyId.of(b.id()), "forensic examiner, unarmed", EXPERTS)));
    var visit = work.agreed(b, a, act("joint_visit", body(terms.toJson()))).act();
    checks.equal("only the host admits", "inquiry.not_host", said(b, pass(b, visit)).code());
    told(a, b, pass(a, visit));
    checks.equal("the pass is used up", "inquiry.pass_used", said(a, pass(a, visit)).code());
    for (int number = 1; number <= EXHIBITS; number++) {
      told(a, b, exhibit(number));
    }
    var shown = b.read("/api/v1/inquiry/matters/%s/exhibits".formatted(matter)).path("items");
    checks.equal("B sees that A holds four files", EXHIBITS, shown.size());
    checks.equal(
        "of one of them, that it exists, and its hash",
        1L,
        StreamSupport.stream(shown.spliterator(), false)
            .filter(exhibit -> exhibit.path("level").asText().equals("exists"))
            .filter(exhibit -> exhibit.has("sha256") && !exhibit.has("description"))
            .count());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private JointFact.PassUsed pass(Side side, String visit) {
    return new JointFact.PassUsed(id(side, visit), EXPERTS, now());
  }

  /// Photographs of the tracks, described; of the last one only that it exists.
  private ExhibitFact.Registered exhibit(int number) {
    var isDescribed = number < EXHIBITS;
    var description =
        new Description(
            Words.en("photograph %d of the tracks".formatted(number)),
            "image/jpeg",
            1_048_576L * number,
            new Value.Interval(now().minus(Duration.ofHours(2)), now().minus(Duration.ofHours(1))),
            SCENE,
            new Custodian("border guard, sector 3", "evidence room"));
    return new ExhibitFact.Registered(
        id(a, matter),
        Merkle.sha256(Bytes.ofUtf8("photograph " + number)),
        CopyClass.EVIDENTIARY,
        Optional.empty(),
        isDescribed ? Level.DESCRIBED : Level.EXISTS,
        Optional.of(description).filter(_ -> isDescribed));
  }

  // --- 20: what both can sign --------------------------------------------------------------------

  /// B says 3, then 4; A says 4 to 6. They agree on 4 to 5, differ on the way out, and cannot tell
  /// where the attackers came from.
  void find() {
    checks.step(20, "A finding that both sign: a range, a difference, and what nobody can tell");
    var three = told(b, a, claim(b, Property.KILLED, killed(Span.exactly(3))));
    var four =
        told(
            b,
            a,
            new ClaimFact.Superseded(
                id(b, three),
                Words.en("one of the wounded has died"),
                statement(Property.KILLED, killed(Span.exactly(4)))));
    var fourToSix = told(a, b, claim(a, Property.KILLED, killed(Span.between(4, 6))));
    var exitA = told(a, b, claim(a, Property.EXIT_DIRECTION, new Value.Label(EXIT_A)));
    var exitB = told(b, a, claim(b, Property.EXIT_DIRECTION, new Value.Label(EXIT_B)));
    var terms =
        new FindingTerms(
            id(b, matter),
            FindingTerms.Standard.REASONABLE_GROUNDS,
            Stream.of(
                    dead(List.of(id(b, four), id(b, fourToSix))),
                    exit(List.of(id(b, exitA), id(b, exitB))),
                    new FindingTerms.Item(
                        Subject.of(Property.ORIGIN_OF_PERPETRATORS),
                        new Outcome.NeitherEstablished(),
                        List.of()))
                .sorted((one, other) -> one.subject().compareTo(other.subject()))
                .toList(),
            List.of(),
            List.of());
    var finding = found(act("finding", body(terms.toJson())));
    told(
        a,
        b,
        new JointFact.Dissented(
            id(a, finding),
            Optional.of(Property.EXIT_DIRECTION),
            Words.en("the tracks end before the line")));
    for (var side : List.of(a, b)) {
      var letter = side.neighbour().letter();
      checks.within(
          SOON,
          letter + " has 4 to 5 killed as agreed, the way out as differing, the origin as open",
          () -> {
            var board = BoardPage.of(side, matter);
            return board.outcome("killed").equals("agreed_range")
                && board.outcome("exit_direction").equals("differ")
                && board.outcome("origin_of_perpetrators").equals("neither_established");
          });
      checks.within(
          SOON,
          letter + " shows A's dissent with it",
          () -> BoardPage.of(side, matter).found("exit_direction").path("dissents").size() == 1);
      checks.that(
          letter + " still shows the 3 that B said first, struck through",
          BoardPage.of(side, matter).said("killed", b).stream()
              .anyMatch(
                  said ->
                      !BoardPage.isStanding(said) && said.path("value").path("low").asInt() == 3));
    }
  }

  /// Signed by investigator and chief of each side, as the rules have it; the name of the act.
  private String found(ObjectNode act) {
    var proposed = work.offered(b, Desk.INQUIRY, a, act);
    JointWork.assent(b, Desk.CHIEF, proposed, proposed.leaf()).orThrow("B's chief signing");
    JointWork.assent(a, Desk.INQUIRY, proposed, proposed.leaf()).orThrow("A's clerk signing");
    checks.within(
        SOON,
        "three signatures of four put nothing in force",
        () -> JointWork.stage(b, proposed).equals("assented"));
    JointWork.assent(a, Desk.CHIEF, proposed, proposed.leaf()).orThrow("A's chief signing");
    work.awaitEffect(b, a, proposed);
    return proposed.act();
  }

  private FindingTerms.Item dead(List<EntryId> restsOn) {
    return new FindingTerms.Item(
        Subject.of(Property.KILLED, killed(Span.between(4, 5))),
        new Outcome.AgreedRange(killed(Span.between(4, 5))),
        restsOn.stream().sorted().toList());
  }

  private FindingTerms.Item exit(List<EntryId> restsOn) {
    return new FindingTerms.Item(
        Subject.of(Property.EXIT_DIRECTION),
        new Outcome.Differ(
            List.of(
                new Outcome.SideValue(PartyId.of(a.id()), new Value.Label(EXIT_A)),
                new Outcome.SideValue(PartyId.of(b.id()), new Value.Label(EXIT_B)))),
        restsOn.stream().sorted().toList());
  }

  private static Value killed(Span persons) {
    return Value.Quantity.persons(persons, Category.SECURITY);
  }

  private static Statement statement(Property property, Value value) {
    return Statement.of(property, value, now(), Provenance.own(Basis.OWN_AGENCY));
  }

  private ClaimFact.Stated claim(Side side, Property property, Value value) {
    return new ClaimFact.Stated(id(side, matter), statement(property, value));
  }

  // --- saying ------------------------------------------------------------------------------------

  private static Answer said(Side side, InquiryFact fact) {
    return say(side, Desk.INQUIRY, fact.kind().kind().value(), body(fact.toJson()));
  }

  /// Said by one side, and known at the other; the short name of its entry.
  private static String told(Side by, Side to, InquiryFact fact) {
    var entry = state(by, Desk.INQUIRY, fact.kind().kind().value(), body(fact.toJson()));
    await(to, entry);
    return entry;
  }
}
