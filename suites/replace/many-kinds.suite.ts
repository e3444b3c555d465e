import type { CheckId } from '../../contracts/evidence/check-id';
import { isSuccess } from '../../contracts/http/status';
import type { Metadata } from '../../contracts/metadata';
import { plainMapSize } from '../../contracts/profiles/profile';
import { controlValues, type KeyCase, legalKeys, legalValues, type ValueCase } from '../../properties/cases';
import { hashTwins } from '../../properties/cases/lookalikes';
import { specialKeys } from '../../properties/cases/special-texts';
import { check, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { expectMapsStored } from '../harness/dsl/in-a-row';
import { nearQuota } from '../harness/dsl/sample-maps';
import type { TestContext } from '../harness/dsl/test-context';

stage('long cases');

// Each kind has a check of its own clause: the failure of another one would not explain it.
const isSpecial = ({ key }: KeyCase) => specialKeys.includes(key);
const isLong = ({ value }: ValueCase) => value.length >= 64;
const isAstral = ({ value }: ValueCase) => /[\u{10000}-\u{10ffff}]/u.test(value);

for (const [id, title, isMeant] of [
  ['KEY-02/many-kinds', 'takes keys of every kind, many in a map', (each) => !isSpecial(each)],
  ['KEY-09/many-kinds', 'takes keys that have a meaning in other software, many in a map', isSpecial],
] as const satisfies readonly [CheckId, string, (each: KeyCase) => boolean][]) {
  check(id, title, async (tools) => {
    const kinds = legalKeys(tools).filter(isMeant);
    const keys = new Set([...kinds.map(({ key }) => key), ...(id === 'KEY-02/many-kinds' ? hashTwins.flat() : [])]);
    const pairs = [...keys].map((key, place): Pair => [key, `value${place}`]);
    await expectMapsStored(tools, mapsOf(tools, pairs));
  });
}

/** Texts that templates replace by the value of the key that they name. */
const references = [
  (key: string) => `$${key}`,
  (key: string) => `\${${key}}`,
  (key: string) => `$(${key})`,
  (key: string) => `%(${key})s`,
  (key: string) => `{{${key}}}`,
  (key: string) => `@{${key}}`,
];

for (const [kind, id, title, isMeant] of [
  [
    't',
    'VALUE-03/many-kinds',
    'returns values of every kind unchanged, many in a map',
    (each) => !isLong(each) && !isAstral(each),
  ],
  [
    'w',
    'VALUE-06/many-kinds',
    'stores characters above U+FFFF, many in a map',
    (each) => !isLong(each) && isAstral(each),
  ],
  ['l', 'VALUE-05/many-lengths', 'counts the characters of long values, many in a map', isLong],
] as const satisfies readonly [string, CheckId, string, (each: ValueCase) => boolean][]) {
  check(id, title, async (tools) => {
    // VALUE-02 has its own check of the empty value.
    const values = legalValues(tools).flatMap((each) => (each.value !== '' && isMeant(each) ? each.value : []));
    // Each names the pair before it.
    const named = kind === 't' ? references.map((make, i) => make(`t${values.length + i - 1}`)) : [];
    const pairs = [...values, ...named].map((value, place): Pair => [`${kind}${place}`, value]);
    await expectMapsStored(tools, mapsOf(tools, pairs));
  });
}

check('VALUE-08/every-control-character', 'stores values with every control character unchanged', async (tools) => {
  const { given, notApplicable, read, replace } = tools;
  const values = controlValues(tools).map(({ value }, place): Pair => [`c${place}`, value]);
  // A larger map might be refused for its size.
  const maps = mapsOf(tools, values, plainMapSize(tools.limits));
  const server = await given.serverWithout(maps[0] ?? {});
  for (const map of maps) {
    const { status } = await replace(server, map);
    const stored = await read(server);
    if (!isSuccess(status)) notApplicable('the target refuses some of them: other checks test them one by one');
    expect(stored).toEqual(map);
  }
});

/** A hundred pairs are still a small body. */
const maxPairs = 100;

type Pair = readonly [key: string, value: string];

/** Maps of as many pairs as are certainly allowed. */
function mapsOf(tools: TestContext, pairs: readonly Pair[], most = maxPairs): Metadata[] {
  const size = Math.max(1, Math.min(most, Object.keys(nearQuota(tools)).length));
  return Array.from({ length: Math.ceil(pairs.length / size) }, (_, place) =>
    Object.fromEntries(pairs.slice(place * size, (place + 1) * size)),
  );
}
