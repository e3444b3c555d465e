import type { VmState } from '../../contracts/vm-states';
import { restoreVmState } from '../snapshot/restore-vm-state';
import { type Acts, ScriptedServer } from '../testing/scripted-server';
import { ActionTimeouts, waitUntilIdle } from './action-timeouts';
import { ServerActionsDriver } from './server-actions-driver';

/** A clock without real waits: each pause advances it, and the events that are due then happen. */
const mockClock = { now: 0, due: [] as { at: number; happen: () => void }[] };

jest.mock('node:timers/promises', () => ({
  setTimeout: async (pause: number) => {
    mockClock.now += pause;
    for (const { at, happen } of mockClock.due) if (at <= mockClock.now) happen();
  },
}));

beforeEach(() => {
  mockClock.due = [];
  jest.spyOn(performance, 'now').mockImplementation(() => mockClock.now);
});

afterEach(() => jest.restoreAllMocks());

const later = (after: number, happen: () => void) => void mockClock.due.push({ at: mockClock.now + after, happen });

const options = { fixed: {}, actions: true, timeout: 120_000 };
const states: Readonly<Record<string, VmState>> = { 'os-stop': 'stopped', pause: 'paused', suspend: 'suspended' };

/** Brings an active server into the states in turn. Returns the reasons, and the duration of each change in seconds. */
async function brought(acts: Acts, to: readonly VmState[], isPatient = false, tasks: null | 'absent' = null) {
  const effects = new ActionTimeouts();
  const found: { reason: string | undefined; seconds: number }[] = [];
  for (const state of to) {
    const target = new ScriptedServer(acts);
    target.taskState = tasks;
    const way = new ServerActionsDriver(target.api, 'v2.1', options, effects, isPatient);
    const began = mockClock.now;
    const reason = await way.setVmState(target.server, 'active', state);
    found.push({ reason, seconds: (mockClock.now - began) / 1_000 });
  }
  return found;
}

const doesNothing: Acts = () => 202;
const doneAfter =
  (milliseconds: number, status: number | undefined, task: string | null = null): Acts =>
  (target, action) => {
    if (task !== null) target.taskState = task;
    later(milliseconds, () => {
      target.vmState = states[action] ?? 'active';
      if (task !== null) target.taskState = null;
    });
    return status;
  };
const doneAtOnce =
  (status: number | undefined): Acts =>
  (target, action) => {
    target.vmState = states[action] ?? 'active';
    return status;
  };

const all = ['stopped', 'paused', 'suspended'] as const;

test('the wait for an accepted action without effect is long once, and then short', async () => {
  const [first, ...rest] = await brought(doesNothing, all);
  expect(first?.reason).toMatch(/^the server is active 1\d s after os-stop, not stopped$/);
  expect(first?.seconds).toBeLessThan(12);
  for (const { reason, seconds } of rest) {
    expect(reason).toMatch(/the server is active \d s after/);
    expect(seconds).toBeLessThan(3);
  }
});

test.each<[string, Acts]>([
  ['shows a task at once, and the state minutes later', doneAfter(110_000, 202, 'powering-off')],
  ['shows no task, and the state seconds later', doneAfter(8_000, 202)],
  ['fails, and is done', doneAtOnce(500)],
  ['fails, and is done later', doneAfter(3_000, 500)],
  ['is not answered, and is done', doneAtOnce(undefined)],
  ['is answered by a gateway, and is done', doneAfter(3_000, 504, 'powering-off')],
  ['is refused as a repetition of what is done', doneAtOnce(409)],
])('an action that %s has reached the state', async (_, acts) => {
  for (const { reason } of await brought(acts, all)) expect(reason).toBeUndefined();
});

test('the wait for a target that shows no tasks has its full length once', async () => {
  const [slow] = await brought(doneAfter(100_000, 202), ['stopped'], false, 'absent');
  expect(slow?.reason).toBeUndefined();
  const [first, second] = await brought(doesNothing, all, false, 'absent');
  expect(first?.seconds).toBeGreaterThan(100);
  expect(second?.seconds).toBeLessThan(3);
});

test('the wait for an endless task has its full length once', async () => {
  const endless: Acts = (target) => {
    target.taskState = 'pausing';
    return 202;
  };
  const [first, second] = await brought(endless, all);
  expect(first?.seconds).toBeGreaterThan(100);
  expect(second?.seconds).toBeLessThan(12);
});

test('after an action without effect, the wait for an action with a task is as long as before', async () => {
  const acts: Acts = (target, action) =>
    action === 'os-stop' ? 202 : doneAfter(100_000, 202, 'pausing')(target, action);
  const [first, second] = await brought(acts, all);
  expect(first?.reason).toBeDefined();
  expect(second?.reason).toBeUndefined();
});

test('there is no wait for a rejected action', async () => {
  for (const status of [400, 403, 404, 501]) {
    const [refused] = await brought(() => status, ['stopped']);
    expect(refused).toEqual({ reason: `the server action os-stop was answered with status ${status}`, seconds: 0 });
  }
});

test('an action that fails without effect is reported with its status', async () => {
  const [failed] = await brought(() => 500, ['stopped']);
  expect(failed?.reason).toMatch(/os-stop was answered with status 500, and the server is active 1\d s after os-stop/);
});

test('a server is restored by an action that fails but takes effect, with a full wait while actions have effects', async () => {
  const target = new ScriptedServer(doneAfter(5_000, 500));
  target.vmState = 'stopped';
  const snapshot = { server: target.server, version: 'v2.1', vmState: 'active', metadata: {} } as const;
  const effects = new ActionTimeouts();
  effects.recordSign(20);
  effects.recordTimeout(false);
  expect(await restoreVmState(snapshot, target.api, options, effects)).toBeUndefined();
  expect(target.vmState).toBe('active');
});

test('the wait of a restore is short if no action of the run had an effect', async () => {
  const target = new ScriptedServer(doesNothing);
  target.vmState = 'stopped';
  const snapshot = { server: target.server, version: 'v2.1', vmState: 'active', metadata: {} } as const;
  const effects = new ActionTimeouts();
  effects.recordTimeout(false);
  const began = mockClock.now;
  expect(await restoreVmState(snapshot, target.api, options, effects)).toMatch(/the server is stopped/);
  expect(mockClock.now - began).toBeLessThan(3_000);
});

test('the wait for an endless task has its full length once, also if no action of the run started it', async () => {
  const target = new ScriptedServer(doesNothing);
  target.taskState = 'thinking';
  const effects = new ActionTimeouts();
  const waited = async () => {
    const began = mockClock.now;
    await waitUntilIdle(target.server, 'v2.1', target.api, 120_000, effects);
    return mockClock.now - began;
  };
  expect(await waited()).toBeGreaterThan(100_000);
  expect(await waited()).toBeLessThan(12_000);
});
