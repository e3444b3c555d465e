/** Where reports and journal go, unless `--out` says otherwise. */
export const defaultFolder = 'conformance-report';
