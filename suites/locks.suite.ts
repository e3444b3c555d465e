import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { held } from './harness/refuses';

for (const vmState of ['active', 'stopped', 'suspended'] as const) {
  clause('STATE-14', `takes or refuses the request while the server is locked and ${vmState}`, async (tools) => {
    const { act, given, notTested, read, replace } = tools;
    const server = await given.server(vmState, held);
    if ((await act(server, 'lock')).status >= 300) notTested('the target does not lock a server on request');
    try {
      const { status } = await replace(server, { new: '2' });
      expect([200, 409]).toContain(status);
      expect(await read(server)).toEqual(status === 200 ? { new: '2' } : held);
    } finally {
      await act(server, 'unlock');
    }
  });
}
