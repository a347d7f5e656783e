package org.sarhad.bench.barter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.barter.Voucher;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.LogSettings;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Merkle;

/// The book: a batch is one act of as many acceptances, judged and booked by the production fold;
/// each voucher is a leaf of a Merkle tree, and the batch is one record of the intake, synced: what
/// both sides sign, of which the vouchers are made again at every start, and the root of the tree.
/// A batch of one is an acceptance of its own. What is older than {@value #KEPT} records is
/// released.
final class BookPostings implements Postings {
  private static final LogId LOG = new LogId("postings");
  private static final int KEPT = 1_000;

  /// So that the first round is not that of a cold program: as a node that has run for an hour.
  private static final int WARM_UP = 20_000;

  private static final Writer WRITER = new Writer("book");

  private final MadeUpTrade trade = new MadeUpTrade().withRoom();
  private final FileLog log;
  private final List<MadeUpTrade.Step> waiting = new ArrayList<>();
  private Frontier tree = Frontier.EMPTY;
  private int read;
  private long records;

  BookPostings(Path directory) throws Exception {
    log = new FileLog(FileDisk.at(directory), "", LogSettings.DEFAULT);
    log.open(LOG);
    for (int i = 0; i < WARM_UP; i += 100) {
      trade.many(100).forEach(trade::take);
      trade.next().forEach(trade::take);
    }
    read = trade.book().journal().order().size();
  }

  @Override
  public String name() {
    return "the book (production fold)";
  }

  /// Goods leave and come before anybody signs for them: these facts are no postings.
  @Override
  public void prepare(int count) {
    waiting.clear();
    List<MadeUpTrade.Step> steps = count == 1 ? trade.next() : trade.many(count);
    steps.subList(0, steps.size() - 1).forEach(trade::take);
    waiting.add(steps.getLast());
    read = trade.book().journal().order().size();
  }

  @Override
  public void post() throws Exception {
    List<Bytes> kept = new ArrayList<>();
    for (MadeUpTrade.Step step : waiting) {
      if (!trade.take(step)) {
        throw new IllegalStateException("an acceptance is not booked");
      }
      kept.add(step.signed());
    }
    while (read < trade.book().journal().order().size()) {
      tree = tree.append(Merkle.leaf(Bytes.ofUtf8(newest().text())));
    }
    kept.add(tree.root().toBytes());
    var written = log.append(LOG, WRITER, records++, Bytes.concat(kept.toArray(Bytes[]::new)));
    log.flush();
    long position = written.toCompletableFuture().get();
    if (position % KEPT == KEPT - 1) {
      log.release(LOG, position + 1 - KEPT);
    }
  }

  private Voucher newest() {
    var journal = trade.book().journal();
    return journal.vouchers().get(journal.order().get(read++));
  }

  @Override
  public void close() {
    log.close();
  }
}
