import type { VmState } from '../../contracts/vm-states';
import { TargetUnavailableError } from '../errors';
import type { Network } from '../http/transport';
import type { Server } from '../metadata-api';
import { decodeUriOrKeep, redactUrl } from '../redact/redact-url';
import type { VmStateDriver } from './driver';

/** The user's own hook: POST `{"server_id", "vm_state"}`, answered with 204 (done) or 422 (cannot). */
export class HookDriver implements VmStateDriver {
  private readonly url: string;
  private readonly headers: Readonly<Record<string, string>>;
  /** As messages tell it. */
  private readonly told: string;

  constructor(
    url: string,
    private readonly timeout: number,
    private readonly network: Network,
  ) {
    this.told = redactUrl(url);
    // No URL that holds a user or a password is asked: they go in a header.
    const parsed = new URL(url);
    const user = [parsed.username, parsed.password].map(decodeUriOrKeep).join(':');
    [parsed.username, parsed.password] = ['', ''];
    this.url = parsed.href;
    this.headers = {
      'content-type': 'application/json',
      ...(user === ':' ? {} : { authorization: `Basic ${Buffer.from(user).toString('base64')}` }),
    };
  }

  async setVmState(server: Server, _from: VmState | undefined, to: VmState): Promise<string | undefined> {
    const status = await this.post(JSON.stringify({ server_id: server.id, vm_state: to }));
    if (status === 204) return undefined;
    if (status === 422) return `the vm_state hook says that it cannot bring the server into ${to}`;
    throw new TargetUnavailableError(`the vm_state hook ${this.told} answered ${status}; it should answer 204 or 422`);
  }

  private async post(body: string): Promise<number> {
    const { origin, pathname, search } = new URL(this.url);
    const transport = this.network.open({ url: origin, timeout: this.timeout });
    const asked = { method: 'POST', path: `${pathname}${search}`, body: Buffer.from(body) } as const;
    try {
      const answer = await transport.send(asked, this.headers);
      return answer.status;
    } catch (error) {
      throw new TargetUnavailableError(`the vm_state hook ${this.told} does not answer`, { cause: error });
    } finally {
      transport.close();
    }
  }
}
