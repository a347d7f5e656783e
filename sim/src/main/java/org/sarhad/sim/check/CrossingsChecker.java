package org.sarhad.sim.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.crossing.Breach;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// Who crosses (red lines 1 and 3 of 08-4): every word of a side that its unit entered counts if,
/// and only if, it had a leave by all that its author knew ([Permits]). One without is a breach:
/// never counted as right, never forgotten, the same on both nodes.
public final class CrossingsChecker implements Checker {
  /// What is wrong with the words themselves; everything else is that there was no leave.
  private static final Set<CrossingRefusal> NOT_ABOUT_LEAVE =
      EnumSet.of(
          CrossingRefusal.NOT_A_SIDE,
          CrossingRefusal.NOT_RELEASED,
          CrossingRefusal.NO_OFFICER,
          CrossingRefusal.ROLE_MISSING,
          CrossingRefusal.UNIT_NOT_VISITORS,
          CrossingRefusal.NOT_YET,
          CrossingRefusal.ALREADY_INSIDE);

  private final SimWorld world;
  private final Map<SimNode, Progress> progress = new HashMap<>();
  private final Set<EntryId> crossed = new HashSet<>();

  /// How far a node was looked at since its start.
  private static final class Progress {
    private final int start;
    private long count;
    private CrossingState state = CrossingState.of(Ordered.set());

    Progress(int start) {
      this.start = start;
    }
  }

  /// A checker of `world`.
  public CrossingsChecker(SimWorld world) {
    this.world = world;
  }

  /// How many times a unit crossed by a leave.
  public long crossed() {
    return crossed.size();
  }

  /// How many times one crossed without.
  public long breaches() {
    return world.left().seen().agreed().crossings().breaches().size();
  }

  @Override
  public void look(SimNode node) {
    var known = progress.get(node);
    if (known == null || known.start != node.starts()) {
      // What only this node had may be gone after a restore, and with it what was final by it.
      known = new Progress(node.starts());
      progress.put(node, known);
    }
    long finalCount = node.seen().joint().finalCount();
    if (known.count < finalCount) {
      look(node, known, finalCount);
    }
  }

  private void look(SimNode node, Progress known, long finalCount) {
    var accord = node.seen().agreed();
    var state = accord.crossings();
    stays("breach", known.state.breaches(), state.breaches());
    stays("STOP", known.state.stops(), state.stops());
    known.state = state;
    while (known.count < finalCount) {
      known.count++;
      node.seen()
          .jointEntry(known.count)
          .flatMap(id -> Testimony.of(node, id))
          .ifPresent(by -> by.entered().ifPresent(said -> entered(node, accord, by, said)));
    }
  }

  private static <V> void stays(
      String what, PersistentMap<EntryId, V> before, PersistentMap<EntryId, V> now) {
    for (var key : (Iterable<EntryId>) before.keys()::iterator) {
      Violation.unless(now.containsKey(key), "R3", "the %s in %s is forgotten", what, key);
    }
  }

  private void entered(SimNode node, Accord accord, Testimony by, CrossingFact.Entered said) {
    var id = by.entry().id();
    var why = accord.crossings().voids().find(id);
    var breach = accord.crossings().breaches().find(id);
    var author = author(by);
    if (!said.unit().owner().equals(author.party())) {
      Violation.unless(
          why.isPresent() && breach.isEmpty(), "R4", "%s in %s speaks for others", said, id);
      return;
    }
    if (why.filter(NOT_ABOUT_LEAVE::contains).isPresent()) {
      Violation.unless(breach.isEmpty(), "R1", "%s is no breach: %s", id, why);
      return;
    }
    var objection = new Permits(node, accord).objection(by, said);
    if (objection.isEmpty()) {
      Violation.unless(why.isEmpty(), "R1", "%s had a leave and is void: %s", id, why);
      crossed.add(id);
    } else {
      isKept(id, said, objection.get(), why, breach);
    }
  }

  private static void isKept(
      EntryId id,
      CrossingFact.Entered said,
      String objection,
      Optional<CrossingRefusal> why,
      Optional<Breach> breach) {
    var redLine = objection.substring(0, objection.indexOf(':'));
    Violation.unless(why.isPresent(), redLine, "%s in %s counts, but %s", said, id, objection);
    Violation.unless(
        breach.filter(kept -> kept.said().said().equals(said)).isPresent(),
        redLine,
        "%s in %s is not kept as a breach, and %s",
        said,
        id,
        objection);
  }

  private SimNode author(Testimony by) {
    return world.nodes().stream()
        .filter(node -> node.origin().equals(by.entry().id().origin()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void end() {
    var left = world.left().seen().agreed().crossings();
    var right = world.right().seen().agreed().crossings();
    Violation.unless(
        left.breaches().equals(right.breaches()) && left.digest().equals(right.digest()),
        "I9",
        "the nodes differ about who crossed: %s and %s",
        left.breaches().keys().toList(),
        right.breaches().keys().toList());
  }
}
