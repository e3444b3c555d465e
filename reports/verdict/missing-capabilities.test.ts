import { ecs } from '../../contracts/profiles/ecs';
import { makeCheckRecord, notRun, passed } from '../testing/check-records';
import { makeMissingCapability } from '../testing/results';
import {
  blockingCapabilities,
  capabilityMessage,
  capabilitySentence,
  describeCapability,
  missingCapabilities,
} from './missing-capabilities';
import { noWaivers } from './waivers';

const usual = { profile: ecs, strict: false, waived: noWaivers };
const noProject = makeCheckRecord('ACCESS-06', notRun('second-project'));

describe('the missing capabilities', () => {
  test('are reported once each, with their cost', () => {
    const checks = [
      noProject,
      noProject,
      makeCheckRecord('ISOLATION-02', notRun('second-project')),
      makeCheckRecord('KEY-01', passed),
    ];
    const found = missingCapabilities(checks, [{ need: 'second-project', reason: 'none was named' }], usual);
    expect(found).toEqual([makeMissingCapability({ checks: 3 })]);
  });

  test('name their parts with the reason', () => {
    const reason = 'no server action leads into it';
    const checks = [
      makeCheckRecord('STATE-05', notRun('vm-states/building', reason)),
      makeCheckRecord('STATE-06', notRun('vm-states/rescued', 'it is answered with status 403')),
      makeCheckRecord('STATE-08', notRun('vm-states/error', reason)),
    ];
    const [states] = missingCapabilities(checks, [], usual);
    expect(states).toMatchObject({
      capability: 'vm-states',
      reasons: [`building, error: ${reason}`, 'rescued: it is answered with status 403'],
      checks: 3,
    });
  });

  test('leave the run incomplete if they are required and a binding clause lacks them', () => {
    const binding = (...[checks, options]: [Parameters<typeof missingCapabilities>[0], Partial<typeof usual>?]) =>
      missingCapabilities(checks, [], { ...usual, ...options }).map(({ isBinding }) => isBinding);
    const should = [makeCheckRecord('REPLACE-08', notRun('second-project'))];
    expect(binding([noProject])).toEqual([true]);
    expect(binding(should)).toEqual([false]);
    expect(binding(should, { strict: true })).toEqual([true]);
    expect(binding([makeCheckRecord('KEY-06', notRun('item-operations/add'))])).toEqual([false]);
    expect(binding([makeCheckRecord('KEY-07', notRun('second-project'))])).toEqual([false]);
    const waived = { ...noWaivers, clauses: new Set(['ACCESS-06'] as const) };
    expect(binding([noProject], { waived })).toEqual([false]);
  });

  test('may be waived by name', () => {
    const waived = { ...noWaivers, capabilities: new Set(['second-project'] as const) };
    const found = missingCapabilities([noProject], [], { ...usual, waived });
    expect(found).toMatchObject([{ isBinding: true, waived: true }]);
    expect(blockingCapabilities(found)).toEqual([]);
    expect(blockingCapabilities(missingCapabilities([noProject], [], usual))).toHaveLength(1);
  });

  test('without a cost are not reported, except a version', () => {
    const missing = [
      { need: 'second-project', reason: 'none was named' },
      { need: 'v2', reason: 'status 404' },
    ] as const;
    expect(missingCapabilities([], missing, usual)).toMatchObject([{ capability: 'v2', checks: 0, isBinding: false }]);
  });

  test('cost nothing if the clause is not applicable under the profile', () => {
    expect(missingCapabilities([makeCheckRecord('VERSION-03', notRun('item-operations/add'))], [], usual)).toEqual([]);
  });
});

test.each([
  [makeMissingCapability(), 'a second project (none was named): 13 checks of 2 clauses not run'],
  [
    makeMissingCapability({ checks: 1, clauses: ['ACCESS-06'] }),
    'a second project (none was named): 1 check of 1 clause not run',
  ],
  [
    makeMissingCapability({ reasons: ['a', 'b', 'c', 'd', 'e', 'f'] }),
    'a second project (a; b; c; d; and 2 more reasons): 13 checks of 2 clauses not run',
  ],
  [
    makeMissingCapability({ capability: 'v2', reasons: ['status 404'], checks: 0, clauses: [], isBinding: false }),
    '/v2 (status 404): VERSION-01 fails, and all checks run under the other version; no check is left out',
  ],
])('in one sentence', (missing, sentence) => {
  expect(capabilitySentence(missing)).toBe(sentence);
});

test('only a capability that leaves the run incomplete has a next step', () => {
  expect(describeCapability(makeMissingCapability()).mend).toMatch(
    /--other-project-id.*; or accept it with --waive second-project$/,
  );
  expect(describeCapability(makeMissingCapability({ waived: true })).mend).toBe('');
  expect(describeCapability(makeMissingCapability({ isBinding: false })).mend).toBe('');
  expect(capabilityMessage(makeMissingCapability())).toMatch(/not run; the run is incomplete: give --other-project-id/);
  expect(capabilityMessage(makeMissingCapability({ waived: true }))).toMatch(/not run; waived$/);
  expect(capabilityMessage(makeMissingCapability({ isBinding: false }))).toBe(
    `missing ${capabilitySentence(makeMissingCapability())}`,
  );
});
