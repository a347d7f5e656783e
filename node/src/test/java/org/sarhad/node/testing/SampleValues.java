package org.sarhad.node.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.node.snapshot.Resolved;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A few values of every type, made from its declaration: of an enum all, of a sealed type some of
/// each that it permits, of a record so many that each value of each component occurs in one if its
/// constructor takes it anywhere. If it takes none, that is an error that names the type.
public final class SampleValues {
  private static final int ROUNDS = 4;
  private static final int TRIES = 400;

  private final Map<Type, List<?>> known = new HashMap<>();

  /// The plain values.
  public SampleValues() {
    known.put(String.class, List.of("en", "fa", "IRR", "2019-04-22", "image/png", "1 of 2"));
    known.put(long.class, List.of(0L, 1L, 7L, 1L << 40));
    known.put(Long.class, known.get(long.class));
    known.put(int.class, List.of(1, 2, 300));
    known.put(Integer.class, known.get(int.class));
    known.put(boolean.class, List.of(true, false));
    known.put(Boolean.class, known.get(boolean.class));
    known.put(Instant.class, List.of(Instant.EPOCH, Instant.parse("2019-04-22T08:00:00.123Z")));
    known.put(Duration.class, List.of(Duration.ofMinutes(1), Duration.ofMillis(1500)));
    known.put(LocalDate.class, List.of(LocalDate.EPOCH, LocalDate.of(2019, 4, 22)));
    known.put(ZoneOffset.class, List.of(ZoneOffset.UTC, ZoneOffset.ofHoursMinutes(3, 30)));
    known.put(BigInteger.class, List.of(BigInteger.ONE, BigInteger.TEN.pow(30)));
    known.put(Bytes.class, List.of(Bytes.of(new byte[64]), Bytes.of(new byte[32])));
    known.put(Hash.class, List.of(Merkle.EMPTY_ROOT, Merkle.sha256(Bytes.ofUtf8("another"))));
  }

  /// These are the values of `type`.
  public <T> SampleValues with(Class<T> type, List<T> values) {
    known.put(type, values);
    return this;
  }

  /// Some values of `type`.
  public List<?> of(Type given) {
    var type = Resolved.of(given, Map.of());
    var values = known.get(type);
    if (values == null) {
      values = List.copyOf(new LinkedHashSet<>(made(type)));
      known.put(type, values);
    }
    return values;
  }

  private List<?> made(Type type) {
    if (type instanceof Resolved generic) {
      return generic.raw().isRecord()
          ? records(generic.raw(), generic.variables())
          : collections(generic.raw(), generic.getActualTypeArguments());
    }
    var raw = (Class<?>) type;
    if (raw.isEnum()) {
      return List.of(raw.getEnumConstants());
    }
    if (raw.isSealed()) {
      return Arrays.stream(raw.getPermittedSubclasses())
          .flatMap(leaf -> of(leaf).stream())
          .toList();
    }
    if (raw.isRecord()) {
      return records(raw, Map.of());
    }
    throw new IllegalArgumentException("no sample of " + raw + "; say one by hand");
  }

  private List<?> records(Class<?> type, Map<TypeVariable<?>, Type> variables) {
    var components = type.getRecordComponents();
    var parts =
        Arrays.stream(components)
            .map(part -> of(Resolved.of(part.getGenericType(), variables)))
            .toList();
    int count = Math.max(1, parts.stream().mapToInt(List::size).max().orElse(1));
    var made = new ArrayList<Object>();
    var unseen = new HashSet<Object>();
    parts.forEach(unseen::addAll);
    var refusal = "none was made";
    var chance = new SplittableRandom(type.getName().hashCode());
    for (int round = 0;
        round < ROUNDS * count + TRIES && !(unseen.isEmpty() && round > 0);
        round++) {
      var values = new Object[parts.size()];
      for (int i = 0; i < values.length; i++) {
        // Shifted against each other from round to round, so that they meet in other pairs; then by
        // chance, for those that are particular.
        int at =
            round < ROUNDS * count
                ? round + round / count * i
                : chance.nextInt(parts.get(i).size());
        values[i] = parts.get(i).get(at % parts.get(i).size());
      }
      try {
        var value = constructor(type, components).newInstance(values);
        if (unseen.removeAll(Arrays.asList(values)) || made.isEmpty()) {
          made.add(value);
        }
      } catch (InvocationTargetException e) {
        refusal = String.valueOf(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    if (made.isEmpty()) {
      throw new IllegalArgumentException(
          "every sample of %s is refused: %s".formatted(type, refusal));
    }
    return made;
  }

  private static List<?> firstTwo(List<?> values) {
    return values.subList(0, Math.min(2, values.size()));
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent... components)
      throws NoSuchMethodException {
    var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // keys and elements of what is asked for have an order
  private List<?> collections(Class<?> type, Type... arguments) {
    var first = of(arguments[0]);
    if (type == Optional.class) {
      return Stream.concat(Stream.of(Optional.empty()), first.stream().map(Optional::of)).toList();
    }
    if (type == List.class) {
      return List.of(List.of(), first, List.of(first.getFirst()), firstTwo(first));
    }
    if (type == Set.class || type == SortedSet.class) {
      return List.of(
          new TreeSet<>(),
          new TreeSet<>(first),
          new TreeSet<>(List.of(first.getFirst())),
          new TreeSet<>(firstTwo(first)));
    }
    if (type == IndexMap.class) {
      return List.of(
          IndexMap.empty(), IndexMap.run(30, first), IndexMap.of(1L << 40, first.getFirst()));
    }
    var last = of(arguments[1]);
    var map = new TreeMap<Object, Object>();
    PersistentMap persistent = PersistentMap.empty();
    for (int i = 0; i < Math.max(first.size(), last.size()); i++) {
      Object value = last.get(i % last.size());
      map.put(first.get(i % first.size()), value);
      persistent = persistent.put((Comparable) first.get(i % first.size()), value);
    }
    var key = (Comparable) first.getFirst();
    if (type == PersistentMap.class) {
      return List.of(PersistentMap.empty(), persistent, PersistentMap.of(key, last.getFirst()));
    }
    return List.of(map, new TreeMap<>(Map.of(key, last.getFirst())));
  }
}
