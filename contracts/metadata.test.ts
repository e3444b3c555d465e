import { type Metadata, sameMetadata } from './metadata';

/** A map of a target, which may differ from its type. */
const shown = (json: string) => JSON.parse(json) as Metadata;

test.each<[string, string, string]>([
  ['nothing', '{}', '{}'],
  ['the same pairs in another order', '{"a":"1","b":"2"}', '{"b":"2","a":"1"}'],
  ['lists', '{"a":["1",{"b":[]}]}', '{"a":["1",{"b":[]}]}'],
  ['objects', '{"a":{"x":1,"y":null}}', '{"a":{"y":null,"x":1}}'],
  ['numbers, booleans and null', '{"a":1,"b":true,"c":null}', '{"a":1,"b":true,"c":null}'],
  ['a key that is no ordinary member', '{"__proto__":"1"}', '{"__proto__":"1"}'],
])('the same: %s', (_, one, other) => {
  expect(sameMetadata(shown(one), shown(other))).toBe(true);
});

test.each<[string, string, string]>([
  ['a pair more', '{"a":"1"}', '{"a":"1","b":"2"}'],
  ['another key', '{"a":"1"}', '{"b":"1"}'],
  ['another value', '{"a":"1"}', '{"a":"2"}'],
  ['a list with another item', '{"a":["1"]}', '{"a":["2"]}'],
  ['a list in another order', '{"a":["1","2"]}', '{"a":["2","1"]}'],
  ['a number in place of its digits', '{"a":1}', '{"a":"1"}'],
  ['a member that every object inherits', '{"toString":"1"}', '{"a":"1"}'],
])('not the same: %s', (_, one, other) => {
  expect(sameMetadata(shown(one), shown(other))).toBe(false);
  expect(sameMetadata(shown(other), shown(one))).toBe(false);
});
