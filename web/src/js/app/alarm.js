/**
 * The sound of a P1. It repeats until a person acknowledges and never stops by itself, because a sound that gives up is
 * a sound one learns to wait out. Two falling tones every four seconds, made by the browser, so there is no file to lack.
 *
 * Browsers let a page sound only after somebody touched it. Until then `blocked` is true and the console shows a bar.
 */
export class Alarm {
  /** @type {AudioContext | undefined} */
  #audio;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #repeat;
  /** When the last test was heard, in milliseconds since 1970; 0 before the first. */
  testedAt = 0;
  #changed;

  /** @param {() => void} changed called when `blocked` may have changed */
  constructor(changed) {
    this.#changed = changed;
  }

  get sounding() {
    return this.#repeat !== undefined;
  }

  /** Whether the browser holds the sound back. */
  get blocked() {
    return this.#audio !== undefined && this.#audio.state === 'suspended';
  }

  /** Makes ready to sound, and so learns whether the browser lets us. */
  prepare() {
    if (!this.#audio) {
      this.#audio = new AudioContext();
      this.#audio.onstatechange = this.#changed;
    }
    this.#changed();
  }

  /** After a touch: asks the browser to let us sound. */
  async allow() {
    this.prepare();
    await this.#audio?.resume();
    this.#changed();
  }

  /** One round, for the test button. */
  async test() {
    await this.allow();
    this.#round();
    if (!this.blocked) {
      this.testedAt = Date.now();
    }
  }

  /**
   * Starts or stops the alarm.
   * @param {boolean} wanted
   */
  sound(wanted) {
    if (wanted === this.sounding) {
      return;
    }
    if (wanted) {
      this.prepare();
      this.#round();
      this.#repeat = setInterval(() => this.#round(), 4_000);
    } else {
      clearInterval(this.#repeat);
      this.#repeat = undefined;
    }
  }

  #round() {
    if (this.#audio?.state === 'running') {
      this.#tone(880, 0);
      this.#tone(660, 0.28);
      this.#tone(880, 0.7);
      this.#tone(660, 0.98);
    }
  }

  /**
   * @param {number} hertz
   * @param {number} after seconds from now
   */
  #tone(hertz, after) {
    const audio = /** @type {AudioContext} */ (this.#audio);
    const begin = audio.currentTime + after;
    const oscillator = new OscillatorNode(audio, {type: 'triangle', frequency: hertz});
    const volume = new GainNode(audio, {gain: 0});
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.3, begin + 0.02);
    volume.gain.setValueAtTime(0.3, begin + 0.2);
    volume.gain.linearRampToValueAtTime(0, begin + 0.25);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(begin);
    oscillator.stop(begin + 0.26);
  }
}
