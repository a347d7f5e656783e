package org.sarhad.tlog.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;

/// What every parser of a format promises, checked with damaged input:
///
/// - it returns or throws the one exception of its format, and nothing else;
/// - it uses memory in proportion to its input, and no more;
/// - what it accepts, printed again, is its input to the byte.
///
/// @param <T> what the parser makes
public final class ParserCheck<T> {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// A parse may take this many bytes of memory for each byte of input, beside a fixed amount for
  /// the exception with its message and stack.
  private static final long MEMORY_PER_BYTE = 100;

  private static final long MEMORY_FIXED = 200_000;

  private final Parser<T> parser;
  private final Printer<T> printer;
  private final Class<? extends MalformedException> malformed;

  /// A parser.
  @FunctionalInterface
  public interface Parser<T> {
    /// What `input` says, or the exception of the format.
    T parse(Bytes input) throws MalformedException;
  }

  /// The inverse of a parser.
  @FunctionalInterface
  public interface Printer<T> {
    /// The one spelling of `value`.
    Bytes print(T value);
  }

  /// The promises of `parser`, whose inverse is `printer` and whose exception is `malformed`.
  public ParserCheck(
      Parser<T> parser, Printer<T> printer, Class<? extends MalformedException> malformed) {
    this.parser = parser;
    this.printer = printer;
    this.malformed = malformed;
  }

  /// Runs `cases` seeded cases, each on a damaged copy of one of `valid`; these are themselves
  /// checked to be accepted. Fails if no damaged copy was refused.
  public void damaged(int cases, List<Bytes> valid) {
    for (var input : valid) {
      assertThat(isAccepted(input)).as("accepted: %s", shown(input)).isTrue();
    }
    var refused = new int[1];
    Seeded.check(
        cases,
        random -> {
          if (!isAccepted(Mutations.mutate(pick(valid, random), pick(valid, random), random))) {
            refused[0]++;
          }
        });
    assertThat(refused[0]).as("damaged inputs that were refused").isPositive();
  }

  /// Checks that each of `inputs` is refused, in the way the format refuses.
  public void refuses(List<Bytes> inputs) {
    for (var input : inputs) {
      assertThat(isAccepted(input)).as("accepted: %s", shown(input)).isFalse();
    }
  }

  /// Whether `input` is accepted; fails if a promise is broken.
  private boolean isAccepted(Bytes input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      var parsed = parser.parse(input);
      checkMemory(input, before);
      assertThat(printer.print(parsed)).as("reprint of %s", shown(input)).isEqualTo(input);
      return true;
    } catch (MalformedException e) {
      checkMemory(input, before);
      assertThat(e).isExactlyInstanceOf(malformed);
      assertThat(e.getMessage()).hasSizeLessThan(1000).doesNotContain("\n");
      return false;
    }
  }

  private static void checkMemory(Bytes input, long before) {
    long used = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(used)
        .as("memory for %d bytes: %s", input.size(), shown(input))
        .isLessThan(MEMORY_FIXED + MEMORY_PER_BYTE * input.size());
  }

  private static Bytes pick(List<Bytes> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }

  private static String shown(Bytes input) {
    return input.findUtf8().orElseGet(input::hex);
  }
}
