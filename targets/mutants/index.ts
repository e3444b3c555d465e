import * as accessForeignServer from './access/foreign-server';
import * as accessProject from './access/project';
import * as accessServerId from './access/server-id';
import * as accessToken from './access/token';
import * as answerContent from './answer/content';
import * as answerErrors from './answer/errors';
import * as answerFormat from './answer/format';
import * as answerStatus from './answer/status';
import * as atomicDataLoss from './atomic/data-loss';
import * as atomicPartialWrite from './atomic/partial-write';
import * as bodyContentTypeAndSize from './body/content-type-and-size';
import * as bodyEncoding from './body/encoding';
import * as bodyEnvelope from './body/envelope';
import * as bodyJsonSyntax from './body/json-syntax';
import * as bodyMetadataMember from './body/metadata-member';
import * as concurrencyRaces from './concurrency/races';
import type { Mutant } from './helpers/mutant';
import * as isolationOtherServers from './isolation/other-servers';
import * as keyAltered from './key/altered';
import * as keyLength from './key/length';
import * as keyLost from './key/lost';
import * as keyPattern from './key/pattern';
import * as keySanitised from './key/sanitised';
import * as keyTooStrict from './key/too-strict';
import * as keyValidation from './key/validation';
import * as methodRouting from './method/routing';
import * as quotaCounting from './quota/counting';
import * as quotaLargeMaps from './quota/large-maps';
import * as quotaLimit from './quota/limit';
import * as replaceAddedPairs from './replace/added-pairs';
import * as replaceLeftovers from './replace/leftovers';
import * as replaceLostPairs from './replace/lost-pairs';
import * as replaceMerging from './replace/merging';
import * as replaceSkippedWrites from './replace/skipped-writes';
import * as replaceStaleViews from './replace/stale-views';
import * as stateAccepted from './state/accepted';
import * as stateCheckSkipped from './state/check-skipped';
import * as stateTransitions from './state/transitions';
import * as stateWrongRejection from './state/wrong-rejection';
import * as valueControlCharacters from './value/control-characters';
import * as valueCounting from './value/counting';
import * as valueEmpty from './value/empty';
import * as valueEncoding from './value/encoding';
import * as valueEscaping from './value/escaping';
import * as valueLength from './value/length';
import * as valueRewritten from './value/rewritten';
import * as valueType from './value/type';
import * as valueUnicode from './value/unicode';
import * as versionV2AndMicroversions from './version/v2-and-microversions';

/** The themes: `FAMILY/THEME.ts` has the mutants that must fail a clause of this family first. */
const themes: readonly Readonly<Record<string, Mutant>>[] = [
  accessForeignServer,
  accessProject,
  accessServerId,
  accessToken,
  answerContent,
  answerErrors,
  answerFormat,
  answerStatus,
  atomicDataLoss,
  atomicPartialWrite,
  bodyContentTypeAndSize,
  bodyEncoding,
  bodyEnvelope,
  bodyJsonSyntax,
  bodyMetadataMember,
  concurrencyRaces,
  isolationOtherServers,
  keyAltered,
  keyLength,
  keyLost,
  keyPattern,
  keySanitised,
  keyTooStrict,
  keyValidation,
  methodRouting,
  quotaCounting,
  quotaLargeMaps,
  quotaLimit,
  replaceAddedPairs,
  replaceLeftovers,
  replaceLostPairs,
  replaceMerging,
  replaceSkippedWrites,
  replaceStaleViews,
  stateAccepted,
  stateCheckSkipped,
  stateTransitions,
  stateWrongRejection,
  valueControlCharacters,
  valueCounting,
  valueEmpty,
  valueEncoding,
  valueEscaping,
  valueLength,
  valueRewritten,
  valueType,
  valueUnicode,
  versionV2AndMicroversions,
];

/** All mutants, sorted by name. */
export const allMutants: readonly Mutant[] = themes
  .flatMap((theme) => Object.values(theme))
  .sort((one, other) => (one.name < other.name ? -1 : 1));
