/**
 * One message of a catalogue, in the small part of ICU MessageFormat that we need:
 *
 *     "No open items."
 *     "{side} unreachable since {time}."
 *     "{count, plural, one {# act is waiting} other {# acts are waiting}}"
 *
 * An arm may also name one number, as in `=0 {nothing}`. Plural arms may hold parameters and `#` (the number itself, in the digits of the language), but no further plural.
 * Anything else is a mistake in the catalogue and throws: `e2e` reads every message of every language.
 */

/**
 * A piece of a parsed message.
 * @typedef {string
 *   | {name: string}
 *   | {count: string}
 *   | {plural: string, arms: Record<string, Piece[]>}} Piece
 */

/**
 * @param {string} source the message as the catalogue has it
 * @returns {Piece[]}
 */
export function parse(source) {
  const reader = new Reader(source);
  const pieces = reader.pieces('');
  if (!reader.done()) {
    throw new SyntaxError(`Unmatched '}' in message: ${source}`);
  }
  return pieces;
}

/**
 * Fills a message in. The caller says what a value and a number become, so the same walk makes plain text or markup.
 *
 * @template T
 * @param {Piece[]} pieces
 * @param {Record<string, unknown>} values
 * @param {{value: (value: unknown) => T, number: (n: number) => T, category: (n: number) => string}} make
 * @returns {(string | T)[]}
 */
export function fill(pieces, values, make) {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') {
      return [piece];
    }
    if ('plural' in piece) {
      const n = Number(valueOf(values, piece.plural));
      const arm = piece.arms[`=${n}`] ?? piece.arms[make.category(n)] ?? piece.arms.other;
      return fill(arm, values, make);
    }
    if ('count' in piece) {
      return [make.number(Number(valueOf(values, piece.count)))];
    }
    return [make.value(valueOf(values, piece.name))];
  });
}

/**
 * @param {Record<string, unknown>} values
 * @param {string} name
 */
function valueOf(values, name) {
  if (!(name in values)) {
    throw new ReferenceError(`Message parameter '${name}' was not given`);
  }
  return values[name];
}

/** Reads a message from left to right; never backs up. */
class Reader {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
    this.at = 0;
  }

  done() {
    return this.at >= this.source.length;
  }

  /**
   * @param {string} counted the plural parameter that `#` stands for, or '' outside a plural
   * @returns {Piece[]}
   */
  pieces(counted) {
    /** @type {Piece[]} */
    const pieces = [];
    while (!this.done() && this.source[this.at] !== '}') {
      if (this.source[this.at] === '{') {
        pieces.push(this.parameter());
      } else if (counted && this.source[this.at] === '#') {
        this.at++;
        pieces.push({count: counted});
      } else {
        pieces.push(this.literal(counted ? '{}#' : '{}'));
      }
    }
    return pieces;
  }

  /** @param {string} stops */
  literal(stops) {
    const from = this.at;
    while (!this.done() && !stops.includes(this.source[this.at])) {
      this.at++;
    }
    return this.source.slice(from, this.at);
  }

  /** @returns {Piece} */
  parameter() {
    this.take('{');
    const name = this.literal(',}').trim();
    if (this.source[this.at] === '}') {
      this.at++;
      return {name};
    }
    this.take(',');
    const kind = this.literal(',}').trim();
    if (kind !== 'plural') {
      throw new SyntaxError(`Only plural is known, not '${kind}', in message: ${this.source}`);
    }
    this.take(',');
    return {plural: name, arms: this.arms(name)};
  }

  /**
   * @param {string} counted
   * @returns {Record<string, Piece[]>}
   */
  arms(counted) {
    /** @type {Record<string, Piece[]>} */
    const arms = {};
    for (;;) {
      const label = this.literal('{}').trim();
      if (this.source[this.at] === '}') {
        this.at++;
        break;
      }
      this.take('{');
      arms[label] = this.pieces(counted);
      this.take('}');
    }
    if (!arms.other) {
      throw new SyntaxError(`A plural needs an arm 'other', in message: ${this.source}`);
    }
    return arms;
  }

  /** @param {string} character */
  take(character) {
    if (this.source[this.at] !== character) {
      throw new SyntaxError(`Expected '${character}' at ${this.at} in message: ${this.source}`);
    }
    this.at++;
  }
}
