/** The user can mend it: settings, files, or a server that is not as it must be (exit 2). The message says how. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
