/**
 * The tones of one round: hertz, seconds after its beginning, and where they differ from a full tone of a quarter of a
 * second, how long, how loud, and of what wave.
 */
const ROUNDS = {
  real: [
    {hertz: 880, after: 0},
    {hertz: 660, after: 0.28},
    {hertz: 880, after: 0.7},
    {hertz: 660, after: 0.98},
  ],
  exercise: [
    {hertz: 330, after: 0, for: 0.09, loud: 0.2},
    {hertz: 330, after: 0.16, for: 0.09, loud: 0.2},
    {hertz: 330, after: 0.32, for: 0.09, loud: 0.2},
    {hertz: 440, after: 0.6, loud: 0.15, wave: /** @type {OscillatorType} */ ('sine')},
    {hertz: 554, after: 0.9, loud: 0.15, wave: /** @type {OscillatorType} */ ('sine')},
  ],
};

/**
 * The sound of a P1. It repeats until a person acknowledges and never stops by itself, because a sound that gives up is
 * a sound one learns to wait out. Two falling tones every four seconds, made by the browser, so there is no file to lack.
 *
 * An exercise sounds otherwise: three short even knocks first, then softly rising tones. Nobody who knows one of the two
 * takes it for the other.
 *
 * Browsers let a page sound only after somebody touched it. Until then `blocked` is true and the console shows a bar.
 */
export class Alarm {
  /** @type {AudioContext | undefined} */
  #audio;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #repeat;
  /** @type {'' | 'real' | 'exercise'} what sounds */
  #sounds = '';
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

  /**
   * One round, for the test button and for what sounds once.
   * @param {'real' | 'exercise'} [what]
   */
  async test(what = 'real') {
    await this.allow();
    this.#round(what);
    if (!this.blocked) {
      this.testedAt = Date.now();
    }
  }

  /**
   * Starts, changes or stops the alarm.
   * @param {'' | 'real' | 'exercise'} wanted
   */
  sound(wanted) {
    if (wanted === this.#sounds) {
      return;
    }
    clearInterval(this.#repeat);
    this.#repeat = undefined;
    this.#sounds = wanted;
    if (wanted) {
      this.prepare();
      this.#round(wanted);
      this.#repeat = setInterval(() => this.#round(wanted), 4_000);
    }
  }

  /** @param {'real' | 'exercise'} what */
  #round(what) {
    if (this.#audio?.state === 'running') {
      ROUNDS[what].forEach((tone) => this.#tone(tone));
    }
  }

  /** @param {{hertz: number, after: number, for?: number, loud?: number, wave?: OscillatorType}} tone */
  #tone({hertz, after, for: length = 0.25, loud = 0.3, wave = 'triangle'}) {
    const audio = /** @type {AudioContext} */ (this.#audio);
    const begin = audio.currentTime + after;
    const oscillator = new OscillatorNode(audio, {type: wave, frequency: hertz});
    const volume = new GainNode(audio, {gain: 0});
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(loud, begin + 0.02);
    volume.gain.setValueAtTime(loud, begin + length - 0.05);
    volume.gain.linearRampToValueAtTime(0, begin + length);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(begin);
    oscillator.stop(begin + length + 0.01);
  }
}
