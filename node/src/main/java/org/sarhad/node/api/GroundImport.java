package org.sarhad.node.api;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.HeldGround;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.ground.Tray;

/// The import of the ground (protocol clause 19-2.4): a survey, cut along this node's line.
record GroundImport(GeoShelves geo) implements ImportKind<HeldGround> {
  private static final int CORNERS = 4;

  @Override
  public String code() {
    return "ground";
  }

  @Override
  public Optional<Shelf<HeldGround>> shelf() {
    return Optional.of(geo.ground());
  }

  @Override
  public Tray<HeldGround> tray() {
    return geo.ground().tray();
  }

  @Override
  public Optional<ApiRefusal> missing() {
    return geo.whole().isPresent() ? Optional.empty() : Optional.of(ApiRefusal.LINE_MISSING);
  }

  @Override
  public Tray.Reading<HeldGround> reading(Call call, InputStream in)
      throws MalformedRequestException {
    var query = call.query();
    var region =
        query.parsed("region", GroundImport::frame, "expected south,west,north,east in degrees");
    query.finish();
    var frame = region.or(() -> geo.ground().held().map(held -> held.grid().frame()));
    if (frame.isEmpty()) {
      throw MalformedRequestException.of(
          "region", "", "expected, since no ground is held: south,west,north,east in degrees");
    }
    return HeldGround.survey("the file", in, geo.whole().orElseThrow(), frame.get());
  }

  private static GridFrame frame(String text) {
    var corners = Stream.of(text.split(",", -1)).limit(CORNERS + 1L).map(Double::valueOf).toList();
    if (corners.size() != CORNERS) {
      throw new IllegalArgumentException("not four numbers");
    }
    return GridFrame.over(
        Position.ofDegrees(corners.get(0), corners.get(1)),
        Position.ofDegrees(corners.get(2), corners.get(3)));
  }

  @Override
  public Object view(Lens lens) {
    return new Grounds(lens, geo).view();
  }
}
