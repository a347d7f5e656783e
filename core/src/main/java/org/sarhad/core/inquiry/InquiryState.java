package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// All matters of a channel, folded in the final joint order (protocol clause 09-9). Immutable.
///
/// For every entry that states an [InquiryFact], [#apply]; for every entry by which an act of an
/// [InquiryActKind] came to another stage, its proposal included, [#moved].
///
/// @param sides of the channel, in its fixed order: that of the columns
/// @param folded how many facts and moves so far, void ones included
/// @param matters by the entry that opened them
/// @param where in which matter each claim, seal, exhibit, request and act is, by its entry
/// @param voids what does not hold, and why, by entry
/// @param digest chain of SHA-256 over all that became of anything
public record InquiryState(
    List<PartyId> sides,
    long folded,
    PersistentMap<EntryId, MatterFile> matters,
    PersistentMap<EntryId, EntryId> where,
    PersistentMap<EntryId, InquiryRefusal> voids,
    Hash digest) {
  public InquiryState {
    sides = List.copyOf(sides);
  }

  /// No matters yet.
  ///
  /// @param sides of the channel, in the order in which their columns stand everywhere
  public static InquiryState of(List<PartyId> sides) {
    return new InquiryState(
        sides,
        0,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Merkle.sha256(Bytes.ofUtf8("sarhad inquiry v1\n")));
  }

  /// This between other sides, in the order of their names: that of the columns everywhere.
  public InquiryState among(SortedSet<PartyId> parties) {
    List<PartyId> others = List.copyOf(parties);
    return others.equals(sides)
        ? this
        : new InquiryState(others, folded, matters, where, voids, digest);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n).
  ///
  /// @param settings of the modalities in force at that place
  public InquiryState apply(ActEntry entry, InquiryFact fact, InquirySettings settings) {
    Optional<InquiryRefusal> objection = InquiryRules.objection(this, entry, fact, settings);
    return objection.isPresent()
        ? voided(entry, objection.get())
        : held(entry, fact).chained(entry, "held");
  }

  /// This state after `entry`, by which `act` came to the stage it has now. Acts of other
  /// applications change nothing. Total: an act whose terms say nothing to this one is kept in
  /// [#voids()] and not looked at again until it moves. O(log n).
  ///
  /// @param settings of the modalities in force at that place
  public InquiryState moved(ActEntry entry, Act act, InquirySettings settings) {
    Optional<InquiryActKind> kind = InquiryActKind.find(act.proposal().said().act());
    if (kind.isEmpty()) {
      return this;
    }
    Optional<AgreedAct> known = act(act.id());
    Stamp stamp = Stamp.of(entry, folded);
    if (known.isPresent()) {
      return with(known.get().at(act.stage(), stamp)).chained(entry, line(act));
    }
    InquiryTerms terms;
    try {
      terms = InquiryTerms.fromJson(kind.get(), act.proposal().said().terms());
    } catch (MalformedJsonException _) {
      return voided(entry, InquiryRefusal.TERMS_MALFORMED);
    }
    Optional<InquiryRefusal> objection =
        InquiryRules.objectionToTerms(this, entry, act.proposal().said(), terms, settings);
    if (objection.isPresent()) {
      return voided(entry, objection.get());
    }
    AgreedAct fresh =
        new AgreedAct(
            act.id(), act.proposal().proposer(), terms, versionOf(act), act.stage(), stamp);
    return with(fresh).chained(entry, line(act));
  }

  private int versionOf(Act act) {
    return act.proposal()
        .said()
        .supersedes()
        .flatMap(old -> act(old.entry()))
        .map(old -> old.version() + 1)
        .orElse(1);
  }

  private static String line(Act act) {
    return act.id() + "=" + act.stage().code();
  }

  private InquiryState held(ActEntry entry, InquiryFact fact) {
    Stamp stamp = Stamp.of(entry, folded);
    return switch (fact) {
      case MatterFact matter -> held(stamp, matter);
      case ClaimFact claim -> held(entry, stamp, claim);
      case ExhibitFact exhibit -> held(stamp, exhibit);
      case JointFact joint -> held(stamp, joint);
    };
  }

  private InquiryState held(Stamp stamp, MatterFact fact) {
    return switch (fact) {
      case MatterFact.Opened opened -> with(MatterFile.of(stamp, opened));
      case MatterFact.Closed(EntryId matter, Words reason) ->
          with(matters.get(matter).closedBy(new MatterFile.Closing(stamp, reason)));
      case MatterFact.Reopened(EntryId matter, Words _) ->
          with(matters.get(matter).reopenedBy(stamp.by()));
    };
  }

  private InquiryState held(ActEntry entry, Stamp stamp, ClaimFact fact) {
    return switch (fact) {
      case ClaimFact.Stated(EntryId matter, Statement says) ->
          claimed(matter, Claim.of(stamp, says, Optional.empty(), Optional.empty()));
      case ClaimFact.Superseded(EntryId old, Words reason, Statement says) -> {
        MatterFile file = fileOf(old);
        ClaimEnd end = new ClaimEnd(stamp, Optional.of(stamp.entry()), reason);
        Accounts ended = file.accounts().changed(old, claim -> claim.ended(end));
        yield with(file.with(ended))
            .claimed(file.id(), Claim.of(stamp, says, Optional.empty(), Optional.of(old)));
      }
      case ClaimFact.Withdrawn(EntryId claim, Words reason) -> {
        MatterFile file = fileOf(claim);
        ClaimEnd end = new ClaimEnd(stamp, Optional.empty(), reason);
        yield with(file.with(file.accounts().changed(claim, known -> known.ended(end))));
      }
      case ClaimFact.Translated(EntryId claim, Words words) -> {
        MatterFile file = fileOf(claim);
        Translation translation = new Translation(stamp, words);
        yield with(file.with(file.accounts().changed(claim, known -> known.with(translation))));
      }
      case ClaimFact.Sealed sealed -> {
        MatterFile file = matters.get(sealed.matter());
        SealedClaim seal = new SealedClaim(entry, stamp, sealed, Optional.empty());
        yield with(file.with(file.accounts().with(seal))).at(stamp.entry(), file);
      }
      case ClaimFact.Revealed(EntryId seal, Bytes _, Statement says) -> {
        MatterFile file = fileOf(seal);
        SealedClaim sealed = file.accounts().seals().get(seal);
        yield with(file.with(file.accounts().with(sealed.shownAt(stamp))))
            .claimed(
                file.id(), Claim.of(sealed.sealed(), says, Optional.of(stamp), Optional.empty()));
      }
      case ClaimFact.Asked asked -> {
        MatterFile file = matters.get(asked.matter());
        yield with(file.with(file.accounts().with(new Question(stamp, asked))));
      }
      case ClaimFact.PositionTaken taken -> {
        MatterFile file = fileOf(taken.claim());
        Position position = new Position(stamp, taken);
        yield with(
            file.with(file.accounts().changed(taken.claim(), known -> known.with(position))));
      }
    };
  }

  private InquiryState held(Stamp stamp, ExhibitFact fact) {
    return switch (fact) {
      case ExhibitFact.Registered registered -> {
        MatterFile file = matters.get(registered.matter());
        Exhibit.Lineage lineage =
            registered.of().isEmpty()
                ? Exhibit.Lineage.EVIDENTIARY
                : copy(registered.copy(), file, registered.of().get(), Optional.empty());
        Opening opening =
            new Opening(registered.level(), stamp, registered.description(), Optional.empty());
        yield exhibited(file, stamp, registered.sha256(), lineage, opening);
      }
      case ExhibitFact.Redacted redacted -> {
        MatterFile file = fileOf(redacted.of());
        Exhibit.Lineage lineage =
            copy(CopyClass.REDACTED, file, redacted.of(), Optional.of(redacted.reason()));
        Opening opening =
            new Opening(
                Level.DESCRIBED, stamp, Optional.of(redacted.description()), Optional.empty());
        yield exhibited(file, stamp, redacted.sha256(), lineage, opening);
      }
      case ExhibitFact.Released released -> {
        MatterFile file = fileOf(released.exhibit());
        Opening before = file.exhibits().items().get(released.exhibit()).opening();
        Opening next =
            new Opening(
                released.level(),
                stamp,
                before.description().or(released::description),
                released.manifest());
        yield with(
            file.with(file.exhibits().changed(released.exhibit(), item -> item.opened(next))));
      }
      case ExhibitFact.CustodyPassed passed -> {
        MatterFile file = fileOf(passed.exhibit());
        Transfer transfer = new Transfer(stamp, passed);
        yield with(
            file.with(file.exhibits().changed(passed.exhibit(), item -> item.passed(transfer))));
      }
      case ExhibitFact.AccessRequested requested -> {
        MatterFile file = fileOf(requested.exhibit());
        AccessRequest request = new AccessRequest(stamp, requested, Optional.empty());
        yield with(file.with(file.exhibits().with(request))).at(stamp.entry(), file);
      }
      case ExhibitFact.AccessAnswered answered -> {
        MatterFile file = fileOf(answered.request());
        AccessRequest request = file.exhibits().requests().get(answered.request());
        AccessRequest.Answer answer = new AccessRequest.Answer(stamp, answered);
        yield with(file.with(file.exhibits().with(request.answered(answer))));
      }
    };
  }

  private static Exhibit.Lineage copy(
      CopyClass copy, MatterFile file, EntryId of, Optional<Words> redaction) {
    Hash original = file.exhibits().items().get(of).sha256();
    return new Exhibit.Lineage(copy, Optional.of(of), Optional.of(original), redaction);
  }

  private InquiryState exhibited(
      MatterFile file, Stamp stamp, Hash sha256, Exhibit.Lineage lineage, Opening opening) {
    Exhibit exhibit = new Exhibit(stamp, sha256, lineage, opening, PersistentMap.empty());
    return with(file.with(file.exhibits().with(exhibit))).at(stamp.entry(), file);
  }

  private InquiryState held(Stamp stamp, JointFact fact) {
    return switch (fact) {
      case JointFact.PassUsed used -> {
        MatterFile file = fileOf(used.visit());
        yield with(file.with(file.joint().with(new Visit.Pass(stamp, used))));
      }
      case JointFact.MinutesNotAgreed not -> {
        MatterFile file = fileOf(not.visit());
        yield with(file.with(file.joint().with(new Visit.Remark(stamp, not))));
      }
      case JointFact.Dissented dissented -> {
        MatterFile file = fileOf(dissented.finding());
        yield with(file.with(file.joint().with(new Dissent(stamp, dissented))));
      }
    };
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The matter that was opened by `entry`.
  public Optional<MatterFile> matter(EntryId entry) {
    return matters.find(entry);
  }

  /// The claim that is known by `entry`, in whatever matter.
  public Optional<Claim> claim(EntryId entry) {
    return findFile(entry).flatMap(file -> file.accounts().find(entry));
  }

  /// The exhibit that is known by `entry`, in whatever matter.
  public Optional<Exhibit> exhibit(EntryId entry) {
    return findFile(entry).flatMap(file -> file.exhibits().items().find(entry));
  }

  /// The joint act that was proposed by `entry`, if its terms hold here.
  public Optional<AgreedAct> act(EntryId entry) {
    return findFile(entry).flatMap(file -> file.joint().acts().find(entry));
  }

  /// The matter in which `entry` stated, sealed, registered, asked or proposed something.
  public Optional<MatterFile> findFile(EntryId entry) {
    return where.find(entry).map(matters::get);
  }

  private MatterFile fileOf(EntryId entry) {
    return matters.get(where.get(entry));
  }

  /// The matters that terms are about; those of an alias are two.
  private List<EntryId> mattersOf(InquiryTerms terms) {
    return switch (terms) {
      case AliasTerms.OfMatters(List<EntryId> both) -> both;
      case AliasTerms.OfLabels(EntryId matter, List<String> _) -> List.of(matter);
      case FindingTerms finding -> List.of(finding.matter());
      case VisitTerms visit -> List.of(visit.matter());
      case MinutesTerms minutes -> List.of(where.get(minutes.visit()));
    };
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private InquiryState claimed(EntryId matter, Claim claim) {
    MatterFile file = matters.get(matter);
    return with(file.with(file.accounts().with(claim))).at(claim.id(), file);
  }

  private InquiryState with(AgreedAct act) {
    InquiryState next = this;
    for (EntryId matter : mattersOf(act.terms())) {
      MatterFile file = next.matters.get(matter);
      next = next.with(file.with(file.joint().with(act))).at(act.id(), file);
    }
    return next;
  }

  private InquiryState with(MatterFile file) {
    return new InquiryState(sides, folded, matters.put(file.id(), file), where, voids, digest);
  }

  private InquiryState at(EntryId item, MatterFile file) {
    return new InquiryState(sides, folded, matters, where.put(item, file.id()), voids, digest);
  }

  private InquiryState voided(ActEntry entry, InquiryRefusal why) {
    return new InquiryState(sides, folded, matters, where, voids.put(entry.id(), why), digest)
        .chained(entry, why.name());
  }

  /// This, one turn later, with a line more in the digest (protocol clause 09-9.2).
  private InquiryState chained(ActEntry entry, String outcome) {
    String text = "%s %s %s\n".formatted(entry.id(), entry.leaf(), outcome);
    Hash line = Merkle.sha256(Bytes.ofUtf8(text));
    Hash next = Merkle.sha256(Bytes.concat(digest.toBytes(), line.toBytes()));
    return new InquiryState(sides, folded + 1, matters, where, voids, next);
  }
}
