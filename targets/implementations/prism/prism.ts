import type { Implementation } from '../implementation';

export const prism: Implementation = { product: 'prism', setup: '', folder: 'prism', causes: [] };
