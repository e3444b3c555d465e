import { type ClauseId, clauses, familyOf } from '../../contracts/clauses';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { compliant } from '../../targets/embedded/compliant';
import { otherServerId, serverIds } from '../../targets/embedded/store';
import { runEmbedded } from './embedded-run';

// Only the slow checks use the third server. They wait while other checks replace the metadata of the other servers.
const third = serverIds[2] ?? '';

async function failedClauses(save: Behaviour['save'], only?: ReadonlySet<ClauseId>): Promise<string[]> {
  const { summary } = await runEmbedded({ behaviour: { save }, ...(only && { only }) });
  return summary.clauses.flatMap(({ clause, verdict }) => (verdict === 'failed' ? [clause] : []));
}

test('a delayed effect on a server is attributed to this server, also if others were replaced meanwhile', async () => {
  const ids = clauses.map(({ id }) => id);
  const others = ids.filter((id) => !['BODY', 'KEY', 'STATE', 'VALUE'].includes(familyOf(id)));
  const found = await failedClauses(async (map, context) => {
    const { server, store } = context;
    const before = server.metadata;
    await compliant.save(map, context);
    if (server.id !== third) return;
    void store.clock.sleep(2_000).then(() => {
      if (server.metadata === map) server.metadata = { ...before, ...map };
    });
  }, new Set(others));
  expect(found).toEqual(['REPLACE-07']);
}, 60_000);

test('a replace that also changes the third server is attributed to isolation', async () => {
  const found = await failedClauses(async (map, context) => {
    await compliant.save(map, context);
    const waiting = context.store.servers.get(third);
    const isAnother = context.server.id !== third && context.server.id !== otherServerId;
    if (isAnother && waiting !== undefined) waiting.metadata = { ...waiting.metadata, leaked: 'from another' };
  });
  expect(found).toEqual(['ISOLATION-01']);
}, 60_000);
