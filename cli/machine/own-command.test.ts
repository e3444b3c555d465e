import { join } from 'node:path';
import { ownCommand } from './own-command';

const script = join(process.cwd(), 'dist/cli/main.js');

test.each<[string, string, NodeJS.ProcessEnv, string]>([
  ['node', script, {}, 'node dist/cli/main.js'],
  ['node in a folder with a space', join(process.cwd(), 'a b/main.js'), {}, 'node "a b/main.js"'],
  ['npx', '/x/node_modules/.bin/ecs-metadata-conformance', { npm_command: 'exec' }, 'npx ecs-metadata-conformance'],
  ['npm start', script, { npm_command: 'start' }, 'npx ecs-metadata-conformance'],
  ['a script of a project', '/x/node_modules/.bin/ecs-metadata-conformance', {}, 'npx ecs-metadata-conformance'],
  ['the PATH', '/usr/local/bin/ecs-metadata-conformance', {}, 'ecs-metadata-conformance'],
  ['an own program', '/x/program.js', {}, 'npx ecs-metadata-conformance'],
])('a printed command is that of the user: %s', (_, path, environment, command) => {
  expect(ownCommand(['node', path], environment)).toBe(command);
});
