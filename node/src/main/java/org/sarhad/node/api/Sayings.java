package org.sarhad.node.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Mentions;
import org.sarhad.core.register.Wording;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.api.view.RegisterViews;

/// What was said of one thing in a register, as the contract shows it.
final class Sayings {
  private final Lens lens;
  private final Entries entries;

  Sayings(Lens lens) {
    this.lens = lens;
    this.entries = new Entries(lens);
  }

  /// Every statement, the first one first. One read for each.
  List<RegisterViews.Statement> history(Mentions mentions) {
    return mentions.stream()
        .flatMap(id -> lens.view().entry(id).stream())
        .map(
            entry ->
                new RegisterViews.Statement(
                    lens.entryName(entry.id()),
                    entry.envelope().kind().value(),
                    lens.author(entries.author(entry), entry.author(), Optional.empty()),
                    entry.envelope().time(),
                    entries.body(entry).map(body -> body)))
        .toList();
  }

  /// What the entry `id` says, if its body is here.
  Optional<Statement> said(EntryId id) {
    return lens.view()
        .entry(id)
        .flatMap(
            entry ->
                entries.body(entry).flatMap(body -> Statement.read(entry.envelope().kind(), body)));
  }

  /// The entry `id`; empty while it is not shown here.
  Optional<Entry> entry(EntryId id) {
    return lens.view().entry(id);
  }

  /// The author of `entry`, as colleagues know them.
  Author author(Entry entry) {
    return lens.author(entries.author(entry), entry.author(), Optional.empty());
  }

  /// Joint acts of `kind` whose terms are `about` the thing, the newest proposal first. O(acts).
  List<RegisterViews.ActLine> acts(ActKind kind, Predicate<Json.Obj> about) {
    var agreed = lens.view().agreed().acts();
    return lens.view()
        .expected()
        .acts()
        .acts()
        .values()
        .filter(act -> act.proposal().said().act().equals(kind))
        .filter(act -> about.test(act.proposal().said().terms()))
        .map(
            act ->
                new RegisterViews.ActLine(
                    lens.entryName(act.id()),
                    kind.value(),
                    act.stage().code(),
                    agreed.act(act.id()).map(Act::stage).equals(Optional.of(act.stage())),
                    act.proposal().proposer().value(),
                    timeOf(act.id())))
        .sorted(Comparator.comparing(RegisterViews.ActLine::proposedAt).reversed())
        .toList();
  }

  private Instant timeOf(EntryId id) {
    return lens.view().entry(id).map(entry -> entry.envelope().time()).orElse(Instant.EPOCH);
  }

  // ---- words ----------------------------------------------------------------------------------

  /// By language.
  static Map<String, String> texts(Wording wording) {
    return wording.texts();
  }

  /// What sides are called, in the order of their names.
  static List<String> names(SortedSet<PartyId> sides) {
    return sides.stream().map(PartyId::value).toList();
  }

  /// What entries are called here.
  List<String> named(SortedSet<EntryId> ids) {
    return ids.stream().map(lens::entryName).toList();
  }
}
