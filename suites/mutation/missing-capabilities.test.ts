import { type CapabilityName, capabilityOf, type Need } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import { vmStateClauses } from '../../contracts/clauses/vm-state-clauses';
import type { CheckId } from '../../contracts/evidence/check-id';
import type { Version } from '../../contracts/metadata';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { type IncomingRequest, jsonResponse, type OutgoingResponse } from '../../targets/embedded/http';
import { type ServerRecord, serverIds } from '../../targets/embedded/store';
import type { Target } from '../../targets/http/target';
import { checksOf, loadSuites } from '../harness/dsl/check';
import { type EmbeddedRun, runEmbedded } from './embedded-run';

const declared = loadSuites().flatMap((suite) => [...checksOf(suite), ...suite.properties]);

const needing = (isMissing: (need: Need) => boolean) => declared.filter(({ needs = [] }) => needs.some(isMissing));

interface Case {
  readonly without: string;
  readonly isMissing: (need: Need) => boolean;
  readonly capability: CapabilityName;
  readonly target?: (whole: Target) => Target;
  readonly handle?: Behaviour['handle'];
  /** Clauses beside those of the checks that need it. */
  readonly also?: readonly ClauseId[];
  /** Checks that find out that it is missing. By default the preflight does. */
  readonly foundBy?: number;
  /** In place of all clauses of the checks that need it. */
  readonly only?: readonly ClauseId[];
}

const of = (capability: CapabilityName) => (need: Need) => capabilityOf(need).name === capability;

/** Answers 404 where a request is one of these. */
const refusing =
  (isRefused: (request: IncomingRequest) => boolean): Behaviour['handle'] =>
  (request, next): OutgoingResponse | Promise<OutgoingResponse> =>
    isRefused(request) ? jsonResponse(404, { itemNotFound: { code: 404, message: 'Not served.' } }) : next(request);

const isUnder = (version: Version) => (request: IncomingRequest) => request.url.startsWith(`/${version}/`);
const isOfItems = ({ method, url }: IncomingRequest) =>
  /\/metadata\/[^/]+$/.test(url) || (method === 'POST' && /\/metadata$/.test(url));
const isOfServer = ({ url }: IncomingRequest) => /\/servers\/[^/]+$/.test(url);
const isLock = ({ body }: IncomingRequest) => body.toString().startsWith('{"lock"');

/** Checks that name a version of their own, histories and races under both, and some ordinary ones. */
const versioned: readonly ClauseId[] = ['VERSION-01', 'REPLACE-07', 'CONCURRENCY-02', 'KEY-08', 'ANSWER-01'];

/** Shows of a server its vm_state alone. */
const bare: Behaviour['handle'] = async (request, next) => {
  const answer = await next(request);
  if (!isOfServer(request) || request.method !== 'GET' || answer.status !== 200) return answer;
  const { server } = JSON.parse(answer.body.toString()) as { server: Record<string, unknown> };
  const { metadata: _, updated: __, ...rest } = server;
  return jsonResponse(200, { server: rest });
};

const cases: readonly Case[] = [
  {
    without: 'a second server',
    capability: 'second-server',
    isMissing: of('second-server'),
    target: (whole) => ({ ...whole, serverIds: whole.serverIds.slice(0, 1) }),
  },
  {
    without: 'a second project',
    capability: 'second-project',
    isMissing: of('second-project'),
    target: ({ otherProjectId: _, otherServerId: __, otherToken: ___, ...rest }) => rest,
  },
  {
    without: 'any other vm_state',
    capability: 'vm-states',
    isMissing: (need) => of('vm-states')(need) && need !== 'vm-states/active',
    target: (whole) => ({ ...whole, vmStates: { ...whole.vmStates, fixed: {}, actions: false } }),
  },
  { without: '/v2', capability: 'v2', isMissing: of('v2'), handle: refusing(isUnder('v2')), also: versioned },
  { without: '/v2.1', capability: 'v2.1', isMissing: of('v2.1'), handle: refusing(isUnder('v2.1')), also: versioned },
  {
    without: 'operations on single items',
    capability: 'item-operations',
    isMissing: of('item-operations'),
    handle: refusing(isOfItems),
    // One for each operation.
    foundBy: 4,
  },
  {
    without: 'metadata and time in the server resource',
    capability: 'server-resource',
    isMissing: (need) => need === 'server-resource/metadata' || need === 'server-resource/updated',
    handle: bare,
  },
  {
    without: 'the server resource',
    capability: 'server-resource',
    isMissing: of('server-resource'),
    handle: refusing(isOfServer),
    // Where no vm_state is seen, none is reached.
    only: ['REPLACE-08', 'REPLACE-09'],
  },
];

describe.each(cases)('without $without', ({ capability, isMissing, target, handle, also = [], only, foundBy = 0 }) => {
  const clauses = new Set(only ?? [...needing(isMissing).map(({ clause }) => clause), ...also]);
  const expectedFailures = capability === 'v2' || capability === 'v2.1' ? ['VERSION-01'] : [];
  let run: EmbeddedRun;

  beforeAll(async () => {
    run = await runEmbedded({ only: clauses, ...(target && { target }), ...(handle && { behaviour: { handle } }) });
  }, 100_000);

  test('nothing is blamed for it, and the run shows no defect', () => {
    const { summary, notRestored } = run;
    const failed = summary.clauses.flatMap(({ clause, verdict }) => (verdict === 'failed' ? [clause] : []));
    expect(failed).toEqual(expectedFailures);
    expect([summary.defects, summary.troubles, notRestored]).toEqual([[], [], []]);
  });

  test('it is told once, and nothing else is missing', () => {
    expect(run.summary.missing.map((missing) => missing.capability)).toEqual([capability]);
    expect(run.checks.filter(({ ended }) => ended.outcome === 'not tested')).toEqual([]);
  });

  test('the checks that need it are left out, and they alone', () => {
    const leftOut = run.checks.filter(({ ended }) => ended.outcome === 'not run');
    const names = (all: readonly { id: CheckId }[]) => [...new Set(all.map(({ id }) => id))].sort();
    expect(names(leftOut)).toEqual(names(needing(isMissing).filter(({ clause }) => clauses.has(clause))));
    expect(leftOut.filter(({ check }) => run.sent.has(check))).toHaveLength(foundBy);
    // Each counts once, though it is declared for both versions.
    expect(leftOut).toHaveLength(names(leftOut).length);
  });
});

test('a target that refuses to lock is asked once', async () => {
  const { checks, sent, summary } = await runEmbedded({
    only: new Set(['STATE-14']),
    behaviour: { handle: refusing(isLock) },
  });
  const leftOut = checks.filter(({ ended }) => ended.outcome === 'not run');
  expect(leftOut).toHaveLength(3);
  expect(leftOut.filter(({ check }) => sent.has(check))).toHaveLength(1);
  expect(summary.missing).toMatchObject([{ capability: 'lock', checks: 3, isBinding: false }]);
});

test('a server that is named for a vm_state is used, also where no other can be brought into it', async () => {
  const { checks } = await runEmbedded({
    only: new Set(['STATE-01', vmStateClauses.rescued]),
    target: ({ serverIds: [first = '', second = '', third = ''], ...whole }) => ({
      ...whole,
      serverIds: [first, second],
      vmStates: { ...whole.vmStates, fixed: { rescued: third }, actions: false },
    }),
    behaviour: {
      handle: (request, next, store) => {
        for (const id of serverIds.slice(2)) (store.servers.get(id) as ServerRecord).vmState = 'rescued';
        return next(request);
      },
    },
  });
  const outcomeOf = (wanted: CheckId) => checks.filter(({ id }) => id === wanted).map(({ ended }) => ended.outcome);
  expect(outcomeOf('STATE-01/other-server-rescued')).toEqual(['not run']);
  expect(outcomeOf('STATE-06/replace')).toEqual(['passed']);
  expect(outcomeOf('STATE-06/contract')).toEqual(['passed']);
});
