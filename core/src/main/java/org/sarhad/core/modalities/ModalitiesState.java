package org.sarhad.core.modalities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Quorums;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// All modalities of a channel, folded in the final joint order (protocol clause 08-8). Immutable.
///
/// For each entry first [#moved] with every act of kind `modalities` whose stage that entry
/// changed, in the order of their proposals' entries; then, if it states a [ModalitiesFact],
/// [#apply] with that fact.
///
/// @param offers every act of the kind, by the entry of its proposal
/// @param versions every sound document that was signed, by its number
/// @param suspensions what each side has said about suspending; nothing for a side that has not
/// @param voids facts that do not hold, and entries by which a document was signed in vain, and why
/// @param digest chain of SHA-256 over all that became of anything
public record ModalitiesState(
    PersistentMap<EntryId, Offer> offers,
    PersistentMap<Long, Version> versions,
    PersistentMap<PartyId, Suspension> suspensions,
    PersistentMap<EntryId, ModalitiesRefusal> voids,
    Hash digest) {
  /// The kind of the acts that are about modalities (protocol clause 08-1.1).
  public static final ActKind KIND = ActKind.of("modalities");

  /// Nothing offered, nothing in force.
  public static ModalitiesState of() {
    return new ModalitiesState(
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Merkle.sha256(Bytes.ofUtf8("sarhad modalities v1\n")));
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `entry` brought `act` to another stage. Acts of other kinds change nothing.
  /// O(log n), and O(clauses) where a document is proposed or signed.
  public ModalitiesState moved(ActEntry entry, Act act) {
    if (!act.proposal().said().act().equals(KIND)) {
      return this;
    }
    Offer offer =
        offers.find(act.id()).map(known -> known.with(act)).orElseGet(() -> Offer.of(act));
    ModalitiesState next = with(offer);
    return switch (act.stage()) {
      case PROPOSED, ASSENTED, REFUSED, WITHDRAWN, EXPIRED, SUPERSEDED ->
          next.chained(entry, act.id() + "=" + act.stage().code());
      case EFFECTIVE -> next.signed(entry, offer);
      case VOIDED -> next.annulled(entry, offer);
    };
  }

  /// Every side has signed. A document that is not sound never comes in force all the same.
  private ModalitiesState signed(ActEntry entry, Offer offer) {
    Optional<ModalitiesRefusal> objection =
        ModalitiesRules.objection(this, offer.act().proposal().said());
    if (objection.isPresent()) {
      return with(offer.with(objection.get()))
          .withVoid(entry.id(), objection.get())
          .chained(entry, offer.id() + "=" + objection.get().name());
    }
    Document document = offer.document().orElseThrow();
    Version version =
        new Version(
            offer.id(),
            document,
            document.settings(),
            offer.act().proposal().quorum(),
            entry.id(),
            document.inForceFrom().isPresent() ? Optional.empty() : Optional.of(entry.id()),
            Optional.empty());
    String what = version.isBegun() ? " in force" : " signed";
    return with(version).chained(entry, offer.id() + "=" + document.number() + what);
  }

  /// An assent to it was proven to be stale. Whatever was in force before it is so again.
  private ModalitiesState annulled(ActEntry entry, Offer offer) {
    ModalitiesState next =
        versionOf(offer).map(version -> with(version.voidedBy(entry.id()))).orElse(this);
    return next.chained(entry, offer.id() + "=voided");
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n).
  public ModalitiesState apply(ActEntry entry, ModalitiesFact fact) {
    Optional<ModalitiesRefusal> objection = ModalitiesRules.objection(this, entry, fact);
    return objection.isPresent()
        ? withVoid(entry.id(), objection.get()).chained(entry, objection.get().name())
        : held(entry, fact).chained(entry, "held");
  }

  private ModalitiesState held(ActEntry entry, ModalitiesFact fact) {
    PartyId author = entry.context().author();
    return switch (fact) {
      case ModalitiesFact.Commented commented ->
          with(
              offers
                  .get(commented.act())
                  .with(
                      new Comment(
                          entry.id(), author, entry.context().officer().orElseThrow(), commented)));
      case ModalitiesFact.Began(long number) -> with(versions.get(number).begun(entry.id()));
      case ModalitiesFact.SuspensionNoticed said ->
          with(
              author,
              suspension(author)
                  .with(new Suspension.Notice(entry.id(), said.from(), said.reason())));
      case ModalitiesFact.Suspended(Optional<EntryId> _, Optional<String> emergency) ->
          with(author, Suspension.begun(active(entry, emergency)));
      case ModalitiesFact.ResumptionNoticed said ->
          with(
              author,
              suspension(author)
                  .with(new Suspension.Notice(entry.id(), said.from(), said.reason())));
      case ModalitiesFact.Resumed _ -> with(author, Suspension.NONE);
      case ModalitiesFact.NoticeWithdrawn _ -> with(author, suspension(author).withoutNotice());
    };
  }

  private Suspension.Active active(ActEntry entry, Optional<String> emergency) {
    String reason =
        emergency.orElseGet(
            () -> suspension(entry.context().author()).notice().orElseThrow().reason());
    return new Suspension.Active(entry.id(), emergency.isPresent(), reason);
  }

  // ---- what holds -----------------------------------------------------------------------------

  /// The version in force here; suspended or not. Every setting is read from it at this place.
  public Optional<Version> inForce() {
    return begun().findFirst();
  }

  /// The version in force as far as the author of `entry` knew (protocol clause 08-7.3).
  Optional<Version> inForceFor(ActEntry entry) {
    return begun().filter(version -> version.began().filter(entry::knows).isPresent()).findFirst();
  }

  /// The settings to go by here: of the version in force, or the initial ones.
  public Settings settings() {
    return inForce().map(Version::settings).orElse(Settings.INITIAL);
  }

  /// Why no joint act of any other kind can be made here: `NO_MODALITIES` or `SUSPENDED`; empty
  /// when it can. What every joint application asks before its own rules. What is under way goes on
  /// whatever this says (protocol clause 08-7.5).
  public Optional<ModalitiesRefusal> objectionToJointActs() {
    if (inForce().isEmpty()) {
      return Optional.of(ModalitiesRefusal.NO_MODALITIES);
    }
    return isSuspended() ? Optional.of(ModalitiesRefusal.SUSPENDED) : Optional.empty();
  }

  /// The same for ambulances and fire engines in the fast lane, which may outlast a suspension.
  public Optional<ModalitiesRefusal> objectionToFastLane() {
    return objectionToJointActs()
        .filter(
            objection ->
                objection != ModalitiesRefusal.SUSPENDED
                    || !settings().fastLane().survivesSuspension());
  }

  /// Whether any side has suspended the modalities.
  public boolean isSuspended() {
    return suspensions.values().anyMatch(Suspension::isActive);
  }

  /// Who signs which act here. To be given to the fold of the acts for the entries that follow.
  public Quorums quorums() {
    return inForce()
        .<Quorums>map(version -> version.settings().quorums(version.number()))
        .orElse(Quorums.DEFAULT);
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// How far the document offered by the entry `act` is.
  ///
  /// @return empty when there is no such offer
  public Optional<VersionStage> stage(EntryId act) {
    return offers.find(act).map(this::stage);
  }

  private VersionStage stage(Offer offer) {
    return switch (offer.act().stage()) {
      case PROPOSED, ASSENTED -> VersionStage.OFFERED;
      case REFUSED ->
          offers.containsKey(offer.act().by()) ? VersionStage.COUNTERED : VersionStage.REFUSED;
      case WITHDRAWN, EXPIRED -> VersionStage.WITHDRAWN;
      case VOIDED -> VersionStage.VOIDED;
      // That the act was superseded says only that a later one was signed: until that one comes in
      // force, this one is.
      case EFFECTIVE, SUPERSEDED -> versionOf(offer).map(this::stage).orElse(VersionStage.UNSOUND);
    };
  }

  private VersionStage stage(Version version) {
    long current = inForce().map(Version::number).orElse(0L);
    if (version.number() == current) {
      return isSuspended() ? VersionStage.SUSPENDED : VersionStage.IN_FORCE;
    }
    return version.number() > current ? VersionStage.SIGNED : VersionStage.SUPERSEDED;
  }

  /// The number that the next document has to have: one more than that of the last that was signed
  /// and sound, voided or not. No number is used twice.
  public long nextNumber() {
    return versions.last().map(last -> last.key() + 1).orElse(1L);
  }

  /// The act that the next document has to supersede: that of the last version, as long as it is
  /// effective.
  public Optional<ActRef> toBeSuperseded() {
    return versions
        .last()
        .map(last -> offers.get(last.value().act()).act())
        .filter(Act::isEffective)
        .map(Act::ref);
  }

  /// What `party` has said about suspending.
  public Suspension suspension(PartyId party) {
    return suspensions.getOrElse(party, Suspension.NONE);
  }

  /// Signed versions that wait for the time they announced, by their numbers.
  public Stream<Version> waiting() {
    long current = inForce().map(Version::number).orElse(0L);
    return versions
        .from(current + 1)
        .values()
        .filter(version -> version.began().isEmpty() && version.voided().isEmpty());
  }

  /// What the node of `party` has to say by itself, because its clock shows `now`: that a version
  /// begins, of several the newest, and that its own side's notice takes effect. Nothing that could
  /// not hold (protocol clauses 08-6.3, 08-7.2).
  public List<ModalitiesFact> due(PartyId party, Instant now) {
    List<ModalitiesFact> facts = new ArrayList<>();
    waiting()
        .filter(version -> version.quorum().needs(party))
        .filter(version -> hasCome(version.document().inForceFrom().orElseThrow(), now))
        .reduce((_, later) -> later)
        .ifPresent(version -> facts.add(new ModalitiesFact.Began(version.number())));
    Suspension own = suspension(party);
    own.notice()
        .filter(notice -> hasCome(notice.from(), now) && (own.isActive() || inForce().isPresent()))
        .map(
            notice ->
                own.isActive()
                    ? ModalitiesFact.Resumed.after(notice.entry())
                    : ModalitiesFact.Suspended.after(notice.entry()))
        .ifPresent(facts::add);
    return List.copyOf(facts);
  }

  private static boolean hasCome(Instant announced, Instant now) {
    return !now.isBefore(announced);
  }

  private Optional<Version> versionOf(Offer offer) {
    return offer
        .document()
        .flatMap(document -> versions.find(document.number()))
        .filter(version -> version.act().equals(offer.id()));
  }

  /// Versions that have come in force, the newest first.
  private Stream<Version> begun() {
    return Stream.iterate(
            versions.last(), Optional::isPresent, last -> versions.lower(last.orElseThrow().key()))
        .map(entry -> entry.orElseThrow().value())
        .filter(Version::isBegun);
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private ModalitiesState with(Offer offer) {
    return new ModalitiesState(offers.put(offer.id(), offer), versions, suspensions, voids, digest);
  }

  private ModalitiesState with(Version version) {
    return new ModalitiesState(
        offers, versions.put(version.number(), version), suspensions, voids, digest);
  }

  private ModalitiesState with(PartyId party, Suspension suspension) {
    return new ModalitiesState(
        offers,
        versions,
        suspension.isNothing() ? suspensions.remove(party) : suspensions.put(party, suspension),
        voids,
        digest);
  }

  private ModalitiesState withVoid(EntryId entry, ModalitiesRefusal why) {
    return new ModalitiesState(offers, versions, suspensions, voids.put(entry, why), digest);
  }

  private ModalitiesState chained(ActEntry entry, String outcome) {
    String line = entry.id() + " " + entry.leaf() + " " + outcome + "\n";
    Hash next = Merkle.sha256(Bytes.ofUtf8(line));
    return new ModalitiesState(
        offers,
        versions,
        suspensions,
        voids,
        Merkle.sha256(Bytes.concat(digest.toBytes(), next.toBytes())));
  }
}
