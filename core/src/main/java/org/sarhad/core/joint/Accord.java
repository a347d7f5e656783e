package org.sarhad.core.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.act.Expiries;
import org.sarhad.core.act.Signatories;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentsState;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.complaints.ComplaintsState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.inquiry.InquirySettings;
import org.sarhad.core.inquiry.InquiryState;
import org.sarhad.core.meetings.MeetingActs;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.meetings.MeetingsState;
import org.sarhad.core.modalities.ClockSettings;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.modalities.Version;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseSettings;
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
/// @param meetings what the sides do again and again, and what was made of it
/// @param commitments what they have promised
/// @param complaints what they hold against each other
public record Accord(
    ActsState acts,
    ModalitiesState modalities,
    InquiryState inquiry,
    MeetingsState meetings,
    CommitmentsState commitments,
    ComplaintsState complaints) {
  /// Nothing agreed yet.
  public static final Accord NONE =
      new Accord(
          ActsState.NONE,
          ModalitiesState.of(),
          InquiryState.of(List.of()),
          MeetingsState.of(Ordered.set()),
          CommitmentsState.of(Ordered.set()),
          ComplaintsState.of(Ordered.set()));

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
      next = next.moved(entry, act);
    }
    return said.isPresent() ? next.said(entry, said.get()) : next;
  }

  private Accord moved(ActEntry entry, Act act) {
    if (ExerciseRules.isVoid(act)) {
      return this;
    }
    return new Accord(
        acts,
        modalities.moved(entry, act),
        inquiry.moved(entry, act),
        MeetingActs.kinds().contains(act.proposal().said().act())
            ? meetings.moved(entry, act)
            : meetings,
        commitments.moved(entry, act),
        complaints.moved(entry, act));
  }

  private Accord said(ActEntry entry, Statement statement) {
    if (ExerciseRules.isVoid(acts, statement)) {
      return this;
    }
    return switch (statement) {
      case Statement.OnModalities(ModalitiesFact fact) ->
          new Accord(
              acts, modalities.apply(entry, fact), inquiry, meetings, commitments, complaints);
      case Statement.OnInquiry(InquiryFact fact) ->
          new Accord(
              acts,
              modalities,
              inquiry.apply(entry, fact, inquirySettings()),
              meetings,
              commitments,
              complaints);
      case Statement.OnMeetings(MeetingFact fact) ->
          new Accord(
              acts, modalities, inquiry, meetings.apply(entry, fact), commitments, complaints);
      case Statement.OnCommitments(CommitmentFact fact) ->
          new Accord(
              acts, modalities, inquiry, meetings, commitments.apply(entry, fact), complaints);
      case Statement.OnComplaints(ComplaintFact fact) ->
          new Accord(
              acts, modalities, inquiry, meetings, commitments, complaints.apply(entry, fact));
      case Statement.OnAct _, Statement.OnChannel _, Statement.OnResponse _ -> this;
    };
  }

  private Accord with(ActsState next) {
    return new Accord(next, modalities, inquiry, meetings, commitments, complaints);
  }

  /// This between the sides of `channel`: those of whom something can be agreed now.
  Accord among(ChannelState channel) {
    SortedSet<PartyId> sides = signatories(channel).parties();
    return new Accord(
        acts,
        modalities,
        inquiry.among(sides),
        meetings.among(sides),
        commitments.among(sides),
        complaints.among(sides));
  }

  /// Equal on two nodes that have folded the same entries with the same result.
  public Hash digest() {
    return Merkle.sha256(
        Bytes.concat(
            Bytes.ofUtf8("sarhad accord v1\n"),
            acts.digest().toBytes(),
            modalities.digest().toBytes(),
            inquiry.digest().toBytes(),
            meetings.digest().toBytes(),
            commitments.digest().toBytes(),
            complaints.digest().toBytes()));
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// What the node of `party` has to say by itself at `now`, because it was announced (protocol
  /// clauses 07-6, 08-6.3, 08-7.2, 10-4).
  public List<Statement> due(PartyId party, Instant now) {
    List<Statement> due = new ArrayList<>();
    Expiries.due(acts, party, now).forEach(fact -> due.add(new Statement.OnAct(fact)));
    modalities.due(party, now).forEach(fact -> due.add(new Statement.OnModalities(fact)));
    meetings.due(party, now).forEach(fact -> due.add(new Statement.OnMeetings(fact)));
    return List.copyOf(due);
  }

  /// The number of the version of the agreed rules that is in force; 0 for none.
  public long version() {
    return modalities.inForce().map(Version::number).orElse(0L);
  }

  /// What the response goes by: what is agreed, or `initial` where nothing is.
  public ResponseSettings response(ResponseSettings initial) {
    return modalities.inForce().isEmpty() ? initial : response(modalities.settings().response());
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
        .map(version -> response(version.settings().response()))
        .orElse(initial);
  }

  private static ResponseSettings response(ResponseTerms agreed) {
    return new ResponseSettings(
        new ResponseSettings.Clocks(
            agreed.tellPeer(),
            agreed.acknowledge(),
            agreed.escalate(),
            agreed.escalateToChief(),
            agreed.answerAssistance(),
            agreed.sitrep()),
        new ResponseSettings.Duplicates(agreed.duplicateRadiusM(), agreed.duplicateWithin()),
        agreed.releasedPositionM(),
        agreed.reportingInterval(),
        new ResponseSettings.Daily(agreed.dailyCutOff().time(), agreed.dailyCutOff().offset()),
        new ResponseSettings.Lengths(agreed.firstLineLength(), agreed.textLength()));
  }

  /// What the inquiry goes by.
  public InquirySettings inquirySettings() {
    Settings agreed = modalities.settings();
    return new InquirySettings(
        agreed.get(ClockSettings.CLAIM_POSITION),
        agreed.get(ClockSettings.CLAIM_REVEAL),
        agreed.get(ClockSettings.SCENE_KEPT),
        agreed.get(ClockSettings.JOINT_VISIT));
  }

  /// Who signs what, by what is agreed.
  public Signatories signatories(ChannelState channel) {
    return new Signatories(channel, modalities.quorums());
  }
}
