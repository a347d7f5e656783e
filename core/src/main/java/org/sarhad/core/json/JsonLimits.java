package org.sarhad.core.json;

/// How much a parser will look at before it gives up.
///
/// @param bytesMax longest text, in bytes
/// @param depthMax deepest nesting of objects and arrays; the outermost value is level 1
public record JsonLimits(int bytesMax, int depthMax) {
  /// Levels allowed in signed JSON (protocol clause 02-3.6).
  public static final int DEPTH_MAX = 8;

  /// @throws IllegalArgumentException when a limit is not positive
  public JsonLimits {
    if (bytesMax < 1 || depthMax < 1) {
      throw new IllegalArgumentException(
          "limits of " + bytesMax + " bytes and " + depthMax + " levels; expected at least 1");
    }
  }

  /// At most `bytesMax` bytes and the 8 levels of signed JSON.
  public static JsonLimits ofBytes(int bytesMax) {
    return new JsonLimits(bytesMax, DEPTH_MAX);
  }
}
