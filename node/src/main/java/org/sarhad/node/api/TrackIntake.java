package org.sarhad.node.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sarhad.core.fact.RefusalCode.Retry;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.Role;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.TrackEvent;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.core.tracks.TrackRules;
import org.sarhad.core.tracks.WatchedLine;
import org.sarhad.node.account.OpenSession;
import org.sarhad.node.account.Sessions;
import org.sarhad.node.api.view.TrackViews;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;

/// Where positions come in, by whatever way: into the picture, what follows from them to those who
/// listen, and the crossings among it to the other side. Thread-safe.
final class TrackIntake {
  /// How many events are remembered for who is behind.
  private static final int EVENTS_KEPT = 10_000;

  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
  private static final String TOLD_ALREADY = "tracks.said_before";

  private final Surface surface;
  private final Sessions sessions;
  private final HeldTracks held;
  private final EventHub<TrackViews.Happened> hub;
  private final UntoldCrossings untold;

  /// Who signs what is told: whoever last sent positions, as long as they are signed in.
  private volatile Optional<Speaker> speaker = Optional.empty();

  private record Speaker(String token, OpenSession session) {}

  /// What became of a batch.
  ///
  /// @param told how many crossings were told to the other side
  /// @param untold why the first was not that could not be
  record Taken(HeldTracks.Batch batch, int told, Optional<String> untold) {}

  /// @param line the operational line of this node now
  /// @param shelf where crossings lie that are not told yet
  /// @param also told of every position that is taken
  TrackIntake(
      Surface surface,
      Supplier<Optional<WatchedLine>> line,
      Sessions sessions,
      UntoldCrossings.Shelf shelf,
      Consumer<Sighting> also) {
    this.surface = surface;
    this.sessions = sessions;
    this.held = new HeldTracks(line, also);
    var epoch = Long.toString(surface.clock().now().toEpochMilli(), Character.MAX_RADIX);
    this.hub = new EventHub<>(epoch, EVENTS_KEPT);
    this.untold =
        new UntoldCrossings(
            this::told,
            shelf,
            () -> hub.tell("untold", TrackViews.Happened.at(now())),
            TRY_AGAIN,
            surface.clock());
  }

  HeldTracks held() {
    return held;
  }

  EventHub<TrackViews.Happened> hub() {
    return hub;
  }

  UntoldCrossings untold() {
    return untold;
  }

  private Instant now() {
    return surface.clock().now();
  }

  /// Takes `sightings`, and tells what is to be told of them, signed by whoever calls.
  Taken take(Call call, List<Sighting> sightings) {
    var agreed = surface.look(call).view().agreed();
    call.exchange()
        .cookie(Api.COOKIE)
        .ifPresent(token -> speaker = Optional.of(new Speaker(token, call.caller().session())));
    var batch = held.take(agreed, sightings, now());
    batch.events().forEach(this::spread);
    int told = 0;
    Optional<String> why = Optional.empty();
    for (var fact : facts(batch)) {
      var refusal = untold.tell(fact);
      told += refusal.isEmpty() ? 1 : 0;
      why = why.or(() -> refusal.map(UntoldCrossings.Why::code));
    }
    return new Taken(batch, told, why);
  }

  /// Looks what has become old, and tells it to those who listen.
  void look() {
    held.turnedStale(surface.look().view().agreed(), now()).forEach(this::spread);
  }

  private void spread(TrackEvent event) {
    hub.tell(TrackWords.word(event.kind()), TrackWords.happened(event));
  }

  private static List<TrackFact> facts(HeldTracks.Batch batch) {
    return batch.line().stream()
        .flatMap(
            line -> batch.events().stream().flatMap(event -> TrackFact.of(event, line).stream()))
        .toList();
  }

  // ---- telling --------------------------------------------------------------------------------

  private Optional<UntoldCrossings.Why> told(TrackFact fact) {
    var signer = speaker.filter(this::maySpeak);
    if (signer.isEmpty()) {
      return Optional.of(new UntoldCrossings.Why(ApiRefusal.NOT_SIGNED_IN.plain().code(), true));
    }
    var request = new NodeRequest.State(new Statement.OnTracks(fact));
    var outcome = surface.outcome(signer.get().session(), request);
    return outcome.isEmpty()
        ? Optional.of(new UntoldCrossings.Why(ApiRefusal.SLOW.plain().code(), true))
        : switch (outcome.get()) {
          case Outcome.Accepted _ -> Optional.empty();
          case Outcome.Refused refused -> why(refused);
        };
  }

  /// What was asked and not answered in time may be told after all.
  private static Optional<UntoldCrossings.Why> why(Outcome.Refused refused) {
    return refused.code().equals(TOLD_ALREADY)
        ? Optional.empty()
        : Optional.of(
            new UntoldCrossings.Why(
                refused.code(),
                refused.retry() == Retry.LATER
                    && !refused.code().equals(UntoldCrossings.Why.STOPPED)));
  }

  /// Looking does not keep a session alive.
  private boolean maySpeak(Speaker last) {
    var roles = surface.node().rolesOf(last.session().account().key().officer());
    return sessions.isOpen(last.token()) && mayFeed(roles);
  }

  /// Whether somebody with these roles may send positions.
  static boolean mayFeed(Set<Role> roles) {
    return roles.stream().anyMatch(TrackRules.SPEAKERS::contains);
  }
}
