import type { Server } from '../../targets/metadata-api';
import type { Tools } from './tools';

/** A server that the user named for its vm_state is never brought into another. */
export function staysAsNamed({ notApplicable, subject }: Tools, { id: named }: Server): void {
  const declared = subject.servers.find(({ id }) => id === named)?.declaredState;
  if (declared !== undefined) notApplicable(`the server was named as one that is ${declared}: it stays so`);
}
