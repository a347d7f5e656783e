package org.sarhad.core.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;

/// The forms that law gives to a firm, and how they are shortened. They say nothing about who it
/// is: `GmbH`, `(Pvt) Ltd`, سهامی خاص, ООО.
final class LegalForms {
  private static final int WORDS_MAX = 5;

  // Separated by commas. Folded by the same hand as names are.
  private static final SortedSet<String> FORMS =
      folded(
          "ltd, limited, ltda, limitada, limitee, co, company, companies, corp, corporation,"
              + " incorporated, inc, llc, l l c, llp, lp, plc, pvt, private, pte, pty, public,"
              + " private limited, limited liability company, limited liability partnership,"
              + " joint stock company, joint stock, private joint stock, public joint stock,"
              + " closed joint stock, open joint stock, jsc, pjsc, ojsc, cjsc, psc, wll, est,"
              + " gmbh, mbh, ag, akg, aktiengesellschaft, gesellschaft mit beschrankter haftung, kg, kgaa, ohg, ug, se, gmbh co kg, sa, sarl, sas, sasu, snc, sci,"
              + " societatea cu raspundere limitata, societe anonyme, spa, srl, sl, slu, sae, saog, saoc, sal, bv, nv, vof, ab, oy,"
              + " oyj, aps, a s, asa, sro, s r o, doo, d o o, dd, ad, sp z oo, sp z o o, kft, zrt,"
              + " nyrt, rt, ood, eood, ead, tbk, pt, bhd, sdn, sdn bhd, kk, ooo, oao, zao, pao, ao,"
              + " tov, pp, too, fze, fzc, fzco, fz llc, fzllc, dmcc, eirl, cv, sa de cv, sapi,"
              + " anonim sirketi, limited sirketi, ltd sti, sti, sirketi, as,"
              + " ооо, оао, зао, пао, ао, ип, тоо, чп,"
              + " общество с ограниченной ответственностью, акционерное общество,"
              + " закрытое акционерное общество, открытое акционерное общество,"
              + " публичное акционерное общество,"
              + " شرکت, شركة, شرکة, سهامی, سهامی خاص, سهامی عام, با مسئولیت محدود,"
              + " بامسئولیت محدود, مسئولیت محدود, تعاونی, شرکت های,"
              + " پرائیویٹ, پرائیویٹ لمیٹڈ, لمیٹڈ, لمیٹیڈ, کمپنی, پبلک لمیٹڈ, پرائیوٹ, کارپوریشن,"
              + " المحدودة, ذات مسؤولية محدودة, ذ م م, ش م م, مساهمة, المساهمة,"
              + " sherkat, sherkate, sahami, sahami khas, sahami aam, ba masouliyat mahdood");

  private LegalForms() {}

  /// `words` without legal forms, wherever they stand: `OAO X` and `X, OAO` are one. If nothing is
  /// left the form is the name.
  static List<String> without(List<String> words) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int length = formAt(words, i);
      if (length == 0) {
        left.add(words.get(i));
      }
      i += Math.max(1, length);
    }
    return left.isEmpty() ? words : List.copyOf(left);
  }

  /// How many words the longest form has that stands at `from`; 0 for none.
  private static int formAt(List<String> words, int from) {
    for (int length = Math.min(WORDS_MAX, words.size() - from); length > 0; length--) {
      if (FORMS.contains(String.join(" ", words.subList(from, from + length)))) {
        return length;
      }
    }
    return 0;
  }

  private static SortedSet<String> folded(String forms) {
    return Ordered.set(
        Arrays.stream(forms.split(", ?", -1))
            .map(form -> String.join(" ", FoldedName.split(form)))
            .toList());
  }
}
