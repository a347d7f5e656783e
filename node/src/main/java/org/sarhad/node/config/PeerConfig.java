package org.sarhad.node.config;

import java.time.Duration;
import org.sarhad.node.machine.NodeSettings;

/// How the peer's node reaches this one, and this one the peer's. Whom to call is not here: it is
/// on record since the pairing.
///
/// @param address where to listen for the peer
/// @param publicAddress what to tell the peer to call, when it differs from `address`
/// @param requestsMax how many requests of the peer may be worked on at once
/// @param uploadsMax how many uploads of entries among them
/// @param requestDeadline how long the peer may take for one package of an upload, or a whole small
///   request
/// @param callDeadline how long a call to the peer may take
/// @param connectDeadline how long connecting to the peer may take
/// @param entries how much the peer may send
public record PeerConfig(
    HostPort address,
    HostPort publicAddress,
    int requestsMax,
    int uploadsMax,
    Duration requestDeadline,
    Duration callDeadline,
    Duration connectDeadline,
    NodeSettings.Rate entries) {

  private static final int ENTRIES_OF_A_PACKAGE = 256;

  static PeerConfig read(Settings settings) {
    var address =
        settings.hostPort(
            "peer.address", "127.0.0.1:7111", "Where the peer's node reaches this one.");
    return new PeerConfig(
        address,
        settings.hostPort(
            "peer.public-address",
            address.toString(),
            "What the peer is told to call, when it is not peer.address."),
        settings.number(
            "peer.requests-max", 32, 2, 1_000, "Requests of the peer worked on at once."),
        settings.number("peer.uploads-max", 4, 1, 64, "Uploads of entries among them."),
        settings.duration(
            "peer.request-deadline",
            "20 s",
            "How long the peer may take for each part of a request."),
        settings.duration("peer.call-deadline", "30 s", "How long a call to the peer may take."),
        settings.duration(
            "peer.connect-deadline", "5 s", "How long connecting to the peer may take."),
        new NodeSettings.Rate(
            settings.number(
                "peer.entries-per-second",
                NodeSettings.DEFAULTS.quota().perSecond(),
                1,
                1_000_000,
                "Entries taken from the peer in a second, on the average of a day, and up to twenty"
                    + " times as many after a cut; more get 429 and come later."),
            settings.number(
                "peer.entries-burst",
                NodeSettings.DEFAULTS.quota().burst(),
                ENTRIES_OF_A_PACKAGE,
                1_000_000,
                "Entries taken at once before that counts.")));
  }
}
