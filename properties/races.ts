import fc, { type Arbitrary } from 'fast-check';
import { type Metadata, type Version, versions } from '../contracts/metadata';

/** Requests to one server that are sent at the same time. */
export interface Race {
  /** No two alike, and each tells by its values which one it is. */
  readonly replaces: readonly {
    readonly version: Version;
    readonly metadata: Metadata;
    /** Whoever sends it reads first, so that it comes while the others are under way. */
    readonly isAfterRead: boolean;
  }[];
  readonly reads: readonly Version[];
  /** Whether the reads set out before the replaces. */
  readonly readsFirst: boolean;
}

export interface RaceScope {
  readonly maxReads: number;
}

/** 2 to 4 replaces and up to `maxReads` reads. Some maps are large enough to be written in more than one step. */
export function races({ maxReads }: RaceScope): Arbitrary<Race> {
  const version = fc.constantFrom<Version>('v2.1', 'v2');
  const isAfterRead = maxReads === 0 ? fc.constant(false) : fc.nat({ max: 3 }).map((one) => one === 3);
  const replace = fc.record({ version, own: fc.nat({ max: 12 }), shared: fc.nat({ max: 12 }), isAfterRead });
  return fc
    .record({
      replaces: fc.array(replace, { minLength: 2, maxLength: 4 }),
      // Not shrunk, so that no two races of a run write the same.
      mark: fc.noShrink(fc.nat({ max: 0xffffff })),
      reads: fc.array(fc.constantFrom(...versions), { minLength: Math.min(1, maxReads), maxLength: maxReads }),
      readsFirst: fc.boolean(),
    })
    .map(({ replaces, mark, ...rest }) => ({
      replaces: replaces.map(({ version, isAfterRead, ...sizes }, index) => {
        return { version, metadata: mapOf(index, sizes, mark), isAfterRead };
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
