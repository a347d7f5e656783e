package org.sarhad.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.testing.Keys;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;

/// The entries in vectors/entries: what was an entry once is one for ever, byte for byte.
class EntryVectorsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("sarhad.root", ".."), "vectors", "entries");

  static List<String> good() throws IOException {
    return Files.readAllLines(VECTORS.resolve("good/leaves.txt"));
  }

  static List<String> bad() throws IOException {
    return Files.readAllLines(VECTORS.resolve("bad/reasons.txt"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void anEntryWithThisLeaf(String leafAndName) throws Exception {
    String[] parts = leafAndName.split("  ", -1);
    Bytes bytes = read("good", parts[1]);

    Entry entry = Entry.parse(bytes);

    assertThat(entry.leafHash().hex()).isEqualTo(parts[0]);
    assertThat(entry.envelope().line().utf8() + "\n").isEqualTo(entry.signedText().utf8());
    assertThat(Note.parse(bytes).verify(keys(), Keys.SIGNATURES))
        .isInstanceOfSatisfying(
            NoteVerdict.Signed.class,
            signed -> assertThat(signed.signatures()).hasSize(entry.officers().size() + 1));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void notAnEntryBecause(String nameAndReason) throws Exception {
    String[] parts = nameAndReason.split(": ", 2);
    Bytes bytes = read("bad", parts[0]);

    assertThatThrownBy(() -> Entry.parse(bytes))
        .isInstanceOf(MalformedEntryException.class)
        .hasMessageStartingWith(parts[1] + ": found ");
  }

  @Test
  void aPayloadThatTheAlertNames() throws Exception {
    Entry alert = Entry.parse(read("good", "alert.note"));

    Payload body =
        Payload.open(alert.envelope().body().orElseThrow(), read("good", "alert.body.json"));

    assertThat(body).hasToString("{\"text\":\"two vehicles, northbound\"}");
  }

  @Test
  void everyFileIsListed() throws IOException {
    assertThat(files("good")).hasSize(good().size() + 2);
    assertThat(files("bad")).hasSize(bad().size() + 1);
  }

  private static List<Path> files(String folder) throws IOException {
    try (var files = Files.list(VECTORS.resolve(folder))) {
      return files.toList();
    }
  }

  private static List<VerifierKey> keys() throws Exception {
    List<VerifierKey> keys = new ArrayList<>();
    for (String line : Files.readAllLines(VECTORS.resolve("keys.txt"))) {
      keys.add(VerifierKey.parse(line));
    }
    return keys;
  }

  private static Bytes read(String folder, String name) throws IOException {
    return Bytes.of(Files.readAllBytes(VECTORS.resolve(folder).resolve(name)));
  }
}
