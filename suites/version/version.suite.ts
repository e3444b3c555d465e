import { isSuccess } from '../../contracts/http/status';
import { bindingOf } from '../../contracts/profiles/profile';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

check(
  'VERSION-01/replace',
  'takes the request',
  async ({ given, put }) => {
    const server = await given.server('active', { old: '1' });
    expect(isSuccess((await put(server, { metadata: { one: '1' } }, { isAsPage: true })).status)).toBe(true);
  },
  { always: true },
);

check(
  'VERSION-02/shown-under-other-version',
  'shows a map under the other version, too',
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
  'VERSION-02/removed-under-other-version',
  'removes pairs that were stored under the other version',
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
  'VERSION-03/known-microversion',
  'takes a known microversion and echoes it',
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
  'VERSION-03/wrong-microversion',
  'refuses a microversion out of range, and a malformed one',
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
