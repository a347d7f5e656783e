package org.sarhad.node.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PairingCard;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// The steps of a link test (06-1.5), judged from one greeting and from what is known.
///
/// @param peer with whom
/// @param published entries under our newest head
/// @param clocks how far they may be apart
record LinkTest(PeerStanding peer, long published, NodeSettings.Clocks clocks) {

  /// The outcome where nobody is paired.
  static Outcome notPaired(PartyId peer) {
    return outcome(List.of(new Reply.Step("paired", false, "not paired with " + peer, 0)));
  }

  /// The outcome where nobody answers, for this reason.
  static Outcome unreachable(PartyId peer, String reason) {
    return outcome(
        List.of(
            new Reply.Step("paired", true, "paired with " + peer, 0),
            new Reply.Step("reachable", false, reason, 0)));
  }

  private static Outcome outcome(List<Reply.Step> steps) {
    return new Outcome.Accepted(List.of(), new Reply.LinkTested(steps));
  }

  /// The outcome, with the steps in order, up to the first that failed.
  ///
  /// @param hello what the peer answered; empty if that was no greeting
  /// @param millis how long it took
  /// @param skew its clock minus ours, in seconds
  Outcome judge(Optional<Hello> hello, long millis, OptionalLong skew) {
    return outcome(steps(hello, millis, skew));
  }

  private List<Reply.Step> steps(Optional<Hello> hello, long millis, OptionalLong skew) {
    var steps = new ArrayList<Reply.Step>();
    steps.add(new Reply.Step("paired", true, "paired with " + peer.party(), 0));
    steps.add(new Reply.Step("reachable", true, "answered at " + peer.card().address(), millis));
    boolean isSame = hello.map(Hello::card).filter(this::isConfirmed).isPresent();
    steps.add(
        new Reply.Step(
            "hello",
            isSame,
            isSame
                ? "greets with the keys that were confirmed"
                : "does not greet with the keys that were confirmed. Maybe pair again?",
            0));
    if (!isSame) {
      return steps;
    }
    long taken =
        hello
            .flatMap(Hello::standing)
            .flatMap(Hello.Standing::held)
            .map(SignedCheckpoint::size)
            .orElse(0L);
    steps.add(
        new Reply.Step(
            "head",
            taken >= published,
            "has taken our head of %d entries, ours has %d".formatted(taken, published),
            0));
    long cosigned = peer.delivery().size();
    if (taken >= published) {
      steps.add(
          new Reply.Step(
              "cosignature",
              cosigned >= published,
              "has cosigned %d of %d entries".formatted(cosigned, published),
              0));
    }
    if (cosigned >= published && skew.isPresent()) {
      steps.add(clock(skew.getAsLong()));
    }
    return steps;
  }

  private boolean isConfirmed(PairingCard card) {
    return card.keys().equals(peer.card().keys());
  }

  private Reply.Step clock(long skewSeconds) {
    boolean agrees = Duration.ofSeconds(Math.abs(skewSeconds)).compareTo(clocks.alarm()) <= 0;
    return new Reply.Step("clock", agrees, "its clock is %d s ahead".formatted(skewSeconds), 0);
  }
}
