/** The evidence of a run in its folder: JSON Lines, compressed. */
export const evidenceName = 'evidence.jsonl.gz';

/** Its name in a bundle that was made before evidence was compressed. */
export const plainEvidenceName = 'evidence.jsonl';

export type EvidenceName = typeof evidenceName | typeof plainEvidenceName;
