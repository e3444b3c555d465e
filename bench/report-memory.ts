/** Is loaded before the command. Sends the peak memory to the parent process at the end, in kilobytes. */
process.on('exit', () => process.send?.(process.resourceUsage().maxRSS));
