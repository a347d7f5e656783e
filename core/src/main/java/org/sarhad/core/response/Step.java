package org.sarhad.core.response;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What both sides have agreed to do when a code-word is given, each on its own soil with its own
/// units (protocol clause 08-3.8). A line of the checklist, in the words that the one on watch
/// reads.
public enum Step {
  TELL_PEER(
      "Decide now whether to release to the other side",
      "همین حالا تصمیم بگیرید که به طرف مقابل اعلام شود یا نه",
      "ابھی طے کریں کہ دوسری طرف کو اطلاع دینی ہے یا نہیں"),
  ACCOUNT_FOR_OWN(
      "Account for all own people",
      "حضور همهٔ نیروهای خودی را بررسی کنید",
      "اپنے تمام اہلکاروں کی گنتی کریں"),
  CLOSE_EXIT_ROADS(
      "Close or watch the exit roads on own soil, and ask the other side to do so on its soil",
      "راه‌های خروج را در خاک خود ببندید یا زیر نظر بگیرید و از طرف مقابل همین را بخواهید",
      "اپنی سرزمین پر نکلنے کے راستے بند کریں یا نظر میں رکھیں، اور دوسری طرف سے بھی یہی کہیں"),
  HOLD_AT_LINE(
      "Units stay on own soil: nobody crosses without a live assent",
      "یگان‌ها در خاک خود می‌مانند: بدون موافقت معتبر کسی عبور نمی‌کند",
      "یونٹیں اپنی سرزمین پر رہیں: اجازت کے بغیر کوئی سرحد پار نہ کرے"),
  KEEP_SCENE(
      "Keep the scene as it is for the agreed time",
      "صحنه را تا زمان توافق‌شده دست‌نخورده نگه دارید",
      "جائے وقوعہ کو طے شدہ وقت تک جوں کا توں رکھیں"),
  WARN_HOSPITAL(
      "Warn the hospital and give the number of patients",
      "به بیمارستان خبر دهید و شمار بیماران را بگویید",
      "ہسپتال کو خبر دیں اور مریضوں کی تعداد بتائیں"),
  OPEN_FAST_LANE(
      "Open the fast lane for ambulances or fire engines",
      "گذر سریع را برای آمبولانس یا خودروی آتش‌نشانی باز کنید",
      "ایمبولینس یا فائر انجن کے لیے تیز راستہ کھولیں"),
  LOG_IMPACTS(
      "Log time, place and direction of each impact",
      "زمان، مکان و جهت هر اصابت را ثبت کنید",
      "ہر گولے کا وقت، جگہ اور سمت درج کریں"),
  SHARE_LAST_SEEN(
      "Last position, last words, route, vehicles",
      "آخرین موقعیت، آخرین پیام، مسیر، خودروها",
      "آخری مقام، آخری پیغام، راستہ، گاڑیاں"),
  WATCH_SPREAD(
      "Wind, spread, what lies in the way",
      "باد، گسترش، آنچه در مسیر است",
      "ہوا، پھیلاؤ، راستے میں کیا ہے"),
  NAME_HOST_OFFICER(
      "Name the officer of the host who is in charge on the spot",
      "افسر میزبان را که در محل مسئول است نام ببرید",
      "میزبان کے اُس افسر کا نام بتائیں جو موقع پر ذمہ دار ہے");

  private final String en;
  private final String fa;
  private final String ur;

  Step(String en, String fa, String ur) {
    this.en = en;
    this.fa = fa;
    this.ur = ur;
  }

  /// How a checklist words it.
  public Label label() {
    return new Label(en, fa, ur);
  }

  /// The word in signed bytes: `tell_peer`. Never changes.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Inverse of [#code()]; empty when this version knows none.
  public static Optional<Step> find(String code) {
    return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
  }
}
