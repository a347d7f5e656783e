package org.sarhad.core.names;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;

/// Words that many names have and that therefore tell little: what a firm deals in, where it is,
/// and the small words between. They count, but a name is not stopped for them.
///
/// The weight of a word is fixed and not drawn from a list, so that the likeness of two names does
/// not depend on what else is listed.
final class PlainWords {
  private static final int PLAIN = 300;

  private static final SortedSet<String> SMALL =
      folded(
          "a al and as at d da de del der des di do du e el et for in la le les of on or the to u"
              + " und und von y و و‌ в и на");

  private static final SortedSet<String> COMMON =
      folded(
          "agency agro air airlines airways association aviation bank bureau business center centre"
              + " chemical chemicals commerce commercial complex construction consortium"
              + " consulting cooperative corporation department development east eastern economic"
              + " electronic electronics energy engineering enterprise enterprises equipment"
              + " establishment exchange export exports factory finance financial first food foods"
              + " foundation fund gas general global goods group groups holding holdings import"
              + " imports industrial industries industry institute international invest investment"
              + " investments iran iranian islamic line lines logistic logistics management"
              + " manufacturing marine maritime materials metal metals middle ministry motor motors"
              + " national new north northern office oil organisation organization pakistan"
              + " pakistani petrochemical petroleum plant power products production project projects"
              + " republic research resources science sea service services ship shipping shop"
              + " solutions south southern state steel supply system systems tanker tech technical"
              + " technologies technology textile trade trader traders trading transport"
              + " transportation union united university west western works world"
              + " ایران اسلامی انرژی بازرگانی بانک بین المللی پاکستان تجارت تجارتی تولیدی جمهوری"
              + " خدمات دریایی سازمان صادرات صنایع صنعتی عمومی فولاد کارخانه کشتیرانی گاز گروه"
              + " گروپ مرکزی ملی موسسه نفت نیرو واردات هواپیمایی ٹریڈنگ ٹریڈرز انڈسٹریز انٹرپرائزز"
              + " انٹرنیشنل بینک قومی برادرز"
              + " التجارة التجارية الدولية العامة مجموعة مصرف للتجارة"
              + " банк группа завод компания международный торговый холдинг"
              + " brothers bros sons son");

  private PlainWords() {}

  /// Whether `word`, folded, only holds others together.
  static boolean isSmall(String word) {
    return SMALL.contains(word);
  }

  /// How much `word`, folded, tells: 1000, or less.
  static int weight(String word) {
    return word.length() == 1 || COMMON.contains(word) ? PLAIN : Word.FULL;
  }

  private static SortedSet<String> folded(String words) {
    return Ordered.set(
        Arrays.stream(words.split(" ", -1))
            .flatMap(word -> Stream.of(FoldedName.split(word)))
            .flatMap(List::stream)
            .toList());
  }
}
