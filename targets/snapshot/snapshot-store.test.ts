import type { Locked } from '../../contracts/oracle/model';
import { type Acts, ScriptedServer } from '../testing/scripted-server';
import { SnapshotStore } from './snapshot-store';

jest.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const before = { of: 'the user' };

async function putBack(target: ScriptedServer, lock: Locked): Promise<string[]> {
  const keeper = new SnapshotStore(target.api);
  keeper.add({ server: target.server, version: 'v2.1', vmState: 'active', metadata: before });
  return keeper.restore({ restoreVmState: async () => undefined, lockOf: () => lock, settleTime: () => 0 });
}

/** Unlocks after so many failures with this status. */
function unlocking(failures: number, status: number): { acts: Acts; isLocked: () => boolean } {
  let left = failures;
  let isLocked = true;
  const acts: Acts = () => {
    if (left > 0) {
      left -= 1;
      return status;
    }
    isLocked = false;
    return 202;
  };
  return { acts, isLocked: () => isLocked };
}

test.each<Locked>([true, 'unknown', 'unnoticed'])(
  'a server whose lock is %s is unlocked before all else',
  async (lock) => {
    for (const failures of [0, 2]) {
      const { acts, isLocked } = unlocking(failures, 500);
      const target = new ScriptedServer(acts, () => (isLocked() ? 409 : 200));
      expect(await putBack(target, lock)).toEqual([]);
      expect(target.metadata).toEqual(before);
    }
  },
);

test('a server that was not locked is not unlocked', async () => {
  const target = new ScriptedServer(() => 202);
  expect(await putBack(target, false)).toEqual([]);
  expect(target.sent).not.toContain('unlock');
});

test.each<[Locked, number, boolean]>([
  ['unknown', 409, true],
  ['unknown', 200, false],
  [true, 200, true],
])('that a server may still be locked is told: lock %s, PUT %i', async (lock, status, isTold) => {
  const target = new ScriptedServer(
    () => 500,
    () => status,
  );
  target.metadata = before;
  const complaints = await putBack(target, lock);
  if (isTold) expect(complaints.join()).toMatch(/it may still be locked: unlock was answered with status 500/);
  else expect(complaints).toEqual([]);
});

test('an unlock that the target refuses is not sent again', async () => {
  const target = new ScriptedServer(() => 403);
  await putBack(target, 'unknown');
  expect(target.sent.filter((sent) => sent === 'unlock')).toHaveLength(1);
});

test.each<[string, true | number, number]>([
  ['is served', true, 60],
  ['is not served', 404, 1],
  ['removes nothing', 204, 1],
])('pairs that a replace leaves are removed one by one where that %s', async (_, removes, deletions) => {
  const target = new ScriptedServer(
    () => 202,
    (server) => {
      server.metadata = { ...server.metadata, ...before };
      return 202;
    },
    removes,
  );
  target.metadata = Object.fromEntries(Array.from({ length: 60 }, (_each, place) => [`left-${place}`, '1']));
  expect(await putBack(target, false)).toHaveLength(removes === true ? 0 : 1);
  expect(target.sent.filter((sent) => sent === 'DELETE item')).toHaveLength(deletions);
});
