import { type Node, parseTree } from 'jsonc-parser';
import { type DuplicateMember, duplicateMembers } from './duplicate-members';
import { obeysTheLaws } from './testing/generator-laws';
import { isLegalMap } from './testing/legal-pairs';

obeysTheLaws('duplicateMembers', duplicateMembers(), {
  belongs: ({ body, first, last }) => {
    const members = membersOf(body);
    const isIn = (map: object, [key, value]: [string, string]) =>
      Object.entries(map).some(([k, v]) => k === key && v === value);
    return (
      isLegalMap(first) &&
      isLegalMap(last) &&
      new Set(members.map(([key]) => key)).size === members.length - 1 &&
      Object.keys(first).length === members.length - 1 &&
      Object.keys(last).length === members.length - 1 &&
      members.filter((member) => !isIn(first, member)).length === 1 &&
      members.filter((member) => !isIn(last, member)).length === 1 &&
      JSON.stringify(Object.entries(JSON.parse(body).metadata).sort()) === JSON.stringify(Object.entries(last).sort())
    );
  },
  // The two values that stay may be longer than those that went: the number of pairs is what must not grow.
  size: ({ body }) => membersOf(body).length,
  classes: {
    'one key alone': ({ body }) => membersOf(body).length === 2,
    'other pairs between the two': (drawn) => distance(drawn) > 1,
    'the two in a row': (drawn) => distance(drawn) === 1,
  },
});

function membersOf(body: string): [string, string][] {
  const pairs = parseTree(body)?.children?.[0]?.children?.[1]?.children ?? [];
  return pairs.map(({ children = [] }: Node) => [String(children[0]?.value), String(children[1]?.value)]);
}

function distance({ body }: DuplicateMember): number {
  const names = membersOf(body).map(([key]) => key);
  const second = names.findIndex((key, index) => names.indexOf(key) < index);
  return second - names.indexOf(names[second] ?? '');
}
