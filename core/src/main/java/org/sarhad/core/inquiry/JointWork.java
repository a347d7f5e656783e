package org.sarhad.core.inquiry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;

/// What the sides do and agree on together in one matter.
///
/// @param acts by the entries of their proposals
/// @param passes by visit: used once
/// @param remarks on minutes that were not agreed, by their places
/// @param dissents by their places
public record JointWork(
    PersistentMap<EntryId, AgreedAct> acts,
    PersistentMap<EntryId, Visit.Pass> passes,
    PersistentMap<Long, Visit.Remark> remarks,
    PersistentMap<Long, Dissent> dissents) {

  static final JointWork EMPTY =
      new JointWork(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  /// The acts in force, in the order in which they came into force.
  public Stream<AgreedAct> inForce() {
    return acts.values()
        .filter(AgreedAct::isInForce)
        .sorted(Comparator.comparingLong(act -> act.moved().place()));
  }

  /// The findings in force, in the order in which they came into force.
  public Stream<AgreedAct> findings() {
    return inForce().filter(act -> act.terms() instanceof FindingTerms);
  }

  /// The dissents annexed to the finding `act`, in the order of the record.
  public List<Dissent> dissentsFrom(EntryId act) {
    return dissents.values().filter(dissent -> dissent.said().finding().equals(act)).toList();
  }

  /// The matters that are linked to `matter` by an alias in force.
  public List<EntryId> linkedTo(EntryId matter) {
    return inForce()
        .flatMap(
            act ->
                act.terms() instanceof AliasTerms.OfMatters(List<EntryId> matters)
                    ? matters.stream()
                    : Stream.empty())
        .filter(other -> !other.equals(matter))
        .distinct()
        .sorted()
        .toList();
  }

  /// The visit that was agreed on by the act `id`, whatever became of the act since.
  public Optional<Visit> visit(EntryId id) {
    return acts.find(id)
        .flatMap(
            act ->
                act.terms() instanceof VisitTerms terms
                    ? Optional.of(
                        new Visit(act, terms, passes.find(id), minutesOf(id), remarksOn(id)))
                    : Optional.empty());
  }

  /// The agreed minutes of the visit `id`, if they are in force.
  public Optional<AgreedAct> minutesOf(EntryId id) {
    return inForce()
        .filter(act -> act.terms() instanceof MinutesTerms minutes && minutes.visit().equals(id))
        .findFirst();
  }

  private List<Visit.Remark> remarksOn(EntryId visit) {
    return remarks.values().filter(remark -> remark.said().visit().equals(visit)).toList();
  }

  JointWork with(AgreedAct act) {
    return new JointWork(acts.put(act.id(), act), passes, remarks, dissents);
  }

  JointWork with(Visit.Pass pass) {
    return new JointWork(acts, passes.put(pass.said().visit(), pass), remarks, dissents);
  }

  JointWork with(Visit.Remark remark) {
    return new JointWork(acts, passes, remarks.put(remark.stated().place(), remark), dissents);
  }

  JointWork with(Dissent dissent) {
    return new JointWork(acts, passes, remarks, dissents.put(dissent.annexed().place(), dissent));
  }
}
