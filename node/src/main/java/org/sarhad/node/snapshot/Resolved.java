package org.sarhad.node.snapshot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A generic class with its arguments, in which nothing is left open: `Word<Position>`. A value, as
/// the reflection's own are not among each other.
///
/// @param raw the class
/// @param arguments a type for each of its variables, themselves resolved
public record Resolved(Class<?> raw, List<Type> arguments) implements ParameterizedType {
  /// Copies the list.
  public Resolved {
    arguments = List.copyOf(arguments);
  }

  /// `type`, in which variables stand for what `variables` says.
  ///
  /// @throws IllegalArgumentException when it has a variable that is not bound, or is an array or a
  ///   wildcard
  public static Type of(Type type, Map<TypeVariable<?>, Type> variables) {
    return switch (type) {
      case Class<?> plain -> plain;
      case Resolved resolved -> resolved;
      case ParameterizedType generic ->
          new Resolved(
              (Class<?>) generic.getRawType(),
              Arrays.stream(generic.getActualTypeArguments())
                  .map(argument -> of(argument, variables))
                  .toList());
      case TypeVariable<?> variable when variables.containsKey(variable) -> variables.get(variable);
      default -> throw new IllegalArgumentException(type + " is not a class");
    };
  }

  /// What the variables of the class stand for here.
  public Map<TypeVariable<?>, Type> variables() {
    var bound = new HashMap<TypeVariable<?>, Type>();
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(raw.getTypeParameters()[i], arguments.get(i));
    }
    return bound;
  }

  @Override
  public Type[] getActualTypeArguments() {
    return arguments.toArray(Type[]::new);
  }

  @Override
  public Type getRawType() {
    return raw;
  }

  @Override
  public Type getOwnerType() {
    return raw.getDeclaringClass();
  }

  @Override
  public String toString() {
    return raw.getTypeName() + arguments.stream().map(Type::getTypeName).toList();
  }
}
