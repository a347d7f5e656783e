package org.sarhad.core.tracks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.tlog.Bytes;

/// Many positions in few bytes, each in its one spelling (protocol clause 20-8).
public final class TrackFrames {
  /// Most positions in one batch.
  public static final int POSITIONS_MAX = 10_000;

  private static final Bytes HEAD = Bytes.ofUtf8("sarhad tracks v1\n");

  /// Bytes of a position beside the name of the thing.
  private static final int FIXED = 26;

  /// Longest batch, in bytes.
  public static final int BYTES_MAX = 17 + POSITIONS_MAX * (FIXED + TrackId.LENGTH_MAX);

  /// Stands for a course, and then for a speed too, that was not seen.
  private static final int UNSEEN = 0xFFFF;

  /// Until the end of the year 9999.
  private static final long MILLIS_MAX = 253_402_300_799_999L;

  private TrackFrames() {}

  /// Inverse of [#parse].
  ///
  /// @throws IllegalArgumentException when there are more than [#POSITIONS_MAX]
  public static Bytes write(List<Sighting> sightings) {
    if (sightings.size() > POSITIONS_MAX) {
      throw new IllegalArgumentException(
          "%d positions; expected at most %d".formatted(sightings.size(), POSITIONS_MAX));
    }
    ByteBuffer out =
        ByteBuffer.allocate(HEAD.size() + sightings.size() * (FIXED + TrackId.LENGTH_MAX));
    out.put(HEAD.toArray());
    sightings.forEach(sighting -> write(sighting, out));
    return Bytes.of(out.flip());
  }

  private static void write(Sighting sighting, ByteBuffer out) {
    byte[] id = sighting.id().value().getBytes(StandardCharsets.US_ASCII);
    TrackFix fix = sighting.fix();
    out.put((byte) id.length).put(id).put((byte) sighting.kind().number());
    out.putInt(fix.position().latitudeMicro()).putInt(fix.position().longitudeMicro());
    out.putInt(fix.radiusM()).putLong(fix.at().toEpochMilli());
    out.putShort((short) (int) sighting.motion().map(Motion::courseDegrees).orElse(UNSEEN));
    out.putShort((short) (int) sighting.motion().map(Motion::speedKmh).orElse(UNSEEN));
  }

  /// Reads a whole batch, or nothing of it. O(bytes).
  ///
  /// @throws MalformedTracksException naming the first position that is none
  public static List<Sighting> parse(Bytes bytes) throws MalformedTracksException {
    boolean hasHead = bytes.size() >= HEAD.size() && bytes.slice(0, HEAD.size()).equals(HEAD);
    if (!hasHead || bytes.size() > BYTES_MAX) {
      throw new MalformedTracksException(
          "whole", bytes.size() + " bytes", "\"sarhad tracks v1\" first, at most " + BYTES_MAX);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes.slice(HEAD.size(), bytes.size()).toArray());
    List<Sighting> sightings = new ArrayList<>();
    while (in.hasRemaining()) {
      if (sightings.size() == POSITIONS_MAX) {
        throw new MalformedTracksException("whole", "more", "at most " + POSITIONS_MAX);
      }
      sightings.add(read(in, sightings.size()));
    }
    return sightings;
  }

  private static Sighting read(ByteBuffer in, int number) throws MalformedTracksException {
    int length = in.get();
    if (length < 1 || length > TrackId.LENGTH_MAX || in.remaining() < length + FIXED - 1) {
      throw new MalformedTracksException(
          "number " + number, "a name of " + length + " bytes", "1 to 64, and all that follows it");
    }
    byte[] id = new byte[length];
    in.get(id);
    int code = in.get();
    ThingKind kind =
        ThingKind.of(code)
            .orElseThrow(
                () ->
                    new MalformedTracksException(
                        "number " + number, "kind " + code, "0 to 4: a thing"));
    try {
      Position position = new Position(in.getInt(), in.getInt());
      TrackFix fix = new TrackFix(position, in.getInt(), instant(in.getLong()));
      Optional<Motion> motion = motion(in.getShort() & UNSEEN, in.getShort() & UNSEEN);
      // Not ASCII is no name, and every byte of it is one character here.
      TrackId name = new TrackId(new String(id, StandardCharsets.ISO_8859_1));
      return new Sighting(name, kind, fix, motion);
    } catch (IllegalArgumentException misfit) {
      throw new MalformedTracksException(
          "number " + number, String.valueOf(misfit.getMessage()), "a position in its range");
    }
  }

  private static Instant instant(long millis) {
    if (millis < 0 || millis > MILLIS_MAX) {
      throw new IllegalArgumentException("time " + millis);
    }
    return Instant.ofEpochMilli(millis);
  }

  private static Optional<Motion> motion(int course, int speed) {
    return course == UNSEEN && speed == UNSEEN
        ? Optional.empty()
        : Optional.of(new Motion(course, speed));
  }
}
