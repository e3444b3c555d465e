import { basename, relative } from 'node:path';

const name = 'ecs-metadata-conformance';

/**
 * The command as the user has called it, for a line that the user copies: `npx ecs-metadata-conformance`,
 * `ecs-metadata-conformance` for a command on the PATH, or `node dist/cli/main.js`.
 */
export function ownCommand(
  [, script = '']: readonly string[] = process.argv,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  // npm sets it for npx, and for the scripts of package.json: npx works where they do.
  if (environment.npm_command !== undefined) return `npx ${name}`;
  const file = basename(script);
  if (file.startsWith(name)) return script.includes('node_modules') ? `npx ${name}` : name;
  if (file !== 'main.js') return `npx ${name}`;
  const path = relative(process.cwd(), script);
  return `node ${path.includes(' ') ? JSON.stringify(path) : path}`;
}
