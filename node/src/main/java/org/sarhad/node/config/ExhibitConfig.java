package org.sarhad.node.config;

import java.time.Duration;

/// How much room and line the files of exhibits may take.
///
/// @param quotaBytes of all of them; half of it for what comes from the other sides
/// @param reserveBytes that stay free on the device
/// @param keepPart how long an unfinished upload is kept to which nothing is added
/// @param fetchBytesPerSecond how much is fetched from the other side in a second, on the average
public record ExhibitConfig(
    long quotaBytes, long reserveBytes, Duration keepPart, long fetchBytesPerSecond) {
  static ExhibitConfig read(Settings settings) {
    return new ExhibitConfig(
        settings.size(
            "exhibits.quota",
            "64 GiB",
            "Room for files of exhibits; half of it for those of the other side."),
        settings.size(
            "exhibits.reserve", "1 GiB", "Room on the device that such files never take."),
        settings.duration(
            "exhibits.keep-unfinished",
            "168 h",
            "How long an unfinished upload is kept to which nothing is added."),
        settings.size(
            "exhibits.fetch-rate",
            "4 MiB",
            "How much of such files is fetched from the other side in a second, on the average."));
  }
}
