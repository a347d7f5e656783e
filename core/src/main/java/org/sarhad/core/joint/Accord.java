package org.sarhad.core.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.act.Expiries;
import org.sarhad.core.act.Signatories;
import org.sarhad.core.activity.ActivityFact;
import org.sarhad.core.activity.ActivityState;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterFactKind;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BookGrounds;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentFactKind;
import org.sarhad.core.commitments.CommitmentsState;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.complaints.ComplaintsState;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingFactKind;
import org.sarhad.core.crossing.CrossingGrounds;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.Officers;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.delivery.BiasTest;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.DeliveryState;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.EnergyFactKind;
import org.sarhad.core.energy.EnergyState;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.RefusalCode;
import org.sarhad.core.handover.HandoverState;
import org.sarhad.core.handover.HandoverTerms;
import org.sarhad.core.information.InformationFact;
import org.sarhad.core.information.InformationSettings;
import org.sarhad.core.information.InformationState;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.inquiry.InquirySettings;
import org.sarhad.core.inquiry.InquiryState;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.MarketFactKind;
import org.sarhad.core.market.MarketState;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.meetings.MeetingsState;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.Version;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureState;
import org.sarhad.core.posture.PostureTerms;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.screening.ScreeningState;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.core.tracks.TrackLimits;
import org.sarhad.core.tracks.TrackTerms;
import org.sarhad.core.tracks.TracksState;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What stands between the sides: their joint acts, and everything that rests on them. Immutable.
///
/// Folded in the joint order. Folded over the final part of it, this is what binds; folded further,
/// over what is not final yet, it is what a node decides on and shows as not yet certain (protocol
/// clause 07-1.3).
///
/// @param acts what was proposed, and how far it is
/// @param modalities the rules that were agreed on
/// @param inquiry the matters in which each gives its account, and what they find together
/// @param registers what they keep of each other's word
/// @param coordination how they work together at the line
/// @param book what they deliver to each other, and what is owed for it
/// @param deliveries what of that is on its way
/// @param market what they need and offer, and who gets what of it
public record Accord(
    ActsState acts,
    ModalitiesState modalities,
    InquiryState inquiry,
    Registers registers,
    Coordination coordination,
    BookState book,
    Deliveries deliveries,
    MarketState market) {
  /// Nothing agreed yet.
  public static final Accord NONE =
      new Accord(
          ActsState.NONE,
          ModalitiesState.of(),
          InquiryState.of(List.of()),
          Registers.NONE,
          Coordination.NONE,
          BookState.of(Ordered.set()),
          Deliveries.NONE,
          MarketState.of(Ordered.set()));

  /// What the sides do again and again, and what was made of it.
  public MeetingsState meetings() {
    return registers.meetings();
  }

  /// What they have promised.
  public CommitmentsState commitments() {
    return registers.commitments();
  }

  /// What they hold against each other.
  public ComplaintsState complaints() {
    return registers.complaints();
  }

  /// What they have decided about those who trade.
  public ScreeningState screening() {
    return registers.screening();
  }

  /// Which units of one side may be, and are, on the other's soil.
  public CrossingState crossings() {
    return coordination.crossings();
  }

  /// Which side is responsible for which incident.
  public HandoverState handovers() {
    return coordination.handovers();
  }

  /// What either does near the line, said beforehand.
  public ActivityState activities() {
    return coordination.activities();
  }

  /// What either has asked the other to tell it.
  public InformationState information() {
    return coordination.information();
  }

  /// What either says it reaches in time.
  public PostureState posture() {
    return coordination.posture();
  }

  /// Which things have crossed, as either has told.
  public TracksState tracks() {
    return coordination.tracks();
  }

  /// What goods are on their way.
  public DeliveryState goods() {
    return deliveries.goods();
  }

  /// What flows over lines.
  public EnergyState energy() {
    return deliveries.energy();
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This after one more entry, of whatever kind. O(log n), and O(clauses) where a document is
  /// signed.
  ///
  /// @param channel who may sign what: as it stood after that entry, or later
  /// @param entry where it stands, and what its author had seen
  /// @param said what it says, as far as this version knows
  public Accord take(ChannelState channel, ActEntry entry, Optional<Statement> said) {
    ActsState entered = acts.enter(entry);
    ActsState nextActs =
        said.isPresent() && said.get() instanceof Statement.OnAct(ActFact fact)
            ? entered.apply(signatories(channel), entry, fact)
            : entered;
    Accord next = with(nextActs);
    if (nextActs.moved().isEmpty() && said.isEmpty()) {
      return next;
    }
    next = next.among(channel);
    for (Act act : nextActs.moved().stream().sorted(Comparator.comparing(Act::id)).toList()) {
      next = next.moved(channel, entry, act);
    }
    return said.isPresent() ? next.said(entry, said.get()) : next;
  }

  private Accord moved(ChannelState channel, ActEntry entry, Act act) {
    if (ExerciseRules.isVoid(act)) {
      return this;
    }
    return new Accord(
        acts,
        modalities.moved(entry, act),
        inquiry.moved(entry, act, inquirySettings()),
        registers.moved(entry, act),
        movedAtTheLine(channel, entry, act),
        book.moved(entry, act, bookGrounds()),
        deliveries.moved(entry, act, book),
        market.moved(entry, act, book, barterSettings()));
  }

  private Coordination movedAtTheLine(ChannelState channel, ActEntry entry, Act act) {
    ActKind kind = act.proposal().said().act();
    if (kind.equals(CrossingTerms.KIND)) {
      return coordination.with(crossings().moved(entry, act, crossingGrounds(), officers(channel)));
    }
    return kind.equals(HandoverTerms.KIND)
        ? coordination.with(handovers().moved(entry, act))
        : coordination;
  }

  private Accord said(ActEntry entry, Statement statement) {
    if (ExerciseRules.isVoid(acts, statement)) {
      return this;
    }
    return switch (statement) {
      case Statement.OnModalities(ModalitiesFact fact) -> with(modalities.apply(entry, fact));
      case Statement.OnInquiry(InquiryFact fact) ->
          with(inquiry.apply(entry, fact, inquirySettings()));
      case Statement.OnMeetings(MeetingFact fact) ->
          with(registers.with(meetings().apply(entry, fact)));
      case Statement.OnCommitments(CommitmentFact fact) ->
          with(registers.with(commitments().apply(entry, fact)));
      case Statement.OnComplaints(ComplaintFact fact) ->
          with(registers.with(complaints().apply(entry, fact)));
      case Statement.OnCrossings(CrossingFact fact) ->
          with(coordination.with(crossings().apply(entry, fact, crossingGrounds())));
      case Statement.OnActivities(ActivityFact fact) ->
          with(coordination.with(activities().apply(entry, fact)));
      case Statement.OnInformation(InformationFact fact) ->
          with(coordination.with(information().apply(entry, fact)));
      case Statement.OnPosture(PostureFact fact) ->
          with(coordination.with(posture().apply(entry, fact, postureTerms())));
      case Statement.OnTracks(TrackFact fact) ->
          with(coordination.with(tracks().apply(entry, fact, trackTerms())));
      case Statement.OnBarter(BarterFact fact) -> with(book.apply(entry, fact));
      case Statement.OnScreening(ScreeningFact fact) ->
          with(registers.with(screening().apply(entry, fact, screeningSettings())));
      case Statement.OnDeliveries(DeliveryFact fact) ->
          with(deliveries.with(goods().apply(entry, fact, book)));
      case Statement.OnEnergy(EnergyFact fact) ->
          with(deliveries.with(energy().apply(entry, fact, book)));
      case Statement.OnMarket(MarketFact fact) -> with(market.apply(entry, fact));
      case Statement.OnAct _, Statement.OnChannel _, Statement.OnResponse _ -> this;
    };
  }

  /// This between the sides of `channel`: those of whom something can be agreed now.
  Accord among(ChannelState channel) {
    SortedSet<PartyId> sides = signatories(channel).parties();
    return new Accord(
        acts,
        modalities,
        inquiry.among(sides),
        registers.among(sides),
        coordination.among(sides),
        book.among(sides),
        deliveries.among(sides),
        market.among(sides));
  }

  /// Equal on two nodes that have folded the same entries with the same result.
  public Hash digest() {
    return Merkle.sha256(
        Bytes.concat(
            Bytes.ofUtf8("sarhad accord v1\n"),
            acts.digest().toBytes(),
            modalities.digest().toBytes(),
            inquiry.digest().toBytes(),
            meetings().digest().toBytes(),
            commitments().digest().toBytes(),
            complaints().digest().toBytes(),
            crossings().digest().toBytes(),
            handovers().digest().toBytes(),
            activities().digest().toBytes(),
            information().digest().toBytes(),
            posture().digest().toBytes(),
            tracks().digest().toBytes(),
            book.digest().toBytes(),
            screening().digest().toBytes(),
            goods().digest().toBytes(),
            energy().digest().toBytes(),
            market.digest().toBytes()));
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// What the node of `party` has to say by itself at `now`, because it was announced (protocol
  /// clauses 07-6, 08-6.3, 08-7.2, 10-4, 11-3.5, 14-6.3).
  public List<Statement> due(PartyId party, Instant now) {
    List<Statement> due = new ArrayList<>();
    Expiries.due(acts, party, now).forEach(fact -> due.add(new Statement.OnAct(fact)));
    modalities.due(party, now).forEach(fact -> due.add(new Statement.OnModalities(fact)));
    meetings().due(party, now).forEach(fact -> due.add(new Statement.OnMeetings(fact)));
    crossings()
        .due(party, now, crossingGrounds())
        .forEach(fact -> due.add(new Statement.OnCrossings(fact)));
    book.due(party, now).forEach(fact -> due.add(new Statement.OnBarter(fact)));
    return List.copyOf(due);
  }

  /// Why nothing follows from an act that all sides have signed: what the application that it is
  /// about found in its terms. Empty for one that holds, or that is not effective. O(log n).
  public Optional<Objection> flaw(Act act) {
    if (act.stage() != ActStage.EFFECTIVE) {
      return Optional.empty();
    }
    if (ExerciseRules.isVoid(act)) {
      return Optional.of(
          new Objection(ExerciseRules.AREA, ExerciseRefusal.EXERCISE_APART, act.id().toString()));
    }
    return Stream.of(
            flaw(act, ModalitiesFactKind.APPLICATION, modalities.voids()),
            flaw(act, InquiryFactKind.APPLICATION, inquiry.voids()),
            flaw(act, AccordRules.MEETING, meetings().voids()),
            flaw(act, CommitmentFactKind.APPLICATION, commitments().voids()),
            flaw(act, CrossingFactKind.APPLICATION, crossings().voids()),
            flaw(act, HandoverTerms.KIND.value(), handovers().voids()),
            bookFlaw(act),
            flaw(act, EnergyFactKind.APPLICATION, energy().voids()),
            flaw(act, MarketFactKind.APPLICATION, market.voids()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Objection> bookFlaw(Act act) {
    return book.voids()
        .find(act.by())
        .map(
            why ->
                new Objection(
                    BarterFactKind.APPLICATION,
                    why,
                    new VoucherRef(act.id(), book.flaws().getOrElse(act.by(), 0)).toString()));
  }

  private static Optional<Objection> flaw(
      Act act, String area, PersistentMap<EntryId, ? extends RefusalCode> voids) {
    return voids.find(act.by()).map(why -> new Objection(area, why, act.id().toString()));
  }

  /// The number of the version of the agreed rules that is in force; 0 for none.
  public long version() {
    return modalities.inForce().map(Version::number).orElse(0L);
  }

  /// What the response goes by: what is agreed, or `initial` where nothing is.
  public ResponseSettings response(ResponseSettings initial) {
    return modalities.inForce().isEmpty()
        ? initial
        : AgreedSettings.response(modalities.settings().response());
  }

  /// What the response went by for one who knew of some entries only: the newest version whose
  /// coming in force was among them, and its voiding was not; or `initial`.
  ///
  /// @param known whether an entry was known
  public ResponseSettings response(ResponseSettings initial, Predicate<EntryId> known) {
    return modalities
        .versions()
        .values()
        .filter(version -> version.began().filter(known).isPresent())
        .filter(version -> version.voided().filter(known).isEmpty())
        .reduce((_, later) -> later)
        .map(version -> AgreedSettings.response(version.settings().response()))
        .orElse(initial);
  }

  /// What the inquiry goes by.
  public InquirySettings inquirySettings() {
    return agreed().inquiry();
  }

  /// How long an answer to a request of information may take.
  public InformationSettings informationSettings() {
    return agreed().information();
  }

  /// The names of the agreed sectors, ascending; empty when none are agreed.
  public List<String> sectors() {
    return agreed().sectors();
  }

  /// What posture goes by.
  public PostureTerms postureTerms() {
    return agreed().posture();
  }

  /// What crossings of things are judged by.
  public TrackTerms trackTerms() {
    return agreed().tracks();
  }

  /// What a picture of at most `things` goes by.
  public TrackLimits trackLimits(int things) {
    return agreed().trackLimits(things);
  }

  /// What the barter account goes by.
  public BarterSettings barterSettings() {
    return agreed().barter();
  }

  /// What acts about the barter account are judged by: that, and with whom something may be signed.
  public BookGrounds bookGrounds() {
    return new BookGrounds(barterSettings(), new Screener(screening(), screeningSettings()));
  }

  /// What screening goes by.
  public ScreeningSettings screeningSettings() {
    return agreed().screening();
  }

  /// How two scales are held against each other.
  public BiasTest biasTest() {
    return agreed().bias();
  }

  private AgreedSettings agreed() {
    return new AgreedSettings(modalities.settings());
  }

  /// What crossings go by.
  public CrossingGrounds crossingGrounds() {
    return new CrossingGrounds(modalities);
  }

  /// Who holds which role, behind the last entry of each log that `channel` has folded.
  static Officers officers(ChannelState channel) {
    return (party, officer, role) ->
        channel
            .sides()
            .values()
            .filter(side -> side.party().equals(party))
            .anyMatch(
                side ->
                    side.roster()
                        .officerAt(officer, side.size())
                        .filter(known -> known.roles().contains(role))
                        .isPresent());
  }

  /// Who signs what, by what is agreed.
  public Signatories signatories(ChannelState channel) {
    return new Signatories(channel, modalities.quorums());
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private Accord with(ActsState next) {
    return new Accord(next, modalities, inquiry, registers, coordination, book, deliveries, market);
  }

  private Accord with(ModalitiesState next) {
    return new Accord(acts, next, inquiry, registers, coordination, book, deliveries, market);
  }

  private Accord with(InquiryState next) {
    return new Accord(acts, modalities, next, registers, coordination, book, deliveries, market);
  }

  private Accord with(Registers next) {
    return new Accord(acts, modalities, inquiry, next, coordination, book, deliveries, market);
  }

  private Accord with(Coordination next) {
    return new Accord(acts, modalities, inquiry, registers, next, book, deliveries, market);
  }

  private Accord with(BookState next) {
    return new Accord(acts, modalities, inquiry, registers, coordination, next, deliveries, market);
  }

  private Accord with(Deliveries next) {
    return new Accord(acts, modalities, inquiry, registers, coordination, book, next, market);
  }

  private Accord with(MarketState next) {
    return new Accord(acts, modalities, inquiry, registers, coordination, book, deliveries, next);
  }
}
