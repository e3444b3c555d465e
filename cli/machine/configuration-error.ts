/** One class for exit 2. suites/ throws it too, and imports nothing of cli/: so it is defined there. */
export { ConfigurationError } from '../../suites/harness/configuration-error';
