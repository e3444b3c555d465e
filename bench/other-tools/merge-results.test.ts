import type { ToolComparison } from '../../suites/mutation/other-tools';
import { keepReports } from './merge-results';
import type { OtherTool } from './tool';

const tool = { title: 'A peer', version: '1', given: 'much', commands: ['peer run'] };
const run = { outcome: 'passed' as const, failures: [], requests: 1 };
const before: ToolComparison = {
  tools: { one: tool, two: tool },
  endpoints: { merges: { one: run, two: run } },
};
const peer: OtherTool = { name: 'one', ...tool, run: async () => [] };
const { outcome: _, ...report } = run;

test('what peers said before is kept, without what was made of it', () => {
  expect(keepReports(before, [peer]).reports).toEqual({ merges: { one: report, two: report } });
});

test('what another version of a peer said, or one that is called otherwise, is forgotten', () => {
  for (const other of [
    { ...peer, version: '2' },
    { ...peer, commands: ['peer run --hard'] },
  ]) {
    const { tools, reports } = keepReports(before, [other]);
    expect(reports).toEqual({ merges: { two: report } });
    expect(tools.one).toMatchObject({ version: other.version, commands: other.commands });
  }
});

test('the order of the peers does not depend on which were run first', () => {
  const { tools } = keepReports({ ...before, tools: { two: tool } }, [peer]);
  expect(Object.keys(tools)).toEqual(['one', 'two']);
});
