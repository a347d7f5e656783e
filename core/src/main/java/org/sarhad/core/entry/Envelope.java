package org.sarhad.core.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.Bytes;

/// The signed line of an entry (protocol clause 02-2): who speaks, where, about what, knowing what.
/// It carries no content and no personal data; both are in payloads.
///
/// Two envelopes with equal values have equal bytes.
///
/// @param channel where it is said; `ch`
/// @param id the author's log and the index in it; `log`, `seq`
/// @param kind what sort of fact; `kind`
/// @param ref the matter it belongs to, chosen by the author and opaque to the machine; an
///   identifier (see [Text#flawInIdentifier]) of at most 128 characters, or empty when it belongs
///   to none
/// @param release who may have the payloads; `release`
/// @param seen what the author knew of the other logs; `seen`, `lacks`
/// @param payloads what was said, in the author's order; `payload`
/// @param time what the author's clock said, whole milliseconds; for display, never proof or order
public record Envelope(
    ChannelId channel,
    EntryId id,
    Kind kind,
    String ref,
    Release release,
    Seen seen,
    List<PayloadRef> payloads,
    Instant time) {
  /// The version of the format, member `v`.
  public static final int VERSION = 1;

  /// @throws IllegalArgumentException naming what is not as described; also when the envelope says
  ///   it has seen its own log, or is sealed without a withheld payload or the other way round
  public Envelope {
    payloads = List.copyOf(payloads);
    if (!ref.isEmpty()) {
      Optional<String> flaw = Text.flawInIdentifier(ref, EntryLimits.REF_MAX);
      if (flaw.isPresent()) {
        throw new IllegalArgumentException("ref \"" + ref + "\" has " + flaw.get());
      }
    }
    if (id.index() > EntryLimits.INDEX_MAX) {
      throw new IllegalArgumentException("entry index " + id.index() + " is beyond 2^53-1");
    }
    if (payloads.size() > EntryLimits.PAYLOADS_MAX) {
      throw new IllegalArgumentException(
          payloads.size() + " payloads; at most " + EntryLimits.PAYLOADS_MAX + " are allowed");
    }
    long payloadBytes = payloads.stream().mapToLong(PayloadRef::sizeBytes).sum();
    if (payloadBytes > EntryLimits.PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "payloads of %d bytes together; at most %d are allowed, say the rest in another entry"
              .formatted(payloadBytes, EntryLimits.PAYLOAD_BYTES_MAX));
    }
    if (seen.heads().containsKey(id.origin())) {
      throw new IllegalArgumentException("an entry of " + id.origin() + " that saw its own log");
    }
    if ((release == Release.SEALED) != payloads.stream().anyMatch(PayloadRef::isSealed)) {
      throw new IllegalArgumentException(
          "release level " + release.code() + " and payloads disagree on what is sealed");
    }
    // Refuses a time that has no spelling before it is signed, not while.
    UtcTime.print(time);
  }

  /// The payload whose content the kind defines, if there is one.
  public Optional<PayloadRef> body() {
    return payloads.stream().filter(ref -> ref.role().equals(PayloadRef.BODY)).findFirst();
  }

  /// The canonical line, without line feed.
  public Bytes line() {
    return toJson().canonical();
  }

  /// The envelope whose line is `line`; inverse of [#line()].
  ///
  /// @throws MalformedEntryException when it is not the one spelling of an envelope
  public static Envelope parse(Bytes line) throws MalformedEntryException {
    try {
      return fromJson(Json.parseCanonicalObject(line, EntryLimits.ENVELOPE));
    } catch (MalformedJsonException fault) {
      throw new MalformedEntryException("envelope", fault);
    }
  }

  private Json.Obj toJson() {
    JsonBuilder json =
        Json.obj()
            .put("ch", channel.value())
            .put("kind", kind.value())
            .put("log", id.origin().value())
            .put("payload", Json.arr(payloads.stream().map(PayloadRef::toJson)))
            .put("ref", ref)
            .put("release", release.code())
            .put("seen", seen.headsToJson())
            .put("seq", id.index())
            .put("time", time)
            .put("v", VERSION);
    if (!seen.lacks().isEmpty()) {
      json.put("lacks", seen.lacksToJson());
    }
    return json.build();
  }

  private static Envelope fromJson(Json.Obj json) throws MalformedJsonException {
    json.integer("v", VERSION, VERSION);
    json.allowOnly(
        "ch", "kind", "lacks", "log", "payload", "ref", "release", "seen", "seq", "time", "v");
    ChannelId channel = json.as("ch", ChannelId::of);
    EntryId id =
        new EntryId(json.as("log", Origin::of), json.integer("seq", 0, EntryLimits.INDEX_MAX));
    Kind kind = json.as("kind", Kind::of);
    Release release = json.as("release", Envelope::release);
    Seen seen =
        new Seen(
            Seen.headsFromJson(json.object("seen")),
            json.has("lacks") ? Seen.lacksFromJson(json.array("lacks")) : List.of());
    List<PayloadRef> payloads = new ArrayList<>();
    for (Json.Obj ref : json.array("payload").objects()) {
      payloads.add(PayloadRef.fromJson(ref));
    }
    Instant time = json.time("time");
    String ref = json.text("ref");
    try {
      return new Envelope(channel, id, kind, ref, release, seen, payloads, time);
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          "the members together", String.valueOf(misfit.getMessage()), "members that agree");
    }
  }

  private static Release release(String code) {
    return Release.find(code)
        .orElseThrow(() -> new IllegalArgumentException("own, sealed, peer or public"));
  }
}
