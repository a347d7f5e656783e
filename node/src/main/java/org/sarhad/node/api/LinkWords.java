package org.sarhad.node.api;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.node.api.view.LinkStateView;
import org.sarhad.node.machine.LinkView;

/// The state of a link in the words of docs/domain: what is known, since when, and what waits.
final class LinkWords {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LinkWords() {}

  static LinkStateView view(Lens lens, LinkView link) {
    var joint = lens.view().joint();
    return new LinkStateView(
        lens.parties().view(link.peer()),
        Codes.of(link.state()),
        sentence(lens.parties().view(link.peer()).name(), link),
        link.since(),
        new LinkStateView.Waiting(link.waiting(), link.oldestWaiting()),
        link.lastHeard(),
        link.held() == 0 ? Optional.empty() : Optional.of(link.held() - 1),
        link.cosignedAt().map(at -> new LinkStateView.Cosigned(link.cosigned(), at)),
        link.clockSkewSeconds().isPresent()
            ? Optional.of(link.clockSkewSeconds().getAsLong())
            : Optional.empty(),
        joint.compared() == 0 ? Optional.empty() : Optional.of(joint.equal()),
        link.behindBy().isPresent() ? Optional.of(link.behindBy().getAsLong()) : Optional.empty(),
        link.evidence());
  }

  private static String sentence(String peer, LinkView link) {
    var words =
        switch (link.state()) {
          case UNPAIRED -> "%s is not paired: nothing leaves this node.".formatted(peer);
          case LIVE -> "%s is there, and has everything that was released.".formatted(peer);
          case LAGGING -> "%s is there; %s.".formatted(peer, waiting(link));
          case SILENT ->
              "%s unreachable since %s. %s.%s Nothing after that is known."
                  .formatted(
                      peer,
                      CLOCK.format(link.since()),
                      capitalised(waiting(link)),
                      link.held() == 0
                          ? " Nothing of it was ever seen."
                          : " Last seen of %s: entry %d.".formatted(peer, link.held() - 1));
          case BEHIND_OWN_MIRROR ->
              "This node is %s older than what %s already holds of it. It signs nothing until it is restored."
                  .formatted(entries(link.behindBy().orElse(0)), peer);
          case SUSPECT ->
              "What %s sends does not check out. The last good state stands, and it is tried again."
                  .formatted(peer);
          case FORKED ->
              "%s has shown two different histories. Evidence is saved; joint signing is paused, response continues."
                  .formatted(peer);
        };
    return link.sentence().isEmpty() ? words : words + " " + link.sentence();
  }

  private static String waiting(LinkView link) {
    return switch ((int) Math.min(link.waiting(), 2)) {
      case 0 -> "nothing is waiting to be delivered";
      case 1 -> "1 entry is waiting to be delivered";
      default -> "%d entries are waiting to be delivered".formatted(link.waiting());
    };
  }

  private static String entries(long count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
