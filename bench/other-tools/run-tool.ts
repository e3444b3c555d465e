import type { ToolReport } from '../../suites/mutation/other-tools';
import type { SampleEndpoint } from '../../suites/mutation/samples';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import type { OtherTool } from './tool';

/** Most of what a run may take. A peer that is still busy then has come to no report. */
const timeLimit = 60_000;

/** Lets a peer examine a known endpoint that nobody has used before. */
export async function runTool(peer: Pick<OtherTool, 'run'>, known: SampleEndpoint): Promise<ToolReport> {
  const quota = known.quota ?? 128;
  const behaviour = known.behaviour();
  let requests = 0;
  const reference = await startEndpoint({
    quota,
    behaviour: {
      ...behaviour,
      handle: (request, next, store) => {
        requests += 1;
        return behaviour.handle?.(request, next, store) ?? next(request);
      },
    },
  });
  const { url, projectId, serverIds, token } = reference;
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const failures = await peer.run({ url, projectId, serverId: serverIds[0] ?? '', token, quota, signal });
    return { failures, requests };
  } catch (error) {
    const trouble = signal.aborted ? `no end within ${timeLimit / 1_000} s` : firstLine(error);
    return { failures: [], trouble, requests };
  } finally {
    await reference.close();
  }
}

function firstLine(error: unknown): string {
  return String(error).split('\n', 1)[0] ?? '';
}
