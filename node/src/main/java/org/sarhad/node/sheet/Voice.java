package org.sarhad.node.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.node.api.view.PartyView;
import org.sarhad.node.print.Text;
import org.sarhad.node.words.Clocks;
import org.sarhad.node.words.Language;
import org.sarhad.node.words.Wall;
import org.sarhad.node.words.Words;

/// In which language a document speaks, from whose walls it reads its times, and what it calls the
/// sides.
public final class Voice {
  private static final List<String> CATALOGUES =
      List.of("desk", "agreements", "inquiry", "joint", "barter", "account", "print");

  private final Words words;
  private final Clocks clocks;
  private final PartyView own;
  private final Map<String, PartyView> sides;

  private Voice(Words words, Clocks clocks, PartyView own, Map<String, PartyView> sides) {
    this.words = words;
    this.clocks = clocks;
    this.own = own;
    this.sides = Map.copyOf(sides);
  }

  /// The voice of the side `own` towards `peers`, in `language`. Reads the catalogues.
  public static Voice of(Language language, PartyView own, List<PartyView> peers) {
    var sides = Stream.concat(Stream.of(own), peers.stream()).toList();
    return new Voice(
        Words.load(language, CATALOGUES),
        new Clocks(language, sides.stream().map(side -> Wall.of(side.zone())).toList()),
        own,
        sides.stream().collect(Collectors.toMap(PartyView::id, side -> side)));
  }

  Words words() {
    return words;
  }

  Language language() {
    return words.language();
  }

  /// A message as text of a sheet.
  Text say(String key) {
    return Text.of(words.text(key));
  }

  /// A message with values in it.
  Text say(String key, Map<String, ?> values) {
    return Text.of(words.text(key, values));
  }

  /// The word for a member of a family of codes.
  Text of(String family, String code) {
    return Text.of(words.of(family, code));
  }

  /// A number in the digits of the language.
  String number(long number) {
    return language().number(number);
  }

  /// A time with its date, on every wall.
  String at(Instant time) {
    return clocks.atLength(time);
  }

  /// A day in both calendars.
  String day(LocalDate day) {
    return clocks.day(day);
  }

  String ownName() {
    return nameOf(own.id());
  }

  /// What a side is called in the language, or as the configuration has it.
  String nameOf(String party) {
    var key = "party." + party;
    return words.has(key)
        ? words.text(key)
        : sides.containsKey(party) ? sides.get(party).name() : party;
  }

  /// Parts of a sentence beside each other.
  String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining(words.text("register.and")));
  }
}
