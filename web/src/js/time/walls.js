/** The clocks on the walls: which zone each party's desks keep, and what the radio calls it. */

/** @type {Record<string, string>} */
const RADIO_NAMES = {
  'Asia/Tehran': 'THR',
  'Asia/Karachi': 'KHI',
  'Asia/Kabul': 'KBL',
  'Asia/Baghdad': 'BGW',
  'Asia/Muscat': 'MCT',
  'Asia/Ashgabat': 'ASB',
  'Europe/Istanbul': 'IST',
};

/**
 * @param {import('../app/types.js').Party} party
 * @returns {import('./clocks.js').Wall}
 */
export function wallOf(party) {
  const zone = party.zone ?? 'UTC';
  const city = zone.split('/').at(-1) ?? zone;
  return {zone, label: RADIO_NAMES[zone] ?? city.slice(0, 3).toUpperCase()};
}

/**
 * Whether the desks under this wall count the years of the solar Hijri calendar.
 * @param {import('./clocks.js').Wall} wall
 */
export function isSolarHijri({zone}) {
  return zone === 'Asia/Tehran' || zone === 'Asia/Kabul';
}

/**
 * Persian and Arabic digits as European ones, so that a time may be typed in either.
 * @param {string} text
 */
export function latinDigits(text) {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * The instant at which a wall showed a time of day, within the last 24 hours: an officer who says 23:50 just after
 * midnight means yesterday.
 *
 * @param {string} timeOfDay `HH:MM` or `HHMM`
 * @param {import('./clocks.js').Wall} wall
 * @param {number} now milliseconds since 1970
 * @returns {number | undefined} nothing when it is no time of day
 */
export function instantOnWall(timeOfDay, wall, now) {
  const typed = /^\s*(\d{1,2}):?(\d{2})\s*$/.exec(latinDigits(timeOfDay));
  const [hours, minutes] = [Number(typed?.[1]), Number(typed?.[2])];
  if (!(hours < 24 && minutes < 60)) {
    return undefined;
  }
  const shown = new Intl.DateTimeFormat('en-GB', {timeZone: wall.zone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23'})
    .formatToParts(now)
    .filter((part) => part.type === 'hour' || part.type === 'minute')
    .map((part) => Number(part.value));
  const minute = 60_000;
  const back = (shown[0] - hours) * 60 + shown[1] - minutes;
  const day = 24 * 60;
  return Math.floor(now / minute) * minute - ((back + day) % day) * minute;
}
