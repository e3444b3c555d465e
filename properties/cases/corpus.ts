import type { Version } from '../../contracts/metadata';

/** Past counterexamples, tried first in every search: the name of a property, and an input of its generator. */
export const corpus: readonly { readonly law: string; readonly version: Version; readonly input: unknown }[] = [];
