package org.sarhad.e2e.interop;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// A verifier that runs as a process of its own and answers a line for each line it reads; the Go
/// package `lines` in `e2e/src/test/go` is the other end.
final class LineJudge implements AutoCloseable {
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  /// Starts `program`.
  LineJudge(Path program) throws IOException {
    this.process =
        new ProcessBuilder(program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
  }

  /// The answer to `command` with `arguments`, or empty if the verifier refuses. Numbers are
  /// written as they are; texts, bytes, paths, hashes and keys, and lists of them, in base64.
  Optional<Bytes> ask(String command, Object... arguments) {
    try {
      questions.write(
          Stream.concat(Stream.of(command), Stream.of(arguments).map(LineJudge::word))
              .collect(Collectors.joining(" ")));
      questions.newLine();
      questions.flush();
      var answer = answers.readLine();
      if (answer == null) {
        throw new AssertionError("the verifier ended");
      }
      return answer.startsWith("ok ") ? Bytes.parseBase64(answer.substring(3)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(Object argument) {
    return argument instanceof Long number ? number.toString() : bytes(argument).base64();
  }

  private static Bytes bytes(Object argument) {
    return switch (argument) {
      case Bytes bytes -> bytes;
      case Hash hash -> hash.toBytes();
      case VerifierKey key -> Bytes.ofUtf8(key.text() + "\n");
      case List<?> list -> Bytes.concat(list.stream().map(LineJudge::bytes).toArray(Bytes[]::new));
      default -> Bytes.ofUtf8(argument.toString());
    };
  }

  /// Ends the verifier: it stops when there are no more questions.
  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
