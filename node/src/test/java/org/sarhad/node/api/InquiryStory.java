package org.sarhad.node.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Assent;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.Proposal;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.act.Seats;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.inquiry.*;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What two sides said of three matters in April 2019, folded by the core: the reported facts of 13
/// February and 18 April beside each other, and one made-up incident that went all the way to a
/// joint finding. Every claim of fact is as published; sides, desks and the third matter are not.
final class InquiryStory {
  static final Instant T0 = Instant.parse("2019-04-22T08:00:00.000Z");
  static final PartyId IR = PartyId.of("ir");
  static final PartyId PK = PartyId.of("pk");
  private static final InquirySettings SETTINGS = InquirySettings.defaults();
  private static final Provenance OWN = Provenance.own(Basis.OWN_AGENCY);
  private static final Provenance SEEN = Provenance.own(Basis.OWN_OBSERVATION);
  private static final Custodian LAB =
      new Custodian("District forensic laboratory", "evidence room");

  private final Map<PartyId, Long> sizes = new LinkedHashMap<>(Map.of(IR, 100L, PK, 200L));
  private final Map<EntryId, Act> acts = new LinkedHashMap<>();
  private InquiryState state = InquiryState.of(List.of(IR, PK));
  private Instant time = T0;

  /// The matters, in the order in which they were opened.
  final List<EntryId> matters = new ArrayList<>();

  InquiryStory() {
    february();
    april();
    incident();
  }

  InquiryState state() {
    return state;
  }

  /// When everything has been said.
  Instant now() {
    return Instant.parse("2019-05-06T09:10:00.000Z");
  }

  BoardView view() {
    return new BoardView(now(), SETTINGS, (entry, _) -> Optional.of(T0.plusSeconds(entry.index())));
  }

  // ---- the three matters ----------------------------------------------------------------------

  private void february() {
    EntryId matter =
        open(
            IR,
            new MatterFact.Opened(
                MatterKind.INCIDENT,
                Words.en("Attack on a bus on the road from Khash to Zahedan, 13 February 2019"),
                Optional.of(
                    Place.at("Khash to Zahedan road", Position.ofDegrees(28.9, 60.9), 40_000)),
                Optional.of("sistan-baluchestan"),
                List.of(),
                true));
    Instant evening = Instant.parse("2019-02-13T18:00:00.000Z");
    EntryId killed = claim(IR, matter, killed(27, 27, Category.SECURITY, evening, OWN));
    EntryId injured =
        claim(
            IR,
            matter,
            people(Property.INJURED, Span.exactly(13), Category.SECURITY, evening, OWN));
    EntryId early =
        claim(
            IR,
            matter,
            Statement.of(
                Property.KILLED,
                Value.Quantity.persons(Span.atLeast(20), Category.SECURITY),
                evening.minus(Duration.ofHours(3)),
                Provenance.press(Source.named("First bulletins"))));
    EntryId higher =
        say(
            IR,
            new ClaimFact.Superseded(
                early,
                Words.en("A later bulletin of the same outlets."),
                Statement.of(
                    Property.KILLED,
                    Value.Quantity.persons(Span.atLeast(41), Category.SECURITY),
                    evening.minus(Duration.ofHours(2)),
                    Provenance.press(Source.named("First bulletins")))));
    say(IR, new ClaimFact.Withdrawn(higher, Words.en("The outlets corrected the figure to 27.")));
    Instant april = Instant.parse("2019-04-22T17:00:00.000Z").minus(Duration.ofHours(12));
    claim(
        IR,
        matter,
        worded(
            killed(20, 30, Category.SECURITY, april, published("Iran Front Page", "report 003")),
            "nearly 30 members"));
    claim(
        PK,
        matter,
        Statement.of(
            Property.KILLED,
            Value.Quantity.persons(Span.atLeast(27), Category.SECURITY),
            april,
            published("Al Jazeera", "report 001")));
    EntryId group =
        claim(
            IR,
            matter,
            label(Property.CLAIMED_BY, "Jaish al-Adl", evening, Provenance.own(Basis.INFERENCE)));
    EntryId origin =
        claim(
            IR,
            matter,
            worded(
                label(Property.ORIGIN_OF_PERPETRATORS, "bases on Pakistani soil", evening, OWN),
                "The attackers were based inside Pakistan."));
    position(PK, killed, Stance.ACCEPT, "");
    position(PK, group, Stance.ACCEPT, "");
    position(PK, injured, Stance.CANNOT_VERIFY, "No hospital list has been shown to us.");
    position(PK, origin, Stance.DISPUTE, "Nothing shown so far points to bases on our soil.");
    say(IR, new ClaimFact.Asked(matter, Property.EXIT_DIRECTION, PK, Optional.empty()));
  }

  private void april() {
    EntryId matter =
        open(
            PK,
            new MatterFact.Opened(
                MatterKind.INCIDENT,
                new Words("ur", "اورماڑہ کے قریب بسوں پر حملہ، ۱۸ اپریل ۲۰۱۹ء"),
                Optional.of(Place.at("Buzi Top, Ormara", Position.ofDegrees(25.3, 64.6), 30_000)),
                Optional.empty(),
                List.of(),
                true));
    Instant day = Instant.parse("2019-04-18T12:00:00.000Z");
    EntryId killed = claim(PK, matter, killed(14, 14, Category.SECURITY, day, OWN));
    claim(
        IR,
        matter,
        Statement.of(
            Property.KILLED,
            Value.Quantity.persons(Span.atLeast(14), Category.SECURITY),
            day.plus(Duration.ofDays(2)),
            published("Al Jazeera", "report 001")));
    claim(PK, matter, vehicles(3, 4, day, OWN));
    claim(PK, matter, vehicles(5, 6, day, published("Wire report", "as printed on 18 April")));
    EntryId group =
        claim(PK, matter, label(Property.CLAIMED_BY, "BRAS", day, Provenance.own(Basis.INFERENCE)));
    EntryId exit = claim(PK, matter, label(Property.EXIT_DIRECTION, "towards the line", day, OWN));
    EntryId origin =
        claim(
            PK,
            matter,
            worded(
                label(
                    Property.ORIGIN_OF_PERPETRATORS,
                    "camps on Iranian soil",
                    day.plus(Duration.ofDays(2)),
                    OWN),
                "Training and logistic camps inside Iranian areas bordering Pakistan."));
    EntryId warned =
        claim(
            PK,
            matter,
            Statement.of(Property.PRIOR_WARNING_GIVEN, new Value.YesNo(true), day, OWN));
    Statement dates = warning("2019-03-02T06:00:00.000Z", "2019-03-02T18:00:00.000Z");
    EntryId seal = seal(PK, matter, dates, 1, 48);
    position(IR, killed, Stance.ACCEPT, "");
    position(IR, group, Stance.ACCEPT, "");
    position(IR, origin, Stance.DISPUTE, "The places named have no such camps.");
    position(IR, exit, Stance.DISPUTE, "The posts on our side saw nobody cross.");
    position(IR, warned, Stance.CANNOT_VERIFY, "We ask for the dates.");
    Statement received = warning("2019-03-04T07:00:00.000Z", "2019-03-04T09:00:00.000Z");
    EntryId ours = seal(IR, matter, received, 2, 48);
    say(PK, new ClaimFact.Revealed(seal, salt(1), dates));
    say(IR, new ClaimFact.Revealed(ours, salt(2), received));
    seal(PK, matter, warning("2019-03-20T00:00:00.000Z", "2019-03-21T00:00:00.000Z"), 3, 24);
    seal(IR, matter, label(Property.EXIT_DIRECTION, "north, away from the line", day, SEEN), 4, 72);
  }

  private void incident() {
    time = Instant.parse("2019-04-25T02:40:00.000Z");
    EntryId matter =
        open(
            PK,
            new MatterFact.Opened(
                MatterKind.INCIDENT,
                Words.en("Exercise: shots at a patrol near border pillar 154"),
                Optional.of(Place.at("Prom, pillar 154", Position.ofDegrees(26.97, 64.09), 2_000)),
                Optional.of("panjgur"),
                List.of("INC-PK-1"),
                false));
    Instant dawn = Instant.parse("2019-04-25T02:20:00.000Z");
    EntryId film =
        exhibit(PK, matter, "film of the road", "video/mp4", 48_000_000, Level.DESCRIBED);
    EntryId casings =
        exhibit(
            PK, matter, "cartridge cases", "application/octet-stream", 0, Level.INSPECT_ON_SITE);
    EntryId list =
        exhibit(
            IR,
            matter,
            "admissions of the district hospital",
            "application/pdf",
            81_000,
            Level.RELEASED);
    EntryId hidden =
        say(
            IR,
            new ExhibitFact.Registered(
                matter,
                Merkle.sha256(Bytes.ofUtf8("log of the post")),
                CopyClass.EVIDENTIARY,
                Optional.empty(),
                Level.EXISTS,
                Optional.empty()));
    EntryId three = claim(PK, matter, killed(3, 3, Category.CIVIL, dawn, SEEN));
    time = time.plus(Duration.ofHours(7));
    EntryId four =
        say(
            PK,
            new ClaimFact.Superseded(
                three,
                Words.en("One of the injured died in hospital."),
                withExhibits(
                    killed(4, 4, Category.CIVIL, dawn.plus(Duration.ofHours(5)), OWN), list)));
    EntryId range =
        claim(
            IR,
            matter,
            worded(
                Statement.of(
                    Property.KILLED,
                    new Value.Quantity(
                        Span.between(4, 6),
                        Optional.of(5L),
                        Unit.PERSONS,
                        Optional.of(Category.CIVIL)),
                    dawn.plus(Duration.ofHours(6)),
                    new Provenance(
                        Behalf.OWN,
                        Basis.OWN_AGENCY,
                        List.of(
                            new Source(
                                "District hospital",
                                Optional.of("admissions of 25 April"),
                                Optional.empty())),
                        Optional.of(new Grading("B2")))),
                LONG));
    claim(IR, matter, people(Property.INJURED, Span.between(2, 5), Category.CIVIL, dawn, OWN));
    claim(PK, matter, people(Property.INJURED, Span.between(4, 7), Category.CIVIL, dawn, SEEN));
    claim(
        PK,
        matter,
        Statement.of(
            Property.TIME,
            new Value.Interval(dawn.minusSeconds(600), dawn),
            dawn.plusSeconds(3600),
            SEEN));
    claim(
        IR,
        matter,
        Statement.of(
            Property.TIME,
            new Value.Interval(dawn.minusSeconds(300), dawn.plusSeconds(900)),
            dawn.plusSeconds(3600),
            OWN));
    EntryId name = claim(PK, matter, label(Property.PERPETRATOR_GROUP, "Jaish ul-Adl", dawn, OWN));
    claim(IR, matter, label(Property.PERPETRATOR_GROUP, "Jaish al-Adl", dawn, OWN));
    EntryId east = claim(IR, matter, label(Property.EXIT_DIRECTION, "east", dawn, SEEN));
    EntryId west = claim(PK, matter, label(Property.EXIT_DIRECTION, "west", dawn, SEEN));
    EntryId origin =
        claim(
            PK,
            matter,
            label(
                Property.ORIGIN_OF_PERPETRATORS,
                "unknown camp",
                dawn,
                Provenance.own(Basis.INFERENCE)));
    claim(
        PK,
        matter,
        killed(
            3,
            8,
            Category.CIVIL,
            dawn.plusSeconds(7200),
            published("Wire report", "morning edition")));
    EntryId done =
        claim(
            IR,
            matter,
            Statement.of(
                Property.ACTION_TAKEN,
                new Value.Account("دو گشت مسیرهای خروجی را بستند."),
                dawn,
                OWN));
    position(IR, origin, Stance.CANNOT_VERIFY, "No place was named.");
    position(
        PK,
        range,
        Stance.ACCEPT_PART,
        "Up to five, by the list.",
        Value.Quantity.persons(Span.between(4, 5), Category.CIVIL));
    position(IR, name, Stance.NONE_YET, "");
    say(PK, new ClaimFact.Translated(done, Words.en("Two patrols closed the ways out.")));
    say(
        IR,
        new ClaimFact.Asked(
            matter, Property.PRIOR_WARNING_GIVEN, PK, Optional.of(Words.en("Were you warned?"))));
    custody(film, casings, hidden);
    together(matter, four, range, east, west, origin, list);
  }

  private static final String LONG =
      "The figure is a range, because two of those who were brought in could not be identified by"
          + " the evening, and because the list of the hospital and that of the district do not count"
          + " the same hours. The hospital counts admissions from 02:30 to 14:00; the district counts"
          + " those who were found on the road before the first ambulance came.";

  private void custody(EntryId film, EntryId casings, EntryId hidden) {
    say(
        PK,
        new ExhibitFact.CustodyPassed(
            film,
            LAB,
            new Custodian("District court", "registry"),
            time.minusSeconds(600),
            Words.en("For the hearing.")));
    say(
        PK,
        new ExhibitFact.Redacted(
            film,
            Merkle.sha256(Bytes.ofUtf8("film, faces covered")),
            Words.en("Faces of bystanders are covered."),
            description("film of the road, faces covered", "video/mp4", 47_000_000)));
    EntryId asked =
        say(
            IR,
            new ExhibitFact.AccessRequested(
                casings, Level.RELEASED, Words.en("To compare the marks.")));
    say(
        PK,
        new ExhibitFact.AccessAnswered(
            asked, AccessAnswer.VISIT, Words.en("They can be looked at during the visit.")));
    say(
        PK,
        new ExhibitFact.AccessRequested(
            hidden, Level.DESCRIBED, Words.en("Which hours does it cover?")));
  }

  private void together(
      EntryId matter,
      EntryId four,
      EntryId range,
      EntryId east,
      EntryId west,
      EntryId origin,
      EntryId list) {
    EntryId visit =
        agree(
            new VisitTerms(
                matter,
                IR,
                Place.named("Pillar 154, Iranian side"),
                new Value.Interval(time, time.plus(Duration.ofDays(2))),
                List.of(new VisitTerms.Experts(PK, "forensic examiner", 2))));
    say(IR, new JointFact.PassUsed(visit, 2, time.plusSeconds(60)));
    say(
        PK,
        new JointFact.MinutesNotAgreed(
            visit, Words.en("The second paragraph says more than was seen.")));
    propose(
        IR,
        new MinutesTerms(
            visit,
            List.of(Words.en("The experts saw the place and eleven cartridge cases.")),
            List.of(list)),
        ActStage.PROPOSED);
    agree(new AliasTerms.OfLabels(matter, List.of("Jaish al-Adl", "Jaish ul-Adl")));
    propose(
        PK,
        new AliasTerms.OfMatters(matters.subList(0, 2).stream().sorted().toList()),
        ActStage.PROPOSED);
    EntryId finding =
        agree(
            new FindingTerms(
                matter,
                FindingTerms.Standard.REASONABLE_GROUNDS,
                List.of(
                    item(
                        Subject.of(Property.KILLED, killed(4, 5)),
                        new Outcome.AgreedRange(killed(4, 5)),
                        four,
                        range,
                        list),
                    item(
                        Subject.of(Property.ORIGIN_OF_PERPETRATORS),
                        new Outcome.NeitherEstablished(),
                        origin),
                    item(
                        Subject.of(Property.EXIT_DIRECTION),
                        new Outcome.Differ(
                            List.of(
                                new Outcome.SideValue(IR, new Value.Label("east")),
                                new Outcome.SideValue(PK, new Value.Label("west")))),
                        east,
                        west)),
                List.of(
                    new FindingTerms.Remedy(
                        PK,
                        Words.en("Lamps at the crossing place."),
                        Optional.of(T0.plus(Duration.ofDays(60))))),
                List.of(Words.en("Found together after the list of the hospital was read."))));
    say(
        PK,
        new JointFact.Dissented(
            finding,
            Optional.of(Property.EXIT_DIRECTION),
            Words.en("The tracks were read by one side alone.")));
    still(matter, list);
  }

  /// What is under way at the end: a copy to work with, and a visit that has not begun.
  private void still(EntryId matter, EntryId list) {
    say(
        IR,
        new ExhibitFact.Registered(
            matter,
            Merkle.sha256(Bytes.ofUtf8("admissions, pages numbered")),
            CopyClass.WORKING,
            Optional.of(list),
            Level.EXISTS,
            Optional.empty()));
    agree(
        new VisitTerms(
            matter,
            IR,
            Place.named("Ford below pillar 154"),
            new Value.Interval(now().minus(Duration.ofHours(1)), now().plus(Duration.ofDays(1))),
            List.of(
                new VisitTerms.Experts(PK, "explosives examiner", 1),
                new VisitTerms.Experts(PK, "forensic examiner", 2))));
  }

  // ---- saying ---------------------------------------------------------------------------------

  private EntryId open(PartyId side, MatterFact.Opened said) {
    EntryId matter = say(side, said);
    matters.add(matter);
    return matter;
  }

  private EntryId say(PartyId side, InquiryFact fact) {
    ActEntry entry = next(side);
    state = state.apply(entry, fact, SETTINGS);
    state
        .voids()
        .find(entry.id())
        .ifPresent(
            why -> {
              throw new AssertionError(why + ": " + fact.toJson());
            });
    return entry.id();
  }

  private EntryId claim(PartyId side, EntryId matter, Statement says) {
    return say(side, new ClaimFact.Stated(matter, says));
  }

  private EntryId seal(PartyId side, EntryId matter, Statement says, int salt, int hours) {
    return say(
        side,
        new ClaimFact.Sealed(
            matter,
            ClaimFact.commitment(side, matter, says, salt(salt)),
            time.plus(Duration.ofHours(hours))));
  }

  private void position(PartyId side, EntryId claim, Stance stance, String why, Value... part) {
    say(
        side,
        new ClaimFact.PositionTaken(
            claim,
            stance,
            Arrays.stream(part).findFirst(),
            why.isEmpty() ? Optional.empty() : Optional.of(Words.en(why)),
            List.of()));
  }

  private EntryId exhibit(
      PartyId side, EntryId matter, String what, String media, long size, Level level) {
    return say(
        side,
        new ExhibitFact.Registered(
            matter,
            Merkle.sha256(Bytes.ofUtf8(what)),
            CopyClass.EVIDENTIARY,
            Optional.empty(),
            level,
            Optional.of(description(what, media, size))));
  }

  private static Description description(String what, String media, long size) {
    return new Description(
        Words.en(what),
        media,
        size,
        new Value.Interval(
            Instant.parse("2019-04-25T03:00:00.000Z"), Instant.parse("2019-04-25T04:00:00.000Z")),
        Place.named("Pillar 154"),
        LAB);
  }

  private EntryId propose(PartyId side, InquiryTerms terms, ActStage stage) {
    ActEntry entry = next(side);
    var said = ActFact.Proposed.of(terms.kind().kind(), terms.toJson(), Capacity.of(Role.CHIEF));
    var proposal =
        new Proposal(
            entry.id(),
            side,
            entry.leaf(),
            said,
            Quorum.alike(List.of(IR, PK), Seats.of(Role.CHIEF, 1)));
    var signed = new Assent(entry.id(), officer(side), said.as());
    var act =
        new Act(
            proposal,
            PersistentMap.of(side, PersistentMap.of(signed.officer(), signed)),
            Optional.empty(),
            ActStage.PROPOSED,
            entry.id());
    move(entry, act);
    if (stage != ActStage.PROPOSED) {
      ActEntry moved = next(side.equals(IR) ? PK : IR);
      move(moved, new Act(proposal, act.assents(), Optional.empty(), stage, moved.id()));
    }
    return entry.id();
  }

  private EntryId agree(InquiryTerms terms) {
    return propose(IR, terms, ActStage.EFFECTIVE);
  }

  private void move(ActEntry entry, Act act) {
    acts.put(act.id(), act);
    state = state.moved(entry, act, SETTINGS);
    state
        .voids()
        .find(entry.id())
        .ifPresent(
            why -> {
              throw new AssertionError(why + ": " + act.proposal().said());
            });
  }

  Optional<Act> act(EntryId id) {
    return Optional.ofNullable(acts.get(id));
  }

  private ActEntry next(PartyId side) {
    long index = sizes.merge(side, 1L, Long::sum) - 1;
    time = time.plusSeconds(61);
    EntryId id = new EntryId(log(side), index);
    PartyId other = side.equals(IR) ? PK : IR;
    Seen seen = Seen.of(log(other), new SeenHead(sizes.getOrDefault(other, 0L), Merkle.EMPTY_ROOT));
    return new ActEntry(
        new FactContext(
            id, side, true, time, Optional.of(officer(side)), Set.of(Role.INVESTIGATOR)),
        seen,
        leaf(id));
  }

  static Hash leaf(EntryId id) {
    return Merkle.sha256(Bytes.ofUtf8("leaf " + id));
  }

  private static Origin log(PartyId side) {
    return Origin.of(side + ".sarhad.example/joint");
  }

  private static OfficerId officer(PartyId side) {
    return OfficerId.of(side + ".sarhad.example/officer/1a2b");
  }

  // ---- values ---------------------------------------------------------------------------------

  private static Bytes salt(int number) {
    return Merkle.sha256(Bytes.ofUtf8("salt " + number)).toBytes();
  }

  private static Value killed(long low, long high) {
    return Value.Quantity.persons(Span.between(low, high), Category.CIVIL);
  }

  private static Statement killed(
      long low, long high, Category category, Instant asOf, Provenance from) {
    return people(Property.KILLED, Span.between(low, high), category, asOf, from);
  }

  private static Statement people(
      Property property, Span span, Category category, Instant asOf, Provenance from) {
    return Statement.of(property, Value.Quantity.persons(span, category), asOf, from);
  }

  private static Statement vehicles(long low, long high, Instant asOf, Provenance from) {
    return Statement.of(
        Property.VEHICLES, Value.Quantity.of(Span.between(low, high), Unit.VEHICLES), asOf, from);
  }

  private static Statement label(Property property, String text, Instant asOf, Provenance from) {
    return Statement.of(property, new Value.Label(text), asOf, from);
  }

  private static Statement warning(String from, String to) {
    return Statement.of(
        Property.PRIOR_WARNING_TIME,
        new Value.Interval(Instant.parse(from), Instant.parse(to)),
        T0,
        OWN);
  }

  private static Statement worded(Statement says, String text) {
    return new Statement(
        says.property(),
        says.value(),
        says.asOf(),
        says.provenance(),
        says.exhibits(),
        List.of(Words.en(text)));
  }

  private static Statement withExhibits(Statement says, EntryId... exhibits) {
    return new Statement(
        says.property(),
        says.value(),
        says.asOf(),
        says.provenance(),
        Arrays.stream(exhibits).sorted().toList(),
        says.words());
  }

  private static Provenance published(String outlet, String where) {
    return Provenance.press(
        new Source(
            outlet, Optional.of(where), Optional.of(Instant.parse("2019-04-22T06:00:00.000Z"))));
  }

  private static FindingTerms.Item item(Subject subject, Outcome outcome, EntryId... grounds) {
    return new FindingTerms.Item(subject, outcome, Arrays.stream(grounds).sorted().toList());
  }

  /// All entries of claims.
  Collection<EntryId> claims(EntryId matter) {
    return state.matters().get(matter).accounts().claims().values().map(Claim::id).toList();
  }
}
