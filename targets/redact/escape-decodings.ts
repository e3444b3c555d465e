const [backslash, percent, ampersand] = [0x5c, 0x25, 0x26];
const [letterU, letterX, semicolon] = [0x75, 0x78, 0x3b];

/** The end of the ways to read one place. */
const none = -1;

/** A limit of the ways to read one place: `%252525…` has as many as it is long. */
const most = 16;

/** A limit of the escapes that are looked at within one escape, each way to read them counted. */
const mostInside = 200;

export function hasEscapes(text: string): boolean {
  return text.includes('\\') || text.includes('%') || text.includes('&');
}

/**
 * Every way to read the escapes of a text: as they stand, as escapes of JSON (`\u0041`, `\x41`, `\n`, a backslash before
 * anything), of URLs (`%41`) or of HTML (`&#65;`, `&#x41;`, `&amp;`), and as escapes of such escapes, in any depth. A
 * text does not say which of them is meant, so a secret is looked for in all.
 *
 * The ways to read a place are a row in `codes` and `ends`, up to a code below 0: there may be as many escapes as
 * characters, and every exchange that holds any comes here.
 */
export class EscapeDecodings {
  /** What a place may stand for, as a UTF-16 code unit. */
  readonly codes: number[] = [none];
  /** Where what comes after it begins. */
  readonly ends: number[] = [0];
  private readonly rows: Int32Array;
  /** How many escapes may still be looked into for the row that is made. */
  private left = 0;

  constructor(private readonly text: string) {
    this.rows = new Int32Array(text.length + 1);
    // From the end: an escape may be spelled with other escapes, which come after its beginning.
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const code = text.charCodeAt(at);
      if (code === backslash || code === percent || code === ampersand) this.read(at, code);
    }
  }

  /** Where the row of a place begins; 0 where a character can only stand for itself. */
  rowAt(place: number): number {
    return this.rows[place] ?? 0;
  }

  private read(at: number, code: number): void {
    const row = this.codes.length;
    this.rows[at] = row;
    this.left = mostInside;
    this.add(row, code, at + 1);
    // What is added may be the beginning of an escape in turn.
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
    if (this.codes.length - row >= most) return;
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
    // The rest of a row of backslashes belongs to the character after it.
    if (code === backslash) return;
    this.add(row, code, end);
    const control = controls.get(code);
    if (control !== undefined) this.add(row, control, end);
    if (code === letterU) this.addHex(row, end, 4);
    if (code === letterX) this.addHex(row, end, 2);
  }

  /** Digits may be escaped, and read in several ways, like anything else. */
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
        const meant = codeOfEntity(name);
        if (meant !== undefined) this.add(row, meant, end);
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

/** The value of a digit; below 0 for any other character. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : none;
}

/** No longer than `#x0010FFFF`. */
const beginningOfEntity = /^(#(x[0-9a-f]{0,8}|\d{0,8})|[a-z]{1,10})$/i;

/** Those of XML, and what HTML calls the rest of ASCII. */
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

/** Undefined for what is no entity, and for one beyond U+FFFF, which no token holds. */
function codeOfEntity(name: string): number | undefined {
  const [, hex, decimal] = /^#(?:[xX]([0-9a-fA-F]+)|(\d+))$/.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return named.get(name)?.charCodeAt(0);
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= 0xffff ? code : undefined;
}
