/** The generators, for tests of your own: `import { metadata } from 'ecs-metadata-conformance/properties'`. */
export { byteOrderMarkBodies } from './byte-order-mark-bodies';
export { controlValues } from './control-values';
export { type DuplicateMember, duplicateMembers } from './duplicate-members';
export { type HistoryScope, histories, type Operation } from './histories';
export { invalidUtf8Bodies } from './invalid-utf8-bodies';
export { keys } from './keys';
export { loneSurrogateValues } from './lone-surrogate-values';
export { malformedBodies } from './malformed-bodies';
export { type MetadataSize, metadata } from './metadata';
export { nearMissKeys } from './near-miss-keys';
export { nearMissValues } from './near-miss-values';
export * as partitions from './partitions';
export { spacedKeys } from './spaced-keys';
export { spelledBodies } from './spelled-bodies';
export { values } from './values';
export { acceptingVmStates, refusingVmStates, vmStates } from './vm-states';
export { wrongShapes } from './wrong-shapes';
