package org.sarhad.core.modalities;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;

/// All settings that this version of the program knows (protocol clause 08-3).
///
/// A document says by which catalogue it was written, and is read by that one, whatever the program
/// knows besides: so a key means the same on a node that was updated yesterday as on one that was
/// not, and an old document is not broken by a new setting that happens to have the name of one of
/// its unknown keys.
public final class Catalogue {
  /// The newest catalogue that this version of the program knows.
  public static final int NEWEST = 1;

  private static final List<Setting<?>> ALL =
      Stream.of(
              ZoneSettings.all(),
              ClockSettings.all(),
              CrossingSettings.all(),
              PeopleSettings.all(),
              RecordSettings.all(),
              CycleSettings.all(),
              TradeSettings.all(),
              ScreenSettings.all(),
              TravelSettings.all(),
              TrackSettings.all(),
              RedLines.all())
          .<Setting<?>>flatMap(Collection::stream)
          .toList();

  private static final PersistentMap<String, Setting<?>> BY_KEY = byKey();

  private Catalogue() {}

  /// Every setting, by subject.
  public static List<Setting<?>> all() {
    return ALL;
  }

  /// The setting called `key`, if catalogue `number` has it.
  public static Optional<Setting<?>> find(String key, int number) {
    return BY_KEY.find(key).filter(setting -> setting.since() <= number);
  }

  private static PersistentMap<String, Setting<?>> byKey() {
    PersistentMap<String, Setting<?>> settings = PersistentMap.empty();
    for (Setting<?> setting : ALL) {
      settings = settings.put(setting.key(), setting);
    }
    return settings;
  }
}
