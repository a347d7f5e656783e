package org.sarhad.node.sheet;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sarhad.core.json.Json;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Text;

/// The terms of an act for a reader. Whatever they are made of is shown, title and text first and
/// the rest in the order of the signed text: who reads must not be able to miss a word. Names that
/// the catalogues know get a word, others stand as they are.
final class Terms {
  /// What a reader begins with; the signed text has its names in the order of the alphabet.
  private static final List<String> FIRST = List.of("number", "title", "text");

  private static final String WITHIN = " · ";

  private final Voice voice;
  private final List<Block> blocks = new ArrayList<>();

  private Terms(Voice voice) {
    this.voice = voice;
  }

  /// `terms` as pairs of a name and what it is: what lies deeper has the names above it in front.
  static List<Block> of(Voice voice, Json.Obj terms) {
    var found = new Terms(voice);
    found.members("", terms);
    return found.blocks;
  }

  private void members(String above, Json.Obj terms) {
    Stream.concat(
            FIRST.stream().filter(terms::has),
            terms.names().stream().filter(name -> !FIRST.contains(name)))
        .forEach(name -> value(within(above, nameOf(name)), terms.find(name).orElseThrow()));
  }

  private void value(String name, Json value) {
    switch (value) {
      case Json.Obj members when members.size() > 0 -> members(name, members);
      case Json.Arr items when items.size() > 0 -> items(name, items.values());
      case Json.Obj _, Json.Arr _, Json.Null _ -> add(name, voice.say("terms.none"));
      case Json.Bool(boolean yes) -> add(name, voice.say(yes ? "terms.yes" : "terms.no"));
      case Json.Int(long number) -> add(name, Text.code(Long.toString(number)));
      case Json.Str(String text) -> add(name, said(text));
    }
  }

  private void items(String name, List<Json> items) {
    if (items.stream().allMatch(item -> item instanceof Json.Int)) {
      add(name, Text.code(String.join(", ", items.stream().map(Object::toString).toList())));
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      value(within(name, voice.number(i + 1L)), items.get(i));
    }
  }

  private void add(String name, Text says) {
    blocks.add(new Block.Pair(Text.of(name), List.of(says)));
  }

  private Text said(String text) {
    if (text.isBlank()) {
      return voice.say("terms.blank");
    }
    try {
      return Text.of(voice.at(Instant.parse(text)));
    } catch (DateTimeParseException _) {
      return Text.written(text);
    }
  }

  private String nameOf(String name) {
    return Stream.of("term.", "actTerm.")
        .map(family -> family + name)
        .filter(voice.words()::has)
        .map(voice.words()::text)
        .findFirst()
        .orElseGet(() -> "\u2066" + Text.written(name).words() + "\u2069");
  }

  private static String within(String above, String name) {
    return above.isEmpty() ? name : above + WITHIN + name;
  }
}
