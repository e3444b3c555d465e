const [backslash, percent, ampersand] = [0x5c, 0x25, 0x26];
const [letterU, letterX, semicolon] = [0x75, 0x78, 0x3b];

/** The code after the last reading of a row. */
const none = -1;

/** The most readings of one index: `%252525…` has as many as characters. */
const maxReadings = 16;

/** The most nested escapes that are read within one escape. */
const maxNested = 200;

export function hasEscapes(text: string): boolean {
  return text.includes('\\') || text.includes('%') || text.includes('&');
}

/**
 * All readings of the escapes in a text: literally, as escapes of JSON (`\u0041`, `\x41`, `\n`, a backslash before
 * anything), of URLs (`%41`) or of HTML (`&#65;`, `&#x41;`, `&amp;`), and nested in any depth. A text does not
 * say which encoding it uses, so a secret is searched in all readings.
 *
 * The readings of one index are a row in `codes` and `ends`, up to a code below 0. Flat arrays keep this fast for a text
 * that consists of escapes.
 */
export class EscapeDecodings {
  /** The decoded UTF-16 code unit of each reading. */
  readonly codes: number[] = [none];
  /** The index after each reading. */
  readonly ends: number[] = [0];
  private readonly rows: Int32Array;
  /** Nested escapes that may still be read for the current row. */
  private left = 0;

  constructor(private readonly text: string) {
    this.rows = new Int32Array(text.length + 1);
    // Backwards, because an escape may contain other escapes, which begin after it.
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const code = text.charCodeAt(at);
      if (code === backslash || code === percent || code === ampersand) this.read(at, code);
    }
  }

  /** The first index of a row; 0 for a character without other readings. */
  rowAt(index: number): number {
    return this.rows[index] ?? 0;
  }

  private read(at: number, code: number): void {
    const row = this.codes.length;
    this.rows[at] = row;
    this.left = maxNested;
    this.add(row, code, at + 1);
    // A decoded character may begin another escape.
    for (let index = row; index < this.codes.length; index += 1) {
      const [found, end] = [this.codes[index], this.ends[index] ?? 0];
      if (found === backslash) this.addAfterBackslash(row, end);
      else if (found === percent) this.addHex(row, end, 2);
      else if (found === ampersand) this.addEntity(row, end);
    }
    this.codes.push(none);
    this.ends.push(0);
  }

  private add(row: number, code: number, end: number): void {
    if (this.codes.length - row >= maxReadings) return;
    for (let index = row; index < this.codes.length; index += 1) {
      if (this.codes[index] === code && this.ends[index] === end) return;
    }
    this.codes.push(code);
    this.ends.push(end);
  }

  private addAfterBackslash(row: number, at: number): void {
    this.eachAt(at, (code, end) => this.addEscaped(row, code, end));
  }

  private addEscaped(row: number, code: number, end: number): void {
    // Further backslashes belong to the character after them.
    if (code === backslash) return;
    this.add(row, code, end);
    const control = controls.get(code);
    if (control !== undefined) this.add(row, control, end);
    if (code === letterU) this.addHex(row, end, 4);
    if (code === letterX) this.addHex(row, end, 2);
  }

  /** The digits may be escapes, too. */
  private addHex(row: number, at: number, digits: number, value = 0): void {
    if (digits === 0) {
      this.add(row, value, at);
      return;
    }
    this.eachAt(at, (code, end) => {
      const digit = hexDigit(code);
      if (digit >= 0) this.addHex(row, end, digits - 1, value * 16 + digit);
    });
  }

  private addEntity(row: number, at: number, name = ''): void {
    this.eachAt(at, (code, end) => {
      if (code === semicolon) {
        const decoded = codeOfEntity(name);
        if (decoded !== undefined) this.add(row, decoded, end);
        return;
      }
      const longer = name + String.fromCharCode(code);
      if (beginningOfEntity.test(longer)) this.addEntity(row, end, longer);
    });
  }

  private eachAt(at: number, look: (code: number, end: number) => void): void {
    if (at >= this.text.length || this.left === 0) return;
    const row = this.rowAt(at);
    if (row === 0) {
      look(this.text.charCodeAt(at), at + 1);
      return;
    }
    this.left -= 1;
    for (let index = row; this.codes[index] !== none; index += 1) {
      look(this.codes[index] ?? none, this.ends[index] ?? 0);
    }
  }
}

const controls: ReadonlyMap<number, number> = new Map(
  Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }).map(([letter, control]) => [
    letter.charCodeAt(0),
    control.charCodeAt(0),
  ]),
);

/** The value of a hexadecimal digit; below 0 for any other character. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : none;
}

/** At most as long as `#x0010FFFF`. */
const beginningOfEntity = /^(#(x[0-9a-f]{0,8}|\d{0,8})|[a-z]{1,10})$/i;

/** The entities of XML, and those of HTML for other ASCII characters. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    excl: '!',
    num: '#',
    dollar: '$',
    percnt: '%',
    lpar: '(',
    rpar: ')',
    ast: '*',
    plus: '+',
    comma: ',',
    period: '.',
    sol: '/',
    colon: ':',
    semi: ';',
    equals: '=',
    quest: '?',
    commat: '@',
    lsqb: '[',
    bsol: '\\',
    rsqb: ']',
    Hat: '^',
    lowbar: '_',
    grave: '`',
    lcub: '{',
    verbar: '|',
    rcub: '}',
  }),
);

/** Undefined for an unknown entity, and for one above U+FFFF: no token contains such a character. */
function codeOfEntity(name: string): number | undefined {
  const [, hex, decimal] = /^#(?:[xX]([0-9a-fA-F]+)|(\d+))$/.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return named.get(name)?.charCodeAt(0);
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= 0xffff ? code : undefined;
}
