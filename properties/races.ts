import fc, { type Arbitrary } from 'fast-check';
import { type Metadata, type Version, versions } from '../contracts/metadata';
import { type LimitOptions, limitsOf } from './cases/limits';

/** One of several concurrent replaces. */
export interface ConcurrentReplace {
  readonly version: Version;
  readonly metadata: Metadata;
  /** The delay after the first requests, in milliseconds: it is sent while they are in progress. */
  readonly lag: number;
}

/** Requests to one server that are sent at the same time. */
export interface Race {
  /** All different. The values of a map identify its replace. */
  readonly replaces: readonly ConcurrentReplace[];
  /** The same with an invalid last pair. The target must reject them, and no read may show a pair of them. */
  readonly rejected: readonly ConcurrentReplace[];
  readonly reads: readonly Version[];
  /** True if the reads are sent before the replaces. */
  readonly readsFirst: boolean;
}

export interface RaceScope extends LimitOptions {
  readonly maxReads: number;
}

/** The duration of a write, a query or a message inside the target, in milliseconds. The network does not matter. */
const lags = [1, 2, 4, 8, 16];

/** The number of own keys, and of shared keys, in the largest maps. */
const maxKeysOfKind = 62;

/** A pair with an invalid key. */
const badPair = { 'bad/key': '1' };

/**
 * 2 to 4 replaces, up to 2 rejected ones and up to `maxReads` reads. Some maps are so large that a target may write
 * them in several steps.
 */
export function races({ maxReads, ...within }: RaceScope): Arbitrary<Race> {
  const version = fc.constantFrom<Version>('v2.1', 'v2');
  const lag = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(...lags) });
  const { quota } = limitsOf(within);
  // A map has one own key and one shared key more than drawn, and perhaps an invalid one.
  const most = quota < 0 ? maxKeysOfKind : Math.max(0, Math.min(maxKeysOfKind, Math.floor(quota / 2) - 2));
  // The larger ones need more than one batch or packet.
  const size = fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: Math.min(12, most) }) },
    { weight: 1, arbitrary: fc.constantFrom(Math.min(40, most), most) },
  );
  const replace = fc.record({ version, own: size, shared: size, lag });
  return fc
    .record({
      replaces: fc.array(replace, { minLength: 2, maxLength: 4 }),
      rejected: fc.array(replace, { maxLength: 2 }),
      // Not shrunk, so that no two races of a run write equal values.
      mark: fc.noShrink(fc.nat({ max: 0xffffff })),
      reads: fc.array(fc.constantFrom(...versions), { minLength: Math.min(1, maxReads), maxLength: maxReads }),
      readsFirst: fc.boolean(),
    })
    .map(({ replaces, rejected, mark, ...rest }) => ({
      replaces: replaces.map(({ version, lag, ...sizes }, index) => {
        return { version, metadata: mapOf(index, sizes, mark), lag };
      }),
      rejected: rejected.map(({ version, lag, ...sizes }, index) => {
        return { version, metadata: { ...mapOf(replaces.length + index, sizes, mark), ...badPair }, lag };
      }),
      ...rest,
    }));
}

/** Own keys show a union of maps, shared keys a mix of them. */
function mapOf(index: number, { own, shared }: { own: number; shared: number }, mark: number): Metadata {
  const names = [...Array(own + 1).keys()].map((number) => `only${index}x${number}`);
  const all = [...Array(shared + 1).keys()].map((number) => `shared${number}`);
  return Object.fromEntries([...names, ...all].map((key) => [key, `by${index}of${mark}`]));
}
