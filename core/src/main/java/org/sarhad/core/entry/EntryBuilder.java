package org.sarhad.core.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.note.NoteSigner;

/// Puts an entry of one's own together and signs it.
///
/// ```
/// Entry alert =
///     EntryBuilder.at(channel, new EntryId(log, 4711), Kind.of("response.alert"), now)
///         .ref("INC-7")
///         .release(Release.PEER)
///         .seen(seen)
///         .payload(body.ref(PayloadRef.BODY))
///         .by(officer)
///         .seal(node);
/// ```
///
/// Unless told otherwise it belongs to no matter, is released to the peer, has seen nothing,
/// carries no payload and has no officer.
public final class EntryBuilder {
  private final ChannelId channel;
  private final EntryId id;
  private final Kind kind;
  private final Instant time;
  private final List<PayloadRef> payloads = new ArrayList<>();
  private final List<NoteSigner> signers = new ArrayList<>();
  private String ref = "";
  private Release release = Release.PEER;
  private Seen seen = Seen.NOTHING;

  private EntryBuilder(ChannelId channel, EntryId id, Kind kind, Instant time) {
    this.channel = channel;
    this.id = id;
    this.kind = kind;
    this.time = UtcTime.toMillis(time);
  }

  /// Begins an entry at `id`.
  ///
  /// @param time what the node's clock says; cut to milliseconds
  public static EntryBuilder at(ChannelId channel, EntryId id, Kind kind, Instant time) {
    return new EntryBuilder(channel, id, kind, time);
  }

  /// Sets the matter it belongs to.
  public EntryBuilder ref(String matter) {
    this.ref = matter;
    return this;
  }

  /// Sets who may have the payloads.
  public EntryBuilder release(Release level) {
    this.release = level;
    return this;
  }

  /// Sets what the author knew of the other logs.
  public EntryBuilder seen(Seen known) {
    this.seen = known;
    return this;
  }

  /// Adds a payload; the order is kept.
  public EntryBuilder payload(PayloadRef payload) {
    payloads.add(payload);
    return this;
  }

  /// Adds an officer's signature; the first one is the author's.
  public EntryBuilder by(NoteSigner officer) {
    signers.add(officer);
    return this;
  }

  /// The envelope so far.
  ///
  /// @throws IllegalArgumentException as the constructor of [Envelope]
  public Envelope envelope() {
    return new Envelope(channel, id, kind, ref, release, seen, payloads, time);
  }

  /// Signs with the officers and, last, the node.
  ///
  /// @throws IllegalArgumentException as the constructor of [Envelope]
  public Entry seal(NoteSigner node) {
    List<NoteSigner> all = new ArrayList<>(signers);
    all.add(node);
    String text = envelope().line().utf8() + "\n";
    try {
      // Read back before anybody sees it: what leaves here, every node must be able to read.
      return Entry.parse(NoteSigner.sign(text, all).bytes());
    } catch (MalformedEntryException fault) {
      throw new BugException("wrote an entry that does not read back: " + fault.getMessage());
    }
  }
}
