import type { Metadata } from '../../contracts/metadata';
import { bindingOf } from '../../contracts/profiles/profile';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

for (const [slug, name, mapOf] of [
  ['two-pairs', 'two pairs', () => ({ one: '1', two: '2' })],
  [
    'every-kind',
    'keys and values of every kind',
    () => ({ snake_case: '7', 'dotted.name': '', 'a:b': 'true', CamelCase: 'null', '10': '{}' }),
  ],
  [
    'longest-values',
    'the longest values',
    (most) => ({ one: 'v'.repeat(most), two: 'é'.repeat(most), three: '元'.repeat(most), four: 'a😀b' }),
  ],
  ['empty-map', 'an empty map', () => ({})],
] satisfies [string, string, (most: number) => Metadata][]) {
  check(
    `REPLACE-08/${slug}`,
    `shows ${name} in the server resource`,
    async (tools) => {
      const { given, limits, getServer, read, replace } = tools;
      const map = mapOf(limits.valueLength);
      const server = await given.serverWithout(map);
      await replace(server, map);
      await read(server);
      expect(await getServer(server, 'metadata')).toEqual(map);
    },
    { needs: ['server-resource/metadata'] },
  );
}

check(
  'REPLACE-09/updated-time',
  "changes the server's `updated` time",
  async ({ given, getServer, notApplicable, profile, replace, sleep }) => {
    if (bindingOf('REPLACE-09', profile).level === 'not applicable') notApplicable('the profile does not speak of it');
    const server = await given.serverWithout({ one: '1' });
    const updated = await getServer(server, 'updated');
    await sleep(1_100);
    await replace(server, { one: '1' });
    expect(await getServer(server, 'updated')).not.toBe(updated);
  },
  { needs: ['server-resource/updated'] },
);
