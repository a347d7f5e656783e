package org.sarhad.node.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.register.Word;
import org.sarhad.core.tracks.LineSide;
import org.sarhad.core.tracks.Track;
import org.sarhad.core.tracks.TrackEvent;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.core.tracks.TrackFactKind;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.core.tracks.WatchedLine;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.TrackViews;

/// What is said of tracks, in the words of the contract.
final class TrackWords {
  /// Most events in the answer to a batch; the stream has them all.
  private static final int EVENTS_MAX = 1_000;

  private TrackWords() {}

  static TrackViews.Taken view(TrackIntake.Taken taken) {
    var batch = taken.batch();
    return new TrackViews.Taken(
        batch.taken(),
        batch.refused().entrySet().stream()
            .map(one -> new TrackViews.RefusedView(code(one.getKey()), one.getValue()))
            .toList(),
        batch.refusedFirst().entrySet().stream()
            .map(one -> new TrackViews.RefusedAt(one.getKey(), code(one.getValue())))
            .toList(),
        batch.events().stream().limit(EVENTS_MAX).map(TrackWords::view).toList(),
        taken.told(),
        taken.untold());
  }

  private static String code(Enum<?> refusal) {
    return TrackFactKind.APPLICATION + "." + word(refusal);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static TrackViews.EventView view(TrackEvent event) {
    return new TrackViews.EventView(
        word(event.kind()),
        event.id().value(),
        word(event.thing()),
        event.after().at(),
        event.minutes());
  }

  /// An event as those who listen are told it.
  static TrackViews.Happened happened(TrackEvent event) {
    return new TrackViews.Happened(
        event.after().at(),
        Optional.of(event.id().value()),
        Optional.of(word(event.thing())),
        Optional.of(view(event.after())),
        event.minutes(),
        Optional.empty());
  }

  static TrackViews.TrackView view(
      Track track, Optional<WatchedLine> line, Lens lens, Duration staleAfter) {
    var latest = track.latest();
    return new TrackViews.TrackView(
        latest.id().value(),
        word(latest.kind()),
        GeoViews.of(latest.fix().position()),
        latest.fix().radiusM(),
        latest.fix().at(),
        track.ageAt(lens.now()).toSeconds(),
        track.isStaleAt(lens.now(), staleAfter),
        Optional.of(track.side())
            .filter(LineSide::isCertain)
            .flatMap(side -> line.map(known -> known.party(side).value())),
        track.isApproaching(),
        track.doubted().map(doubted -> view(doubted.fix())));
  }

  static TrackViews.CrossingView view(Word<TrackFact> word, Lens lens) {
    var seen = word.said().seen();
    var to = to(word.said());
    return new TrackViews.CrossingView(
        lens.entryName(word.entry()),
        lens.parties().logName(lens.view(), word.entry().origin()),
        to.isPresent(),
        word(seen.thing()),
        seen.from().value(),
        to,
        view(seen.before()),
        view(seen.after()),
        seen.line().sha256().hex(),
        seen.line().uncertaintyM());
  }

  static TrackViews.UntoldView view(UntoldCrossings.Untold untold) {
    var seen = untold.fact().seen();
    var to = to(untold.fact());
    return new TrackViews.UntoldView(
        to.isPresent(),
        word(seen.thing()),
        seen.from().value(),
        to,
        view(seen.before()),
        view(seen.after()),
        seen.line().sha256().hex(),
        seen.line().uncertaintyM(),
        untold.since(),
        untold.tries(),
        untold.why().code(),
        untold.why().isForNow());
  }

  private static Optional<String> to(TrackFact fact) {
    return switch (fact) {
      case TrackFact.Crossed crossed -> Optional.of(crossed.to().value());
      case TrackFact.PossiblyCrossed _ -> Optional.empty();
    };
  }

  private static TrackViews.SeenView view(TrackFix fix) {
    return new TrackViews.SeenView(GeoViews.of(fix.position()), fix.radiusM(), fix.at());
  }
}
