import { profiles } from '../../contracts/profiles';
import { CapturedOutput } from '../machine/testing/captured-output';
import { clausesAsJson } from './clauses';

test('the catalogue for machines is JSON, whatever a profile is called', () => {
  const heard = new CapturedOutput();
  const name = 'own\n::error::x\u202e ##[add-mask]ä';
  heard.console.out(...clausesAsJson({ ...profiles.ecs, name }));
  expect(JSON.parse(heard.stdout).profile).toBe(name);
  expect(heard.stdout).not.toMatch(/^\s*::|##\[/m);
});
