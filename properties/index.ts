/** The generators, for tests of your own: `import { maps } from 'ecs-metadata-conformance/properties'`. */
export {
  byteOrderMarkBodies,
  type DuplicateMember,
  duplicateMembers,
  equivalentBodies,
  invalidUtf8Bodies,
  jsonBodies,
} from './bodies';
export * as cases from './cases';
export { everyCharacter } from './cases/every-character';
export { type HistoryScope, histories, type Operation } from './histories';
export { keys, keysWithSpace, nearMissKeys } from './keys';
export { malformedBodies } from './malformed-bodies';
export { type MapOptions, mapSizes, maps, successiveMaps } from './maps';
export { type ConcurrentReplace, type Race, type RaceScope, races } from './races';
export { rejectedBodies, wrongShapes } from './rejected-bodies';
export { controlValues, loneSurrogateValues, nearMissValues, values } from './values';
export { acceptingVmStates, refusingVmStates, vmStates } from './vm-states';
