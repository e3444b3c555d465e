import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../api';
import type { Network } from '../network';
import { TargetTrouble } from '../trouble';
import type { VmStateWay } from './way';

/** The user's own hook: POST `{"server_id", "vm_state"}`, answered with 204 (done) or 422 (cannot). */
export class HookWay implements VmStateWay {
  constructor(
    private readonly url: string,
    private readonly timeout: number,
    private readonly network: Network,
  ) {}

  async bring(server: Server, _from: VmState | undefined, to: VmState): Promise<string | undefined> {
    const status = await this.post(JSON.stringify({ server_id: server.id, vm_state: to }));
    if (status === 204) return undefined;
    if (status === 422) return `the vm_state hook says that it cannot bring the server into ${to}`;
    throw new TargetTrouble(`the vm_state hook ${this.url} answered ${status}; it should answer 204 or 422`);
  }

  private async post(body: string): Promise<number> {
    const { origin, pathname, search } = new URL(this.url);
    const transport = this.network.open({ url: origin, timeout: this.timeout });
    const asked = { method: 'POST', path: `${pathname}${search}`, body: Buffer.from(body) } as const;
    try {
      const answer = await transport.send(asked, { 'content-type': 'application/json' });
      return answer.status;
    } catch (error) {
      throw new TargetTrouble(`the vm_state hook ${this.url} does not answer`, { cause: error });
    } finally {
      transport.close();
    }
  }
}
