/** Loaded before the command: tells the parent process how much memory was in use at most, in kilobytes. */
process.on('exit', () => process.send?.(process.resourceUsage().maxRSS));
