package org.sarhad.node.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Sitrep;
import org.sarhad.core.response.Words;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.print.Text;

/// A situation report on paper, letter by letter.
public final class SitrepSheet {
  private SitrepSheet() {}

  /// `report` about `incident`, as `signed`.
  public static Sheet of(
      Voice voice, IncidentId incident, Sitrep report, Signed signed, PaperSet paper) {
    var body = new ArrayList<Block>();
    body.add(new Block.Pair(voice.say("record.incident"), List.of(Text.code(incident.toString()))));
    body.addAll(signed.head(voice));
    body.add(
        new Block.Pair(
            voice.say("sitrep.stage"), List.of(voice.of("sitrepStage", word(report.phase())))));
    body.add(
        new Block.Pair(
            voice.say("sitrep.form"), List.of(voice.say("sitrep." + word(report.form())))));
    body.add(Block.Paragraph.of(voice.say("paper.asOf", Map.of("time", voice.at(report.asOf())))));
    body.add(new Block.Rule());
    report.letters().forEach((letter, words) -> body.add(letter(voice, letter, words)));
    body.add(restrictions(voice, report.restrictions()));
    var title =
        "%s · %s"
            .formatted(
                voice.words().text("sitrep.title"),
                voice.words().text("rail.sitrep", Map.of("number", report.number())));
    return new Frame(voice, paper).around(title, signed.at(), body, incident.exercise());
  }

  private static Block letter(Voice voice, Sitrep.Letter letter, Words words) {
    var name = voice.words().of("sitrepLetter", letter.name());
    return new Block.Pair(
        Text.of("\u2066%s\u2069 · %s".formatted(letter.name(), name)),
        List.of(Text.written(words.text())));
  }

  /// What the author could not see. It stands on every report: an empty one is a statement too.
  static Block restrictions(Voice voice, Words restrictions) {
    return new Block.Pair(
        voice.say("sitrep.restrictions"),
        List.of(
            restrictions.isBlank()
                ? voice.say("daily.noRestrictions")
                : Text.written(restrictions.text())));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
