package org.sarhad.core.inquiry;

import java.util.List;
import java.util.stream.Collectors;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// Experts of the sides go to the scene together (protocol clause 09-6). That the host leads, that
/// the experts are unarmed, and that they are admitted once, are no terms: it is what a joint visit
/// is.
///
/// @param matter of which matter
/// @param host the side on whose soil it is, and which leads
/// @param place where to
/// @param window when they may be admitted
/// @param experts who comes, by number and function, never by name; 1 to 16 lines in order of side
///   and function, at most 32 experts, none of the host
public record VisitTerms(
    EntryId matter, PartyId host, Place place, Value.Interval window, List<Experts> experts)
    implements InquiryTerms {
  /// Most experts of a visit, of all sides together.
  public static final int EXPERTS_MAX = 32;

  private static final int LINES_MAX = 16;

  /// Some experts of one side.
  ///
  /// @param side whose
  /// @param function what they are: prose of 1 to 100 characters, "forensic examiner"
  /// @param count how many, from 1
  public record Experts(PartyId side, String function, int count) implements Comparable<Experts> {
    private static final int FUNCTION_MAX = 100;

    /// @throws IllegalArgumentException when the function is not prose or nobody comes
    public Experts {
      Codes.requireProse("function", function, FUNCTION_MAX);
      if (count < 1 || count > EXPERTS_MAX) {
        throw new IllegalArgumentException(count + " experts");
      }
    }

    /// By side, then by function.
    @Override
    public int compareTo(Experts other) {
      int bySide = side.compareTo(other.side);
      return bySide != 0 ? bySide : function.compareTo(other.function);
    }

    private Json.Obj toJson() {
      return Json.obj()
          .put("count", count)
          .put("function", function)
          .put("side", side.value())
          .build();
    }

    private static Experts read(Json.Obj json) throws MalformedJsonException {
      return new Experts(
          json.as("side", PartyId::of),
          json.text("function"),
          json.smallInteger("count", 1, EXPERTS_MAX));
    }
  }

  /// @throws IllegalArgumentException when nobody comes, too many do, the host names experts of its
  ///   own, or the lines are not in order
  public VisitTerms {
    experts = List.copyOf(experts);
    Codes.requireAtMost("lines", experts.size(), LINES_MAX);
    for (int i = 1; i < experts.size(); i++) {
      if (experts.get(i - 1).compareTo(experts.get(i)) >= 0) {
        throw new IllegalArgumentException("experts " + experts.get(i) + " do not ascend");
      }
    }
    PartyId leads = host;
    if (experts.isEmpty() || experts.stream().anyMatch(line -> line.side().equals(leads))) {
      throw new IllegalArgumentException("a visit by the host alone is no joint visit");
    }
    Codes.requireAtMost("experts", total(experts), EXPERTS_MAX);
  }

  /// How many experts may be admitted altogether.
  public int total() {
    return total(experts);
  }

  /// How many experts the side brings that brings most.
  int most() {
    return experts.stream()
        .collect(Collectors.groupingBy(Experts::side, Collectors.summingInt(Experts::count)))
        .values()
        .stream()
        .mapToInt(count -> count)
        .max()
        .orElse(0);
  }

  private static int total(List<Experts> experts) {
    return experts.stream().mapToInt(Experts::count).sum();
  }

  @Override
  public InquiryActKind kind() {
    return InquiryActKind.JOINT_VISIT;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("experts", Json.arr(experts.stream().map(Experts::toJson)))
        .put("host", host.value())
        .put("matter", matter.toString())
        .put("place", place.toJson())
        .put("window", window.toJson())
        .build();
  }

  static VisitTerms read(Json.Obj json) throws MalformedJsonException {
    if (!(Value.fromJson(json.object("window")) instanceof Value.Interval window)) {
      throw new IllegalArgumentException("window is no interval");
    }
    return new VisitTerms(
        json.as("matter", EntryId::parse),
        json.as("host", PartyId::of),
        Place.fromJson(json.object("place")),
        window,
        Lists.read(json, "experts", Experts::read));
  }
}
