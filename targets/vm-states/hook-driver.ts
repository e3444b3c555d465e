import type { VmState } from '../../contracts/vm-states';
import { TargetUnavailableError } from '../errors';
import type { Network } from '../http/transport';
import type { Server } from '../metadata-api';
import { decodeUriOrKeep, redactUrl } from '../redact/redact-url';
import type { VmStateDriver } from './driver';

/** Calls the hook of the user: POST `{"server_id", "vm_state"}`. The hook responds 204 (done) or 422 (not possible). */
export class HookDriver implements VmStateDriver {
  private readonly url: string;
  private readonly headers: Readonly<Record<string, string>>;
  /** The URL without secrets, for messages. */
  private readonly label: string;

  constructor(
    url: string,
    private readonly timeout: number,
    private readonly network: Network,
  ) {
    this.label = redactUrl(url);
    // User and password are sent as a header, not in the URL.
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
    throw new TargetUnavailableError(`the vm_state hook ${this.label} responded ${status}: it must respond 204 or 422`);
  }

  private async post(body: string): Promise<number> {
    const { origin, pathname, search } = new URL(this.url);
    const transport = this.network.open({ url: origin, timeout: this.timeout });
    const request = { method: 'POST', path: `${pathname}${search}`, body: Buffer.from(body) } as const;
    try {
      const { status } = await transport.send(request, this.headers);
      return status;
    } catch (error) {
      throw new TargetUnavailableError(`the vm_state hook ${this.label} does not respond: is it up?`, { cause: error });
    } finally {
      transport.close();
    }
  }
}
