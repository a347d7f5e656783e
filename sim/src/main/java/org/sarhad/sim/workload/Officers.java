package org.sarhad.sim.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// The officers of both sides at work: they raise alerts, tell the other side, acknowledge, write
/// notes, read, register units, grant keys, erase, negotiate, and work at the line ([Crossings]).
/// What they ask for makes sense most of the time; when it does not, the rules refuse it, which is
/// part of the exercise.
public final class Officers {
  /// How many of a thousand requests are about units at the line.
  private static final int AT_THE_LINE = 350;

  private final SimWorld world;
  private final SimRandom random;
  private final Negotiations negotiations;
  private final Crossings crossings;
  private final Shift shift;
  private long serial;

  /// Officers of `world` who ask once in `pause`, on average, at each node. `told` hears every
  /// outcome.
  public Officers(
      SimWorld world, SimRandom random, Duration pause, BiConsumer<SimNode, Outcome> told) {
    this.world = world;
    this.random = random;
    this.negotiations = new Negotiations(random);
    this.crossings = new Crossings(world, random.fork());
    this.shift = new Shift(world, random, "k", pause, node -> Optional.of(any(node)), told);
  }

  /// They begin their shift.
  public void begin() {
    shift.begin();
  }

  /// They ask nothing more.
  public void end() {
    shift.end();
  }

  /// They ask more or less often from now on.
  public void pause(Duration other) {
    shift.pause(other);
  }

  /// How many requests they made.
  public long asked() {
    return shift.asked();
  }

  private Ask any(SimNode node) {
    return random.chance(AT_THE_LINE) ? crossings.any(node) : Ask.ofChief(node, request(node));
  }

  private NodeRequest request(SimNode node) {
    return switch (random.between(0, 16)) {
      case 0, 1, 2 -> respond(open(node, Audience.RELEASE));
      case 3 -> respond(open(node, Audience.INTERNAL));
      case 4 ->
          incident(node, true).map(i -> respond(notifyPeer(node, i))).orElseGet(() -> note(node));
      case 5 -> incident(node, false).map(i -> respond(acknowledge(i))).orElseGet(() -> note(node));
      case 6, 7 -> note(node);
      case 8, 9 -> markRead(node);
      case 10 -> respond(registerUnit());
      case 11 -> erase(node);
      case 12, 13, 14, 15 -> new NodeRequest.State(negotiations.any(node));
      default -> grant(node);
    };
  }

  private static NodeRequest respond(ResponseRequest request) {
    return new NodeRequest.Respond(request);
  }

  private ResponseRequest open(SimNode node, Audience audience) {
    return new ResponseRequest.OpenIncident(alert(node), false, audience);
  }

  private Alert alert(SimNode node) {
    return new Alert(
        Optional.empty(),
        Words.en("sighting " + serial++),
        new Place("Post " + random.between(1, 99), Optional.empty(), 0),
        node.clock().now(),
        random.pick(List.of(Priority.values())));
  }

  private ResponseRequest notifyPeer(SimNode node, Incident incident) {
    return new ResponseRequest.NotifyPeer(incident.id(), alert(node));
  }

  private static ResponseRequest acknowledge(Incident incident) {
    return new ResponseRequest.Acknowledge(incident.id(), Words.en("understood"));
  }

  private NodeRequest note(SimNode node) {
    var all = node.seen().response().incidents();
    if (all.isEmpty()) {
      return respond(open(node, Audience.RELEASE));
    }
    return respond(
        new ResponseRequest.Note(
            random.pick(all).id(),
            Words.en("note " + serial++),
            Optional.empty(),
            random.chance(600) ? Audience.RELEASE : Audience.INTERNAL));
  }

  private NodeRequest markRead(SimNode node) {
    var mirror =
        node.seen().logs().stream().filter(log -> log.kind() == LogView.Kind.MIRROR).findFirst();
    if (mirror.isEmpty() || mirror.get().size() == 0) {
      return note(node);
    }
    long size = mirror.get().size();
    var read = new ArrayList<EntryId>();
    for (long index = Math.max(0, size - random.between(1, 5)); index < size; index++) {
      read.add(new EntryId(mirror.get().origin(), index));
    }
    return new NodeRequest.MarkRead(read);
  }

  private ResponseRequest registerUnit() {
    return new ResponseRequest.RegisterUnit(
        new UnitDescription(
            "unit " + serial++,
            random.pick(List.of(UnitType.values())),
            new Place("Post " + random.between(1, 99), Optional.empty(), 0),
            Set.of()),
        UnitStatus.AVL,
        Audience.INTERNAL);
  }

  /// Something of the response that was released, some time ago or just now.
  private NodeRequest erase(SimNode node) {
    long size = node.seen().log(node.origin()).map(LogView::size).orElse(0L);
    var entries =
        node.seen().entries(node.origin(), Math.max(0, size - random.between(1, 50)), size);
    return entries.stream()
        .filter(entry -> entry.envelope().kind().value().startsWith("response."))
        .flatMap(entry -> entry.envelope().body().stream().map(body -> erase(entry.id(), body)))
        .findFirst()
        .orElseGet(() -> note(node));
  }

  private static NodeRequest erase(EntryId entry, PayloadRef body) {
    return new NodeRequest.Erase(entry, body.sha256(), "a name that should not have been written");
  }

  private NodeRequest grant(SimNode node) {
    var name = node.party() + ".sarhad.example/officer/x" + serial++;
    return new NodeRequest.GrantOfficer(
        world.officer(node, name).signer().verifierKey(), Set.of(Role.OBSERVER));
  }

  private Optional<Incident> incident(SimNode node, boolean isOwn) {
    var some =
        node.seen().response().incidents().stream()
            .filter(incident -> incident.owner().equals(node.party()) == isOwn)
            .toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(random.pick(some));
  }
}
