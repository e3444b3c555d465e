import type { Context } from './behaviour';

/** The server as `GET …/servers/{server_id}` shows it. */
export async function serverResource(context: Context): Promise<Record<string, unknown>> {
  const { server } = context;
  return {
    id: server.id,
    name: server.name,
    status: server.vmState.toUpperCase(),
    tenant_id: server.projectId,
    metadata: await context.behaviour.load(context),
    updated: server.updated.toISOString().replace(/\.\d+Z$/, 'Z'),
    'OS-EXT-STS:vm_state': server.vmState,
    'OS-EXT-STS:task_state': null,
  };
}
