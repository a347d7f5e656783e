package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.mt9xx.MT950;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.barter.BookScript;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Camt053;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Mt950;
import org.sarhad.core.barter.PeriodStatement;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.party.PartyId;
import org.xml.sax.SAXException;

/// Prowide, the library by which banks read and write SWIFT and ISO 20022, reads our statements and
/// comes to every figure that we have written.
@Tag("interop")
class ProwideTest {
  private static final Instant CREATED = Instant.parse("2019-05-01T08:00:00Z");
  private static final int STEPS = 1_000;

  /// The official schema, for whoever has it; it is not ours to give on.
  private static final String OFFICIAL = "SARHAD_CAMT_SCHEMA";

  /// What a sender puts before the text block.
  private static final String HEADERS = "{1:F01AAAABB99AXXX0000000000}{2:I950CCCCDD99XXXXN}";

  // ---- camt.053 -------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void itReadsEveryFigureOfCamt053(long seed) {
    BookState book = BookScript.book(seed, STEPS);
    int entries = 0;
    for (PartyId owner : book.parties()) {
      for (PeriodStatement closed : book.periods().values().toList()) {
        AccountStatement9 read = camt(book, closed, owner);
        assertThat(read.getElctrncSeqNb().intValueExact()).isEqualTo(closed.period());
        assertThat(read.getAcct().getCcy()).isEqualTo("XXX");
        assertThat(
                read.getBal().stream()
                    .map(bal -> signed(bal.getCdtDbtInd(), bal.getAmt().getValue())))
            .containsExactly(
                seen(book, owner, closed.opening()), seen(book, owner, closed.closing()));
        List<Voucher> vouchers = moving(book, closed);
        assertThat(read.getNtry().stream().map(ProwideTest::moved))
            .containsExactlyElementsOf(
                vouchers.stream().map(voucher -> seen(book, owner, voucher.moved())).toList());
        assertThat(read.getNtry().stream().map(ReportEntry10::getAddtlNtryInf))
            .containsExactlyElementsOf(
                vouchers.stream().map(voucher -> voucher.id() + " " + voucher.ref()).toList());
        entries += vouchers.size();
      }
    }
    assertThat(entries).isGreaterThan(100);
  }

  private static AccountStatement9 camt(BookState book, PeriodStatement closed, PartyId owner) {
    String text = Camt053.of(book, closed.period(), owner, CREATED).orElseThrow();
    return MxCamt05300108.parse(text).getBkToCstmrStmt().getStmt().getFirst();
  }

  private static BigDecimal moved(ReportEntry10 entry) {
    return signed(entry.getCdtDbtInd(), entry.getAmt().getValue());
  }

  private static BigDecimal signed(CreditDebitCode mark, BigDecimal amount) {
    return mark == CreditDebitCode.CRDT ? amount : amount.negate();
  }

  // ---- MT950 ----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void itReadsEveryFigureOfMt950(long seed) {
    BookState book = BookScript.book(seed, STEPS);
    for (PartyId owner : book.parties()) {
      for (PeriodStatement closed : book.periods().values().toList()) {
        List<MT950> messages = mt950(book, closed, owner);
        assertThat(opening(messages.getFirst()))
            .isEqualByComparingTo(seen(book, owner, closed.opening()));
        assertThat(
                messages.getLast().getField62F().getDCMark().equals("D")
                    ? messages.getLast().getField62F().getAmountAsBigDecimal().negate()
                    : messages.getLast().getField62F().getAmountAsBigDecimal())
            .isEqualByComparingTo(seen(book, owner, closed.closing()));
        List<Field61> lines =
            messages.stream().flatMap(message -> message.getField61().stream()).toList();
        List<Voucher> vouchers = moving(book, closed);
        assertThat(lines).hasSameSizeAs(vouchers);
        for (int i = 0; i < lines.size(); i++) {
          assertThat(moved(lines.get(i)))
              .isEqualByComparingTo(seen(book, owner, vouchers.get(i).moved()));
          assertThat(lines.get(i).getSupplementaryDetails())
              .isEqualTo(vouchers.get(i).id().toString());
        }
        // Pages follow each other without a gap.
        for (int page = 1; page < messages.size(); page++) {
          assertThat(messages.get(page).getField60M().getAmountAsBigDecimal())
              .isEqualByComparingTo(messages.get(page - 1).getField62M().getAmountAsBigDecimal());
        }
      }
    }
  }

  private static List<MT950> mt950(BookState book, PeriodStatement closed, PartyId owner) {
    String text = Mt950.of(book, closed.period(), owner).orElseThrow();
    return Stream.of(text.split("(?=\\{4:)", -1))
        .map(block -> MT950.parse(HEADERS + block.strip()))
        .toList();
  }

  private static BigDecimal opening(MT950 message) {
    Field60F field = message.getField60F();
    BigDecimal amount = field.getAmountAsBigDecimal();
    return field.getDCMark().equals("D") ? amount.negate() : amount;
  }

  /// A reversed debit is a credit, and the other way round.
  private static BigDecimal moved(Field61 line) {
    boolean isCredit =
        line.getDebitCreditMark().equals("C") || line.getDebitCreditMark().equals("RD");
    BigDecimal amount = line.getAmountAsBigDecimal();
    return isCredit ? amount : amount.negate();
  }

  // ---- what we have written -------------------------------------------------------------------

  /// The amount as the owner has it: what is owed to them is more than nothing.
  private static BigDecimal seen(BookState book, PartyId owner, Money net) {
    BigDecimal amount = BigDecimal.valueOf(net.minor(), Money.SCALE);
    return owner.equals(book.account().orElseThrow().a()) ? amount : amount.negate();
  }

  private static List<Voucher> moving(BookState book, PeriodStatement closed) {
    return closed.booked(book.journal()).stream()
        .filter(voucher -> !voucher.moved().isZero())
        .toList();
  }

  // ---- the schema -----------------------------------------------------------------------------

  /// By the official schema where somebody has it, else by the one that follows from Prowide's
  /// classes: never by one of ours.
  @ParameterizedTest
  @ValueSource(longs = {0, 3})
  void camt053IsValid(long seed) throws Exception {
    Schema schema = schema();
    BookState book = BookScript.book(seed, STEPS);
    for (PartyId owner : book.parties()) {
      for (int period : book.periods().keys().toList()) {
        schema
            .newValidator()
            .validate(source(Camt053.of(book, period, owner, CREATED).orElseThrow()));
      }
    }
  }

  /// The schema would see what is wrong.
  @Test
  void whatIsOutOfPlaceIsNotValid() throws Exception {
    Schema schema = schema();
    BookState book = BookScript.book(0, STEPS);
    String text = Camt053.of(book, 1, book.parties().first(), CREATED).orElseThrow();
    for (String wrong :
        List.of(
            text.replace("<Id>period-1</Id>\n", ""),
            text.replace("<ElctrncSeqNb>1</ElctrncSeqNb>\n", "")
                .replace("<FrToDt>", "<FrToDt/><ElctrncSeqNb>1</ElctrncSeqNb>"),
            text.replace("<ElctrncSeqNb>1</ElctrncSeqNb>", "<Number>1</Number>"),
            text.replace("<Acct>", "<Acct><Balance/>"))) {
      assertThat(wrong).isNotEqualTo(text);
      assertThatThrownBy(() -> schema.newValidator().validate(source(wrong)))
          .isInstanceOf(SAXException.class);
    }
  }

  private static Source source(String text) {
    return new StreamSource(new StringReader(text));
  }

  private static Schema schema() throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Optional<Path> official = Optional.ofNullable(System.getenv(OFFICIAL)).map(Path::of);
    return official.isPresent()
        ? factory.newSchema(official.get().toFile())
        : factory.newSchema(source(generated()));
  }

  /// The schema of the class that Prowide has made of the official one. The class says of the
  /// outermost element alone which names its elements are of; here it is said of all of them.
  private static String generated() throws Exception {
    List<StringWriter> written = new ArrayList<>();
    JAXBContext.newInstance(MxCamt05300108.class)
        .generateSchema(
            new SchemaOutputResolver() {
              @Override
              public Result createOutput(String namespace, String name) {
                StringWriter writer = new StringWriter();
                written.add(writer);
                StreamResult result = new StreamResult(writer);
                result.setSystemId(name);
                return result;
              }
            });
    String names = MxCamt05300108.NAMESPACE;
    return written.stream()
        .map(StringWriter::toString)
        .filter(schema -> schema.contains("BankToCustomerStatementV08"))
        .findFirst()
        .orElseThrow()
        .replaceFirst(
            "<xs:schema ",
            "<xs:schema elementFormDefault=\"qualified\" targetNamespace=\"%s\" xmlns=\"%s\" "
                .formatted(names, names))
        .replace("</xs:schema>", "<xs:element name=\"Document\" type=\"Document\"/></xs:schema>");
  }
}
