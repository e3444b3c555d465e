import { Command, InvalidArgumentError } from 'commander';
import { realConsole } from '../machine/console';
import { action } from './action';

export const serve = new Command('serve')
  .description('serve the embedded endpoint on this machine, as a mock')
  .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 8774)
  .action(
    action(async ({ port }: { port: number }) => (await import('../commands/serve.js')).serve(port, realConsole)),
  );

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('give a number from 0 to 65535.');
}
