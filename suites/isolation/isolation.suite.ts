import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

check(
  'ISOLATION-01/replace-of-other-server',
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
  'ISOLATION-01/clear-of-other-server',
  'leaves the other server as it is when one is cleared',
  async ({ given, read, replace }) => {
    const second = await given.secondServer({ hers: '1', both: '1' });
    const server = await given.server('active', { old: '1', both: '1' });
    await replace(server, {});
    expect(await read(second)).toEqual({ hers: '1', both: '1' });
  },
  { needs: ['second-server'] },
);

check(
  'ISOLATION-01/two-servers-in-turn',
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
  'ISOLATION-01/long-values-under-one-key',
  'keeps long values apart that two servers hold under one key',
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
  'ISOLATION-02/replace-in-other-project',
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
