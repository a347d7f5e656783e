package org.sarhad.core.modalities;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.tlog.tree.Hash;

/// A file that both sides hold and that the document names instead of repeating it: the operational
/// line. Its SHA-256 says which file; its uncertainty says how far off the truth on the ground it
/// may be, and nothing about whose ground that is.
///
/// As JSON `{"name":"operational-line","sha256":"…","uncertainty_m":9000,"version":"2019-04-22"}`.
///
/// @param name 1 to 64 characters of `[a-z0-9._-]`, beginning with a letter
/// @param version as its keepers call it, an identifier of at most 64 characters
/// @param sha256 of the file as it is
/// @param uncertaintyM the largest distance between the line in the file and the line that is
///   meant, whole metres, 0 to 100 000
public record DatasetRef(String name, String version, Hash sha256, int uncertaintyM) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,63}");
  private static final int UNCERTAINTY_MAX_M = 100_000;

  /// @throws IllegalArgumentException naming the part that is not as above
  public DatasetRef {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is not the name of a dataset");
    }
    Optional<String> flaw = Text.flawInIdentifier(version, 64);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("version of a dataset has " + flaw.get());
    }
    if (uncertaintyM < 0 || uncertaintyM > UNCERTAINTY_MAX_M) {
      throw new IllegalArgumentException(
          "uncertainty of %d m; expected 0 to %d".formatted(uncertaintyM, UNCERTAINTY_MAX_M));
    }
  }

  /// Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("name", name)
        .putSha256("sha256", sha256)
        .put("uncertainty_m", uncertaintyM)
        .put("version", version)
        .build();
  }

  /// Inverse of [#toJson].
  ///
  /// @throws MalformedJsonException when it is not such a reference in its one spelling
  public static DatasetRef fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("name", "sha256", "uncertainty_m", "version");
    Hash sha256 = json.sha256("sha256");
    int uncertaintyM = json.smallInteger("uncertainty_m", 0, UNCERTAINTY_MAX_M);
    String version = json.text("version");
    return json.as("name", name -> new DatasetRef(name, version, sha256, uncertaintyM));
  }
}
