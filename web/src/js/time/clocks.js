/**
 * Times as a duty officer reads them. Everything is stored in UTC; every side has its own clock on the wall, and the gap
 * between the two walls differs by season and by year (Tehran stood at +04:30 on 22 April 2019 and stands at +03:30
 * now), so offsets always come from the browser's time zone data for that very instant, never from a constant.
 */

/**
 * @typedef {object} Wall
 * @property {string} label short name of the clock, as on the radio: `THR`, `KHI`
 * @property {string} zone IANA time zone
 */

/** Builds the `Intl` formats of one language once; they are slow to make and are used for every row. */
export class Clocks {
  /** @type {Map<string, Intl.DateTimeFormat>} */
  #formats = new Map();

  /** @param {import('../i18n/words.js').Words} words */
  constructor(words) {
    this.words = words;
  }

  /**
   * Hours and minutes on a wall, 24 hours, in the digits of the language: `04:12`.
   * @param {number} instant milliseconds since 1970 in UTC
   * @param {Wall} wall
   */
  time(instant, wall) {
    return this.#format(wall.zone, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}).format(instant);
  }

  /**
   * With seconds: `04:12:32`.
   * @param {number} instant
   * @param {Wall} wall
   */
  seconds(instant, wall) {
    return this.#format(wall.zone, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }).format(instant);
  }

  /**
   * UTC as it is written into every message, always in European digits: `23:42Z`.
   * @param {number} instant
   */
  zulu(instant) {
    return `${new Date(instant).toISOString().slice(11, 16)}Z`;
  }

  /**
   * UTC with the date, as in the record: `2019-04-22 08:00:00Z`.
   * @param {number} instant
   */
  zuluStamp(instant) {
    return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  }

  /**
   * The UTC date: `2026-11-22`.
   * @param {number} instant
   */
  zuluDate(instant) {
    return new Date(instant).toISOString().slice(0, 10);
  }

  /**
   * Gregorian day on a wall: `Sun 22 Nov`.
   * @param {number} instant
   * @param {Wall} wall
   */
  day(instant, wall) {
    return this.#format(wall.zone, {weekday: 'short', day: 'numeric', month: 'short'}).format(instant);
  }

  /**
   * Gregorian date with the year: `22 November 2026`.
   * @param {number} instant
   * @param {Wall} wall
   */
  date(instant, wall) {
    return this.#format(wall.zone, {day: 'numeric', month: 'long', year: 'numeric'}).format(instant);
  }

  /**
   * A date of which only the month or the year is known: `October 2013`, `2013`.
   * @param {string} date `2013-10` or `2013`
   */
  vagueDate(date) {
    const [year, month] = date.split('-').map(Number);
    const known = /** @type {Intl.DateTimeFormatOptions} */ (month ? {year: 'numeric', month: 'long'} : {year: 'numeric'});
    return this.#format('UTC', {calendar: 'gregory', ...known}).format(Date.UTC(year, (month || 1) - 1, 15));
  }

  /**
   * Solar Hijri date on a wall: `1 Azar 1405`.
   * @param {number} instant
   * @param {Wall} wall
   */
  persianDate(instant, wall) {
    return this.#format(wall.zone, {calendar: 'persian', day: 'numeric', month: 'long', year: 'numeric'})
      .formatToParts(instant)
      .filter((part) => part.type !== 'era')
      .map((part) => part.value)
      .join('')
      .trim();
  }

  /**
   * Solar Hijri day and month on a wall: `1 Azar`.
   * @param {number} instant
   * @param {Wall} wall
   */
  persianDay(instant, wall) {
    return this.#format(wall.zone, {calendar: 'persian', day: 'numeric', month: 'long'}).format(instant);
  }

  /**
   * The wall's offset from UTC at that instant: `+03:30`.
   * @param {number} instant
   * @param {Wall} wall
   */
  offset(instant, wall) {
    const name = new Intl.DateTimeFormat('en', {timeZone: wall.zone, timeZoneName: 'longOffset'})
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName');
    return (name?.value ?? '').replace('GMT', '') || '+00:00';
  }

  /**
   * A length of time in its largest two useful units: `41 min`, `3 h 5 min`, `2 d 4 h`.
   * @param {number} ms
   */
  length(ms) {
    const seconds = Math.round(Math.abs(ms) / 1000);
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (seconds < 60) {
      return this.words.text('length.seconds', {s: seconds});
    }
    if (minutes < 60) {
      return this.words.text('length.minutes', {m: minutes});
    }
    if (hours < 24) {
      return this.words.text(minutes % 60 ? 'length.hoursMinutes' : 'length.hours', {h: hours, m: minutes % 60});
    }
    return this.words.text(hours % 24 ? 'length.daysHours' : 'length.days', {d: days, h: hours % 24});
  }

  /**
   * Time left on a running clock: `03:12`, or `−03:12` when it has run out; hours only when there are some.
   * @param {number} ms
   */
  countdown(ms) {
    const seconds = Math.floor(Math.abs(ms) / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const shown = parts[0] ? parts : parts.slice(1);
    const two = new Intl.NumberFormat(this.words.rules.locale, {minimumIntegerDigits: 2, useGrouping: false});
    return (ms < 0 ? '−' : '') + shown.map((n) => two.format(n)).join(':');
  }

  /**
   * @param {string} zone
   * @param {Intl.DateTimeFormatOptions} options
   */
  #format(zone, options) {
    const key = zone + JSON.stringify(options);
    let format = this.#formats.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(this.words.rules.locale, {timeZone: zone, ...options});
      this.#formats.set(key, format);
    }
    return format;
  }
}
