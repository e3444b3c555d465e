import { readFileSync, writeFileSync } from 'node:fs';
import { generatedDocs, regenerated } from './generated-docs';

for (const [file, parts] of Object.entries(generatedDocs)) {
  writeFileSync(file, regenerated(readFileSync(file, 'utf8'), parts));
}
