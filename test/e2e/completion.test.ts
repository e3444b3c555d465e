import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runCommand } from './support/command';

const main = join(__dirname, '../../dist/cli/main.js');

/** The proposals of bash for the last of these words. */
async function proposals(...words: string[]): Promise<string[]> {
  const { stdout } = await runCommand(['completion', 'bash']);
  const script = `
    ecs-metadata-conformance() { "${process.execPath}" "${main}" "$@"; }
    ${stdout}
    COMP_WORDS=(ecs-metadata-conformance "$@"); COMP_CWORD=$#
    _ecs_metadata_conformance
    printf '%s\\n' "\${COMPREPLY[@]}"
  `;
  const { stdout: shown, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return shown.trim().split('\n');
}

test('bash completes commands, flags and values', async () => {
  expect(await proposals('doc')).toEqual(['doctor']);
  expect(await proposals('run', '--max-r')).toEqual(['--max-requests', '--max-rate']);
  expect(await proposals('run', '--effort', '')).toEqual(['smoke', 'quick', 'standard', 'thorough']);
  expect(await proposals('run', '--config', '')).toEqual(['']);
});

test('another shell is refused', async () => {
  const { code, stderr } = await runCommand(['completion', 'tcsh']);
  expect(stderr).toBe('error: there is no completion for tcsh: give bash, zsh, fish\n');
  expect(code).toBe(2);
});
