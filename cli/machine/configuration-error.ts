/** The command cannot be used as asked (exit 2). The message is one sentence with the mend. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
