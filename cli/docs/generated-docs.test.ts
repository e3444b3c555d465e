import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generatedDocs, generatedFiles, regenerate } from './generated-docs';

test.each(Object.entries(generatedDocs))('%s is current (npm run docs writes it)', (file, parts) => {
  const document = readFileSync(resolve(__dirname, '../..', file), 'utf8');
  expect(regenerate(document, parts)).toBe(document);
});

test.each(Object.entries(generatedFiles))('%s is current (npm run docs writes it)', (file, make) => {
  expect(readFileSync(resolve(__dirname, '../..', file), 'utf8')).toBe(make());
});
