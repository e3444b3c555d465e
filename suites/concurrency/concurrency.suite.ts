import { itemPath } from '../../contracts/http/route';
import type { Limits } from '../../contracts/profiles/profile';
import * as inputs from '../../properties';
import { allResponses } from '../harness/dsl/all-responses';
import { check, type PropertyTestContext, property, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { INITIAL } from '../harness/worker/fixtures';

stage('histories');

const within = (maxReads: number) => (limits: Limits) => inputs.races({ maxReads, limits });

property(
  'CONCURRENCY-01/any-concurrent-replaces',
  'replaces the whole map when replaces are concurrent',
  within(0),
  runRace,
  { isRace: true },
);

property(
  'CONCURRENCY-02/any-concurrent-replaces-and-reads',
  'has one order of replaces and reads that are concurrent',
  within(12),
  runRace,
  {
    isRace: true,
  },
);

/**
 * Sends all replaces at the same time, or some a little later, and reads in two sequences meanwhile: a read must not
 * show an older map than the read before it. The oracle searches one order of the accepted requests that explains all
 * responses.
 */
async function runRace(
  tools: PropertyTestContext,
  { replaces, rejected, reads, readsFirst }: inputs.Race,
): Promise<void> {
  const { server, read, replace, concurrently } = tools;
  const writing = [...replaces, ...rejected].map(({ version, metadata, lag }) => async () => {
    if (lag > 0) await tools.sleep(lag);
    await replace(server, metadata, version);
  });
  const reading = [0, 1].map((row) => async () => {
    for (const version of reads.filter((_, place) => place % 2 === row)) await read(server, version);
  });
  await concurrently(readsFirst ? [...reading, ...writing] : [...writing, ...reading]);
  await read(server);
}

/** Repetitions of concurrent requests that must be independent. */
const repetitions = 10;

check(
  'ISOLATION-01/two-servers-at-the-same-time',
  'keeps two servers apart when both are replaced at the same time',
  async ({ given, read, replace }) => {
    const second = await given.secondServer({ hers: '1', both: '1' });
    const server = await given.server('active', { old: '1', both: '1' });
    for (let meeting = 1; meeting <= repetitions; meeting += 1) {
      const [mine, hers] = [
        { mine: `${meeting}`, both: 'mine' },
        { hers: `${meeting}`, both: 'hers' },
      ];
      const answers = await allResponses([replace(server, mine), replace(second, hers)]);
      expect(await read(server)).toEqual(mine);
      expect(await read(second)).toEqual(hers);
      expect(answers.map(({ json }) => json)).toEqual([{ metadata: mine }, { metadata: hers }]);
    }
  },
  { needs: ['second-server'] },
);

check(
  'ISOLATION-02/two-projects-at-the-same-time',
  'keeps two projects apart when both replace at the same time',
  async ({ given, profile, read, replace }) => {
    const foreign = await given.otherProjectServer({ theirs: '1', both: '1' });
    const server = await given.server('active', { old: '1', both: '1' });
    for (let meeting = 1; meeting <= repetitions; meeting += 1) {
      const [mine, theirs] = [
        { mine: `${meeting}`, both: 'mine' },
        { theirs: `${meeting}`, both: 'theirs' },
      ];
      const answers = await allResponses([replace(server, mine), replace(foreign, theirs)]);
      for (const { status } of answers) expect(profile.statuses.accepted).toContain(status);
      expect(await read(server)).toEqual(mine);
      expect(await read(foreign)).toEqual(theirs);
    }
  },
  { needs: ['second-project'] },
);

check(
  'ACCESS-05/beside-another-caller',
  'refuses a caller without access while another caller sends requests',
  async (tools) => {
    const { given, profile, put, read, send, version } = tools;
    const foreign = await given.otherProjectServer(INITIAL);
    // No map holds this key, so the result of the read does not depend on the order.
    const path = itemPath(version, foreign.projectId, foreign.id, 'absent');
    const rightful = () => send({ method: 'GET', path, as: 'other' });
    for (let meeting = 1; meeting <= repetitions; meeting += 1) {
      const [intruding] = await allResponses([
        put(foreign, { metadata: { both: 'intruded' } }, { as: 'own' }),
        rightful(),
        rightful(),
      ]);
      expect(profile.statuses.foreignProject).toContain(intruding.status);
      expect(await read(foreign)).toEqual(INITIAL);
    }
  },
  { needs: ['second-project', 'project-in-url'] },
);
