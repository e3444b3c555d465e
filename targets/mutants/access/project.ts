import { compliant } from '../../embedded/compliant';
import { unauthorized } from '../../embedded/http';
import { mutant } from '../helpers/mutant';

export const projectComparedInPart = mutant({
  name: 'project-compared-in-part',
  description: 'Compares only half of the project id: a column that is too short.',
  killedBy: ['ACCESS-05'],
  authorise: (request, address, store) => {
    const project = store.tokens.get(request.headers['x-auth-token'] ?? '') ?? '';
    const isAlike = project !== '' && address.projectId.startsWith(project.slice(0, 16));
    return compliant.authorise(request, isAlike ? { ...address, projectId: project } : address, store);
  },
});

export const projectHeaderTrusted = mutant({
  name: 'project-header-trusted',
  description: 'Trusts a project id in a request header: a gateway forwards the header of the caller.',
  killedBy: ['ACCESS-05'],
  authorise: (request, address, store) => {
    const named = request.headers['x-auth-token'] === undefined ? undefined : request.headers['x-project-id'];
    return named === address.projectId ? named : compliant.authorise(request, address, store);
  },
});

export const projectIgnored = mutant({
  name: 'project-ignored',
  description: 'Ignores the project id in the URI: a route variable that no code reads.',
  killedBy: ['ACCESS-05'],
  authorise: (request, _address, store) => {
    const project = store.tokens.get(request.headers['x-auth-token'] ?? '');
    if (project === undefined) throw unauthorized();
    return project;
  },
});

export const projectOfUri = mutant({
  name: 'project-of-uri',
  description: 'Trusts the project id in the URI: the path is taken for the identity of the caller.',
  killedBy: ['ACCESS-05'],
  authorise: (request, address, store) => {
    if (!store.tokens.has(request.headers['x-auth-token'] ?? '')) throw unauthorized();
    return address.projectId;
  },
});

export const raceWrongCaller = mutant({
  name: 'race-wrong-caller',
  description: "Stores the caller's project where a concurrent request overwrites it: a global variable.",
  killedBy: ['ACCESS-05'],
  behaviour: () => {
    let current = '';
    return {
      handle: async (request, next, store) => {
        const [, , project = ''] = request.url.split('/');
        current = store.tokens.get(request.headers['x-auth-token'] ?? '') ?? '';
        const own = current;
        await store.clock.sleep(1);
        const isTaken = request.method === 'PUT' && own !== '' && current !== own && current === project;
        const token = [...store.tokens].find(([, of]) => of === project)?.[0];
        return next(isTaken ? { ...request, headers: { ...request.headers, 'x-auth-token': token } } : request);
      },
    };
  },
});
