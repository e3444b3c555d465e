import { ecs } from '../../../contracts/profiles/ecs';
import { NotTested } from '../run/check-outcome';
import type { Worker } from '../worker/worker';
import { attempt } from './attempt';
import { ReportedViolations } from './reported-violations';

/** A worker on a server that needs no preparation, and on which the oracle finds nothing. */
function workerThat(state: { readonly hadDiscardedResponse: boolean }): Worker {
  const fixtures = {
    setVmState: async () => undefined,
    knownState: () => undefined,
    setMetadata: async () => undefined,
    skipIfFull: () => undefined,
  };
  const server = { id: 'one', projectId: 'project', as: 'own' };
  const worker = { server, fixtures, findings: [], startAttempt: () => undefined, readAffected: async () => undefined };
  return { ...worker, ...state } as unknown as Worker;
}

const fail = (): Promise<void> => Promise.reject(new Error('another map'));

const run = (worker: Worker, act = fail) => attempt(worker, 'v2', new ReportedViolations(ecs), true, true, act);

test('a property that fails without a violation fails', async () => {
  const result = await run(workerThat({ hadDiscardedResponse: false }));
  expect(result).toEqual({ violations: [], message: 'another map', skipped: undefined });
});

test('it is inconclusive while a request without a response may still take effect', async () => {
  const { message, skipped } = await run(workerThat({ hadDiscardedResponse: true }));
  expect(message).toBeUndefined();
  expect(skipped).toEqual(
    new NotTested('a request without a response may explain why the property fails: another map'),
  );
});

test('a property that holds is no less sure then', async () => {
  const result = await run(workerThat({ hadDiscardedResponse: true }), async () => undefined);
  expect(result).toEqual({ violations: [], message: undefined, skipped: undefined });
});
