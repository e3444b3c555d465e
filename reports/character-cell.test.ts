import { characterCell, characterKinds } from './character-cell';

test.each([
  ['a', 'a'],
  ['\u0000', '\u0000'],
  ['\u007f', '\u007f'],
  ['\u0080', 'controls (C1)'],
  ['é', 'Latin letters'],
  ['日', 'other letters'],
  ['٣', 'numbers'],
  ['\u0301', 'combining marks'],
  ['\u200b', 'invisible (format)'],
  ['\u3000', 'spaces and separators'],
  ['\u2028', 'spaces and separators'],
  ['„', 'punctuation'],
  ['€', 'symbols'],
  ['😀', 'beyond U+FFFF'],
  ['\u{10ffff}', 'noncharacters'],
  ['\ud800', 'lone surrogates'],
  ['\ue000', 'private use'],
  ['\u0378', 'unassigned'],
])('%j falls into the cell %j', (character, cell) => {
  expect(characterCell(character)).toBe(cell);
});

test('every character has a cell of the picture', () => {
  const cells = new Set<string>();
  for (let code = 0x80; code <= 0x10ffff; code += 7) cells.add(characterCell(String.fromCodePoint(code)));
  expect([...cells].filter((cell) => !characterKinds.includes(cell))).toEqual([]);
});
