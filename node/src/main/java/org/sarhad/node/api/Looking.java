package org.sarhad.node.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.register.Word;
import org.sarhad.core.screening.Hit;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.Screen;
import org.sarhad.core.screening.Subject;
import org.sarhad.node.api.view.ScreenViews;
import org.sarhad.node.lists.ListShelf;

/// Looks for somebody on the lists that this side goes by, as far as this node holds their files
/// (protocol clause 16-7). What it finds is for this side's compliance officers alone.
final class Looking {
  private final ListShelf shelf;
  private final List<ListState> lists;

  Looking(Lens lens, ListShelf shelf) {
    this.shelf = shelf;
    this.lists =
        lens.view().expected().screening().lists().stream()
            .filter(list -> list.key().side().equals(lens.own()))
            .map(list -> list.value())
            .map(Word::said)
            .toList();
  }

  /// The hits of `subject` on each list, from `threshold` on.
  ScreenViews.Found found(Subject subject, int threshold) {
    return new ScreenViews.Found(
        threshold,
        Screen.EDITION,
        lists.stream().map(list -> list(list, subject, threshold)).toList());
  }

  private ScreenViews.ListView list(ListState list, Subject subject, int threshold) {
    var screen = screen(list);
    return new ScreenViews.ListView(
        list.source().code(),
        list.dated().toString(),
        list.sha256().hex(),
        screen.isPresent(),
        screen
            .map(held -> held.hits(subject, threshold).stream().map(Looking::hit).toList())
            .orElse(List.of()));
  }

  private Optional<Screen> screen(ListState list) {
    try {
      return shelf.screen(list.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScreenViews.HitView hit(Hit hit) {
    return new ScreenViews.HitView(
        hit.score(),
        hit.entity().reference(),
        Codes.of(hit.entity().sort()),
        hit.name(),
        hit.listed().name(),
        hit.listed().isWeak(),
        hit.identifier().map(Identifier::toString),
        hit.likeness().meetings().stream()
            .map(
                met ->
                    new ScreenViews.MeetingView(
                        met.one(), met.other(), Codes.of(met.how()), met.likeness()))
            .toList(),
        hit.likeness().unmet(),
        hit.likeness().otherUnmet());
  }
}
