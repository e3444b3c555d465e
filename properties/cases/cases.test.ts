import { classifyBody } from '../../contracts/oracle/request/classify-body';
import { ecs } from '../../contracts/profiles/ecs';
import { isKeyCharacter, isLegalKey, isLegalValue, limitSets } from '../testing/rules';
import * as cases from '.';

const { malformedBodies, wrongShapes } = cases;
const [controlValues, illegalKeys, legalKeys, legalValues, wrongValues] = [
  cases.controlValues(),
  cases.illegalKeys(),
  cases.legalKeys(),
  cases.legalValues(),
  cases.illegalValues(),
];

/** The clauses for which the oracle rejects a body. */
const objections = (body: string) =>
  classifyBody({ text: body }, 'v2.1', ecs).rejectionReasons.map(({ clause }) => clause.slice(0, clause.indexOf('-')));
const withPair = (key: string, value: unknown) =>
  objections(JSON.stringify({ metadata: Object.fromEntries([[key, value]]) }));

describe.each(Object.entries(cases))('the cases %s', (_, cases) => {
  it('every case has a unique name and content', () => {
    for (const limits of limitSets) {
      const entries: readonly object[] = typeof cases === 'function' ? cases({ limits }) : cases;
      const names = entries.map((entry) => Object.values(entry)[0]);
      const contents = entries.map((entry) => JSON.stringify(Object.values(entry)[1]));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      expect(names.filter((_name, index) => contents.indexOf(contents[index] ?? '') !== index)).toEqual([]);
    }
  });
});

describe.each(limitSets)('within $keyLength characters of a key and $valueLength of a value', (limits) => {
  const profile = { ...ecs, limits };
  const rejections = (pair: [string, unknown]) =>
    classifyBody({ text: JSON.stringify({ metadata: Object.fromEntries([pair]) }) }, 'v2.1', profile).rejectionReasons;
  const keys = (cases: readonly cases.KeyCase[]) => cases.map(({ key }) => rejections([key, 'x']).length);
  const values = (cases: readonly { value: unknown }[]) => cases.map(({ value }) => rejections(['key', value]).length);

  it('all valid keys and values are valid, up to the limit', () => {
    const legal = [...values(cases.legalValues({ limits })), ...values(cases.controlValues({ limits }))];
    expect(new Set([...legal, ...keys(cases.legalKeys({ limits }))])).toEqual(new Set([0]));
    expect(Math.max(...cases.legalKeys({ limits }).map(({ key }) => key.length))).toBe(limits.keyLength);
  });

  it('all invalid keys and values are invalid', () => {
    expect(keys(cases.illegalKeys({ limits }))).not.toContain(0);
    expect(values(cases.illegalValues({ limits }))).not.toContain(0);
    expect(cases.illegalKeys({ limits }).map(({ key }) => key.length)).toContain(limits.keyLength + 1);
  });

  it('lookalikes are valid values', () => {
    const both = cases.lookalikes({ limits }).flatMap(({ pair }) => pair);
    expect(new Set(values(both.map((value) => ({ value }))))).toEqual(new Set([0]));
  });
});

it.each(legalKeys)('$name is a valid key', ({ key }) => {
  expect(isLegalKey(key)).toBe(true);
  expect(withPair(key, 'x')).toEqual([]);
});

it.each(illegalKeys)('$name makes an invalid key', ({ key }) => {
  expect(isLegalKey(key)).toBe(false);
  expect(key).not.toContain(' ');
  expect(withPair(key, 'x')).toContain('KEY');
});

it('there is a case for every printable ASCII character outside the set', () => {
  const printable = Array.from({ length: 0x7f - 0x21 }, (_, index) => 0x21 + index);
  const keys = illegalKeys.map(({ key }) => key);
  const missing = printable.filter((code) => !isKeyCharacter(code) && !keys.includes(`a${String.fromCharCode(code)}b`));
  expect(missing).toEqual([]);
});

it.each(legalValues)('$name is a valid value', ({ value }) => {
  expect(isLegalValue(value)).toBe(true);
  expect(withPair('key', value)).toEqual([]);
});

it.each(controlValues)('$name makes a value that the contract only recommends to accept', ({ value }) => {
  expect(isLegalValue(value)).toBe(false);
  expect(withPair('key', value)).toEqual([]);
});

it.each(wrongValues)('$name is an invalid value', ({ value }) => {
  expect(isLegalValue(value)).toBe(false);
  expect(withPair('key', value)).toEqual(['VALUE']);
});

it.each(malformedBodies)('$name is not JSON', ({ body }) => {
  expect(() => JSON.parse(body)).toThrow(SyntaxError);
});

it.each(wrongShapes)('$name is JSON with a wrong structure', ({ body }) => {
  expect(() => JSON.parse(body)).not.toThrow();
  expect(objections(body)).toEqual(['BODY']);
});
