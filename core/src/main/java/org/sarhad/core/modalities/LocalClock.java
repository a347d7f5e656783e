package org.sarhad.core.modalities;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// A time of day and the offset from UTC in which it is meant: `19:30` at `+04:30`.
///
/// An offset and not the name of a zone: what a name stands for is changed by parliaments and by
/// the next release of the table that a program carries, and then two nodes that run different
/// releases would end the same day at different moments.
///
/// As JSON `{"offset":"+04:30","time":"19:30"}`; UTC is `Z`.
///
/// @param time whole minutes
/// @param offset whole minutes, -18 to +18 hours
public record LocalClock(LocalTime time, ZoneOffset offset) {
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])");
  private static final Pattern OFFSET =
      Pattern.compile("Z|([+-])(0[0-9]|1[0-7]):([0-5][0-9])|([+-])18:00");

  /// @throws IllegalArgumentException when either is finer than a minute
  public LocalClock {
    if (time.getSecond() != 0 || time.getNano() != 0 || offset.getTotalSeconds() % 60 != 0) {
      throw new IllegalArgumentException(time + " at " + offset + "; expected whole minutes");
    }
  }

  /// Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj().put("offset", offset.getId()).put("time", time.toString()).build();
  }

  /// Inverse of [#toJson].
  ///
  /// @throws MalformedJsonException when it is not such a time in its one spelling
  public static LocalClock fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("offset", "time");
    return new LocalClock(
        json.as("time", LocalClock::readTime), json.as("offset", LocalClock::readOffset));
  }

  private static LocalTime readTime(String text) {
    Matcher match = TIME.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("hours and minutes such as 19:30");
    }
    return LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }

  private static ZoneOffset readOffset(String text) {
    if (!OFFSET.matcher(text).matches() || !ZoneOffset.of(text).getId().equals(text)) {
      throw new IllegalArgumentException("Z, or an offset such as +04:30");
    }
    return ZoneOffset.of(text);
  }
}
