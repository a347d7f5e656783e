package org.sarhad.node.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sarhad.core.response.DailyReport;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.print.Text;

/// A daily report on paper: the day in numbers beside the day before.
public final class DailySheet {
  private DailySheet() {}

  /// `report`, as `signed`.
  public static Sheet of(Voice voice, DailyReport report, Signed signed, PaperSet paper) {
    var body = new ArrayList<>(signed.head(voice));
    body.add(new Block.Pair(voice.say("daily.from"), List.of(Text.of(voice.at(report.from())))));
    body.add(new Block.Pair(voice.say("daily.to"), List.of(Text.of(voice.at(report.to())))));
    body.add(new Block.Rule());
    body.add(
        new Block.Row(
            Stream.of("line", "now", "before", "change")
                .map(column -> voice.say("daily." + column))
                .toList(),
            true));
    report
        .counts()
        .forEach(
            (count, now) ->
                body.add(row(voice, count, now, report.previous().getOrDefault(count, 0))));
    body.add(SitrepSheet.restrictions(voice, report.restrictions()));
    var title = voice.words().text("daily.number", Map.of("number", report.number()));
    return new Frame(voice, paper).around(title, signed.at(), body, false);
  }

  private static Block row(Voice voice, DailyReport.Count count, int now, int before) {
    var line = "dailyLine." + count.name().toLowerCase(Locale.ROOT);
    var change =
        now == before
            ? voice.say("daily.same")
            : Text.of("\u2066" + voice.language().signed(now - before) + "\u2069");
    return new Block.Row(
        List.of(voice.say(line), Text.of(voice.number(now)), Text.of(voice.number(before)), change),
        false);
  }
}
