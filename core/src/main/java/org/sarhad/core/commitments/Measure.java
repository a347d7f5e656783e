package org.sarhad.core.commitments;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// How one can tell that a commitment has been kept.
public sealed interface Measure {
  /// The unit in which progress is counted; empty when it is described only.
  Optional<String> unit();

  /// The JSON form.
  Json.Obj toJson();

  /// Reads the JSON form.
  ///
  /// @throws MalformedJsonException when a member is not as it should be
  /// @throws IllegalArgumentException when a value is not
  static Measure fromJson(Json.Obj json) throws MalformedJsonException {
    return json.has("quantity")
        ? new Counted(Quantity.fromJson(json.object("quantity")))
        : new Described(Bodies.wording(json, "text"));
  }

  /// In words.
  ///
  /// @param text at most 1 000 characters
  record Described(Wording text) implements Measure {
    private static final int LENGTH_MAX = 1_000;

    /// @throws IllegalArgumentException when the text is too long
    public Described {
      text.atMost("text", LENGTH_MAX);
    }

    @Override
    public Optional<String> unit() {
      return Optional.empty();
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("text", text.toJson()).build();
    }
  }

  /// By a number.
  record Counted(Quantity quantity) implements Measure {
    @Override
    public Optional<String> unit() {
      return Optional.of(quantity.unit());
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("quantity", quantity.toJson()).build();
    }
  }
}
