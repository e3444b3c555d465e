import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { detectionPage } from '../mutation/detection-page';
import { sampleEndpoints } from '../mutation/samples';
import { readDetection, readToolComparison } from '../mutation/stored-files';

const docs = resolve(__dirname, '../../../docs');

/** Writes `docs/detection.md` from the stored figures. `npm run proof -- --write` measures them again. */
const samples = sampleEndpoints();
const page = detectionPage(readDetection(docs), readToolComparison(docs, samples), samples);
writeFileSync(join(docs, 'detection.md'), page);
