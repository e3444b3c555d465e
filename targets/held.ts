import type { Metadata, Version } from '../contracts/metadata';
import type { VmState } from '../contracts/vm-states';
import type { Server } from './api';

/** What a server was like before the run. */
export interface Held {
  readonly server: Server;
  /** Under which it was read, and is put back. */
  readonly version: Version;
  readonly vmState: VmState;
  readonly metadata: Metadata;
}

/** Is told what must be put back before anything is changed, and how that ended. */
export interface Journal {
  /** Returns once what it was told outlives the process. Gives those that are the user's, and not made for the run. */
  held(all: readonly Held[]): readonly Held[];
  /** @param complaints one sentence for each server that could not be put back. */
  putBack(complaints: readonly string[]): void;
}
