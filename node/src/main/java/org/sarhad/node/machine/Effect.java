package org.sarhad.node.machine;

import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.IntakeFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.Bytes;

/// What a [Node] wants done. Effects are carried out in the order given; whatever must not leave
/// before something is durable is only returned after that is so.
public sealed interface Effect {

  /// Append one frame to the intake. A frame is there whole after a crash or not at all. Answered
  /// by [Event.Appended] once it is durable.
  ///
  /// @param number consecutive, also across restarts: the writer's number for this record
  record Append(long number, IntakeFrame frame) implements Effect {}

  /// Replace the last signed head in the lock, which is `expected` now. Answered by [Event.Locked].
  /// If something else is in the lock, someone else signs with our key: the driver stops before it
  /// carries out another effect.
  record SwapLock(Optional<Bytes> expected, Bytes head) implements Effect {}

  /// Ask a peer. Answered by [Event.PeerAnswered] or [Event.PeerUnreachable] within the deadline of
  /// [NodeSettings.Link#callDeadline].
  record Call(long callId, PartyId peer, PeerRequest request) implements Effect {}

  /// Answer what a peer asked.
  record AnswerPeer(long ticket, PeerResponse response) implements Effect {}

  /// Answer what an officer asked.
  record Reply(long ticket, Outcome outcome) implements Effect {}

  /// Tell the consoles that something changed; the new view is in place already.
  record Changed(Change change) implements Effect {}

  /// Stop at once and stay stopped: going on could sign something untrue. The reason is for the
  /// operator.
  record Halt(String reason) implements Effect {}
}
