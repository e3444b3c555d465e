import type { Edition } from './edition';
import first from './editions/2026-1.json';

/** Every published edition, the newest first. New certificates are made by that one. */
export const editions: readonly [newest: Edition, ...older: Edition[]] = [first as Edition];
