package org.sarhad.sim.mutant;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.sarhad.core.entry.Entry;
import org.sarhad.node.machine.Node;
import org.sarhad.sim.SimRunner;
import org.sarhad.tlog.Bytes;

/// The production code with one rule broken: a copy of one source file in which a piece of text is
/// another one, compiled and put in the place of the original, for itself alone.
///
/// Nothing in the production code knows of it. The text must be there exactly once, so a mutant
/// that no longer fits its source fails loudly instead of mutating nothing.
final class Mutant {
  private final Path classes;

  private Mutant(Path classes) {
    this.classes = classes;
  }

  /// `module`'s class `name`, with `text` in the place of `original`. Class files go to
  /// `directory`.
  static Mutant of(String module, String name, String original, String text, Path directory)
      throws IOException {
    var source = sourceOf(module, name);
    var code = Files.readString(source);
    int at = code.indexOf(original);
    if (at < 0 || code.indexOf(original, at + 1) >= 0) {
      throw new IllegalStateException(
          "%s does not have exactly one «%s»".formatted(source, original));
    }
    var mutated = directory.resolve("source").resolve(source.getFileName());
    Files.createDirectories(mutated.getParent());
    Files.writeString(
        mutated, code.substring(0, at) + text + code.substring(at + original.length()));
    var classes = Files.createDirectories(directory.resolve("classes"));
    var said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-nowarn",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                classPath(),
                mutated.toString());
    if (status != 0) {
      throw new IllegalStateException(
          "the mutant does not compile: " + said.toString(StandardCharsets.UTF_8));
    }
    return new Mutant(classes);
  }

  private static Path sourceOf(String module, String name) {
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    return root.resolve(module).resolve("src/main/java").resolve(name.replace('.', '/') + ".java");
  }

  private static String classPath() {
    return Stream.of(Bytes.class, Entry.class, Node.class, SimRunner.class)
        .map(type -> type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(location -> Path.of(location.getPath()).toString())
        .distinct()
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  // ---- running --------------------------------------------------------------------------------

  /// What a run of the simulation said, and how it ended.
  record Run(int status, String said) {}

  /// Runs the simulation with the rule broken, as `arguments` say.
  Run simulate(String... arguments) {
    var said = new ByteArrayOutputStream();
    try {
      var status =
          loader()
              .loadClass(SimRunner.class.getName())
              .getMethod("run", String[].class, PrintStream.class)
              .invoke(null, arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
      return new Run((Integer) status, said.toString(StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Runs one test with the rule broken; what it complained of, nothing if it passed.
  List<Throwable> test(Class<?> type, String method) {
    try {
      var mutated = loader().loadClass(type.getName());
      var constructor = mutated.getDeclaredConstructor();
      constructor.setAccessible(true);
      var test =
          Arrays.stream(mutated.getDeclaredMethods())
              .filter(candidate -> candidate.getName().equals(method))
              .findFirst()
              .orElseThrow();
      test.setAccessible(true);
      test.invoke(constructor.newInstance());
      return List.of();
    } catch (InvocationTargetException e) {
      return List.of(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Loads everything of ours anew, so that nothing of the mutant is seen by anybody else.
  private ClassLoader loader() {
    return new ClassLoader(Mutant.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
          if (!name.startsWith("org.sarhad.")) {
            return super.loadClass(name, resolve);
          }
          var known = findLoadedClass(name);
          return known != null ? known : define(name);
        }
      }

      private Class<?> define(String name) throws ClassNotFoundException {
        var path = name.replace('.', '/') + ".class";
        try {
          var mutated = classes.resolve(path);
          byte[] bytes;
          if (Files.exists(mutated)) {
            bytes = Files.readAllBytes(mutated);
          } else {
            try (var original = getResourceAsStream(path)) {
              if (original == null) {
                throw new ClassNotFoundException(name);
              }
              bytes = original.readAllBytes();
            }
          }
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    };
  }
}
