import type { CheckId } from '../../contracts/evidence/check-id';
import type { Version } from '../../contracts/metadata';

/** Past counterexamples, tried first in every search: the id of a property, and an input of its generator. */
export const corpus: readonly { readonly property: CheckId; readonly version: Version; readonly input: unknown }[] = [];
