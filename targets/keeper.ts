import type { Metadata, Version } from '../contracts/metadata';
import { sameMetadata } from '../contracts/same-metadata';
import type { Api, Server } from './api';

interface Kept {
  readonly server: Server;
  readonly version: Version;
  readonly metadata: Metadata;
}

/** Remembers what the user's servers held before the run, and puts it back. */
export class Keeper {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly api: Api) {}

  remember(server: Server, version: Version, metadata: Metadata): void {
    this.kept.set(server.id, { server, version, metadata });
  }

  /**
   * Puts everything back. `home` brings a server back into the vm_state in which the user named it, or throws.
   * Gives one sentence for each server of which it cannot.
   */
  async putBack(home: (server: Server) => Promise<void>): Promise<string[]> {
    const complaints: string[] = [];
    for (const kept of this.kept.values()) {
      try {
        await home(kept.server);
        const reason = await this.putBackMetadata(kept);
        if (reason !== undefined) complaints.push(complaint(kept, reason));
      } catch (error) {
        complaints.push(complaint(kept, (error as Error).message));
      }
    }
    return complaints;
  }

  private async putBackMetadata({ server, version, metadata }: Kept): Promise<string | undefined> {
    const shows = async () => (await this.api.read(server, version)).metadata;
    let stored = await shows();
    if (stored !== undefined && sameMetadata(stored, metadata)) return undefined;
    const { status } = await this.api.replace(server, version, metadata);
    stored = await shows();
    // A target that merges instead of replacing keeps the suite's pairs: the sibling operation may remove them.
    for (const key of Object.keys(stored ?? {})) {
      if (!Object.hasOwn(metadata, key)) await this.api.removeItem(server, version, key);
    }
    stored = await shows();
    if (stored !== undefined && sameMetadata(stored, metadata)) return undefined;
    return `a PUT of its metadata was answered with ${status} and did not bring it back`;
  }
}

function complaint({ server, metadata }: Kept, reason: string): string {
  return `server ${server.id} was not put back (${reason}); before the run its metadata was ${JSON.stringify(metadata)}`;
}
