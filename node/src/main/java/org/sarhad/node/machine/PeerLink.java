package org.sarhad.node.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.crypto.Verifier;

/// The link with one peer in this run of the node: what is under way, what was heard and when.
/// Nothing of it survives a restart, and nothing needs to.
final class PeerLink {
  private final PartyId peer;
  private final PushSession push;
  private final MirrorKeeper keeper;
  private final NodeSettings.Link settings;
  private Optional<Moment> heard = Optional.empty();
  private boolean isMissed;
  private Moment asked;
  private boolean isGreeting;
  private Optional<PullSession> pull = Optional.empty();
  private boolean isFetching;
  private Optional<Moment> behindSince = Optional.empty();
  private Optional<String> suspicion = Optional.empty();
  private OptionalLong skewSeconds = OptionalLong.empty();
  private LinkState state = LinkState.SILENT;
  private Instant since;

  PeerLink(
      PeerStanding standing,
      PushSource source,
      MirrorKeeper keeper,
      String ownOrigin,
      Verifier verifier,
      NodeSettings.Link settings,
      Moment now) {
    this.peer = standing.party();
    this.keeper = keeper;
    this.settings = settings;
    this.push =
        new PushSession(
            ownOrigin,
            standing.card().mirror(),
            verifier,
            source,
            standing.delivery().size(),
            settings);
    this.since = now.wall();
    // Long enough ago for the first greeting to go out at once.
    this.asked = new Moment(now.wall(), now.nanos() - settings.greetAfter().toNanos());
  }

  PartyId peer() {
    return peer;
  }

  PushSession push() {
    return push;
  }

  MirrorKeeper keeper() {
    return keeper;
  }

  // ---- hearing --------------------------------------------------------------------------------

  /// The peer asked or answered something.
  void heard(Moment now) {
    heard = Optional.of(now);
    isMissed = false;
  }

  /// The peer did not answer.
  void missed() {
    isMissed = true;
  }

  /// Whether the peer was heard, and has answered everything since.
  boolean isHeard() {
    return heard.isPresent() && !isMissed;
  }

  /// Something was asked of the peer.
  void asked(Moment now) {
    asked = now;
  }

  /// Whether a greeting is due: nothing has been asked for a while, and none is under way.
  boolean isGreetingDue(Moment now) {
    return !isGreeting && now.isAtLeast(settings.greetAfter(), asked);
  }

  void greeting(boolean underWay) {
    isGreeting = underWay;
  }

  void skew(long seconds) {
    skewSeconds = OptionalLong.of(seconds);
  }

  OptionalLong skew() {
    return skewSeconds;
  }

  Optional<Instant> lastHeard() {
    return heard.map(Moment::wall);
  }

  /// Since when the peer is out of sight; empty while it is heard.
  Optional<Instant> silentSince() {
    return state == LinkState.SILENT
        ? Optional.of(heard.map(Moment::wall).orElse(since))
        : Optional.empty();
  }

  // ---- suspicion ------------------------------------------------------------------------------

  void suspect(String sentence) {
    suspicion = Optional.of(sentence);
  }

  /// What was doubted has come out well.
  void trust() {
    suspicion = Optional.empty();
  }

  Optional<String> suspicion() {
    return suspicion;
  }

  // ---- pulling --------------------------------------------------------------------------------

  Optional<PullSession> pull() {
    return pull;
  }

  void pull(PullSession session) {
    pull = Optional.of(session);
  }

  void endPull() {
    pull = Optional.empty();
    behindSince = Optional.empty();
  }

  /// Whether the peer is being asked for a file. A pull, a restore, a probe and a search take
  /// turns: what one of them asked for is still under way when it has ended.
  boolean isFetching() {
    return isFetching;
  }

  void fetching(boolean underWay) {
    isFetching = underWay;
  }

  /// The peer's newest head is, or is not, beyond what we hold. Returns whether it has been so for
  /// long enough that waiting for a push makes no sense.
  boolean isPullDue(boolean isBehind, Moment now) {
    if (!isBehind) {
      behindSince = Optional.empty();
      return false;
    }
    if (behindSince.isEmpty()) {
      behindSince = Optional.of(now);
    }
    return pull.isEmpty() && now.isAtLeast(settings.laggingAfter(), behindSince.get());
  }

  // ---- state ----------------------------------------------------------------------------------

  /// Reckons the state anew; true if it changed.
  boolean reckon(PeerStanding standing, GuardWatch guard, Optional<Duration> waiting, Moment now) {
    var next = reckoned(standing, guard, waiting, now);
    if (next == state) {
      return false;
    }
    // Silence began when the last was heard, not when it was noticed.
    since = next == LinkState.SILENT ? heard.map(Moment::wall).orElse(now.wall()) : now.wall();
    state = next;
    return true;
  }

  private LinkState reckoned(
      PeerStanding standing, GuardWatch guard, Optional<Duration> waiting, Moment now) {
    if (!standing.isPaired()) {
      return LinkState.UNPAIRED;
    }
    if (standing.mirror().isFrozen()) {
      return LinkState.FORKED;
    }
    if (guard.state() == GuardState.BEHIND || guard.state() == GuardState.RESTORING) {
      return LinkState.BEHIND_OWN_MIRROR;
    }
    if (suspicion.isPresent()) {
      return LinkState.SUSPECT;
    }
    var patience = isMissed ? settings.missedAfter() : settings.silentAfter();
    if (heard.isEmpty() || now.isAtLeast(patience, heard.get())) {
      return LinkState.SILENT;
    }
    return waiting.filter(age -> age.compareTo(settings.laggingAfter()) > 0).isPresent()
        ? LinkState.LAGGING
        : LinkState.LIVE;
  }

  LinkState state() {
    return state;
  }

  Instant since() {
    return since;
  }
}
