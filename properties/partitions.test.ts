import { bodyDemand } from '../contracts/oracle/body-demand';
import { ecs } from '../contracts/profiles/ecs';
import * as partitions from './partitions';
import { isKeyCharacter, isLegalKey, isLegalValue } from './testing/legal-pairs';

const { controlValues, illegalKeys, legalKeys, legalValues, malformedBodies, wrongShapes, wrongValues } = partitions;

/** The clauses that the oracle holds against a body. */
const objections = (body: string) =>
  bodyDemand({ text: body }, 'v2.1', ecs).objections.map(({ clause }) => clause.slice(0, clause.indexOf('-')));
const withPair = (key: string, value: unknown) =>
  objections(JSON.stringify({ metadata: Object.fromEntries([[key, value]]) }));

describe.each(Object.entries(partitions))('the partition %s', (_, cases: readonly object[]) => {
  it('gives every case a name and a content of its own', () => {
    const names = cases.map((entry) => Object.values(entry)[0]);
    const contents = cases.map((entry) => JSON.stringify(Object.values(entry)[1]));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((_name, index) => contents.indexOf(contents[index] ?? '') !== index)).toEqual([]);
  });
});

it.each(legalKeys)('$name is a legal key', ({ key }) => {
  expect(isLegalKey(key)).toBe(true);
  expect(withPair(key, 'x')).toEqual([]);
});

it.each(illegalKeys)('$name makes an illegal key', ({ key }) => {
  expect(isLegalKey(key)).toBe(false);
  expect(key).not.toContain(' ');
  expect(withPair(key, 'x')).toContain('KEY');
});

it('holds every printable ASCII character outside the set', () => {
  const printable = Array.from({ length: 0x7f - 0x21 }, (_, index) => 0x21 + index);
  const keys = illegalKeys.map(({ key }) => key);
  const missing = printable.filter((code) => !isKeyCharacter(code) && !keys.includes(`a${String.fromCharCode(code)}b`));
  expect(missing).toEqual([]);
});

it.each(legalValues)('$name is a legal value', ({ value }) => {
  expect(isLegalValue(value)).toBe(true);
  expect(withPair('key', value)).toEqual([]);
});

it.each(controlValues)('$name makes a value that the contract only asks to take', ({ value }) => {
  expect(isLegalValue(value)).toBe(false);
  expect(withPair('key', value)).toEqual([]);
});

it.each(wrongValues)('$name is no legal value', ({ value }) => {
  expect(isLegalValue(value)).toBe(false);
  expect(withPair('key', value)).toEqual(['VALUE']);
});

it.each(malformedBodies)('$name is no JSON', ({ body }) => {
  expect(() => JSON.parse(body)).toThrow(SyntaxError);
});

it.each(wrongShapes)('$name is JSON of a wrong shape', ({ body }) => {
  expect(() => JSON.parse(body)).not.toThrow();
  expect(objections(body)).toEqual(['BODY']);
});
