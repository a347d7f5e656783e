import {firstLanguage} from '../i18n/languages.js';
import {KEYS} from './keys.js';

/**
 * What this desk prefers. Kept in the browser, per machine, because a shared console is set up once for whoever sits
 * down; nothing here is secret or belongs to a person.
 *
 * @typedef {object} Settings
 * @property {import('../i18n/languages.js').Language} language
 * @property {'dark' | 'light'} theme
 * @property {boolean} sound whether alarms may sound
 * @property {boolean} persianDates whether the solar Hijri date stands beside the Gregorian one
 * @property {Record<string, string>} keys act to key
 */

const PLACE = 'sarhad.settings';

/** @returns {Settings} */
export function loadSettings() {
  const kept = read();
  const language = firstLanguage(kept.language ?? null, navigator.languages);
  return {
    theme: 'dark',
    sound: true,
    persianDates: true,
    ...kept,
    language,
    keys: {...KEYS, ...kept.keys},
  };
}

/** @param {Settings} settings */
export function keepSettings(settings) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still works; the choice lasts until the page is closed.
  }
}

/** @returns {Partial<Settings>} */
function read() {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? '{}');
  } catch {
    return {};
  }
}
