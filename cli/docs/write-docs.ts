import { readFileSync, writeFileSync } from 'node:fs';
import { generatedDocs, generatedFiles, regenerate } from './generated-docs';

for (const [file, parts] of Object.entries(generatedDocs)) {
  writeFileSync(file, regenerate(readFileSync(file, 'utf8'), parts));
}

for (const [file, make] of Object.entries(generatedFiles)) writeFileSync(file, make());
