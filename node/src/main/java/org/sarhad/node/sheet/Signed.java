package org.sarhad.node.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Text;

/// Who said something, when, and where it stands.
///
/// @param entry what the node calls the entry: `ir/12`
public record Signed(Author by, Instant at, String entry) {

  /// When it was written and by whom, as it stands at the head of a document.
  List<Block> head(Voice voice) {
    return List.of(
        new Block.Pair(voice.say("paper.written"), List.of(Text.of(voice.at(at)))),
        new Block.Pair(voice.say("paper.by"), who(voice)),
        new Block.Pair(voice.say("term.entry"), List.of(Text.code(entry))));
  }

  /// The same within a list of several.
  List<Text> lines(Voice voice) {
    var lines = new ArrayList<>(who(voice));
    lines.add(Text.of(voice.at(at)));
    lines.add(Text.code(entry));
    return lines;
  }

  private List<Text> who(Voice voice) {
    var side = voice.nameOf(by.party());
    var who = by.role().map(role -> side + " · " + voice.words().of("role", role)).orElse(side);
    var lines = new ArrayList<Text>();
    lines.add(Text.of(by.name().map(name -> who + " · \u2068" + name + "\u2069").orElse(who)));
    by.officer().ifPresent(officer -> lines.add(Text.code(officer)));
    return lines;
  }
}
