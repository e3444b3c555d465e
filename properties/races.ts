import fc, { type Arbitrary } from 'fast-check';
import { type Metadata, type Version, versions } from '../contracts/metadata';
import { type LimitOptions, limitsOf } from './cases/limits';

/** One of the replaces that meet. */
export interface ConcurrentReplace {
  readonly version: Version;
  readonly metadata: Metadata;
  /** Milliseconds by which it sets out later than the first ones: while those are being carried out, or read. */
  readonly lag: number;
}

/** Requests to one server that are sent at the same time. */
export interface Race {
  /** No two alike, and each tells by its values which one it is. */
  readonly replaces: readonly ConcurrentReplace[];
  /** The same, but for a last pair for which they must be refused: nothing of them may ever be seen. */
  readonly rejected: readonly ConcurrentReplace[];
  readonly reads: readonly Version[];
  /** Whether the reads set out before the replaces. */
  readonly readsFirst: boolean;
}

export interface RaceScope extends LimitOptions {
  readonly maxReads: number;
}

/** What a write, a query or a message takes on the target's side: how far off the target is does not matter. */
const lags = [1, 2, 4, 8, 16];

/** Keys of either kind in the largest maps. */
const maxKeysOfKind = 62;

/** No key of the set. */
const badPair = { 'bad/key': '1' };

/**
 * 2 to 4 replaces, up to 2 rejected ones and up to `maxReads` reads. Some maps are large enough to be written in more
 * than one step.
 */
export function races({ maxReads, ...within }: RaceScope): Arbitrary<Race> {
  const version = fc.constantFrom<Version>('v2.1', 'v2');
  const lag = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(...lags) });
  const { quota } = limitsOf(within);
  // A map has keys of its own and shared ones, one more of each than drawn, and may get a bad one.
  const most = quota < 0 ? maxKeysOfKind : Math.max(0, Math.min(maxKeysOfKind, Math.floor(quota / 2) - 2));
  // The larger ones fill more than a batch, or a packet, of many who write in such.
  const size = fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: Math.min(12, most) }) },
    { weight: 1, arbitrary: fc.constantFrom(Math.min(40, most), most) },
  );
  const replace = fc.record({ version, own: size, shared: size, lag });
  return fc
    .record({
      replaces: fc.array(replace, { minLength: 2, maxLength: 4 }),
      rejected: fc.array(replace, { maxLength: 2 }),
      // Not shrunk, so that no two races of a run write the same.
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

/** Keys of its own show a union, keys that all share show a mixture. */
function mapOf(index: number, { own, shared }: { own: number; shared: number }, mark: number): Metadata {
  const names = [...Array(own + 1).keys()].map((number) => `only${index}x${number}`);
  const all = [...Array(shared + 1).keys()].map((number) => `shared${number}`);
  return Object.fromEntries([...names, ...all].map((key) => [key, `by${index}of${mark}`]));
}
