package org.sarhad.node.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Release;
import org.sarhad.core.inquiry.AgreedAct;
import org.sarhad.core.inquiry.Dissent;
import org.sarhad.core.inquiry.FindingTerms;
import org.sarhad.core.inquiry.Outcome;
import org.sarhad.core.inquiry.Words;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.print.Text;

/// A joint finding on paper, with every dissent from it, always (protocol clause 09-7.6).
public final class FindingSheet {
  private final Voice voice;
  private final Values values;
  private final Function<EntryId, String> naming;
  private final Release usual;

  /// @param naming what this node calls an entry
  /// @param usual for whom findings are, as the sides have agreed
  public FindingSheet(Voice voice, Function<EntryId, String> naming, Release usual) {
    this.voice = voice;
    this.usual = usual;
    this.values = new Values(voice);
    this.naming = naming;
  }

  /// A finding.
  ///
  /// @param act how far it is and who signed it
  /// @param finding the same as the inquiry knows it, which is where its version is from
  /// @param terms what was found
  /// @param matter what the matter is called
  /// @param dissents what sides do not share of it, the first one first
  /// @param paper the proposal, then every other entry of the act, then the dissents
  public Sheet of(
      ActViews.ActView act,
      AgreedAct finding,
      FindingTerms terms,
      Words matter,
      List<Dissent> dissents,
      PaperSet paper) {
    var body = new ArrayList<Block>();
    body.add(
        new Block.Pair(
            voice.say("print.matter"),
            List.of(Text.written(matter.text()), Text.code(naming.apply(terms.matter())))));
    body.addAll(ActSheet.standing(voice, act));
    body.add(
        new Block.Pair(
            voice.say("finding.standard"), List.of(voice.of("standard", word(terms.standard())))));
    body.add(new Block.Rule());
    terms.items().forEach(item -> body.add(item(item)));
    terms.words().forEach(words -> body.add(Block.Paragraph.of(Text.written(words.text()))));
    terms.remedies().forEach(remedy -> body.add(remedy(remedy)));
    body.addAll(dissents(dissents));
    body.add(Block.Paragraph.of(voice.of("findingUsually", usual.code())));
    body.addAll(ActSheet.signatures(voice, act));
    var title = voice.words().text("finding.version", Map.of("version", finding.version()));
    return new Frame(voice, paper).around(title, act.proposedAt(), body, false);
  }

  private Block item(FindingTerms.Item item) {
    var lines = new ArrayList<Text>();
    lines.add(voice.of("foundOutcome", item.outcome().code()));
    switch (item.outcome()) {
      case Outcome.AgreedValue(var value) -> lines.add(values.of(value));
      case Outcome.AgreedRange(var range) -> lines.add(values.of(range));
      case Outcome.Differ(var found) ->
          found.forEach(
              one -> {
                lines.add(Text.of(voice.nameOf(one.side().value()) + ":"));
                lines.add(values.of(one.value()));
              });
      case Outcome.NeitherEstablished _ -> {
        // That it is so is all there is to say.
      }
    }
    if (!item.restsOn().isEmpty()) {
      lines.add(voice.say("term.basis"));
      lines.add(Text.code(String.join("  ", item.restsOn().stream().map(naming).toList())));
    }
    return new Block.Pair(Text.of(values.row(item.subject())), lines);
  }

  private Block remedy(FindingTerms.Remedy remedy) {
    var name = voice.say("finding.remedy", Map.of("side", voice.nameOf(remedy.owner().value())));
    var due = remedy.due().map(voice::at).map(Text::of);
    return new Block.Pair(
        name, Stream.concat(Stream.of(Text.written(remedy.words().text())), due.stream()).toList());
  }

  private List<Block> dissents(List<Dissent> dissents) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(voice.say("print.dissents")));
    if (dissents.isEmpty()) {
      blocks.add(Block.Paragraph.of(voice.say("print.noDissent")));
    }
    for (var dissent : dissents) {
      var annexed = dissent.annexed();
      var by =
          new Author(annexed.by().value(), Optional.empty(), Optional.empty(), Optional.empty());
      var lines =
          new ArrayList<>(
              new Signed(by, annexed.time(), naming.apply(annexed.entry())).lines(voice));
      lines.add(Text.written(dissent.said().words().text()));
      var about =
          dissent
              .said()
              .property()
              .map(property -> voice.of("claimProperty", property.code()))
              .orElseGet(() -> voice.say("dissent.whole"));
      blocks.add(new Block.Pair(about, lines));
    }
    return blocks;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
