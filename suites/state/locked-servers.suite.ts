import { isIndeterminate, isSuccess } from '../../contracts/http/status';
import type { Server } from '../../targets/metadata-api';
import { check, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { nearQuota } from '../harness/dsl/sample-maps';
import type { TestContext } from '../harness/dsl/test-context';
import { vmStateNeeds } from '../harness/dsl/vm-state';
import { INITIAL } from '../harness/worker/fixtures';

stage('locks');

for (const vmState of ['active', 'stopped', 'suspended'] as const) {
  check(
    `STATE-14/${vmState}`,
    `takes or refuses the request while the server is locked and ${vmState}`,
    async (tools) => {
      const { given, profile, read, replace } = tools;
      const { accepted, wrongState } = profile.statuses;
      const server = await given.server(vmState, INITIAL);
      // A target may accept or refuse a locked server, but in the same way for every map: the oracle judges that.
      await whileLocked(tools, server, async () => {
        let before = await read(server);
        for (const map of [{ new: '2' }, nearQuota(tools), {}]) {
          const { status } = await replace(server, map);
          expect([...accepted, ...wrongState]).toContain(status);
          const after = await read(server);
          expect(after).toEqual(isSuccess(status) ? map : before);
          before = after;
        }
      });
    },
    { needs: ['lock', ...vmStateNeeds(vmState)] },
  );
}

/** Runs `work` while a server is locked, and unlocks it in any case. */
async function whileLocked(tools: TestContext, server: Server, work: () => Promise<void>): Promise<void> {
  const { serverAction, markMissing, needs, notTested, unlock } = tools;
  needs('lock');
  let reason: string | undefined;
  try {
    const { status } = await serverAction(server, 'lock');
    if (isRefused(status)) markMissing('lock', `the server action lock is answered with status ${status}`);
    if (status >= 300) notTested(`the target does not lock a server on request (status ${status})`);
    await work();
  } finally {
    reason = await unlock(server);
  }
  if (reason !== undefined) notTested(`the server may still be locked: ${reason}`);
}

/** An expired token and a busy target say nothing about the action. */
function isRefused(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && !isIndeterminate(status);
}
