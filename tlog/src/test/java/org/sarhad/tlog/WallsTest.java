package org.sarhad.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What the module promises about itself: it needs the JDK and nothing else, and of the JDK nothing
/// that reads a clock, draws a random number, or touches a file, a network or a thread.
class WallsTest {
  private static final Path CLASSES = classes();

  /// Packages and classes of the JDK, by the beginning of their names, that have no business here.
  private static final Set<String> FORBIDDEN_BEGINNINGS =
      Set.of(
          "java/io/File",
          "java/io/RandomAccessFile",
          "java/lang/reflect/",
          "java/lang/Process",
          "java/lang/Runtime.",
          "java/net/",
          "java/nio/channels/",
          "java/nio/file/",
          "java/time/",
          "java/util/Date",
          "java/util/Random",
          "java/util/SplittableRandom",
          "java/util/Timer",
          "java/util/concurrent/Exec",
          "java/util/concurrent/ThreadLocalRandom",
          "java/util/random/");

  /// Single methods of classes that are otherwise welcome.
  private static final Set<String> FORBIDDEN_METHODS =
      Set.of(
          "java/lang/System.currentTimeMillis",
          "java/lang/System.nanoTime",
          "java/lang/System.getenv",
          "java/lang/System.getProperty",
          "java/lang/Math.random",
          "java/lang/Thread.start",
          "java/lang/Thread.sleep",
          "java/lang/Object.wait",
          "java/util/UUID.randomUUID");

  @Test
  void theModuleNeedsTheJdkOnly() {
    var requires =
        descriptor().requires().stream()
            .collect(Collectors.toMap(Requires::name, Requires::modifiers));
    assertThat(requires.keySet()).containsExactlyInAnyOrder("java.base", "org.jspecify");
    // Annotations for the compiler; absent at run time.
    assertThat(requires.get("org.jspecify")).containsExactly(Requires.Modifier.STATIC);
  }

  @Test
  void everyPackageIsExportedAndExplained() {
    var exported = descriptor().exports().stream().map(ModuleDescriptor.Exports::source).toList();
    assertThat(exported).containsExactlyInAnyOrderElementsOf(descriptor().packages());
  }

  @Test
  void nothingReadsAClockOrDrawsOrTouchesTheWorld() {
    assertThat(used().stream().filter(WallsTest::isForbidden)).isEmpty();
    // The check itself sees what is there.
    assertThat(used()).contains("java/security/MessageDigest.getInstance", "java/util/List.copyOf");
  }

  private static boolean isForbidden(String name) {
    return FORBIDDEN_METHODS.contains(name)
        || FORBIDDEN_BEGINNINGS.stream().anyMatch(name::startsWith);
  }

  /// Every class, method and field that the module's classes refer to.
  private static Set<String> used() {
    var used = new TreeSet<String>();
    try (var files = Files.walk(CLASSES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        var pool = ClassFile.of().parse(file).constantPool();
        StreamSupport.stream(pool.spliterator(), false)
            .forEach(
                entry -> {
                  switch (entry) {
                    case MemberRefEntry member ->
                        used.add(
                            member.owner().asInternalName() + "." + member.name().stringValue());
                    case ClassEntry type -> used.add(type.asInternalName());
                    default -> {}
                  }
                });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return used;
  }

  private static ModuleDescriptor descriptor() {
    return ModuleFinder.of(CLASSES).find("org.sarhad.tlog").orElseThrow().descriptor();
  }

  private static Path classes() {
    try {
      return Path.of(Check.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
