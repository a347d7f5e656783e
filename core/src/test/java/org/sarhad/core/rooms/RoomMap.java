package org.sarhad.core.rooms;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All rooms under a few root packages, and the doors between them.
public final class RoomMap {
  private final JavaClasses classes;
  private final Map<String, Room> rooms = new TreeMap<>();

  private RoomMap(JavaClasses classes) {
    this.classes = classes;
  }

  /// The map of the production classes under `rootPackages`, with no room on it yet.
  public static RoomMap of(String... rootPackages) {
    return new RoomMap(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackages));
  }

  /// Puts the package `name` on the map.
  public Room room(String name) {
    return rooms.computeIfAbsent(name, Room::new);
  }

  /// The classes of all rooms.
  public JavaClasses classes() {
    return classes;
  }

  /// Classes that stand in no room, and uses that no door allows; one line each.
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (JavaClass type : classes) {
      Room room = rooms.get(type.getPackageName());
      if (room == null) {
        faults.add(type.getName() + " stands in a package that is not on the map");
      } else {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          String target = use.getTargetClass().getBaseComponentType().getPackageName();
          boolean isOurs = rooms.containsKey(target);
          if (isOurs && !room.allows(room(target))) {
            faults.add("%s may not use %s: %s".formatted(room, target, use.getDescription()));
          }
        }
      }
    }
    return faults;
  }
}
