import type { CheckId } from '../../contracts/evidence/check-id';
import { excessiveLengths } from '../../properties/cases/lengths';
import { check } from '../harness/dsl/check';
import { expectEachRejected } from '../harness/dsl/in-a-row';
import { nearQuota } from '../harness/dsl/sample-maps';

const kinds: readonly (readonly [id: CheckId, name: string, keysOf: (limit: number) => readonly string[]])[] = [
  ['KEY-03/in-a-row', 'an empty key', () => ['']],
  [
    'KEY-04/in-a-row',
    'keys that are too long',
    (limit) => Object.values(excessiveLengths(limit)).map((length) => 'k'.repeat(length)),
  ],
  ['KEY-06/in-a-row', 'keys that end in a newline', (limit) => ['a\n', `${'k'.repeat(limit - 1)}\n`]],
  [
    'KEY-05/in-a-row',
    'keys with other characters',
    () => [...asciiOutsideKeys, ...unicodeOutsideKeys, '%41'].map((text) => `a${text}b`),
  ],
];

/** Some of each gap between the characters of keys, and controls. */
const asciiOutsideKeys = ['!', '$', '/', '@', '[', '`', '~', '\t', '\n'];

/** One of each kind that a weaker rule takes: letters, digits, marks, and what folding or normalisation changes. */
const unicodeOutsideKeys = ['é', '\u212a', '²', '１', '€', '\u200b', '😀'];

for (const [id, name, keysOf] of kinds) {
  check(id, `refuses ${name}, one after the other`, async (tools) => {
    const keys = keysOf(tools.limits.keyLength);
    const [first = ''] = keys;
    // A target may check some of the pairs only.
    const maps = [
      { good: '2', [first]: '1' },
      { ...nearQuota(tools), [first]: '1' },
    ];
    const bodies = [...keys.map((key) => ({ [key]: '1' })), ...maps].map((metadata) => ({ body: { metadata } }));
    await expectEachRejected(tools, bodies, tools.profile.statuses.invalid);
  });
}
