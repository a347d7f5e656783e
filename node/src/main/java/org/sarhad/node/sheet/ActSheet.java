package org.sarhad.node.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.print.Text;

/// A joint act on paper: how far it is, what it says, every signature and everything that was said
/// about it, and the exact text that all signatures name.
public final class ActSheet {
  private ActSheet() {}

  /// `act` with its `terms`.
  ///
  /// @param paper the proposal, then every other entry of the act
  public static Sheet of(Voice voice, ActViews.Detail act, Json.Obj terms, PaperSet paper) {
    var view = act.act();
    var body = new ArrayList<>(standing(voice, view));
    body.add(new Block.Heading(voice.say("agreement.terms")));
    body.addAll(Terms.of(voice, terms));
    body.addAll(signatures(voice, view));
    body.addAll(statements(voice, act.statements()));
    body.add(new Block.Heading(voice.say("agreement.exact")));
    body.add(new Block.Pair(voice.say("actPaper.leaf"), List.of(Text.code(view.leaf()))));
    body.add(Block.Paragraph.quiet(voice.say("agreement.note")));
    body.add(new Block.Verbatim(act.bytes()));
    body.add(Block.Paragraph.quiet(voice.say("agreement.body")));
    body.add(new Block.Verbatim(act.body()));
    return new Frame(voice, paper)
        .around(voice.words().of("actKind", view.kind()), view.proposedAt(), body, false);
  }

  /// How far an act is, and by which entry.
  static List<Block> standing(Voice voice, ActViews.ActView act) {
    var blocks = new ArrayList<Block>();
    var stage = new ArrayList<Text>();
    stage.add(voice.of("actStage", act.stage()));
    if (!act.isFinal()) {
      stage.add(voice.say("agreements.notFinal"));
    }
    if (act.withdrawing()) {
      stage.add(voice.say("agreements.withdrawing"));
    }
    blocks.add(new Block.Pair(voice.say("agreement.standing"), stage));
    blocks.add(
        new Block.Pair(
            voice.say("actStage.proposed"),
            List.of(
                Text.of(voice.nameOf(act.proposer())),
                Text.of(voice.at(act.proposedAt())),
                Text.code(act.act()))));
    pair(voice, "agreement.by", Optional.of(act.by()).filter(by -> !by.equals(act.act())))
        .ifPresent(blocks::add);
    pair(voice, "agreement.counters", act.counters()).ifPresent(blocks::add);
    pair(voice, "agreement.supersedes", act.supersedes()).ifPresent(blocks::add);
    act.expires()
        .ifPresent(
            time ->
                blocks.add(
                    new Block.Pair(voice.say("term.expires"), List.of(Text.of(voice.at(time))))));
    if (act.modalities() > 0) {
      blocks.add(
          Block.Paragraph.quiet(
              voice.say("agreement.modalities", Map.of("version", act.modalities()))));
    }
    return blocks;
  }

  private static Optional<Block> pair(Voice voice, String key, Optional<String> entry) {
    return entry.map(name -> new Block.Pair(voice.say(key), List.of(Text.code(name))));
  }

  /// Who signed for which side, and which seats are free.
  static List<Block> signatures(Voice voice, ActViews.ActView act) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(voice.say("agreement.seats")));
    for (var side : act.sides()) {
      blocks.add(new Block.Pair(Text.of(voice.nameOf(side.party())), List.of(seats(voice, side))));
      if (side.signed().isEmpty()) {
        blocks.add(new Block.Pair(Text.of(""), List.of(voice.say("agreement.noSignature"))));
      }
      for (var assent : side.signed()) {
        var lines =
            new ArrayList<>(new Signed(assent.by(), assent.at(), assent.entry()).lines(voice));
        assent
            .delegation()
            .ifPresent(lent -> lines.add(voice.say("agreement.lentBy", Map.of("entry", lent))));
        blocks.add(new Block.Pair(Text.of(""), lines));
      }
    }
    return blocks;
  }

  private static Text seats(Voice voice, ActViews.SideView side) {
    return Text.of(
        voice.joined(
            side.seats().entrySet().stream()
                .map(
                    seat ->
                        voice
                            .words()
                            .text("seats." + seat.getKey(), Map.of("count", seat.getValue())))));
  }

  private static List<Block> statements(Voice voice, List<ActViews.StatementView> statements) {
    var blocks = new ArrayList<Block>();
    if (statements.isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(voice.say("agreement.statements")));
    for (var said : statements) {
      var lines = new ArrayList<>(new Signed(said.by(), said.at(), said.entry()).lines(voice));
      said.reason().ifPresent(reason -> lines.add(Text.written(reason)));
      said.refused()
          .ifPresent(
              why ->
                  lines.add(
                      Text.of(
                          "%s · \u2068%s\u2069"
                              .formatted(voice.words().text("agreement.void"), why.code()))));
      var what = voice.say("kind." + said.kind(), Map.of("side", voice.nameOf(said.by().party())));
      blocks.add(new Block.Pair(what, lines));
    }
    return blocks;
  }
}
