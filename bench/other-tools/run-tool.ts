import type { ToolReport } from '../../suites/mutation/other-tools';
import type { SampleEndpoint } from '../../suites/mutation/samples';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import type { OtherTool } from './tool';

/** The time limit of a run, in milliseconds. A tool that is not finished then has no report. */
const timeLimit = 60_000;

/** Runs a tool against a new instance of a known endpoint. */
export async function runTool(tool: Pick<OtherTool, 'run'>, known: SampleEndpoint): Promise<ToolReport> {
  const quota = known.quota ?? 128;
  const behaviour = known.behaviour();
  let requests = 0;
  const endpoint = await startEndpoint({
    quota,
    behaviour: {
      ...behaviour,
      handle: (request, next, store) => {
        requests += 1;
        return behaviour.handle?.(request, next, store) ?? next(request);
      },
    },
  });
  const { url, projectId, serverIds, token } = endpoint;
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const failures = await tool.run({ url, projectId, serverId: serverIds[0] ?? '', token, quota, signal });
    return { failures, requests };
  } catch (error) {
    const trouble = signal.aborted ? `no end within ${timeLimit / 1_000} s` : firstLine(error);
    return { failures: [], trouble, requests };
  } finally {
    await endpoint.close();
  }
}

function firstLine(error: unknown): string {
  return String(error).split('\n', 1)[0] ?? '';
}
