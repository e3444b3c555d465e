import type { ToolComparison, ToolDescription, ToolReport } from '../../suites/mutation/other-tools';
import type { OtherTool } from './tool';

export interface KeptReports {
  readonly tools: Readonly<Record<string, ToolDescription>>;
  readonly reports: Record<string, Readonly<Record<string, ToolReport>>>;
}

/**
 * The earlier reports that stay valid when these tools run. Reports of another version of such a tool, or of other
 * command lines, are dropped.
 */
export function keepReports(before: ToolComparison, toolsToRun: readonly OtherTool[]): KeptReports {
  const running = Object.fromEntries(
    toolsToRun.map(({ name, run: _, ...tool }): [string, ToolDescription] => [name, tool]),
  );
  const tools = Object.entries({ ...before.tools, ...running }).sort(([one], [other]) => (one < other ? -1 : 1));
  const isKept = (name: string) => {
    const [then, now] = [before.tools[name], running[name]];
    return now === undefined || (then?.version === now.version && then.commands.join() === now.commands.join());
  };
  const reports = Object.entries(before.endpoints).map(([endpoint, runs]) => {
    const kept = Object.entries(runs).filter(([name]) => isKept(name));
    return [endpoint, Object.fromEntries(kept.map(([name, { outcome: _, ...report }]) => [name, report]))] as const;
  });
  return { tools: Object.fromEntries(tools), reports: Object.fromEntries(reports) };
}
