package org.sarhad.core.inquiry;

import java.util.regex.Pattern;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// What an exhibit is.
///
/// @param words what can be seen or heard on it, without names of persons
/// @param media the media type; `application/octet-stream` when it is a thing and no file
/// @param sizeBytes how large the file is, 0 to 2 GiB; 0 for a thing
/// @param collected when it was collected
/// @param place where it was collected
/// @param custodian who has kept it since
public record Description(
    Words words,
    String media,
    long sizeBytes,
    Value.Interval collected,
    Place place,
    Custodian custodian) {
  /// Largest file, in bytes.
  public static final long SIZE_MAX = 2L << 30;

  private static final Pattern MEDIA =
      Pattern.compile("[a-z][a-z0-9!#$&^.+-]{0,63}/[a-z0-9][a-z0-9!#$&^.+-]{0,63}");

  /// @throws IllegalArgumentException when the size is out of range or the media type none
  public Description {
    if (!MEDIA.matcher(media).matches()) {
      throw new IllegalArgumentException(
          "media type \"" + media + "\" is not type/subtype in small letters");
    }
    if (sizeBytes < 0 || sizeBytes > SIZE_MAX) {
      throw new IllegalArgumentException("file of " + sizeBytes + " bytes; at most " + SIZE_MAX);
    }
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("collected", collected.toJson())
        .put("custodian", custodian.toJson())
        .put("media", media)
        .put("place", place.toJson())
        .put("size", sizeBytes)
        .put("words", words.toJson())
        .build();
  }

  static Description fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("collected", "custodian", "media", "place", "size", "words");
    if (!(Value.fromJson(json.object("collected")) instanceof Value.Interval collected)) {
      throw new IllegalArgumentException("collected is no interval");
    }
    return new Description(
        Words.fromJson(json.object("words")),
        json.text("media"),
        json.integer("size", 0, SIZE_MAX),
        collected,
        Place.fromJson(json.object("place")),
        Custodian.fromJson(json.object("custodian")));
  }
}
