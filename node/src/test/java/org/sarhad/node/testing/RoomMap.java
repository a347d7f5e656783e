package org.sarhad.node.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which packages under one root there are, and which of the others each may use: a text that is
/// read by people, held against the classes.
///
/// ```
/// port   :
/// store  : port
/// ```
///
/// A line has a package and those it may use, named without the root; `.` is the root itself.
public final class RoomMap {
  private final String root;
  private final Map<String, Set<String>> doors = new TreeMap<>();

  private RoomMap(String root) {
    this.root = root;
  }

  /// The map in `text` of the packages under `root`.
  public static RoomMap of(String root, String text) {
    var map = new RoomMap(root);
    for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
      int colon = line.indexOf(':');
      map.doors.put(
          line.substring(0, colon).strip(),
          new TreeSet<>(List.of(line.substring(colon + 1).strip().split("\\s+"))));
    }
    return map;
  }

  /// Where classes and map differ, one line each: a package that is not on the map, a use that no
  /// door allows.
  public List<String> faults() {
    var faults = new ArrayList<String>();
    used()
        .forEach(
            (room, others) -> {
              if (!doors.containsKey(room)) {
                faults.add(room + " is not on the map");
              }
              others.keySet().stream()
                  .filter(other -> !doors.getOrDefault(room, Set.of()).contains(other))
                  .forEach(
                      other ->
                          faults.add(
                              "%s may not use %s: %s".formatted(room, other, others.get(other))));
            });
    return faults;
  }

  /// For each room the others that it uses, with one use as an example.
  private Map<String, Map<String, String>> used() {
    var used = new TreeMap<String, Map<String, String>>();
    for (var type : classes()) {
      var uses = used.computeIfAbsent(room(type.getPackageName()), _ -> new TreeMap<>());
      for (var use : type.getDirectDependenciesFromSelf()) {
        var target = use.getTargetClass().getBaseComponentType().getPackageName();
        if (isOurs(target) && !target.equals(type.getPackageName())) {
          uses.putIfAbsent(room(target), use.getDescription());
        }
      }
    }
    return used;
  }

  private JavaClasses classes() {
    // What other people's classes are made of is no matter of the map.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages(root);
  }

  private boolean isOurs(String packageName) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }

  private String room(String packageName) {
    return packageName.equals(root) ? "." : packageName.substring(root.length() + 1);
  }
}
