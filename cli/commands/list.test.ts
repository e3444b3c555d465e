import { realClock } from '../../targets/http/clock';
import { MemoryMachine } from '../machine/testing/memory-machine';
import { searchOptions } from '../settings/search-options';
import type { Settings } from '../settings/settings';
import { listAsText } from './list';
import { run } from './run';

const plan = searchOptions({ clause: ['ACCESS-06'], effort: 'quick' }, []);

test('the columns have names; in a narrow terminal the titles have lines of their own', () => {
  const [header, first = ''] = listAsText(plan);
  expect(header).toMatch(/^check +under +requests {2}title$/);
  expect(first).toMatch(/^ACCESS-06\/\S+ +v2(\.1)? +\d+ {2}\S/);
  const narrow = listAsText(plan, 80);
  expect(narrow[0]).toMatch(/^check +under +requests$/);
  expect(narrow.filter((line) => line.length > 80)).toEqual([]);
  expect(narrow[2]).toMatch(/^ {4}\S/);
});

test.each<[Settings, string]>([
  [{ profile: 'nove' }, 'there is no profile nove'],
  [{ waive: ['foo'] }, '--waive foo is unknown'],
  [{ baseline: 'nope.yaml' }, 'the baseline nope.yaml cannot be read'],
  [{ reporter: ['foo'] }, '--reporter foo'],
  [{ target: '127.0.0.1:99' }, '--target "127.0.0.1:99" is not a URL'],
  [{ target: 'https://ecs.example.com', token: 'é' }, '--token is not a token'],
  [{ target: 'https://ecs.example.com', vmState: ['stopped='] }, '--vm-state stopped= cannot be read'],
  [{ target: 'embedded', serverId: ['S1'] }, '--server-id cannot be used with the target embedded'],
  [{ createServers: 2 }, '--create-servers needs an image'],
])('--list refuses %j, as a run does, and sends nothing', async (given, words) => {
  const network = {
    clock: realClock,
    open: () => {
      throw new Error('nothing is sent here');
    },
  };
  const machine = new MemoryMachine(network);
  await expect(run({ list: true, ...given }, machine)).rejects.toThrow(words);
  expect(await run({ list: true, effort: 'quick', clause: ['KEY-05'] }, machine)).toBe(0);
});
