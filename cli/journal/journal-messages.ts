import { ConfigurationError } from '../../targets/errors';
import { ownCommand } from '../machine/own-command';

/** The name of the first journal until it is complete. */
export function partPath(path: string): string {
  return `${path}.part`;
}

/** The journal cannot be removed after everything was restored. */
export function notRemovedMessage(path: string, error: unknown): string {
  return `everything is restored, but the journal ${path} cannot be removed (${codeOf(error)}): remove it by hand before the next run, and do not restore from it`;
}

export function restoreCommand(path: string): string {
  return `run: ${ownCommand()} restore ${path}`;
}

export function notWrittenMessage(path: string, error: unknown): string {
  return `the journal ${path} cannot be written (${codeOf(error)})`;
}

export function journalExistsError(path: string): ConfigurationError {
  return new ConfigurationError(
    `the journal ${path} exists: another run is active, or has ended without restoring its servers; ${restoreCommand(path)}, or remove the file`,
  );
}

export function otherRunStartsError(path: string): ConfigurationError {
  return new ConfigurationError(
    `the file ${partPath(path)} exists: another run starts in that folder, or has ended before it changed anything; if no run is active, remove the file`,
  );
}

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
