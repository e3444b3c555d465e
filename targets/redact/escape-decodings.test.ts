import fc from 'fast-check';
import { createRedactor } from './redactor';

// A limit for a busy machine.
jest.setTimeout(60_000);

/** The forms of one character. An encoder may use any of them. */
type Spelling = (character: string, choice: number) => string;

const hexOf = (character: string, digits: number) => character.charCodeAt(0).toString(16).padStart(digits, '0');
const either = (hex: string, isUpper: boolean) => (isUpper ? hex.toUpperCase() : hex);

const spellings: Readonly<Record<'JSON' | 'URL' | 'HTML', Spelling>> = {
  JSON: (character, choice) => {
    if (choice === 0) return /["\\]/.test(character) ? `\\${character}` : character;
    if (choice === 1 && !/\w/.test(character)) return `\\${character}`;
    return `\\u${either(hexOf(character, 4), choice % 2 === 0)}`;
  },
  URL: (character, choice) => {
    if (choice < 2 && character !== '%') return character;
    return `%${either(hexOf(character, 2), choice % 2 === 0)}`;
  },
  HTML: (character, choice) => {
    if (choice < 2) return names[character] ?? character;
    const code = character.charCodeAt(0);
    return choice % 2 === 0 ? `&#${code};` : `&#x${either(hexOf(character, 2), choice === 3)};`;
  },
};
const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** The text after an encoder that chooses a form for each character. The choices repeat. */
interface Layer {
  readonly spelling: Spelling;
  readonly choices: readonly number[];
}

const layers: fc.Arbitrary<readonly Layer[]> = fc.array(
  fc.record({
    spelling: fc.constantFrom(...Object.values(spellings)),
    choices: fc.array(fc.nat(4), { minLength: 1, maxLength: 7 }),
  }),
  { maxLength: 3 },
);

function encoded(text: string, all: readonly Layer[]): string {
  let spelled = text;
  for (const { spelling, choices } of all) {
    spelled = Array.from(spelled, (each, place) => spelling(each, choices[place % choices.length] ?? 0)).join('');
  }
  return spelled;
}

const characters = Array.from({ length: 0x5e }, (_, index) => String.fromCharCode(0x21 + index));
const token = fc
  .string({ unit: fc.constantFrom(...characters), minLength: 8, maxLength: 60 })
  // Such a text could be a part of the escape after it.
  .filter((text) => !text.endsWith('\\'));
/** Characters that occur in no token, so that none of them can be a part of one. */
const around = fc.string({ unit: fc.constantFrom(' ', '\u0001', '\u007f'), maxLength: 5 });

test('a token is replaced in any nesting of escapes, and nothing else changes', () => {
  fc.assert(
    fc.property(token, around, around, layers, (own, before, after, all) => {
      const [head, tail] = [encoded(before, all), encoded(after, all)];
      const text = head + encoded(own, all) + tail;
      const clean = createRedactor({ own });
      expect(clean.text(text)).toBe(`${head}$TOKEN${tail}`);
      expect(clean.bytes(Buffer.from(text)).toString()).toBe(`${head}$TOKEN${tail}`);
    }),
    { numRuns: 500 },
  );
});

test('a token is replaced in the Base64 of any text that contains it, escaped or not', () => {
  const inBase64 = fc.constantFrom('base64', 'base64url');
  fc.assert(
    fc.property(token, fc.string(), fc.string(), inBase64, layers, (own, before, after, encoding, all) => {
      const [start, end] = [before, before + own].map((text) => Math.ceil((Buffer.byteLength(text) * 4) / 3));
      const whole = Buffer.from(before + own + after).toString(encoding as BufferEncoding);
      const head = encoded(whole.slice(0, start), all);
      const text = head + encoded(whole.slice(start, end), all) + encoded(whole.slice(end), all);
      // The padding is replaced too.
      const tail = after === '' ? '' : encoded(whole.slice(end), all);
      expect(createRedactor({ own }).text(text)).toBe(`${head}$TOKEN${tail}`);
    }),
    { numRuns: 500 },
  );
});

test('a text without a secret stays unchanged', () => {
  fc.assert(
    fc.property(token, fc.string({ unit: 'binary', maxLength: 200 }), layers, (own, text, all) => {
      fc.pre(!text.includes(own));
      const bytes = Buffer.from(text);
      const clean = createRedactor({ own: `${own}\u0001`, hidden: ['a-password-of-mine'] });
      expect(clean.text(encoded(text, all))).toBe(encoded(text, all));
      expect(clean.bytes(bytes)).toBe(bytes);
    }),
  );
});

test('deeply nested escapes take no longer than others', () => {
  const clean = createRedactor({ own: '%%%%\\\\\\\\&&&&252525', hidden: ['\\'.repeat(40), '%25'.repeat(20)] });
  const began = performance.now();
  for (const piece of ['%', '%25', '25', '\\', '\\u005c', '&amp;', 'amp;', '%5C', '&#92;', '&#37;']) {
    clean.text(piece.repeat(20_000 / piece.length));
    clean.text(`%${piece.repeat(20_000 / piece.length)}`);
  }
  expect(performance.now() - began).toBeLessThan(20_000);
});
