/**
 * The boundary cases as plain data, each with a name for the title of a test. The random search runs after them, never
 * instead of them.
 */

export { type BodyCase, malformedBodies, wrongShapes } from './bodies';
export { illegalKeys, type KeyCase, legalKeys } from './keys';
export { type LookalikeCase, lookalikes } from './lookalikes';
export { controlValues, type IllegalValueCase, illegalValues, legalValues, type ValueCase } from './values';
