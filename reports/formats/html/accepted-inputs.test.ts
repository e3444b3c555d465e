import type { Exchange } from '../../../contracts/http/exchange';
import { placeholders } from '../../../contracts/http/placeholders';
import { makeExchange, projectId } from '../../testing/exchanges';
import { AcceptedInputs, characterGroup, characterGroups, maxLength } from './accepted-inputs';

function seen(...exchanges: Exchange[]): AcceptedInputs {
  const limits = new AcceptedInputs();
  limits.project = projectId;
  for (const exchange of exchanges) limits.add(exchange);
  return limits;
}

const nothing = { accepted: 0, refused: 0, failed: 0 };

test('an accepted map counts for all that is in it', () => {
  const { keyLengths, valueLengths, keyCharacters, valueCharacters } = seen(
    makeExchange({ metadata: { 'a-é': 'x😀', bb: '' } }),
  );
  expect([...keyLengths.keys()]).toEqual([3, 2]);
  expect([...valueLengths]).toEqual([
    [2, { ...nothing, accepted: 1 }],
    [0, { ...nothing, accepted: 1 }],
  ]);
  expect([...keyCharacters.keys()]).toEqual(['a', '-', 'Latin letters', 'b']);
  expect([...valueCharacters.keys()]).toEqual(['x', 'beyond U+FFFF']);
});

test('a refusal counts for the one thing that is out of the ordinary', () => {
  const limits = seen(makeExchange({ status: 400, metadata: { good: 'good', 'a/b': 'good' } }));
  expect([...limits.keyCharacters]).toEqual([['/', { ...nothing, refused: 1 }]]);
  expect(limits.keyLengths.size + limits.valueLengths.size + limits.valueCharacters.size).toBe(0);
});

test.each<[string, Parameters<typeof makeExchange>[0]]>([
  ['two things are out of the ordinary', { status: 400, metadata: { 'a/b': '<' } }],
  [
    'there are many pairs',
    { status: 413, metadata: Object.fromEntries(many(41).map((n) => [`a${n}`, n ? '1' : '/'])) },
  ],
  ['the state is not the right one', { status: 409, metadata: { '/': '1' } }],
  ['a value is no text', { status: 400, metadata: { '/': 1 } }],
  [
    'the token is not the own one',
    { metadata: { '/': '1' }, request: { headers: { 'x-auth-token': placeholders.other } } },
  ],
  ['the project is another one', { request: { path: '/v2/other/servers/1/metadata' } }],
  ['it is no replace', { request: { method: 'POST' } }],
  ['the body is not as JSON is usually written', { request: { body: { text: '{"metadata": {"a":"1"}}' } } }],
])('a request says nothing of limits where %s', (_, options) => {
  const { keyLengths, valueLengths, keyCharacters, valueCharacters } = seen(makeExchange(options));
  expect(keyLengths.size + valueLengths.size + keyCharacters.size + valueCharacters.size).toBe(0);
});

test('an error of the target is neither', () => {
  const { valueLengths } = seen(makeExchange({ status: 500, metadata: { a: 'x'.repeat(256) } }));
  expect([...valueLengths]).toEqual([[256, { ...nothing, failed: 1 }]]);
});

test('what is accepted once and refused once is both', () => {
  const metadata = { 'a b': '1' };
  const { keyCharacters } = seen(makeExchange({ metadata }), makeExchange({ metadata, status: 400 }));
  expect(keyCharacters.get(' ')).toEqual({ accepted: 1, refused: 1, failed: 0 });
});

test('memory does not grow with ever longer texts', () => {
  const { valueLengths } = seen(
    ...[0, 1, 2].map((more) => makeExchange({ metadata: { a: 'x'.repeat(maxLength + more) } })),
  );
  expect([...valueLengths]).toEqual([[maxLength, { ...nothing, accepted: 3 }]]);
});

function many(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

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
  expect(characterGroup(character)).toBe(cell);
});

test('every character has a cell of the picture', () => {
  const cells = new Set<string>();
  for (let code = 0x80; code <= 0x10ffff; code += 7) cells.add(characterGroup(String.fromCodePoint(code)));
  expect([...cells].filter((cell) => !characterGroups.includes(cell))).toEqual([]);
});
