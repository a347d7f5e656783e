package org.sarhad.node.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.node.paper.PaperCode;
import org.sarhad.node.paper.PaperCopy;
import org.sarhad.node.print.Attachment;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.print.Text;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// What all documents have in common: the edges of their pages, and at the end the codes and files
/// from which anybody can check them.
final class Frame {
  private static final String PROGRAM = "Sarhad";

  private final Voice voice;
  private final List<PaperCopy> copies;
  private final List<Attachment> files;

  /// @param copies the entries that the document prints, first the one that it is of; at least one
  Frame(Voice voice, List<PaperCopy> copies) {
    this.voice = voice;
    this.copies = List.copyOf(copies);
    this.files = copies.stream().flatMap(copy -> filesOf(copy).stream()).toList();
  }

  /// The document `title` of `time`, which says `body`.
  ///
  /// @param isExercise whether it is about something that is practised and not real
  Sheet around(String title, Instant time, List<Block> body, boolean isExercise) {
    var copy = copies.getFirst();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Title(Text.of(title)));
    blocks.add(
        Block.Paragraph.quiet(
            voice.say(copy.isInternal() ? "audience.internal" : "paper.released")));
    if (isExercise) {
      blocks.add(new Block.Pair(voice.say("exercise.tag"), List.of(voice.say("exercise.notReal"))));
    }
    blocks.add(new Block.Rule());
    blocks.addAll(body);
    blocks.addAll(check());
    blocks.addAll(attached());
    return new Sheet(style(title, isExercise), title, time, blocks, files);
  }

  private Sheet.Style style(String title, boolean isExercise) {
    var copy = copies.getFirst();
    return new Sheet.Style(
        voice.language().code(),
        voice.language().isRightToLeft(),
        "%s · %s · %s · \u2068%s\u2069".formatted(PROGRAM, voice.ownName(), title, copy.name()),
        Merkle.sha256(copy.entry().entry()).hex(),
        (page, pages) -> voice.words().text("paper.part", Map.of("part", page, "of", pages)),
        isExercise ? Optional.of(voice.words().text("exercise.tag")) : Optional.empty());
  }

  // ---- codes ----------------------------------------------------------------------------------

  private List<Block> check() {
    var copy = copies.getFirst();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(voice.say("paper.check")));
    blocks.add(
        Block.Paragraph.quiet(
            voice.say(
                copy.proof().isPresent()
                    ? "paper.checkMeans"
                    : copy.isInternal() ? "paper.internalMeans" : "paper.notYet")));
    copy.proof().ifPresent(_ -> blocks.add(new Block.Verbatim(copy.command())));
    if (copies.size() > 1) {
      blocks.add(Block.Paragraph.quiet(voice.say("print.oneByOne")));
    }
    var policies = new HashSet<String>();
    for (var one : copies) {
      blocks.add(codes(one, policies));
    }
    if (!policies.isEmpty()) {
      blocks.add(Block.Paragraph.quiet(voice.say("paper.keysMeans")));
      copies.stream()
          .flatMap(one -> one.policy().stream())
          .distinct()
          .forEach(policy -> blocks.add(new Block.Verbatim(policy)));
    }
    return blocks;
  }

  /// The codes of one entry; keys that stand beside another one already are not repeated.
  ///
  /// @param policies those that are on the paper already; gets this one
  private Block codes(PaperCopy copy, Set<String> policies) {
    boolean isNew = copy.policy().map(policies::add).orElse(false);
    var codes =
        copy.codes().stream()
            .filter(code -> isNew || code.holds() != PaperCode.Holds.KEYS)
            .map(this::code)
            .toList();
    var name = voice.say("print.codesOf", Map.of("entry", copy.name()));
    return new Block.Codes(name, codes);
  }

  private Block.Code code(PaperCode code) {
    var words = voice.words();
    var holds = words.text("paper.holds." + code.holds().word());
    var number = words.text("paper.part", Map.of("part", code.part(), "of", code.of()));
    return new Block.Code(Text.of(code.of() > 1 ? holds + " · " + number : holds), code.symbol());
  }

  // ---- files ----------------------------------------------------------------------------------

  private static List<Attachment> filesOf(PaperCopy copy) {
    var files = new ArrayList<Attachment>();
    var name = copy.fileName();
    files.add(new Attachment(name + ".txt", "text/plain", copy.entry().entry()));
    var payloads = copy.entry().payloads();
    for (int i = 0; i < payloads.size(); i++) {
      files.add(
          new Attachment("%s.%d.json".formatted(name, i + 1), "application/json", payloads.get(i)));
    }
    copy.proof().ifPresent(proof -> files.add(text(name + ".tlog-proof", proof)));
    copy.policy().ifPresent(policy -> files.add(text(name + ".policy", policy)));
    return files;
  }

  private static Attachment text(String name, String content) {
    return new Attachment(name, "text/plain", Bytes.ofUtf8(content));
  }

  private List<Block> attached() {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(voice.say("print.files")));
    blocks.add(Block.Paragraph.quiet(voice.say("print.filesMean")));
    for (var file : files) {
      blocks.add(
          new Block.Pair(
              Text.code(file.name()), List.of(Text.code(Merkle.sha256(file.content()).hex()))));
    }
    return blocks;
  }
}
