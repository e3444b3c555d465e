import { clauses } from '../../../contracts/clauses';
import { reporterNames } from '../../../reports/formats';
import { efforts } from '../../../suites/harness/run/run-plan';
import { createProgram } from '../../program/program';
import { settingValues } from '../../settings/setting-values';
import { complete } from './complete';

const words = (...typed: string[]) =>
  complete(createProgram(), ['ecs-metadata-conformance', ...typed]).map(({ word }) => word);

test('commands are completed, also those of a group, and the hidden one is not', () => {
  expect(words('')).toEqual(expect.arrayContaining(['init', 'run', 'doctor', 'baseline', 'completion']));
  expect(words('')).not.toContain('complete');
  expect(words('comp')).toEqual(['compare', 'completion']);
  expect(words('contract', 'v')).toEqual(['verify']);
  expect(words('--vers')).toEqual(['--version']);
});

test('the flags of a command are completed, with their description', () => {
  expect(words('run', '--ef')).toEqual(['--effort']);
  expect(words('restore', '--ef')).toEqual([]);
  expect(words('baseline', 'update', '--o')).toEqual(['--owner']);
  const [effort] = complete(createProgram(), ['x', 'run', '--effort']);
  expect(effort?.description).toMatch(/quick, standard/);
  expect(words('run', '--strict', '--effort', 'quick', '--see')).toEqual(['--seed']);
});

test('the values of a flag are completed, after a space, after "=", and after a comma', () => {
  expect(words('run', '--effort', '')).toEqual(['smoke', 'quick', 'standard', 'thorough']);
  expect(words('run', '--effort=q')).toEqual(['--effort=quick']);
  // Bash splits at "=".
  expect(words('run', '--effort', '=', 'q')).toEqual(['quick']);
  expect(words('run', '--clause', 'key-04,quota-0')).toEqual([
    'key-04,QUOTA-01',
    'key-04,QUOTA-02',
    'key-04,QUOTA-03',
    'key-04,QUOTA-04',
  ]);
  expect(words('run', '--vm-state', 'res')).toEqual(['rescued=', 'resized=']);
  expect(words('clauses', '--profile', 'n')).toEqual(['nova']);
});

test('a value with "=" is completed once, however the shell splits it', () => {
  expect(words('run', '--vm-state', 'error', '=')).toEqual([]);
  expect(words('run', '--vm-state', 'error=')).toEqual([]);
  expect(words('run', '--vm-state', 'error', '=', 'ID,sto')).toEqual(['ID,stopped=']);
  expect(words('run', '--vm-state=error=ID,sto')).toEqual(['--vm-state=error=ID,stopped=']);
  expect(words('run', '--effort', '=')).toEqual(['smoke', 'quick', 'standard', 'thorough']);
  expect(words('run', '--vm-state', 'error', '=', 'ID', '--ef')).toEqual(['--effort']);
});

test('the ids of checks are completed after "/"', () => {
  expect(words('run', '--clause', 'KEY-05/sl')).toEqual(['KEY-05/slash-after-many', 'KEY-05/slash']);
  expect(words('run', '--clause', 'KEY-04,key-05/sl')).toContain('KEY-04,KEY-05/slash');
});

test('the commands are completed after help', () => {
  expect(words('help', 'comp')).toEqual(['compare', 'completion']);
  expect(words('help', 'contract', '')).toEqual(expect.arrayContaining(['verify', 'publish']));
});

test('clauses and shells are completed as arguments; a file is left to the shell', () => {
  expect(words('explain', 'KEY-0')).toEqual(clauses.map(({ id }) => id).filter((id) => id.startsWith('KEY-0')));
  expect(words('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  expect(words('compare', '')).toEqual([]);
  expect(words('run', '--config', '')).toEqual([]);
  expect(words('nonsense', '')).toEqual([]);
});

test('the proposed values are those that the settings take', () => {
  expect(settingValues.effort?.values).toEqual(Object.keys(efforts));
  expect(settingValues.reporter?.values).toEqual(reporterNames);
});
