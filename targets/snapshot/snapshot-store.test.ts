import type { Locked } from '../../contracts/oracle/model';
import { type Acts, ScriptedServer } from '../testing/scripted-server';
import { SnapshotStore } from './snapshot-store';

jest.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const before = { of: 'the user' };

async function restore(target: ScriptedServer, lock: Locked, wasWritten = () => true): Promise<string[]> {
  const store = new SnapshotStore(target.api);
  store.add({ server: target.server, version: 'v2.1', vmState: 'active', metadata: before });
  return store.restore({ restoreVmState: async () => undefined, lockOf: () => lock, wasWritten, settleTime: () => 0 });
}

/** Server actions that unlock after some failures with this status. */
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

test.each<Locked>([true, 'unknown', 'unnoticed'])('a server whose lock is %s is unlocked first', async (lock) => {
  for (const failures of [0, 2]) {
    const { acts, isLocked } = unlocking(failures, 500);
    const target = new ScriptedServer(acts, () => (isLocked() ? 409 : 200));
    expect(await restore(target, lock)).toEqual([]);
    expect(target.metadata).toEqual(before);
  }
});

test('a server that no request has written to is read once if its metadata is intact', async () => {
  const target = new ScriptedServer(() => 202);
  target.metadata = before;
  expect(await restore(target, false, () => false)).toEqual([]);
  expect(target.sent).toEqual(['GET metadata']);
});

test('a server that was not locked is not unlocked', async () => {
  const target = new ScriptedServer(() => 202);
  expect(await restore(target, false)).toEqual([]);
  expect(target.sent).not.toContain('unlock');
});

test.each<[Locked, number, boolean]>([
  ['unknown', 409, true],
  ['unknown', 200, false],
  [true, 200, true],
])('a server that may still be locked is reported: lock %s, PUT %i', async (lock, status, isReported) => {
  const target = new ScriptedServer(
    () => 500,
    () => status,
  );
  target.metadata = before;
  const complaints = await restore(target, lock);
  if (isReported)
    expect(complaints.join()).toMatch(/the server may still be locked: unlock was answered with status 500/);
  else expect(complaints).toEqual([]);
});

test('an unlock that the target rejects is not sent again', async () => {
  const target = new ScriptedServer(() => 403);
  await restore(target, 'unknown');
  expect(target.sent.filter((sent) => sent === 'unlock')).toHaveLength(1);
});

test.each<[string, true | number, number]>([
  ['is served', true, 60],
  ['is not served', 404, 1],
  ['removes nothing', 204, 1],
])('pairs that a replace does not remove are removed one by one if that %s', async (_, removes, deletions) => {
  const target = new ScriptedServer(
    () => 202,
    (server) => {
      server.metadata = { ...server.metadata, ...before };
      return 202;
    },
    removes,
  );
  target.metadata = Object.fromEntries(Array.from({ length: 60 }, (_each, place) => [`left-${place}`, '1']));
  expect(await restore(target, false)).toHaveLength(removes === true ? 0 : 1);
  expect(target.sent.filter((sent) => sent === 'DELETE item')).toHaveLength(deletions);
});
