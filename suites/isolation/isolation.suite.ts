import { isSuccess } from '../../contracts/http/status';
import { bindingOf } from '../../contracts/profiles/profile';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

check(
  'ISOLATION-01',
  'leaves the other server as it is',
  async ({ given, read, replace }) => {
    const second = await given.secondServer({ hers: '1', both: '1' });
    const server = await given.server('active', { old: '1' });
    await replace(server, { both: '2', new: '2' });
    expect(await read(second)).toEqual({ hers: '1', both: '1' });
    expect(await read(server)).toEqual({ both: '2', new: '2' });
  },
  { needs: ['second-server'] },
);

check(
  'ISOLATION-01',
  'leaves the other server as it is when it clears one',
  async ({ given, read, replace }) => {
    const second = await given.secondServer({ hers: '1', both: '1' });
    const server = await given.server('active', { old: '1', both: '1' });
    await replace(server, {});
    expect(await read(second)).toEqual({ hers: '1', both: '1' });
  },
  { needs: ['second-server'] },
);

check(
  'ISOLATION-01',
  'keeps two servers apart when both are replaced in turn',
  async ({ given, read, replace }) => {
    const server = await given.server('active', { old: '1' });
    const second = await given.secondServer({ old: '1' });
    await replace(server, { one: '1' });
    await replace(second, { two: '2' });
    await replace(server, { three: '3' });
    expect(await read(server)).toEqual({ three: '3' });
    expect(await read(second)).toEqual({ two: '2' });
  },
  { needs: ['second-server'] },
);

check(
  'ISOLATION-01',
  'keeps long values of one key apart',
  async ({ given, limits, read, replace }) => {
    const server = await given.server('active', { old: '1' });
    const second = await given.secondServer({ old: '1' });
    const most = limits.valueLength;
    const long = (letter: string) => ({ both: letter.repeat(most), wide: `${letter}元`.repeat(most >> 1) });
    await replace(server, long('a'));
    await replace(second, long('b'));
    expect(await read(server)).toEqual(long('a'));
    expect(await read(second)).toEqual(long('b'));
  },
  { needs: ['second-server'] },
);

check(
  'ISOLATION-02',
  "leaves another project's server as it is",
  async ({ given, read, replace }) => {
    const foreign = await given.otherProjectServer({ theirs: '1', both: '1' });
    const server = await given.server('active', { old: '1' });
    await replace(server, { both: '2', new: '2' });
    await replace(server, {});
    expect(await read(foreign)).toEqual({ theirs: '1', both: '1' });
  },
  { needs: ['second-project'] },
);

check(
  'VERSION-01',
  'takes the request',
  async ({ given, put }) => {
    const server = await given.server('active', { old: '1' });
    expect(isSuccess((await put(server, { metadata: { one: '1' } }, { isAsPage: true })).status)).toBe(true);
  },
  { always: true },
);

check(
  'VERSION-02',
  'shows under the other version what this one stored',
  async ({ given, read, replace, version }) => {
    const other = version === 'v2' ? 'v2.1' : 'v2';
    const server = await given.server('active', { old: '1', both: '1' });
    await replace(server, { both: '2', new: '2' });
    expect(await read(server)).toEqual({ both: '2', new: '2' });
    expect(await read(server, other)).toEqual({ both: '2', new: '2' });
  },
  { needs: ['v2', 'v2.1'] },
);

check(
  'VERSION-02',
  'removes what the other version stored',
  async ({ given, read, replace, version }) => {
    const other = version === 'v2' ? 'v2.1' : 'v2';
    const server = await given.server('active', { old: '1' });
    await replace(server, { theirs: '1', both: '1' }, other);
    await replace(server, { both: '2' });
    expect(await read(server)).toEqual({ both: '2' });
    expect(await read(server, other)).toEqual({ both: '2' });
  },
  { needs: ['v2', 'v2.1'] },
);

const microversion = 'x-openstack-nova-api-version';

check(
  'VERSION-03',
  'replaces the map under any microversion that it knows, and echoes it',
  async (tools) => {
    const { given, profile, put, read, notApplicable } = tools;
    if (bindingOf('VERSION-03', profile).level === 'not applicable') notApplicable('the profile does not speak of it');
    const server = await given.server('active', { old: '1', both: '1' });
    for (const known of ['2.1', '2.37', 'latest']) {
      const answer = await put(server, { metadata: { both: known } }, { headers: { [microversion]: known } });
      expect(answer.headers[microversion]).toBeDefined();
      expect(await read(server)).toEqual({ both: known });
    }
  },
  { under: ['v2.1'], needs: ['v2.1'] },
);

check(
  'VERSION-03',
  'refuses a microversion out of range, and one that is none',
  async (tools) => {
    const { given, profile, put, notApplicable } = tools;
    if (bindingOf('VERSION-03', profile).level === 'not applicable') notApplicable('the profile does not speak of it');
    const server = await given.server();
    for (const [asked, status] of [
      ['9.99', 406],
      ['abc', 400],
    ] as const) {
      expect((await put(server, { metadata: { one: '1' } }, { headers: { [microversion]: asked } })).status).toBe(
        status,
      );
    }
  },
  { under: ['v2.1'], needs: ['v2.1'] },
);
