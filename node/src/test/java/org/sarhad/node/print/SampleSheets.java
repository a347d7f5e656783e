package org.sarhad.node.print;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.paper.QrSymbol;
import org.sarhad.tlog.Bytes;

/// Sheets with something of everything.
final class SampleSheets {
  static final Instant TIME = Instant.parse("2019-04-22T08:00:00Z");
  static final String SAYS = "what the code says, once and only once\nگفته\n";
  static final Bytes NOTE = Bytes.ofUtf8("an entry\n\n\u2014 ir AAAA\n");
  static final String PERSIAN =
      "وضعیت در پاسگاه ۴۲ آرام است؛ ورودی \u2068ir/12\u2069 از \u2068C4-2019-0001\u2069 می‌گوید.";
  static final String URDU =
      "گاڑی سرحد پر روکی گئی ہے؛ اندراج \u2068pk/7\u2069 دیکھیں، ڈاکٹر ٹھیک ہیں۔";

  private SampleSheets() {}

  /// A sheet of `blocks`, from left to right.
  static Sheet of(Block... blocks) {
    return of("en", List.of(blocks));
  }

  static Sheet of(String language, List<Block> blocks) {
    return new Sheet(
        new Sheet.Style(
            language,
            !language.equals("en"),
            "Sarhad · \u2068ir/12\u2069",
            "3f".repeat(32),
            "%d / %d"::formatted,
            Optional.empty()),
        "A sample",
        TIME,
        blocks,
        List.of(new Attachment("ir-12.txt", "text/plain", NOTE)));
  }

  /// A page or two with every sort of block.
  static Sheet everything(String language) {
    var words = Text.of(language.equals("ur") ? URDU : PERSIAN);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Title(words));
    blocks.add(new Block.Pair(words, List.of(words, Text.code("ir/12"))));
    blocks.add(new Block.Rule());
    blocks.add(new Block.Heading(words));
    for (int i = 0; i < 12; i++) {
      blocks.add(Block.Paragraph.of(Text.written("Latin words that a person wrote. ".repeat(i))));
      blocks.add(Block.Paragraph.quiet(Text.written((PERSIAN + " ").repeat(i))));
    }
    blocks.add(new Block.Row(List.of(words, Text.of("۱"), Text.of("۲"), Text.of("−۱")), false));
    blocks.add(new Block.Verbatim("{\"a\":\"" + "0123456789abcdef".repeat(40) + "\"}"));
    blocks.add(new Block.Codes(words, List.of(code(), code(), code())));
    return of(language, blocks);
  }

  static Block.Code code() {
    return new Block.Code(Text.of("۱ از ۳"), QrSymbol.of(SAYS));
  }
}
