import { CorrectableError } from '../../targets/errors';

/** The command cannot be used with these settings or files. */
export class ConfigurationError extends CorrectableError {
  override readonly name = 'ConfigurationError';
}
