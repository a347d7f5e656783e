package org.sarhad.node.intake;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.tlog.Bytes;

/// Frames as bytes of the intake: a version byte, then each record as a tag and its fields.
///
/// The bytes never leave the node, so the format may grow with it: a tag is never given to another
/// record, and a reader refuses a version it does not know rather than guess.
public final class IntakeCodec {
  private static final int VERSION = 1;

  private IntakeCodec() {}

  /// `frame` as bytes. Cost: one copy of everything in it.
  public static Bytes encode(IntakeFrame frame) {
    var writer = new FrameWriter().u8(VERSION);
    frame.records().forEach(record -> write(record, writer));
    return writer.done();
  }

  /// The frame in `bytes`. Inverse of [#encode].
  public static IntakeFrame decode(Bytes bytes) throws MalformedIntakeException {
    var reader = new FrameReader(bytes);
    int version = reader.u8();
    if (version != VERSION) {
      throw new MalformedIntakeException(
          "version of an intake frame", Integer.toString(version), Integer.toString(VERSION));
    }
    var records = new ArrayList<IntakeRecord>();
    do {
      records.add(read(reader));
    } while (!reader.isAtEnd());
    return new IntakeFrame(records);
  }

  private static void write(IntakeRecord record, FrameWriter out) {
    switch (record) {
      case IntakeRecord.OwnEntry(long index, Stored entry) -> stored(entry, out.u8(1).u64(index));
      case IntakeRecord.JournalEntry(long index, Stored entry) ->
          stored(entry, out.u8(2).u64(index));
      case IntakeRecord.OwnHead(Bytes note) -> out.u8(3).bytes(note);
      case IntakeRecord.PeerCosigned(PartyId peer, Bytes note) ->
          out.u8(4).text(peer.value()).bytes(note);
      case IntakeRecord.PeerHead(Bytes note) -> out.u8(5).bytes(note);
      case IntakeRecord.PeerEntries(Origin origin, long start, List<Stored> entries) ->
          listed(entries, out.u8(6).text(origin.value()).u64(start));
      case IntakeRecord.MirrorCosigned(Bytes note, var at) -> out.u8(7).bytes(note).instant(at);
      case IntakeRecord.OwnRestored(long start, List<Stored> entries, Bytes note) ->
          listed(entries, out.u8(8).u64(start).bytes(note));
      case IntakeRecord.Displaced(long from, long journal) -> out.u8(9).u64(from).u64(journal);
      case IntakeRecord.Paired(Bytes card) -> out.u8(10).bytes(card);
      case IntakeRecord.Unpaired(PartyId peer) -> out.u8(11).text(peer.value());
      case IntakeRecord.EvidenceKept kept ->
          out.u8(12)
              .text(kept.name())
              .u8(kept.kind().code())
              .text(kept.about().value())
              .instant(kept.at())
              .text(kept.sentence())
              .bytes(kept.content());
      case IntakeRecord.Answered answered -> {
        out.u8(13).text(answered.key()).hash(answered.body()).instant(answered.at());
        out.u32(answered.entries().size());
        answered.entries().forEach(entry -> out.text(entry.toString()));
      }
      case IntakeRecord.GuardWaived(var at, long size) -> out.u8(14).instant(at).u64(size);
      case IntakeRecord.Kept(long sequence, long position) ->
          out.u8(15).u64(sequence).u64(position);
      case IntakeRecord.Advanced(Origin origin, long size) ->
          out.u8(16).text(origin.value()).u64(size);
      case IntakeRecord.ForkLocated(String evidence, long index) ->
          out.u8(17).text(evidence).u64(index);
    }
  }

  private static IntakeRecord read(FrameReader in) throws MalformedIntakeException {
    int tag = in.u8();
    return switch (tag) {
      case 1 -> new IntakeRecord.OwnEntry(in.u64(), stored(in));
      case 2 -> new IntakeRecord.JournalEntry(in.u64(), stored(in));
      case 3 -> new IntakeRecord.OwnHead(in.bytes());
      case 4 -> new IntakeRecord.PeerCosigned(party(in), in.bytes());
      case 5 -> new IntakeRecord.PeerHead(in.bytes());
      case 6 -> new IntakeRecord.PeerEntries(origin(in), in.u64(), listed(in));
      case 7 -> new IntakeRecord.MirrorCosigned(in.bytes(), in.instant());
      case 8 -> {
        long start = in.u64();
        var note = in.bytes();
        yield new IntakeRecord.OwnRestored(start, listed(in), note);
      }
      case 9 -> new IntakeRecord.Displaced(in.u64(), in.u64());
      case 10 -> new IntakeRecord.Paired(in.bytes());
      case 11 -> new IntakeRecord.Unpaired(party(in));
      case 12 ->
          new IntakeRecord.EvidenceKept(
              in.text(), kind(in), origin(in), in.instant(), in.text(), in.bytes());
      case 13 -> new IntakeRecord.Answered(in.text(), in.hash(), in.instant(), entryIds(in));
      case 14 -> new IntakeRecord.GuardWaived(in.instant(), in.u64());
      case 15 -> new IntakeRecord.Kept(in.u64(), in.u64());
      case 16 -> new IntakeRecord.Advanced(origin(in), in.u64());
      case 17 -> new IntakeRecord.ForkLocated(in.text(), in.u64());
      default ->
          throw new MalformedIntakeException(
              "tag in an intake frame", Integer.toString(tag), "1 to 17");
    };
  }

  private static void stored(Stored stored, FrameWriter out) {
    out.bytes(stored.bytes()).u32(stored.payloads().size());
    stored.payloads().forEach(out::bytes);
  }

  private static Stored stored(FrameReader in) throws MalformedIntakeException {
    var bytes = in.bytes();
    int count = in.count(Integer.BYTES);
    var payloads = new ArrayList<Bytes>(count);
    for (int i = 0; i < count; i++) {
      payloads.add(in.bytes());
    }
    return new Stored(bytes, payloads);
  }

  private static void listed(List<Stored> entries, FrameWriter out) {
    out.u32(entries.size());
    entries.forEach(entry -> stored(entry, out));
  }

  private static List<Stored> listed(FrameReader in) throws MalformedIntakeException {
    int count = in.count(2 * Integer.BYTES);
    var entries = new ArrayList<Stored>(count);
    for (int i = 0; i < count; i++) {
      entries.add(stored(in));
    }
    return entries;
  }

  private static List<EntryId> entryIds(FrameReader in) throws MalformedIntakeException {
    int count = in.count(Integer.BYTES);
    var ids = new ArrayList<EntryId>(count);
    for (int i = 0; i < count; i++) {
      var text = in.text();
      ids.add(named("entry", text, EntryId::parse));
    }
    return ids;
  }

  private static PartyId party(FrameReader in) throws MalformedIntakeException {
    return named("party", in.text(), PartyId::of);
  }

  private static Origin origin(FrameReader in) throws MalformedIntakeException {
    return named("origin", in.text(), Origin::of);
  }

  private static EvidenceKind kind(FrameReader in) throws MalformedIntakeException {
    int code = in.u8();
    for (var kind : EvidenceKind.values()) {
      if (kind.code() == code) {
        return kind;
      }
    }
    throw new MalformedIntakeException(
        "kind of evidence", Integer.toString(code), "a code of EvidenceKind");
  }

  private static <T> T named(String what, String text, java.util.function.Function<String, T> parse)
      throws MalformedIntakeException {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedIntakeException(what, text, "a name, but " + e.getMessage());
    }
  }
}
