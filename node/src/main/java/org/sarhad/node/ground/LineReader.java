package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.LineCheck;
import org.sarhad.core.travel.LineTrial;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.core.travel.UnfitSurveyException;
import org.sarhad.tlog.Bytes;

/// Reads the file of an operational line that is to take the place of another, and judges it
/// (protocol clause 19-10.2). Nothing is left out of a line: what is named by its SHA-256 is the
/// whole file, so that one fault makes all of it unfit. Mutable, for one file.
public final class LineReader {
  /// Most points of a line.
  public static final int POINTS_MAX = 200_000;

  /// What is drawn beside a line of this border does not lie on another continent.
  private static final Set<SurveyFlaw> ELSEWHERE = Set.of(SurveyFlaw.SWAPPED, SurveyFlaw.OUTSIDE);

  private final String name;
  private final Rules rules;
  private final List<LineFile.Piece> pieces = new ArrayList<>();
  private final List<Polyline> drawn = new ArrayList<>();
  private final Refusals refusals = new Refusals();
  private long points;

  /// By what a line is judged.
  ///
  /// @param own this side
  /// @param peers the other sides that are known
  /// @param region where it is to lie; empty where that is not known
  /// @param ground that it is to keep apart; empty where there is none, or it is not to be looked
  ///   at
  public record Rules(
      PartyId own, Set<PartyId> peers, Optional<Region> region, Optional<CostGrid> ground) {
    /// Copies the set.
    public Rules {
      peers = Set.copyOf(peers);
    }

    private boolean isPair(PartyId left, PartyId right) {
      PartyId other = left.equals(own) ? right : left;
      return (left.equals(own) || right.equals(own)) && (peers.isEmpty() || peers.contains(other));
    }
  }

  private LineReader(String name, Rules rules) {
    this.name = name;
    this.rules = rules;
  }

  /// Reads a line out of a stream, which is not closed. At most [HeldLine#BYTES_MAX] bytes are
  /// kept.
  ///
  /// @param name of the file, for sentences
  public static Tray.Reading<HeldLine> reading(String name, InputStream in, Rules rules) {
    return progress -> {
      var file = WholeFile.read(name, in, HeldLine.BYTES_MAX, progress);
      return new LineReader(name, rules).judged(file);
    };
  }

  private Draft<HeldLine> judged(Bytes file) throws IOException, MalformedSurveyException {
    new FeatureReader(name, new ByteArrayInputStream(file.toArray()), _ -> {}).read(this::take);
    if (pieces.isEmpty() && refusals.count() == 0) {
      throw new MalformedSurveyException("%s has no feature.".formatted(name));
    }
    var line = new LineFile(pieces);
    var trial = refusals.count() == 0 ? whole(line) : Optional.<LineTrial>empty();
    return new Draft<>(
        HeldLine.of(line, drawn, file, trial),
        refusals.count() == 0,
        refusals.count(),
        refusals.first());
  }

  // ---- piece by piece -------------------------------------------------------------------------

  private void take(long feature, JsonNode json) throws MalformedSurveyException {
    var geometry = json.path("geometry");
    if (!geometry.path("type").asText().equals("LineString")) {
      refuse(feature, SurveyFlaw.WRONG_KIND);
      return;
    }
    try {
      take(feature, json.path("properties"), Coordinates.positions(geometry.path("coordinates")));
    } catch (IllegalArgumentException _) {
      refuse(feature, Coordinates.flaw(geometry.path("coordinates")));
    }
    if (points > POINTS_MAX) {
      throw new MalformedSurveyException(
          "%s: with feature %d the line has more than %d points. Draw it with fewer."
              .formatted(name, feature, POINTS_MAX));
    }
  }

  private void take(long feature, JsonNode properties, List<Position> course) {
    points += course.size();
    var check = LineCheck.of(course, rules.region());
    check.ifPresent(wrong -> refusals.add(Refusal.of(name, feature, wrong.flaw(), wrong.where())));
    if (course.size() < 2) {
      return;
    }
    var line = new Polyline(course);
    if (check.map(LineCheck::flaw).filter(ELSEWHERE::contains).isEmpty()) {
      drawn.add(line);
    }
    var left = party(properties.path("left"));
    var right = party(properties.path("right"));
    boolean isPair = left.isPresent() && right.isPresent() && rules.isPair(left.get(), right.get());
    if (left.isPresent() && left.equals(right)) {
      refuse(feature, SurveyFlaw.SAME_SIDE);
    } else if (!isPair) {
      refuse(feature, SurveyFlaw.STRANGE_SIDE);
    }
    var uncertaintyM = LineFile.uncertainty(properties);
    if (uncertaintyM.isEmpty()) {
      refuse(feature, SurveyFlaw.NO_UNCERTAINTY);
    } else if (isPair) {
      pieces.add(
          new LineFile.Piece(
              line, left.orElseThrow(), right.orElseThrow(), uncertaintyM.getAsInt()));
    }
  }

  private static Optional<PartyId> party(JsonNode side) {
    try {
      return Optional.of(PartyId.of(side.asText()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void refuse(long feature, SurveyFlaw flaw) {
    refusals.add(Refusal.of(name, feature, flaw));
  }

  // ---- as a whole -----------------------------------------------------------------------------

  /// What it would make of the ground. What is wrong with it, is noted.
  private Optional<LineTrial> whole(LineFile line) {
    var whole = line.whole();
    if (whole.isEmpty()) {
      refuse(firstApart(), SurveyFlaw.LINE_IN_PIECES);
      return Optional.empty();
    }
    if (pieces.size() > 1) {
      LineCheck.of(whole.get().course(), rules.region())
          .ifPresent(check -> refusals.add(Refusal.of(name, 0, check.flaw(), check.where())));
    }
    return refusals.count() == 0
        ? rules.ground().flatMap(ground -> tried(ground, whole.get()))
        : Optional.empty();
  }

  private Optional<LineTrial> tried(CostGrid ground, LineFile.Course line) {
    try {
      return Optional.of(LineTrial.of(ground, line.left(), line.right(), line.course()));
    } catch (UnfitSurveyException e) {
      refusals.add(Refusal.of(name, 0, e.flaw(), e.where()));
      return Optional.empty();
    }
  }

  /// The number of the first piece that does not follow the one before it.
  private long firstApart() {
    for (int piece = 2; piece <= pieces.size(); piece++) {
      if (new LineFile(pieces.subList(0, piece)).whole().isEmpty()) {
        return piece;
      }
    }
    return 1;
  }
}
