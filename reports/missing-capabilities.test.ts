import { ecs } from '../contracts/profiles/ecs';
import { lacking, missingCapabilities } from './missing-capabilities';
import { aMissing } from './testing/a-missing';
import { notRun, observed, passed } from './testing/observed';
import { nothingWaived } from './waivers';

const usual = { profile: ecs, strict: false, waived: nothingWaived };
const noProject = observed('ACCESS-06', notRun('second-project'));

describe('the missing capabilities', () => {
  test('are told once each, with what they cost', () => {
    const checks = [
      noProject,
      noProject,
      observed('ISOLATION-02', notRun('second-project')),
      observed('KEY-01', passed),
    ];
    const found = missingCapabilities(checks, [{ need: 'second-project', reason: 'none was named' }], usual);
    expect(found).toEqual([aMissing({ checks: 3 })]);
  });

  test('name their parts beside the reason', () => {
    const reason = 'no server action leads into it';
    const checks = [
      observed('STATE-05', notRun('vm-states/building', reason)),
      observed('STATE-06', notRun('vm-states/rescued', 'it is answered with status 403')),
      observed('STATE-08', notRun('vm-states/error', reason)),
    ];
    const [states] = missingCapabilities(checks, [], usual);
    expect(states).toMatchObject({
      capability: 'vm-states',
      reasons: [`building, error: ${reason}`, 'rescued: it is answered with status 403'],
      checks: 3,
    });
  });

  test('leave the run incomplete where they are required and a binding clause lacks them', () => {
    const binding = (...[checks, options]: [Parameters<typeof missingCapabilities>[0], Partial<typeof usual>?]) =>
      missingCapabilities(checks, [], { ...usual, ...options }).map(({ isBinding }) => isBinding);
    const should = [observed('REPLACE-08', notRun('second-project'))];
    expect(binding([noProject])).toEqual([true]);
    expect(binding(should)).toEqual([false]);
    expect(binding(should, { strict: true })).toEqual([true]);
    expect(binding([observed('KEY-06', notRun('item-operations/add'))])).toEqual([false]);
    expect(binding([observed('KEY-07', notRun('second-project'))])).toEqual([false]);
    const waived = { ...nothingWaived, clauses: new Set(['ACCESS-06'] as const) };
    expect(binding([noProject], { waived })).toEqual([false]);
  });

  test('may be waived by name', () => {
    const waived = { ...nothingWaived, capabilities: new Set(['second-project'] as const) };
    const found = missingCapabilities([noProject], [], { ...usual, waived });
    expect(found).toMatchObject([{ isBinding: true, waived: true }]);
    expect(lacking(found)).toEqual([]);
    expect(lacking(missingCapabilities([noProject], [], usual))).toHaveLength(1);
  });

  test('that cost nothing are not told, but for a version', () => {
    const missing = [
      { need: 'second-project', reason: 'none was named' },
      { need: 'v2', reason: 'status 404' },
    ] as const;
    expect(missingCapabilities([], missing, usual)).toMatchObject([{ capability: 'v2', checks: 0, isBinding: false }]);
  });

  test('cost nothing where the profile does not speak of the clause', () => {
    expect(missingCapabilities([observed('VERSION-03', notRun('item-operations/add'))], [], usual)).toEqual([]);
  });
});
