import type { Implementation } from '../implementation';

export const mimic: Implementation = { product: 'mimic', setup: '', folder: 'mimic', causes: [] };
