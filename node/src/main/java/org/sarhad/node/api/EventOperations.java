package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import org.sarhad.node.account.Sessions;
import org.sarhad.node.api.view.EventView;

/// The stream of what changes in the record and beside it.
final class EventOperations {
  private final EventStream<EventView> stream;

  EventOperations(Surface surface, EventHub<EventView> hub, OpenStreams open, Sessions sessions) {
    this.stream = new EventStream<>(hub, sessions, open, new Telling(surface));
  }

  List<Operation> list() {
    return List.of(
        Operation.get("watchEvents", "/api/v1/events", Access.signedIn(), stream::answer));
  }

  private record Telling(Surface surface) implements EventStream.Saying<EventView> {
    @Override
    public EventView at() {
      return EventView.at(surface.clock().now());
    }

    @Override
    public EventView missed(long count) {
      return new EventView(
          surface.clock().now(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(count));
    }

    /// An observer is not told of the journal.
    @Override
    public Optional<EventView> shown(EventHub.Event<EventView> event, Call.Caller caller) {
      if (!caller.observesOnly() || event.data().entries().isEmpty()) {
        return Optional.of(event.data());
      }
      var data = event.data();
      var released =
          data.entries().orElseThrow().stream()
              .filter(name -> !name.startsWith(Parties.JOURNAL + "/"))
              .toList();
      return released.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new EventView(
                  data.at(),
                  data.incident(),
                  data.unit(),
                  Optional.of(released),
                  data.peer(),
                  data.state(),
                  data.alarm(),
                  data.missed()));
    }
  }
}
