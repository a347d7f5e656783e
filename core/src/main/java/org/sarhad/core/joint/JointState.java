package org.sarhad.core.joint;

import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseState;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Everything the sides have said to each other, after the first entries of the joint order: what
/// two nodes must agree on, bit by bit (protocol clause 03-5.2). Released entries only. Immutable.
///
/// @param count after how many entries
/// @param channel keys, officers, receipts, erasures
/// @param accord joint acts and what rests on them
/// @param response the response
public record JointState(long count, ChannelState channel, Accord accord, ResponseState response) {

  /// Nothing said yet.
  public static JointState of(ChannelState channel, ResponseState response) {
    return new JointState(0, channel, Accord.NONE, response);
  }

  /// This after the next entry. Total: what its author had no business saying changes nothing but
  /// is kept as void. O(log n).
  ///
  /// @param place where it stands, and what its author had seen
  /// @param entry itself
  /// @param said what it says, as far as this version knows and its body is here
  public JointState take(ActEntry place, Entry entry, Optional<Statement> said) {
    ChannelState entered = channel.enter(entry);
    ChannelState nextChannel = entered;
    ResponseState nextResponse = response;
    if (said.isPresent()) {
      switch (said.get()) {
        case Statement.OnChannel(var fact) -> nextChannel = entered.apply(place.context(), fact);
        case Statement.OnResponse(var fact) -> nextResponse = response.apply(place.context(), fact);
        case Statement.OnAct _,
            Statement.OnModalities _,
            Statement.OnInquiry _,
            Statement.OnMeetings _,
            Statement.OnCommitments _,
            Statement.OnComplaints _,
            Statement.OnCrossings _,
            Statement.OnActivities _,
            Statement.OnInformation _,
            Statement.OnPosture _,
            Statement.OnTracks _,
            Statement.OnBarter _,
            Statement.OnScreening _,
            Statement.OnDeliveries _,
            Statement.OnEnergy _,
            Statement.OnMarket _ -> {
          // The accord takes it, as it takes every entry.
        }
      }
    }
    return new JointState(
        count + 1, nextChannel, accord.take(nextChannel, place, said), nextResponse);
  }

  /// The hash of all of it, which both nodes publish (protocol clause 06-9.3). O(sides).
  public Hash digest() {
    return Merkle.sha256(
        Bytes.concat(
            Bytes.ofUtf8("sarhad joint state v1\n" + count + "\n"),
            channel.digest().toBytes(),
            accord.digest().toBytes(),
            response.digest().toBytes()));
  }
}
