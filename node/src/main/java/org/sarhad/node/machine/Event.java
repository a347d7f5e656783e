package org.sarhad.node.machine;

import java.util.Optional;
import org.sarhad.core.joint.Border;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.Bytes;

/// Everything that can happen to a [Node]. Nothing else moves it: no clock is read, no file or
/// socket is waited for. Tickets and call ids are chosen by whoever sends or is asked to make the
/// call, and come back unchanged.
public sealed interface Event {

  /// An officer asks their own node for something. Answered by [Effect.Reply] with the same ticket,
  /// once what was accepted is durable, or at once if it is refused.
  ///
  /// @param once if present, and the same was asked before, the first answer is given again
  record Requested(
      long ticket,
      Session session,
      NodeRequest request,
      Optional<NodeRequest.Once> once,
      Moment now)
      implements Event {}

  /// Every [Effect.Append] whose number is below `number` is durable.
  record Appended(long number, Moment now) implements Event {}

  /// The head of an [Effect.SwapLock] is in the lock: it may leave.
  record Locked(Bytes head, Moment now) implements Event {}

  /// A paired peer asks over the link; `peer` is who the link has authenticated. Answered by
  /// [Effect.AnswerPeer] with the same ticket.
  record PeerAsked(long ticket, PartyId peer, PeerRequest request, Moment now) implements Event {}

  /// The answer to an [Effect.Call]. A late or second answer is ignored.
  record PeerAnswered(long callId, PeerResponse response, Moment now) implements Event {}

  /// An [Effect.Call] got no answer: refused connection, broken connection, or its deadline passed.
  /// Whether the peer acted on it is unknown.
  record PeerUnreachable(long callId, String reason, Moment now) implements Event {}

  /// The operational line by which this node judges places is another from now on: an administrator
  /// put its file in place.
  record LineChanged(Border border, Moment now) implements Event {}

  /// Time has passed. Sent about every [NodeSettings#tick]; more often does no harm.
  record Tick(Moment now) implements Event {}

  /// All that was waiting has been handed over: what it led to is signed under one head. The driver
  /// sends this once per turn of its loop, before it syncs.
  record Settle(Moment now) implements Event {}

  /// When it happened, by the clocks of the node's machine.
  Moment now();
}
