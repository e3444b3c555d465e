import { mutant } from '../mutant';

/** Shows the keys of the map in camel case in the server resource. The fault of a serialiser that renames all members. */
export default mutant('server-resource-camel-case', {
  killedBy: ['REPLACE-08'],
  load: ({ server, request }) => {
    if (/\/metadata\b/.test(request.url)) return server.metadata;
    const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return Object.fromEntries(Object.entries(server.metadata).map(([key, value]) => [camel(key), value]));
  },
});
