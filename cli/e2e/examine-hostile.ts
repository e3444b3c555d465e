import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedSettings } from '../embedded-settings';
import { command, type Ended } from './command';
import { startHostileEndpoint } from './hostile-endpoint';

/** Examines the hostile endpoint from this folder, as a user would. */
export async function examineHostile(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const endpoint = await startHostileEndpoint();
  try {
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(embeddedSettings(endpoint)));
    return await command(['run', '--config', config, '--effort', 'quick', '--seed', '1'], environment, folder);
  } finally {
    await endpoint.close();
  }
}
