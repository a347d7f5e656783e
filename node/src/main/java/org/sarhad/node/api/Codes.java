package org.sarhad.node.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.UnitStatus;

/// The words of the contract for our enums, both ways.
final class Codes {
  /// `internal` and `release`.
  static final Map<String, Audience> AUDIENCES = lower(Audience.class);

  /// `watch_officer`, `dispatcher`, …
  static final Map<String, Role> ROLES = roles();

  /// `P1` to `P5`.
  static final Map<String, Priority> PRIORITIES = named(Priority.class);

  /// `AVL`, `STG-L`, …
  static final Map<String, UnitStatus> STATUSES = statuses();

  private Codes() {}

  /// The constants of `type` by their names in lower case.
  static <E extends Enum<E>> Map<String, E> lower(Class<E> type) {
    var codes = new LinkedHashMap<String, E>();
    for (E constant : type.getEnumConstants()) {
      codes.put(of(constant), constant);
    }
    return Collections.unmodifiableMap(codes);
  }

  /// The word for `constant`: its name in lower case.
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Map<String, E> named(Class<E> type) {
    var codes = new LinkedHashMap<String, E>();
    for (E constant : type.getEnumConstants()) {
      codes.put(constant.name(), constant);
    }
    return Collections.unmodifiableMap(codes);
  }

  private static Map<String, Role> roles() {
    var codes = new LinkedHashMap<String, Role>();
    for (var role : Role.values()) {
      codes.put(role.code(), role);
    }
    return Collections.unmodifiableMap(codes);
  }

  private static Map<String, UnitStatus> statuses() {
    var codes = new LinkedHashMap<String, UnitStatus>();
    for (var status : UnitStatus.values()) {
      codes.put(status.code(), status);
    }
    return Collections.unmodifiableMap(codes);
  }
}
