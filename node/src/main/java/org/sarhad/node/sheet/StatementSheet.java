package org.sarhad.node.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PeriodStatement;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.print.Text;

/// A closed period of the barter account on paper: what both have signed, every voucher that leads
/// there, and the hash over them (protocol clauses 14-5.5, 14-8.10).
public final class StatementSheet {
  private final Voice voice;
  private final Account account;
  private final Function<VoucherRef, String> naming;

  /// @param naming what this node calls an entry
  public StatementSheet(Voice voice, Account account, Function<VoucherRef, String> naming) {
    this.voice = voice;
    this.account = account;
    this.naming = naming;
  }

  /// The statement of `closed`.
  ///
  /// @param booked the vouchers that lead from its opening to its closing
  /// @param act by which it was signed
  /// @param paper the proposal, then every other entry of the act
  public Sheet of(
      PeriodStatement closed, List<Voucher> booked, ActViews.ActView act, PaperSet paper) {
    var body = new ArrayList<Block>();
    body.add(
        pair(
            "statementPaper.between",
            Text.of(
                voice.joined(
                    Stream.of(account.a(), account.b()).map(side -> voice.nameOf(side.value()))))));
    body.add(pair("statementPaper.unit", Text.code(account.unit())));
    body.add(pair("statementPaper.from", Text.of(voice.day(closed.from()))));
    body.add(pair("statementPaper.until", Text.of(voice.day(closed.until()))));
    body.add(new Block.Rule());
    body.add(owed("statementPaper.opening", closed.opening()));
    body.add(interest(closed.interest()));
    body.add(owed("statementPaper.closing", closed.closing()));
    body.add(pair("statementPaper.count", Text.of(voice.number(closed.vouchers()))));
    body.add(pair("statementPaper.hash", Text.code(closed.journal().toString())));
    body.addAll(vouchers(booked));
    body.addAll(ActSheet.signatures(voice, act));
    body.add(Block.Paragraph.quiet(voice.say("statementPaper.lawful")));
    var title = voice.words().text("statementPaper.title", Map.of("period", closed.period()));
    return new Frame(voice, paper).around(title, act.proposedAt(), body, false);
  }

  private Block pair(String key, Text... says) {
    return new Block.Pair(voice.say(key), List.of(says));
  }

  /// An amount, and who owes it to whom.
  private Block owed(String key, Money net) {
    if (net.isZero()) {
      return pair(key, Text.of(amount(net)), voice.say("statementPaper.nobody"));
    }
    var debtor = net.isPositive() ? account.b() : account.a();
    var owing =
        Map.of(
            "debtor", voice.nameOf(debtor.value()),
            "creditor", voice.nameOf(account.other(debtor).value()));
    return pair(key, Text.of(amount(net)), voice.say("statementPaper.owes", owing));
  }

  private Block interest(Money net) {
    return net.isZero()
        ? pair("statementPaper.interest", Text.of(amount(net)))
        : owed("statementPaper.interest", net);
  }

  private List<Block> vouchers(List<Voucher> booked) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(voice.say("statementPaper.vouchers")));
    blocks.add(
        new Block.Row(
            List.of(
                voice.say("statementPaper.voucher"),
                voice.say("statementPaper.day"),
                column("statementPaper.more", account.a().value()),
                column("statementPaper.more", account.b().value())),
            true));
    booked.forEach(voucher -> blocks.add(row(voucher)));
    if (booked.isEmpty()) {
      blocks.add(Block.Paragraph.of(voice.say("statementPaper.none")));
    }
    return blocks;
  }

  private Text column(String key, String side) {
    return voice.say(key, Map.of("side", voice.nameOf(side)));
  }

  /// What is owed to A more stands in the first column, to B in the second.
  private Block row(Voucher voucher) {
    var moved = voucher.moved();
    var none = Text.of("");
    return new Block.Row(
        List.of(
            Text.of(
                "%s \u2066%s\u2069 \u00b7 \u2066%s\u2069"
                    .formatted(
                        voice.words().of("voucherKind", voucher.id().kind().code()),
                        voice.number(voucher.id().number()),
                        naming.apply(voucher.ref()))),
            Text.code(voucher.on().orElseThrow().toString()),
            moved.isPositive() ? Text.of(amount(moved)) : none,
            moved.minor() < 0 ? Text.of(amount(moved)) : none),
        false);
  }

  /// Without a sign: whose it is stands beside it.
  private String amount(Money net) {
    return voice.language().decimal(Math.abs(net.minor()), Money.SCALE);
  }
}
