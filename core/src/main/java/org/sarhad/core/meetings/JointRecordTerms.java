package org.sarhad.core.meetings;

import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// The terms of a `joint_record`: what the sides that met say together about a meeting (protocol
/// clause 10-3.5). After the joint records of discussions of border coordination conferences.
///
/// @param meeting the entry that called it
/// @param items what was discussed and what came of it, 1 to 60, in the order of discussion
/// @param commitments what the sides commit themselves to; each is read by the register of
///   commitments, at most 32
public record JointRecordTerms(EntryId meeting, List<RecordItem> items, List<Json.Obj> commitments)
    implements MeetingTerms {
  static final int ITEMS_MAX = 60;
  static final int COMMITMENTS_MAX = 32;

  /// @throws IllegalArgumentException when there are no items, or too many of either
  public JointRecordTerms {
    items = List.copyOf(Bodies.counted("items", items, 1, ITEMS_MAX));
    commitments = List.copyOf(Bodies.counted("commitments", commitments, 0, COMMITMENTS_MAX));
  }

  /// Inverse of [#fromJson].
  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("commitments", Bodies.objects(commitments.stream()))
        .put("items", Bodies.objects(items.stream().map(RecordItem::toJson)))
        .put("meeting", meeting.toString())
        .build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static JointRecordTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed("joint_record", terms, JointRecordTerms::read, JointRecordTerms::toJson);
  }

  private static JointRecordTerms read(Json.Obj json) throws MalformedJsonException {
    return new JointRecordTerms(
        json.as("meeting", EntryId::parse),
        Bodies.list(json, "items", RecordItem::fromJson),
        json.array("commitments").objects());
  }
}
