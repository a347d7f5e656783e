package org.sarhad.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.testing.Sides.PK_LOG;
import static org.sarhad.core.testing.Sides.alert;
import static org.sarhad.core.testing.Sides.head;
import static org.sarhad.core.testing.Sides.says;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Keys;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.NoteSigner;

/// The entry printed in docs/protocol/02-entry.md is one.
class ProtocolExampleTest {
  private static final Path CHAPTER =
      Path.of(System.getProperty("sarhad.root", ".."), "docs", "protocol", "02-entry.md");

  @Test
  void theExampleOfTheChapterIsAnEntry() throws Exception {
    NoteSigner officer = Keys.signer("ir.sarhad.example/officer/7f3a");
    NoteSigner node = Keys.signer("ir.sarhad.example/node");
    Entry written =
        alert(4711)
            .ref("مرز/7")
            .seen(Seen.of(PK_LOG, head(988)))
            .payload(says("two vehicles, northbound").ref(PayloadRef.BODY))
            .by(officer)
            .seal(node);

    Bytes printed = Bytes.ofUtf8(firstCodeBlock());

    assertThat(printed.utf8()).isEqualTo(written.bytes().utf8());
    assertThat(Entry.parse(printed)).isEqualTo(written);
    assertThat(Files.readString(CHAPTER))
        .contains("`" + officer.verifierKey().text() + "`", "`" + node.verifierKey().text() + "`");
  }

  private static String firstCodeBlock() throws IOException {
    String chapter = Files.readString(CHAPTER);
    int start = chapter.indexOf("```\n") + 4;
    return chapter.substring(start, chapter.indexOf("```", start));
  }
}
