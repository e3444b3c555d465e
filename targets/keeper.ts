import type { Api, Server } from './api';
import type { Held } from './held';
import { putBackMap } from './put-back-map';

export interface PutBackOptions {
  /** Brings a server into the vm_state in which the user named it. Gives the reason where it cannot. */
  readonly home: (held: Held) => Promise<string | undefined>;
  /** Whether the suite may have left a server locked. */
  readonly mayBeLocked: (server: Server) => boolean;
}

/** Remembers what the user's servers held before the run, and puts it back. */
export class Keeper {
  private readonly kept = new Map<string, Held>();

  constructor(private readonly api: Api) {}

  get held(): readonly Held[] {
    return [...this.kept.values()];
  }

  remember(held: Held): void {
    this.kept.set(held.server.id, held);
  }

  /** Puts everything back, and looks whether it is. Gives one sentence for each server of which it is not. */
  async putBack({ home, mayBeLocked }: PutBackOptions): Promise<string[]> {
    const complaints: string[] = [];
    for (const held of this.kept.values()) {
      try {
        const hindrance = await this.hindrance(held);
        if (hindrance !== undefined) {
          complaints.push(complaint(held, hindrance));
          continue;
        }
        if (mayBeLocked(held.server)) await this.api.act(held.server, held.version, 'unlock', null);
        const reason = (await home(held)) ?? (await putBackMap(held, this.api));
        if (reason !== undefined) complaints.push(complaint(held, reason));
      } catch (error) {
        complaints.push(complaint(held, (error as Error).message));
      }
    }
    return complaints;
  }

  /** Why nothing can be done about a server at all. */
  private async hindrance({ server, version }: Held): Promise<string | undefined> {
    const { status } = (await this.api.read(server, version)).answer;
    if (status === 401) {
      return `the target does not accept the token (status 401): give a valid one with ${tokenFlag(server)}`;
    }
    return status === 404 ? 'the target knows no such server (status 404)' : undefined;
  }
}

/** Of the flag by which the user gives the token that a server is reached with. */
export function tokenFlag({ as }: Server): string {
  return as === 'own' ? '--token' : '--other-token';
}

function complaint({ server, vmState, metadata }: Held, reason: string): string {
  const before = `before the run it was ${vmState} and its metadata was ${JSON.stringify(metadata)}`;
  return `server ${server.id} was not put back (${reason}); ${before}`;
}
