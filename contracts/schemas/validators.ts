import Ajv from 'ajv/dist/2020';
import { answerSchema } from './answer-schema';
import { errorSchema } from './error-schema';
import { requestSchema } from './request-schema';

// `ownProperties`: a map may hold the key `__proto__`, and must not be looked up through a prototype.
const ajv = new Ajv({ ownProperties: true });

export const isRequest = ajv.compile<{ metadata: Record<string, string> }>(requestSchema);
export const isAnswer = ajv.compile<{ metadata: Record<string, string> }>(answerSchema);
export const isNovaError = ajv.compile<Record<string, { code: number; message: string }>>(errorSchema);
