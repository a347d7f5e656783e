package org.sarhad.node.machine;

import java.util.List;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseState;
import org.sarhad.tlog.Bytes;

/// What the entries say, folded as they come in: what decisions are taken on and consoles show. A
/// value.
///
/// The peer's entries enter in two steps. When they are *stored*, they count for judging the ones
/// behind them (whose key is good where). When the head over them is *cosigned* they are known to
/// this side, and only then what they say about the response can be answered: an own entry always
/// names the cosigned head, so cause stays before effect.
///
/// @param channel keys, officers, receipts, erasures; of stored entries
/// @param response the response; of own, internal and cosigned entries
/// @param sightings what the author of each entry had seen; of stored entries
/// @param journaled what else the private journal says
/// @param waiting what stored entries say that are not cosigned yet, by log and index
record Facts(
    ChannelState channel,
    ResponseState response,
    Sightings sightings,
    Journaled journaled,
    PersistentMap<Origin, PersistentMap<Long, Told>> waiting) {

  /// Nothing said yet.
  static Facts of(ChannelState channel, ResponseState response) {
    return new Facts(channel, response, Sightings.NONE, Journaled.NONE, PersistentMap.empty());
  }

  /// Another side that may speak.
  Facts with(ChannelState next) {
    var joined = response;
    for (var side : next.sides().values().toList()) {
      joined = joined.joinedBy(side.party());
    }
    return new Facts(next, joined, sightings, journaled, waiting);
  }

  /// A fold and what it was told last.
  record Step(Facts facts, Told told) {}

  /// After the next entry of the own log.
  Step own(Entry entry, List<Bytes> payloads) {
    var told = Told.read(entry, channel.context(entry), payloads);
    return new Step(entered(entry, told).said(told), told);
  }

  /// After the next entry of the private journal of the side whose log is `own`.
  Step internal(Entry entry, Origin own, List<Bytes> payloads) {
    var told = Told.read(entry, channel.contextOfInternal(entry, own), payloads);
    return new Step(seen(told).said(told).journaled(told), told);
  }

  /// After the next entry of a peer's log was stored.
  Step stored(Entry entry, List<Bytes> payloads) {
    var told = Told.read(entry, channel.context(entry), payloads);
    var next =
        waiting.update(
            entry.id().origin(),
            PersistentMap.empty(),
            known -> known.put(entry.id().index(), told));
    var entered = entered(entry, told);
    return new Step(new Facts(entered.channel, response, entered.sightings, journaled, next), told);
  }

  /// What a cosignature on a head of `size` entries of `origin` makes known, in order.
  List<Told> below(Origin origin, long size) {
    return waiting.getOrElse(origin, PersistentMap.empty()).to(size).values().toList();
  }

  /// After a head of `size` entries of `origin` was cosigned.
  Facts cosigned(Origin origin, long size) {
    var next = this;
    for (var told : below(origin, size)) {
      next = next.said(told);
    }
    var left = waiting.getOrElse(origin, PersistentMap.empty()).from(size);
    return new Facts(
        next.channel, next.response, next.sightings, journaled, waiting.put(origin, left));
  }

  private Facts entered(Entry entry, Told told) {
    var entered = channel.enter(entry);
    var next = told.record().map(fact -> entered.apply(told.context(), fact)).orElse(entered);
    return seen(told).with(next);
  }

  private Facts seen(Told told) {
    return new Facts(channel, response, sightings.with(told.id(), told.seen()), journaled, waiting);
  }

  private Facts journaled(Told told) {
    return new Facts(channel, response, sightings, journaled.with(told), waiting);
  }

  private Facts said(Told told) {
    return told.response()
        .map(
            fact ->
                new Facts(
                    channel, response.apply(told.context(), fact), sightings, journaled, waiting))
        .orElse(this);
  }
}
