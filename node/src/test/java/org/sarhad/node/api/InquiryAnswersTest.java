package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Board;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.CustodyViews;
import org.sarhad.node.api.view.MatterViews;
import org.sarhad.node.testing.OpenApi;

/// The boards that the browser tests look at are made by the core and written by the API: the files
/// below `e2e/src/test/resources/canned/live/inquiry` are what this test makes of [InquiryStory],
/// byte for byte. `SARHAD_CANNED=write` writes them anew.
class InquiryAnswersTest {
  private static final Path CANNED =
      Path.of(System.getProperty("sarhad.root", ".."))
          .toAbsolutePath()
          .resolve("e2e/src/test/resources/canned/live/inquiry");
  private static final boolean WRITES = "write".equals(System.getenv("SARHAD_CANNED"));

  private static final Naming NAMING =
      new Naming() {
        @Override
        public String entry(EntryId entry) {
          return entry.origin().value().substring(0, 2) + "/" + entry.index();
        }

        @Override
        public boolean isFinal(EntryId entry) {
          return true;
        }
      };

  private final InquiryStory story = new InquiryStory();
  private final Map<String, Answered> answers = new LinkedHashMap<>();

  /// An answer and the operation it is one of.
  private record Answered(String operation, Object view) {}

  @Test
  void theCannedBoardsAreWhatTheApiMakesOfTheCore() throws IOException {
    var contract = OpenApi.load();
    answer();
    assertThat(answers).hasSizeGreaterThan(40);
    for (var entry : answers.entrySet()) {
      var text = ApiJson.line(entry.getValue().view());
      assertThat(contract.check(entry.getValue().operation(), 200, text))
          .as(entry.getKey())
          .isEmpty();
      var file = CANNED.resolve(entry.getKey() + ".json");
      if (WRITES) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
      }
      assertThat(file).as("to write it anew: SARHAD_CANNED=write").hasContent(text);
    }
  }

  private void answer() {
    List<MatterViews.MatterView> rows = new ArrayList<>();
    for (EntryId matter : story.matters.reversed()) {
      MatterFile file = story.state().matters().get(matter);
      Board board = Board.of(story.state(), matter, story.view());
      var boards = new Boards(file, NAMING, seal -> seal.sealed().by().equals(PartyId.of("ir")));
      rows.add(boards.matter(board));
      var place = "matters/" + NAMING.entry(matter) + "/";
      put(place + "board", "getBoard", boards.view(board, "known"));
      var claims = new Claims(file, NAMING);
      put(
          place + "claims",
          "listClaims",
          new MatterViews.Claims(
              file.accounts().claims().values().map(claims::said).toList(),
              file.accounts().claims().size(),
              Optional.empty()));
      for (EntryId claim : story.claims(matter)) {
        put(
            "claims/" + NAMING.entry(claim),
            "getClaim",
            claims.detail(file.accounts().find(claim).orElseThrow()));
      }
      var chronicle = Chronicle.of(file, NAMING);
      put(
          place + "timeline",
          "getTimeline",
          new MatterViews.Timeline(
              chronicle.page(0, chronicle.size()), chronicle.size(), Optional.empty()));
      var custody = new Custody(file, NAMING);
      put(
          place + "exhibits",
          "listExhibits",
          new CustodyViews.Page(
              custody.all().stream().map(custody::view).toList(),
              custody.all().size(),
              Optional.empty()));
      put(
          place + "joint",
          "getJointWork",
          new JointPages(
                  file,
                  NAMING,
                  id -> Optional.of(InquiryStory.leaf(id).toString()),
                  id ->
                      story
                          .act(id)
                          .flatMap(act -> act.proposal().said().supersedes())
                          .map(ActRef::entry))
              .view());
    }
    put("matters", "listMatters", new MatterViews.Page(rows, rows.size(), Optional.empty()));
  }

  private void put(String path, String operation, Object view) {
    answers.put(path, new Answered(operation, view));
  }
}
