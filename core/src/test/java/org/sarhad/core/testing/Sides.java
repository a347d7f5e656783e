package org.sarhad.core.testing;

import java.time.Instant;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The two sides of the worked example, for tests.
public final class Sides {
  public static final ChannelId CHANNEL = ChannelId.of("sarhad.example/ir-pk");
  public static final PartyId IR = PartyId.of("ir");
  public static final PartyId PK = PartyId.of("pk");
  public static final Origin IR_LOG = Origin.of("ir.sarhad.example/joint");
  public static final Origin PK_LOG = Origin.of("pk.sarhad.example/joint");
  public static final Instant EIGHT = Instant.parse("2019-04-22T08:00:00.123Z");

  private Sides() {}

  /// A payload that says `text`, salted with something that tests can repeat.
  public static Payload.Salted says(String text) {
    return Payload.salted(
        Json.obj().put("text", text).build(),
        Merkle.sha256(Bytes.ofUtf8("salt of " + text)).toBytes());
  }

  /// A head that might be one.
  public static SeenHead head(long size) {
    return new SeenHead(size, Merkle.sha256(Bytes.ofUtf8("root at " + size)));
  }

  /// The beginning of an alert by Iran's side at `seq`.
  public static EntryBuilder alert(long seq) {
    return EntryBuilder.at(CHANNEL, new EntryId(IR_LOG, seq), Kind.of("response.alert"), EIGHT);
  }
}
