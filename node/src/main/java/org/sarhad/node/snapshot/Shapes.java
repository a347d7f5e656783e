package org.sarhad.node.snapshot;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Finds the shapes of types by what they declare: a record by its components, a sealed type by
/// what it permits, an enum by its constants. Everything else must be one of the values known here
/// ([Values]) or be put in with [#knowing].
///
/// A type that cannot be handled, or that contains itself (so that bytes could be nested without
/// end), is refused at once, when it is asked for.
public final class Shapes {
  private static final int EQUAL_MAX = 1 << 16;

  private final MethodHandles.Lookup lookup;
  private final Map<Type, Shape<?>> plain = new HashMap<>();
  private final Map<Type, Shape<?>> shapes = new HashMap<>();
  private final Map<Class<?>, Share> sharing = new HashMap<>();

  /// One line for each type met: what its values look like.
  private final SortedMap<String, String> declarations = new TreeMap<>();

  private enum Share {
    EQUAL,
    SAME
  }

  /// No shape yet. Classes are used as `lookup` may use them.
  public Shapes(MethodHandles.Lookup lookup) {
    this.lookup = lookup;
    Values.SHAPES.forEach(this::put);
  }

  // ---- agreements -----------------------------------------------------------------------------

  /// Values of `type` are written as `shape` says.
  public <T> Shapes knowing(Class<T> type, Shape<T> shape) {
    put(type, shape);
    return this;
  }

  /// Values of `type` are not written: whoever reads gives them ([ShapeInput]).
  public <T> Shapes giving(Class<T> type) {
    return knowing(
        type,
        new Shape<T>() {
          @Override
          public void write(T value, ShapeOutput out) {}

          @Override
          public T read(ShapeInput in) {
            return type.cast(in.given(type));
          }
        });
  }

  /// Equal values of these types are written once, and are one object when read back.
  public Shapes sharingEqual(Class<?>... types) {
    for (var type : types) {
      sharing.put(type, Share.EQUAL);
    }
    return this;
  }

  /// An object of these types that is met in several places is written once.
  public Shapes sharingSame(Class<?>... types) {
    for (var type : types) {
      sharing.put(type, Share.SAME);
    }
    return this;
  }

  private void put(Type type, Shape<?> shape) {
    plain.put(type, shape);
    declarations.put(type.getTypeName(), "known");
  }

  // ---- finding --------------------------------------------------------------------------------

  /// The shape of `type`.
  ///
  /// @throws IllegalArgumentException naming a type in it that has none
  @SuppressWarnings("unchecked") // the shape of a type reads and writes its values
  public <T> Shape<T> of(Class<T> type) {
    return (Shape<T>) find(type, List.of());
  }

  /// Which declarations all shapes found so far rest on: bytes that were written with another
  /// fingerprint mean something else.
  public Hash fingerprint() {
    return Merkle.sha256(Bytes.ofUtf8(String.join("\n", lines())));
  }

  private List<String> lines() {
    return declarations.entrySet().stream()
        .map(line -> line.getKey() + " " + line.getValue())
        .toList();
  }

  @SuppressWarnings("unchecked") // wildcard to Object: a shape is only given what it declared
  private Shape<Object> find(Type given, List<Type> within) {
    var type = Resolved.of(given, Map.of());
    var known = shapes.get(type);
    if (known == null) {
      if (within.contains(type)) {
        throw new IllegalArgumentException(type + " contains itself");
      }
      var inside = new ArrayList<>(within);
      inside.add(type);
      known = shared(type, made(type, inside));
      shapes.put(type, known);
    }
    return (Shape<Object>) known;
  }

  private Shape<?> shared(Type type, Shape<Object> shape) {
    var share = type instanceof Class<?> raw ? sharing.get(raw) : null;
    return share == null
        ? shape
        : share == Share.EQUAL ? Shared.equal(shape, EQUAL_MAX) : Shared.same(shape);
  }

  @SuppressWarnings("unchecked") // as above
  private Shape<Object> made(Type type, List<Type> within) {
    var known = plain.get(type);
    if (known != null) {
      return (Shape<Object>) known;
    }
    if (type instanceof Resolved generic) {
      return parameterized(generic, within);
    }
    if (!(type instanceof Class<?> raw)) {
      throw new IllegalArgumentException(type + " is not a class: " + within);
    }
    if (raw.isEnum()) {
      return constants(raw);
    }
    if (raw.isRecord()) {
      return record(raw, type, Map.of(), within);
    }
    if (raw.isSealed()) {
      return oneOf(raw, within);
    }
    throw new IllegalArgumentException(
        "%s is neither record nor enum nor sealed nor known: %s".formatted(raw, within));
  }

  private Shape<Object> parameterized(Resolved type, List<Type> within) {
    var raw = type.raw();
    if (raw.isRecord()) {
      return record(raw, type, type.variables(), within);
    }
    var arguments = type.arguments().stream().map(argument -> find(argument, within)).toList();
    declarations.put(type.getTypeName(), "collection");
    if (raw == Optional.class) {
      return Collected.optional(arguments.getFirst());
    }
    if (raw == List.class) {
      return Collected.list(arguments.getFirst());
    }
    if (raw == Set.class || raw == SortedSet.class) {
      return Shared.equal(Collected.set(arguments.getFirst()), EQUAL_MAX);
    }
    if (raw == Map.class || raw == SortedMap.class) {
      return Collected.sortedMap(arguments.getFirst(), arguments.getLast());
    }
    if (raw == PersistentMap.class) {
      return Collected.map(arguments.getFirst(), arguments.getLast());
    }
    if (raw == IndexMap.class) {
      return Collected.indexed(arguments.getFirst());
    }
    throw new IllegalArgumentException(type + " is no collection that is known: " + within);
  }

  private Shape<Object> constants(Class<?> type) {
    var constants = List.<Object>of(type.getEnumConstants());
    declarations.put(
        type.getTypeName(),
        "enum" + constants.stream().map(constant -> ((Enum<?>) constant).name()).toList());
    return new Shape<>() {
      @Override
      public void write(Object value, ShapeOutput out) throws IOException {
        out.size(constants.indexOf(value));
      }

      @Override
      public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
        return constants.get(Choice.read(in, type, constants.size()));
      }
    };
  }

  private Shape<Object> oneOf(Class<?> type, List<Type> within) {
    var leaves = new ArrayList<Class<?>>();
    collectLeaves(type, leaves);
    leaves.sort(Comparator.comparing(Class::getName));
    declarations.put(type.getTypeName(), "one of " + leaves.stream().map(Class::getName).toList());
    return new Choice(type, leaves, leaves.stream().map(leaf -> find(leaf, within)).toList());
  }

  private static void collectLeaves(Class<?> type, List<Class<?>> leaves) {
    if (!type.isSealed()) {
      leaves.add(type);
      return;
    }
    for (var permitted : type.getPermittedSubclasses()) {
      if (!leaves.contains(permitted)) {
        collectLeaves(permitted, leaves);
      }
    }
  }

  /// @param variables what the variables of `type` stand for, in `named`
  private Shape<Object> record(
      Class<?> type, Type named, Map<TypeVariable<?>, Type> variables, List<Type> within) {
    var components = type.getRecordComponents();
    declarations.put(
        named.getTypeName(),
        "record"
            + Arrays.stream(components)
                .map(part -> part.getName() + ":" + part.getGenericType().getTypeName())
                .toList());
    try {
      var parts = new ArrayList<Composed.Part>();
      for (var component : components) {
        var get = lookup.unreflect(component.getAccessor());
        parts.add(
            new Composed.Part(
                find(Resolved.of(component.getGenericType(), variables), within),
                get.asType(MethodType.methodType(Object.class, Object.class))));
      }
      return new Composed(type, parts, constructor(type, components));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("%s cannot be used from here".formatted(type), e);
    }
  }

  private MethodHandle constructor(Class<?> type, RecordComponent... components)
      throws ReflectiveOperationException {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return lookup
        .findConstructor(type, MethodType.methodType(void.class, types))
        .asType(MethodType.genericMethodType(types.length))
        .asSpreader(Object[].class, types.length);
  }
}
