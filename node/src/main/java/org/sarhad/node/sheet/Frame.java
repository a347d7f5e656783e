package org.sarhad.node.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.paper.PaperCode;
import org.sarhad.node.paper.PaperCopy;
import org.sarhad.node.paper.PaperSet;
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

  /// What names of entries of the private journal begin with.
  private static final String JOURNAL = "journal/";

  private final Voice voice;
  private final PaperSet paper;
  private final List<Attachment> files;

  /// @param paper the entries that the document prints, first the one that it is of
  Frame(Voice voice, PaperSet paper) {
    this.voice = voice;
    this.paper = paper;
    this.files = filesOf(paper);
  }

  /// The document `title` of `time`, which says `body`.
  ///
  /// @param isExercise whether it is about something that is practised and not real
  Sheet around(String title, Instant time, List<Block> body, boolean isExercise) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Title(Text.of(title)));
    blocks.add(
        Block.Paragraph.quiet(voice.say(isInternal() ? "audience.internal" : "paper.released")));
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
    var copy = paper.copies().getFirst();
    return new Sheet.Style(
        voice.language().code(),
        voice.language().isRightToLeft(),
        "%s · %s · %s · \u2068%s\u2069".formatted(PROGRAM, voice.ownName(), title, copy.name()),
        Merkle.sha256(copy.entry().entry()).hex(),
        (page, pages) -> voice.words().text("paper.part", Map.of("part", page, "of", pages)),
        isExercise ? Optional.of(voice.words().text("exercise.tag")) : Optional.empty());
  }

  private boolean isInternal() {
    return paper.name().startsWith(JOURNAL);
  }

  // ---- codes ----------------------------------------------------------------------------------

  private List<Block> check() {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(voice.say("paper.check")));
    blocks.add(Block.Paragraph.quiet(voice.say(how())));
    paper.policy().ifPresent(_ -> blocks.add(new Block.Verbatim(paper.command())));
    for (var copy : paper.copies()) {
      blocks.add(
          new Block.Codes(
              voice.say("print.codesOf", Map.of("entry", copy.name())), codes(copy.codes())));
    }
    paper
        .policy()
        .ifPresent(
            policy -> {
              blocks.add(new Block.Codes(voice.say("paper.holds.keys"), codes(paper.keys())));
              blocks.add(Block.Paragraph.quiet(voice.say("paper.keysMeans")));
              blocks.add(new Block.Verbatim(policy));
            });
    return blocks;
  }

  /// What to do with the codes, or why they prove nothing yet.
  private String how() {
    boolean isOne = paper.copies().size() == 1;
    if (paper.copies().stream().allMatch(copy -> copy.proof().isPresent())) {
      return isOne ? "paper.checkMeans" : "actPaper.checkMeans";
    }
    return isInternal() ? "paper.internalMeans" : isOne ? "paper.notYet" : "actPaper.notYet";
  }

  private List<Block.Code> codes(List<PaperCode> codes) {
    return codes.stream().map(this::code).toList();
  }

  private Block.Code code(PaperCode code) {
    var words = voice.words();
    var holds = words.text("paper.holds." + code.holds().word());
    var number = words.text("paper.part", Map.of("part", code.part(), "of", code.of()));
    return new Block.Code(Text.of(code.of() > 1 ? holds + " · " + number : holds), code.symbol());
  }

  // ---- files ----------------------------------------------------------------------------------

  private static List<Attachment> filesOf(PaperSet paper) {
    var files = new ArrayList<Attachment>();
    paper.copies().forEach(copy -> addFilesOf(copy, files));
    paper.policy().ifPresent(policy -> files.add(text(paper.policyName(), policy)));
    return files;
  }

  private static void addFilesOf(PaperCopy copy, List<Attachment> files) {
    var name = copy.fileName();
    files.add(new Attachment(name + ".txt", "text/plain", copy.entry().entry()));
    var payloads = copy.entry().payloads();
    for (int i = 0; i < payloads.size(); i++) {
      files.add(
          new Attachment("%s.%d.json".formatted(name, i + 1), "application/json", payloads.get(i)));
    }
    copy.proof().ifPresent(proof -> files.add(text(name + ".tlog-proof", proof)));
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
