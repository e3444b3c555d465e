import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Arbitrary } from 'fast-check';
import type { Need } from '../../../contracts/capabilities';
import type { ClauseId } from '../../../contracts/clauses';
import { type CheckId, clauseOfCheck } from '../../../contracts/evidence/check-id';
import { type Version, versions } from '../../../contracts/metadata';
import type { Limits, Profile } from '../../../contracts/profiles/profile';
import type { Server } from '../../../targets/metadata-api';
import type { Check, CheckInfo } from './check-info';
import { leadingVersion } from './leading-names';
import type { Stage } from './stages';
import type { TestContext } from './test-context';

export type { TestContext } from './test-context';

/** Properties of a check beside its scenario. */
interface CheckOptions extends Pick<CheckInfo, 'once' | 'always' | 'needs'> {
  /** The versions of the API that it is about: both, unless named. */
  readonly under?: readonly Version[];
}

/** Declares the stage of a suite. By default it follows from the kind of its checks. */
export function stage(name: Stage): void {
  suiteBeingLoaded.stage = name;
}

/** Declares a check: its id, which begins with its clause, what it shows of the clause, and the scenario. */
type DeclareCheck = (
  id: CheckId,
  title: string,
  body: (tools: TestContext) => Promise<void>,
  options?: CheckOptions,
) => void;

const declareIn =
  (kind: 'checks' | 'slowChecks'): DeclareCheck =>
  (id, title, body, { under = versions, ...options } = {}) =>
    declareCheck({ id, clause: clauseOfCheck(id), title, body, ...options }, under, kind);

/**
 * A check. It runs under each version of the API.
 *
 * Its outcome is evidence and stands in the reports. For Jest it never fails.
 */
export const check = declareIn('checks');

/**
 * A check that mostly waits. It may use its own server only, since other checks run at the same time where a server is
 * reserved for slow checks.
 */
export const slowCheck = declareIn('slowChecks');

/** The context of a property: that of a check, and a server that is active and holds some map. */
export interface PropertyTestContext extends TestContext {
  readonly server: Server;
}

export interface PropertyOptions {
  /** It uses more than one server: no other property runs at the same time. */
  readonly isExclusive?: boolean;
  /** It changes the vm_state, which is slow on a cloud: it runs a share of the inputs. */
  readonly changesVmState?: boolean;
  /** Its requests are large: it runs a tenth of the inputs. */
  readonly isLarge?: boolean;
  /** Without one of these it is not in the plan. */
  readonly needs?: readonly Need[];
  /** It sends concurrent requests. Its failure depends on chance, so the report says k of n. */
  readonly isRace?: boolean;
}

/** Something that holds for every input. A clause has one property, so that a replay can name it by the clause. */
export interface Property extends PropertyOptions {
  /** The suites are declared before it is known which limits the profile sets. */
  readonly inputsFor: (limits: Limits) => Arbitrary<unknown>;
  readonly id: CheckId;
  readonly clause: ClauseId;
  readonly title: string;
  readonly body: (tools: PropertyTestContext, input: unknown) => Promise<void>;
}

/** A property with the inputs to search. */
export interface BoundProperty extends Omit<Property, 'inputsFor'> {
  readonly inputs: Arbitrary<unknown>;
}

/** Declares a property. The version of the API is generated with the inputs. */
export function property<Input>(
  id: CheckId,
  title: string,
  inputsFor: (limits: Limits) => Arbitrary<Input>,
  body: (tools: PropertyTestContext, input: Input) => Promise<void>,
  options: PropertyOptions = {},
): void {
  declareProperty({
    id,
    clause: clauseOfCheck(id),
    title,
    inputsFor,
    // The search draws the inputs from `inputsFor` alone.
    body: (tools, input) => body(tools, input as Input),
    ...options,
  });
}

export type { CheckInfo } from './check-info';

/** One check of a batch: requests between `begin` and `end` belong to this check. */
export interface CheckScope {
  begin(): Promise<TestContext>;
  end(): Promise<void>;
}

/**
 * Runs several checks one after the other. Returns for each, in the same order, a function that throws or not, as the
 * body of a check does.
 */
type RunBatch = (
  turns: readonly (CheckScope & { readonly check: CheckInfo })[],
  profile: Profile,
) => Promise<readonly (() => void)[]>;

/** Checks that run as one piece of work. Their outcomes are known when all of it is done. */
export interface Batch {
  readonly checks: readonly CheckInfo[];
  readonly conduct: RunBatch;
}

/** Declares a batch, each check of it under these versions of the API. */
export function batch(
  checks: readonly (Pick<CheckInfo, 'id' | 'title' | 'needs'> & {
    readonly under: readonly CheckInfo['version'][];
  })[],
  conduct: RunBatch,
): void {
  declareBatch(checks, conduct);
}

/** The declarations of one file `suites/<family>/*.suite.ts`. */
export interface Suite {
  /** Unique over all folders. */
  readonly name: string;
  readonly folder: string;
  /** The declared one. */
  readonly stage?: Stage | undefined;
  /** Each under every version of the API that it is for. */
  readonly checks: readonly Check[];
  readonly slowChecks: readonly Check[];
  readonly batches: readonly Batch[];
  readonly properties: readonly Property[];
}

const suitesFolder = resolve(__dirname, '../..');
const suiteEnding = /\.suite\.[jt]s$/;

/** The declarations of the suite that is being loaded. */
let suiteBeingLoaded: {
  readonly checks: Check[];
  readonly slowChecks: Check[];
  readonly batches: Batch[];
  readonly properties: Property[];
  scenarios: number;
  stage?: Stage;
};
let loadedSuites: readonly Suite[] | undefined;

/** Declares a check under these versions. */
function declareCheck(
  check: Omit<Check, 'version' | 'isSampledVersion'>,
  under: readonly Version[],
  among: 'checks' | 'slowChecks',
): void {
  suiteBeingLoaded[among].push(...forEachVersion(check, under));
}

function declareBatch(
  checks: readonly (Pick<CheckInfo, 'id' | 'title' | 'needs'> & { readonly under: readonly Version[] })[],
  conduct: RunBatch,
): void {
  suiteBeingLoaded.batches.push({
    checks: checks.flatMap(({ under, ...check }) =>
      forEachVersion({ ...check, clause: clauseOfCheck(check.id) }, under),
    ),
    conduct,
  });
}

/** A check that leads a run has its version from there. The others take turns. */
function forEachVersion<Head extends Pick<CheckInfo, 'id'>>(
  check: Head,
  under: readonly Version[],
): (Head & Pick<CheckInfo, 'version' | 'isSampledVersion'>)[] {
  suiteBeingLoaded.scenarios += 1;
  const leading = leadingVersion(check.id);
  const turn =
    leading !== undefined && under.includes(leading) ? leading : under[suiteBeingLoaded.scenarios % under.length];
  return under.map((version) => ({ ...check, version, isSampledVersion: version === turn }));
}

function declareProperty(property: Property): void {
  suiteBeingLoaded.properties.push(property);
}

/** All suites. They are loaded once in a process, without a target. */
export function loadSuites(): readonly Suite[] {
  loadedSuites ??= readdirSync(suitesFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => suiteEnding.test(file))
    .map((file) => {
      suiteBeingLoaded = { checks: [], slowChecks: [], batches: [], properties: [], scenarios: 0 };
      require(join(suitesFolder, file));
      return { name: suiteName(file), folder: dirname(file), ...suiteBeingLoaded };
    });
  return loadedSuites;
}

/** All checks of a suite. */
export function checksOf({ checks, slowChecks, batches }: Suite): readonly CheckInfo[] {
  return [...checks, ...slowChecks, ...batches.flatMap((each) => each.checks)];
}

/** The name of a suite by the path of its file: it is unique over all folders. */
export function suiteName(path: string): string {
  return basename(path).replace(suiteEnding, '');
}
