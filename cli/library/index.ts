/** The suite as a library: `import { runConformance } from 'ecs-metadata-conformance'`. docs/library.md explains it. */
export { type ClauseId, clauses } from '../../contracts/clauses';
export type { CheckEnded, Evidence } from '../../contracts/evidence/events';
export type { Output, Report, Reporter } from '../../reports/formats/shared/reporter';
export type { ClauseResult, Failure, Result, RunVerdict, Verdict } from '../../reports/result/result';
export { ConfigurationError, TargetUnavailableError } from '../../targets/errors';
export type { LoggedRequest } from '../../targets/mock/request-log';
export { assertClause, assertConforms, ConformanceError, curlCommands, describeClause } from './clause-report';
export type { ConformanceOptions } from './options';
export { runConformance } from './run-conformance';
export { type Mock, type MockOptions, startMock } from './start-mock';
