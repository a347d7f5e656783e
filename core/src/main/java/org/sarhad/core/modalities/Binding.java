package org.sarhad.core.modalities;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// What a clause tells the machines: this setting has this value. Of a key that the catalogue of
/// the document does not have, it is kept and shown and tells nobody anything (protocol clause
/// 08-3.4).
///
/// As JSON `{"key":"clock.tell_peer","unit":"min","value":15}`.
///
/// @param key which setting
/// @param unit in which unit the value is stated: 1 to 8 characters of `[a-z0-9]`
/// @param value in the spelling of the setting's type
public record Binding(String key, Optional<String> unit, Json value) {
  private static final Pattern UNIT = Pattern.compile("[a-z0-9]{1,8}");

  /// @throws IllegalArgumentException when the key or the unit is not of its form
  public Binding {
    if (!Setting.isKey(key)) {
      throw new IllegalArgumentException("\"" + key + "\" is not the key of a setting");
    }
    if (unit.isPresent() && !UNIT.matcher(unit.get()).matches()) {
      throw new IllegalArgumentException("\"" + unit.get() + "\" is not a unit");
    }
  }

  /// As it stands in a document.
  public Json.Obj toJson() {
    return Json.obj().put("key", key).putTextIfPresent("unit", unit).put("value", value).build();
  }

  static Binding fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("key", "unit", "value");
    return new Binding(json.text("key"), json.findText("unit"), json.get("value"));
  }
}
