/** An error that the user can correct: a setting, a file, the target. Its message says how. The command exits with 2. */
export class ConfigurationError extends Error {
  override readonly name: string = 'ConfigurationError';
}

/** The target is not as the user described it: a wrong URL, project, server or token. */
export class TargetConfigurationError extends ConfigurationError {
  override readonly name = 'TargetConfigurationError';
}

/** Keystone issues no token for these credentials. The message begins with the URL of Keystone. */
export class AuthenticationError extends ConfigurationError {
  override readonly name = 'AuthenticationError';
}

/** The target does not create a server, for a reason that the user can correct. */
export class ServerCreationError extends ConfigurationError {
  override readonly name = 'ServerCreationError';
}

/**
 * The target or the network failed, for reasons that say nothing about the contract. The check is then not tested, and
 * the run is incomplete. The command exits with 3.
 */
export class TargetUnavailableError extends Error {
  override readonly name = 'TargetUnavailableError';

  /**
   * @param kind what failed: `silence`: no response before the timeout; `broken`: the connection; `load`: the target is
   * overloaded; `large`: the response is too large to be read; `lasting`: another request would fail, too; `stopped`:
   * the run has ended, and the request was not sent.
   */
  constructor(
    message: string,
    options: ErrorOptions = {},
    readonly kind: 'silence' | 'broken' | 'load' | 'large' | 'lasting' | 'stopped' = 'lasting',
  ) {
    super(message, options);
  }
}
