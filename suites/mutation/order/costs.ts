import { jsonOf } from '../../../contracts/http/exchange';
import { parseMetadataBody } from '../../../contracts/http/parse-response';
import { metadataPath } from '../../../contracts/http/route';
import { type Metadata, sameMetadata, versions } from '../../../contracts/metadata';
import { ecs } from '../../../contracts/profiles/ecs';
import { nova } from '../../../contracts/profiles/nova';
import type { TestContext } from '../../harness/dsl/check';
import type { Check } from '../../harness/dsl/check-info';
import { efforts } from '../../harness/run/run-plan';
import { runSession } from '../../harness/run-session';
import { suitesInOrder } from '../../harness/session/suite-order';
import { INITIAL, maxPairsBefore } from '../../harness/worker/fixtures';
import { inMemoryTarget } from '../in-memory-target';

/** The map that a check finds on its server: the usual one, a small one, or one that is too large to be used. */
export type Held = 'usual' | 'few' | 'many';

/** The requests of a check, by what it finds on its server under its own version, and what it leaves there. */
export interface CheckCost {
  readonly after: Readonly<Record<Held, number>>;
  /** Undefined if it leaves what it has found. */
  readonly leaves: Held | undefined;
}

const maps: Readonly<Record<Held, Metadata>> = {
  usual: INITIAL,
  few: { left: 'by another check' },
  many: Object.fromEntries(Array.from({ length: maxPairsBefore + 1 }, (_, place) => [`left${place}`, '1'])),
};

/**
 * Counts the requests of each check, by its name, on the embedded endpoint. The requests that bring the server back to
 * active are part of the check.
 */
export async function measureCosts(): Promise<ReadonlyMap<string, CheckCost>> {
  const [usual, few, many] = [await measureAfter('usual'), await measureAfter('few'), await measureAfter('many')];
  return new Map(
    [...usual].map(([name, { requests, left }]): [string, CheckCost] => {
      const after = { usual: requests, few: few.get(name)?.requests ?? 0, many: many.get(name)?.requests ?? 0 };
      return [name, { after, leaves: left && heldOf(left) }];
    }),
  );
}

interface Measured {
  readonly requests: number;
  /** The last map that a read has shown. */
  readonly left: Metadata | undefined;
}

async function measureAfter(held: Held): Promise<ReadonlyMap<string, Measured>> {
  const target = inMemoryTarget({});
  const [serverId = ''] = target.serverIds;
  const paths: readonly string[] = versions.map((version) => metadataPath(version, target.projectId, serverId));
  const counts = new Map<string, Measured>();
  await runSession({
    target,
    profile: { ...ecs, levels: nova.levels },
    plan: { effort: efforts.standard, seed: 1, corpus: [] },
    emit: (evidence) => {
      if (evidence.kind !== 'exchange') return;
      const { check, request, response } = evidence.exchange;
      if (check.includes(preparation)) return;
      const name = check.replace(wayBack, '');
      const { requests, left } = counts.get(name) ?? { requests: 0, left: undefined };
      const map = paths.includes(request.path) ? parseMetadataBody(jsonOf(response.body))?.metadata : undefined;
      counts.set(name, { requests: requests + 1, left: map ?? left });
    },
    run: async (session) => {
      for (const { checks, name } of suitesInOrder()) {
        for (const check of checks) {
          for (const each of withPreparation(check, maps[held])) await session.runCheck(each, name);
        }
      }
    },
  });
  return counts;
}

/** These endings mark the ids of the requests around a check. */
const [preparation, wayBack] = ['-preparation', '-way-back'];

function withPreparation(check: Check, map: Metadata): Check[] {
  const { id } = check;
  const prepare = async ({ given, read, replace }: TestContext) => {
    const server = await given.server('active', { before: '1' });
    await replace(server, map);
    await read(server);
  };
  const goBack = async ({ setVmState, subject }: TestContext) => {
    const [server] = subject.servers;
    if (server !== undefined) await setVmState({ ...server, as: 'own' }, 'active');
  };
  return [
    { ...check, id: `${id}${preparation}`, body: prepare },
    check,
    { ...check, id: `${id}${wayBack}`, body: goBack },
  ];
}

function heldOf(map: Metadata): Held {
  if (sameMetadata(map, INITIAL)) return 'usual';
  return Object.keys(map).length > maxPairsBefore ? 'many' : 'few';
}
