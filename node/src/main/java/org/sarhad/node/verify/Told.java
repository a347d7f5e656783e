package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.MalformedEntryException;
import org.sarhad.core.entry.MalformedPayloadException;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.record.Roster;
import org.sarhad.core.record.SideKeys;
import org.sarhad.core.record.SideState;
import org.sarhad.node.store.LogReader;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.tree.TilePath;

/// What a log says of keys: its own and its peers', which officer could sign at which place, and
/// what it has erased. Only entries about the channel are looked at, so that reading a long log
/// takes little longer than its files do.
final class Told {
  private static final byte QUOTE = '"';
  private static final Bytes KIND = Bytes.ofUtf8("\"kind\":\"");
  private static final Bytes RECORD = Bytes.ofUtf8(RecordKind.APPLICATION + ".");

  private final PayloadCheck.Shelf payloads;
  private final List<SideKeys> sides = new ArrayList<>();
  private Optional<ChannelState> channel = Optional.empty();
  private Optional<Origin> origin = Optional.empty();
  private final Set<PayloadId> erased = new HashSet<>();
  private long unread;

  private Told(PayloadCheck.Shelf payloads) {
    this.payloads = payloads;
  }

  /// Reads all of `log`, whose payloads are in `payloads`.
  static Told by(LogReader log, PayloadCheck.Shelf payloads, Verifier verifier) {
    var told = new Told(payloads);
    for (long bundle = 0; bundle < log.bundles(); bundle++) {
      var entries = log.entries(bundle);
      for (int i = 0; i < entries.size(); i++) {
        if ((bundle == 0 && i == 0) || isAboutTheChannel(entries.get(i))) {
          told.take(bundle * TilePath.FULL_WIDTH + i, entries.get(i), verifier);
        }
      }
    }
    return told;
  }

  /// The log's name, as its first entry says it.
  Optional<Origin> origin() {
    return origin;
  }

  /// The sides it names: itself first.
  List<SideKeys> sides() {
    return List.copyOf(sides);
  }

  /// Who could sign what in this log; empty if its first entry is not that of a shared log.
  Optional<Roster> roster() {
    return channel.map(state -> state.side(origin.orElseThrow()).roster());
  }

  /// The payloads it says are erased.
  Set<PayloadId> erased() {
    return Set.copyOf(erased);
  }

  /// How many entries about keys could not be read, so that signatures behind them may be judged by
  /// the wrong keys.
  long unread() {
    return unread;
  }

  /// By the first member of that name, which in an envelope is the second of all. What is none is
  /// not read here, and found later.
  private static boolean isAboutTheChannel(Bytes entry) {
    for (int at = entry.indexOf(QUOTE, 0); at >= 0; at = entry.indexOf(QUOTE, at + 1)) {
      if (entry.slice(at).startsWith(KIND)) {
        return entry.slice(at + KIND.size()).startsWith(RECORD);
      }
    }
    return false;
  }

  private void take(long index, Bytes bytes, Verifier verifier) {
    try {
      var entry = Entry.parse(bytes);
      if (index == 0) {
        origin = Optional.of(entry.id().origin());
      }
      var kind = RecordKind.find(entry.envelope().kind());
      boolean isHere =
          entry.id().index() == index && origin.equals(Optional.of(entry.id().origin()));
      if (kind.isPresent() && isHere && isWanted(kind.get())) {
        fact(entry, kind.get())
            .ifPresentOrElse(fact -> fold(entry, fact, verifier), () -> unread++);
      }
    } catch (MalformedEntryException | MalformedPayloadException | MalformedJsonException _) {
      unread++;
    }
  }

  private static boolean isWanted(RecordKind kind) {
    return switch (kind) {
      case GENESIS,
          PEER_ACCEPTED,
          OFFICER_GRANTED,
          OFFICER_REVOKED,
          ROLE_GRANTED,
          ROLE_REVOKED,
          KEY_ROTATED,
          ERASED ->
          true;
      case ACK, READ, REVEALED, ERASURE_CONFIRMED, FORK_PUBLISHED, KEYS_REVOKED, SUCCESSOR -> false;
    };
  }

  private Optional<RecordFact> fact(Entry entry, RecordKind kind)
      throws MalformedPayloadException, MalformedJsonException {
    var body =
        entry.envelope().body().flatMap(ref -> payloads.find(entry.id().index(), ref.sha256()));
    return body.isPresent()
        ? Optional.of(RecordFact.fromJson(kind, Payload.Salted.parse(body.get()).body()))
        : Optional.empty();
  }

  private void fold(Entry entry, RecordFact fact, Verifier verifier) {
    if (fact instanceof RecordFact.Erased(var payload, var _)) {
      erased.add(payload);
      return;
    }
    if (fact instanceof RecordFact.Genesis(var self, var _, var _, var peers)
        && channel.isEmpty()
        && self.log().equals(entry.id().origin())) {
      sides.add(self);
      sides.addAll(peers);
      channel = Optional.of(ChannelState.of(entry.envelope().channel(), verifier).with(self));
    }
    channel = channel.map(state -> entered(state, entry, fact));
  }

  private ChannelState entered(ChannelState state, Entry entry, RecordFact fact) {
    var skipped = skippedTo(state, entry.id().origin(), entry.id().index()).enter(entry);
    var next = skipped.apply(skipped.context(entry), fact);
    if (fact instanceof RecordFact.PeerAccepted(var peer)
        && !next.voids().containsKey(entry.id())) {
      sides.add(peer);
    }
    return next;
  }

  /// `state` as if everything up to `index` had been entered: the entries between say nothing about
  /// keys.
  private static ChannelState skippedTo(ChannelState state, Origin origin, long index) {
    var side = state.side(origin);
    var skipped =
        new SideState(
            side.party(),
            index,
            side.seen(),
            side.roster(),
            side.lastAck(),
            side.end(),
            side.follows(),
            side.digest());
    return new ChannelState(
        state.channel(),
        state.verifier(),
        state.sides().put(origin, skipped),
        state.receipts(),
        state.erasures(),
        state.seals(),
        state.forks(),
        state.voids());
  }

  /// At which place of this log an entry of another log with that envelope was written.
  static OptionalLong placeIn(Origin log, Entry entry) {
    return entry.id().origin().equals(log)
        ? OptionalLong.of(entry.id().index())
        : OptionalLong.of(entry.envelope().seen().sizeOf(log));
  }
}
