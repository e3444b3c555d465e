import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withNewIds } from './check-ids';

const file = resolve(__dirname, '../../../suites/check-ids.json');

writeFileSync(file, withNewIds(JSON.parse(readFileSync(file, 'utf8'))));
