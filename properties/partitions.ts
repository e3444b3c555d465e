/**
 * The boundary cases as plain data, each with a name fit for the title of a test. Random search runs after them, never
 * instead of them.
 */
export { controlValues } from './partitions/control-values';
export { illegalKeys } from './partitions/illegal-keys';
export { type KeyPartition, legalKeys } from './partitions/legal-keys';
export { legalValues, type ValuePartition } from './partitions/legal-values';
export { type LookalikePartition, lookalikes } from './partitions/lookalikes';
export { type BodyPartition, malformedBodies } from './partitions/malformed-bodies';
export { wrongShapes } from './partitions/wrong-shapes';
export { type WrongValuePartition, wrongValues } from './partitions/wrong-values';
