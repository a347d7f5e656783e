package org.sarhad.bench.barter;

import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.node.ConfirmedPosting;

/// The goals of the barter account, G1 to G10, one after the other.
public final class BarterRow implements Row {
  @Override
  public String name() {
    return "barter";
  }

  @Override
  public String question() {
    return "the barter account: its book, its statements, and what an outsider proves of it";
  }

  @Override
  public String boundary() {
    return """
        inside:  what each line says; production code throughout, the book folded as both nodes fold it
        outside: signatures, where a line does not speak of an outsider or of two nodes. Everything is made up""";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    PapersFigures.measure(options, report);
    BookFigures book = new BookFigures(options, report);
    book.bounds();
    book.rebuild();
    book.readAgain();
    book.statementForABank();
    new DurableFigures(options, report).measure();
    ScaleFigures.measure(report);
    ProofFigures.measure(options, report);
    ConfirmedPosting.measure(options, report);
  }
}
