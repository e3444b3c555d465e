import { ConfigurationError } from '../../targets/errors';
import { MemoryFiles } from './testing/memory-files';
import { fileIn, readText } from './user-file';

test('a folder stands for the file in it', () => {
  const files = new MemoryFiles();
  files.makeFolder('out');
  files.put('out/result.json', '{}');
  expect(fileIn('out', 'result.json', files)).toBe('out/result.json');
  expect(fileIn('out/result.json', 'result.json', files)).toBe('out/result.json');
  expect(fileIn('nope', 'result.json', files)).toBe('nope');
});

test('a folder in place of a file is named', () => {
  const files = new MemoryFiles();
  files.makeFolder('out');
  const reading = () => readText('out', 'the baseline', 'check --baseline', files);
  expect(reading).toThrow('the baseline out is a folder, not a file: check --baseline');
  expect(reading).toThrow(ConfigurationError);
});
