import type { Version } from '../../contracts/metadata';

/** What once broke an endpoint, tried first in every search: the name of a law, and an input of its generator. */
export const corpus: readonly { readonly law: string; readonly version: Version; readonly input: unknown }[] = [];
