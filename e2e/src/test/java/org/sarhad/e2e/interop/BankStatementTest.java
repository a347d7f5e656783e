package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.barter.BookScript;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Camt053;
import org.sarhad.core.party.PartyId;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The statement for banks, read by a parser of XML that knows nothing of this program.
class BankStatementTest {
  private static final Instant CREATED = Instant.parse("2019-05-01T08:00:00Z");

  /// The entries lead from the one balance to the other, and each period begins where the last one
  /// ended.
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void entriesLeadFromBalanceToBalance(long seed) throws Exception {
    BookState book = BookScript.book(seed, 1_000);
    for (PartyId owner : book.parties()) {
      BigDecimal last = BigDecimal.ZERO.setScale(4);
      for (int period = 1; period <= book.periods().size(); period++) {
        Document document = parsed(Camt053.of(book, period, owner, CREATED).orElseThrow());
        List<BigDecimal> balances = amounts(document, "Bal");
        BigDecimal moved =
            amounts(document, "Ntry").stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(balances.getFirst()).isEqualTo(last);
        assertThat(balances.getFirst().add(moved)).isEqualTo(balances.getLast());
        last = balances.getLast();
      }
    }
  }

  private static Document parsed(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// What is owed to the owner, of each `name`.
  private static List<BigDecimal> amounts(Document document, String name) {
    List<BigDecimal> amounts = new ArrayList<>();
    NodeList found = document.getElementsByTagName(name);
    for (int i = 0; i < found.getLength(); i++) {
      Element one = (Element) found.item(i);
      BigDecimal amount = new BigDecimal(one.getElementsByTagName("Amt").item(0).getTextContent());
      boolean isDebit =
          one.getElementsByTagName("CdtDbtInd").item(0).getTextContent().equals("DBIT");
      amounts.add(isDebit ? amount.negate() : amount);
    }
    return amounts;
  }
}
