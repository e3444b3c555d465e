import { profiles } from '../../contracts/profiles';
import { efforts } from '../../suites/harness/run/run-plan';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { jsonResponse } from '../../targets/embedded/http';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import type { Target } from '../../targets/http/target';
import { realNetwork } from '../../targets/http/transport';
import { merges } from '../../targets/mutants/replace/merging';
import { spaceTaken } from '../../targets/variants/request-body';
import { relay } from '../../test/e2e/support/fake-target';
import { attacks } from '../../test/e2e/support/hostile-endpoint';
import { realMachine } from '../machine/machine';
import { CapturedOutput } from '../machine/testing/captured-output';
import { buildTarget } from '../target/build-target';
import { embeddedSettings } from '../target/embedded-target';
import { runAgainst } from './against';

jest.setTimeout(60_000);

const started: RunningEndpoint[] = [];
afterAll(() => Promise.all(started.map((reference) => reference.close())));

async function targetWith(behaviour: Partial<Behaviour>): Promise<Target> {
  const reference = await startEndpoint({ behaviour });
  started.push(reference);
  return buildTarget(embeddedSettings(reference), reference.url, realNetwork);
}

let heard: CapturedOutput;
beforeEach(() => {
  heard = new CapturedOutput();
});

/** The enumerated cases come first, and show most. */
const plan = { effort: { ...efforts.quick, runs: 5 }, seed: 1, corpus: [] };
const compared = (target: Target, other: Target) =>
  runAgainst({
    target,
    other,
    profile: profiles.ecs,
    plan,
    quota: undefined,
    journals: [undefined, undefined],
    machine: { ...realMachine, console: heard.console },
  });

test('a difference is told with what each target did, and who is wrong', async () => {
  const [right, wrong] = [await targetWith({}), await targetWith(merges.behaviour())];
  expect(await compared(right, wrong)).toBe(1);
  const [, mine, theirs] = heard.stdout.split(/^http:.*:\d+$/m);
  expect(mine).toMatch(/oracle +satisfies the contract\n/);
  expect(theirs).toMatch(/response +status 200, \{"old":"1","both":"1",/);
  expect(theirs).toMatch(/oracle +violates .*REPLACE-02.*: expected .*, observed /);
  expect(theirs?.match(/curl -sS -i -X PUT/g)).toHaveLength(1);
});

test('a target that is compared can forge no line', async () => {
  const map = Object.fromEntries(attacks.map((attack, place) => [`${place}${attack}`, attack]));
  const hostile = await targetWith({ answer: () => jsonResponse(200, { metadata: map }) });
  expect(await compared(await targetWith({}), hostile)).toBe(1);
  expect(heard.stdout).toContain('window.attacked');
  expect(heard.stdout + heard.stderr).not.toMatch(
    /[^\n\P{Other}]|[\p{Line_Separator}\p{Paragraph_Separator}]|^\s*::/mu,
  );
  for (const line of heard.stdout.split('\n')) {
    expect(line).toMatch(/^(http:|profile ecs, | {2}(response|stored|oracle| |reproduce)|$)/);
  }
});

test('where the contract leaves it open, both are told to keep it', async () => {
  expect(await compared(await targetWith({}), await targetWith(spaceTaken.behaviour()))).toBe(1);
  expect(heard.stdout).toMatch(/leaves KEY-07 open: refuses it\n[\s\S]*leaves KEY-07 open: takes it\n/);
  expect(heard.stdout).not.toContain('violates');
});

test('what only a sequence shows is made small', async () => {
  let replaces = 0;
  const forgetful: Partial<Behaviour> = {
    // Clears the map with every second empty request, and not with the others.
    replace: (old, sent) => {
      if (Object.keys(sent).length > 0) replaces = 0;
      else replaces += 1;
      return replaces === 1 ? old : sent;
    },
  };
  expect(await compared(await targetWith({}), await targetWith(forgetful))).toBe(1);
  expect(heard.stdout).toMatch(/--data-binary '\{"metadata":\{\}\}'/);
});

test('two ways to the same servers react alike, and the servers are restored', async () => {
  const target = await targetWith({});
  const through = { ...target, url: await relay(target.url, () => {}) };
  const held = () => read(target);
  const before = await held();
  expect(await compared(target, through)).toBe(0);
  expect(heard.stdout).toMatch(/^no difference: http:.* and http:.* reacted in the same way to \d{3} requests\n/);
  expect(await held()).toEqual(before);
});

async function read({ url, projectId, serverIds, token }: Target): Promise<unknown> {
  const path = `${url}/v2.1/${projectId}/servers/${serverIds[0]}/metadata`;
  return (await fetch(path, { headers: { 'x-auth-token': token } })).json();
}
