import type { ToolComparison } from '../../suites/mutation/other-tools';
import { keepReports } from './merge-results';
import type { OtherTool } from './tool';

const tool = { title: 'A tool', version: '1', given: 'much', commands: ['tool run'] };
const run = { outcome: 'passed' as const, failures: [], requests: 1 };
const before: ToolComparison = {
  tools: { one: tool, two: tool },
  endpoints: { merges: { one: run, two: run } },
};
const first: OtherTool = { name: 'one', ...tool, run: async () => [] };
const { outcome: _, ...report } = run;

test('earlier reports stay, without their outcomes', () => {
  expect(keepReports(before, [first]).reports).toEqual({ merges: { one: report, two: report } });
});

test('reports of another version of a tool, or of other command lines, are dropped', () => {
  for (const other of [
    { ...first, version: '2' },
    { ...first, commands: ['tool run --hard'] },
  ]) {
    const { tools, reports } = keepReports(before, [other]);
    expect(reports).toEqual({ merges: { two: report } });
    expect(tools.one).toMatchObject({ version: other.version, commands: other.commands });
  }
});

test('the order of the tools does not depend on which ran first', () => {
  const { tools } = keepReports({ ...before, tools: { two: tool } }, [first]);
  expect(Object.keys(tools)).toEqual(['one', 'two']);
});
