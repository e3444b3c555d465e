import fc, { type Arbitrary } from 'fast-check';
import { type Version, versions } from '../../../contracts/metadata';
import type { Limits } from '../../../contracts/profiles/profile';
import * as generators from '../../../properties';

/** A body that is sent as it is, under one version. */
export interface Step {
  readonly version: Version;
  readonly body: string;
}

/** One step for each enumerated boundary case, under each version in turn. */
export function boundarySteps(limits: Limits): Step[] {
  const { legalKeys, illegalKeys, legalValues, illegalValues, controlValues, wrongShapes, malformedBodies } =
    generators.cases;
  const within = { limits };
  const bodies = [
    ...[...legalKeys(within), ...illegalKeys(within)].map(({ key }) => bodyOf({ [key]: '1' })),
    ...[...legalValues(within), ...illegalValues(within), ...controlValues(within)].map(({ value }) =>
      bodyOf({ key: value }),
    ),
    ...[...wrongShapes, ...malformedBodies].map(({ body }) => body),
  ];
  return bodies.map((body, place) => ({ version: versions[place % versions.length] ?? 'v2.1', body }));
}

/** 1 to 6 steps: legal, refused and open ones. They shrink to a single one. */
export function steps(limits: Limits): Arbitrary<Step[]> {
  const { maps, rejectedBodies, malformedBodies, jsonBodies, duplicateMembers } = generators;
  const { keysWithSpace, controlValues, loneSurrogateValues } = generators;
  const within = { limits };
  const body = fc.oneof(
    { weight: 4, arbitrary: maps({ maxPairs: 4, ...within }).map(bodyOf) },
    { weight: 3, arbitrary: rejectedBodies(within) },
    malformedBodies(within),
    jsonBodies(within),
    duplicateMembers(within).map(({ body }) => body),
    keysWithSpace(within).map((key) => bodyOf({ [key]: '1' })),
    controlValues(within).map((value) => bodyOf({ key: value })),
    loneSurrogateValues(within).map((value) => bodyOf({ key: value })),
  );
  const step = fc.record({ version: fc.constantFrom<Version>('v2.1', 'v2'), body });
  // Given to the array, the minimum would keep its last step from being dropped.
  return fc.array(step, { maxLength: 6, size: 'max' }).filter((some) => some.length > 0);
}

function bodyOf(metadata: unknown): string {
  return JSON.stringify({ metadata });
}
