/** A character, with a name for the title of a test. */
export interface NamedCharacter {
  readonly name: string;
  readonly character: string;
}

/** The characters of keys (page, Table 3, key). The simplest come first, because generated keys shrink towards them. */
export const keyCharacters: readonly string[] = [
  ...'abcdefghijklmnopqrstuvwxyz',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...'0123456789',
  ...'-_:.',
];

export const keyPunctuation: readonly NamedCharacter[] = [
  { name: 'a hyphen', character: '-' },
  { name: 'an underscore', character: '_' },
  { name: 'a colon', character: ':' },
  { name: 'a dot', character: '.' },
];

/** Printable ASCII that keys must not contain. SPACE is not included: the sources do not agree on it. */
export const asciiOutsideKeys: readonly NamedCharacter[] = [
  { name: 'a slash', character: '/' },
  { name: 'an exclamation mark', character: '!' },
  { name: 'a double quote', character: '"' },
  { name: 'a number sign', character: '#' },
  { name: 'a dollar sign', character: '$' },
  { name: 'a percent sign', character: '%' },
  { name: 'an ampersand', character: '&' },
  { name: 'a single quote', character: "'" },
  { name: 'an opening parenthesis', character: '(' },
  { name: 'a closing parenthesis', character: ')' },
  { name: 'an asterisk', character: '*' },
  { name: 'a plus sign', character: '+' },
  { name: 'a comma', character: ',' },
  { name: 'a semicolon', character: ';' },
  { name: 'a less-than sign', character: '<' },
  { name: 'an equals sign', character: '=' },
  { name: 'a greater-than sign', character: '>' },
  { name: 'a question mark', character: '?' },
  { name: 'an at sign', character: '@' },
  { name: 'an opening bracket', character: '[' },
  { name: 'a backslash', character: '\\' },
  { name: 'a closing bracket', character: ']' },
  { name: 'a caret', character: '^' },
  { name: 'a backtick', character: '`' },
  { name: 'an opening brace', character: '{' },
  { name: 'a vertical bar', character: '|' },
  { name: 'a closing brace', character: '}' },
  { name: 'a tilde', character: '~' },
];

/** Characters beyond ASCII that a weaker rule accepts: `\w`, `isalnum`, the flags `iu`, NFKC. */
export const unicodeOutsideKeys: readonly NamedCharacter[] = [
  { name: 'a letter with an accent', character: '\u00E9' },
  { name: 'a Greek letter', character: '\u03B1' },
  { name: 'a Cyrillic look-alike of a', character: '\u0430' },
  { name: 'an ideograph', character: '\u6F22' },
  // Case folding turns these four into k, s, i with a dot above, and i.
  { name: 'the Kelvin sign', character: '\u212A' },
  { name: 'a long s', character: '\u017F' },
  { name: 'a capital i with a dot', character: '\u0130' },
  { name: 'a dotless i', character: '\u0131' },
  { name: 'a feminine ordinal', character: '\u00AA' },
  { name: 'a superscript digit', character: '\u00B2' },
  { name: 'an Arabic digit', character: '\u0661' },
  { name: 'a Roman numeral', character: '\u216B' },
  { name: 'a fullwidth letter', character: '\uFF21' },
  { name: 'a fullwidth digit', character: '\uFF11' },
  { name: 'a fullwidth hyphen', character: '\uFF0D' },
  { name: 'a fullwidth underscore', character: '\uFF3F' },
  { name: 'a fullwidth colon', character: '\uFF1A' },
  { name: 'a fullwidth dot', character: '\uFF0E' },
  { name: 'a ligature', character: '\uFB01' },
  { name: 'a non-breaking hyphen', character: '\u2011' },
  { name: 'an en dash', character: '\u2013' },
  { name: 'a middle dot', character: '\u00B7' },
  { name: 'a combining accent', character: '\u0301' },
  { name: 'a mathematical letter', character: '\u{1D400}' },
  { name: 'an emoji', character: '\u{1F600}' },
  { name: 'a no-break space', character: '\u00A0' },
  { name: 'an ideographic space', character: '\u3000' },
  { name: 'a soft hyphen', character: '\u00AD' },
  { name: 'a zero-width space', character: '\u200B' },
  { name: 'a zero-width joiner', character: '\u200D' },
  { name: 'a right-to-left override', character: '\u202E' },
  { name: 'a line separator', character: '\u2028' },
  { name: 'a byte order mark', character: '\uFEFF' },
];

/** C0, DEL and C1. Keys must not contain them. For values the contract only recommends to store them. */
export const controlCharacters: readonly NamedCharacter[] = [
  { name: 'a newline', character: '\n' },
  { name: 'a tab', character: '\t' },
  { name: 'a carriage return', character: '\r' },
  { name: 'a NUL', character: '\u0000' },
  { name: 'a start of heading', character: '\u0001' },
  { name: 'a backspace', character: '\b' },
  { name: 'a vertical tab', character: '\v' },
  { name: 'a form feed', character: '\f' },
  { name: 'an escape', character: '\u001B' },
  { name: 'a unit separator', character: '\u001F' },
  { name: 'a DEL', character: '\u007F' },
  { name: 'a padding character', character: '\u0080' },
  { name: 'a next line', character: '\u0085' },
  { name: 'an application program command', character: '\u009F' },
];

/** Noncharacters of Unicode. In values the rule of the control characters applies to them. */
export const noncharacters: readonly NamedCharacter[] = [
  { name: 'the noncharacter U+FDD0', character: '\uFDD0' },
  { name: 'the noncharacter U+FDEF', character: '\uFDEF' },
  { name: 'the noncharacter U+FFFE', character: '\uFFFE' },
  { name: 'the noncharacter U+FFFF', character: '\uFFFF' },
  { name: 'the noncharacter U+1FFFE', character: '\u{1FFFE}' },
  { name: 'the noncharacter U+10FFFF', character: '\u{10FFFF}' },
];

/** The scripts of generated values, each by its first and last code point. */
export const scripts = {
  ascii: [0x20, 0x7e],
  latin: [0xc0, 0x24f],
  ideographs: [0x4e00, 0x9fa5],
  hebrew: [0x5d0, 0x5ea],
  arabic: [0x627, 0x63a],
  combining: [0x300, 0x36f],
  emoji: [0x1f600, 0x1f64f],
  astralIdeographs: [0x20000, 0x2a6d6],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
