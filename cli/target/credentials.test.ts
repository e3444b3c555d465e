import { authRequestBody } from '../../targets/identity/keystone';
import { type Cloud, parseCloud } from './cloud';
import { buildCredentials, buildProjectScope } from './credentials';
import { selectEndpoint } from './select-endpoint';

function cloud(raw: Readonly<Record<string, unknown>>): Cloud {
  return parseCloud({ name: 'cloud a', raw }, undefined, undefined);
}

const asked = (raw: Readonly<Record<string, unknown>>) =>
  authRequestBody(buildCredentials(cloud(raw)), buildProjectScope(cloud(raw), undefined));

test('a password is asked with by names and their domains', () => {
  const auth = { username: 'me', password: 'pw', user_domain_name: 'd', project_name: 'p', project_domain_id: 'e' };
  expect(asked({ auth })).toEqual({
    auth: {
      identity: { methods: ['password'], password: { user: { name: 'me', domain: { name: 'd' }, password: 'pw' } } },
      scope: { project: { name: 'p', domain: { id: 'e' } } },
    },
  });
});

test('ids need no domain, and go before names', () => {
  const auth = { user_id: 'u', username: 'me', password: 'pw', project_id: 'i', project_name: 'p' };
  expect(asked({ auth_type: 'v3password', auth })).toEqual({
    auth: {
      identity: { methods: ['password'], password: { user: { id: 'u', password: 'pw' } } },
      scope: { project: { id: 'i' } },
    },
  });
});

test('an application credential without an id is named, with its user', () => {
  const auth = {
    application_credential_name: 'n',
    application_credential_secret: 's',
    username: 'me',
    user_domain_id: 'd',
  };
  expect(asked({ auth_type: 'v3applicationcredential', auth })).toEqual({
    auth: {
      identity: {
        methods: ['application_credential'],
        application_credential: { name: 'n', secret: 's', user: { name: 'me', domain: { id: 'd' } } },
      },
    },
  });
});

test('a token may stand for a password', () => {
  const identity = { methods: ['token'], token: { id: 't' } };
  expect(asked({ auth_type: 'token', token: 't' })).toEqual({ auth: { identity } });
  expect(asked({ auth: { token: 't', project_id: 'i' } })).toEqual({
    auth: { identity, scope: { project: { id: 'i' } } },
  });
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ['no password', { auth: { user_id: 'u' } }, /^cloud a has no password: give the password in .* or with OS_PASSWORD$/],
  ['no user', { auth: { password: 'p' } }, /^cloud a has no username: give it, or user_id$/],
  ['no domain of the user', { auth: { username: 'u', password: 'p' } }, /no domain for its user: give user_domain/],
  ['no secret', { auth_type: 'v3applicationcredential' }, /has no application_credential_secret: give the secret in/],
  [
    'another way',
    { auth_type: 'v3oidcpassword' },
    /has the auth_type v3oidcpassword, which is not supported: get a token with/,
  ],
])('%s is complained of', (_, raw, complaint) => {
  expect(() => buildCredentials(cloud(raw))).toThrow(complaint);
});

test('a project by its name needs a domain', () => {
  expect(() => buildProjectScope(cloud({ auth: { project_name: 'p' } }), undefined)).toThrow(
    /no domain for its project/,
  );
  expect(buildProjectScope(cloud({ auth: { project_name: 'p' } }), 'wanted')).toEqual({ id: 'wanted' });
});

const listed = [
  { interface: 'public', region: 'north', url: 'https://north.example/v2.1' },
  { interface: 'internal', region: 'north', url: 'http://10.0.0.1/v2.1' },
  { interface: 'public', region: 'south', url: 'https://south.example/v2.1' },
];

test('the endpoint is that of the region and the interface', () => {
  expect(selectEndpoint(cloud({ region_name: 'south' }), listed)).toBe('https://south.example/v2.1');
  expect(selectEndpoint(cloud({ region_name: 'north', interface: 'internal' }), listed)).toBe('http://10.0.0.1/v2.1');
  expect(selectEndpoint(cloud({ region_name: 'south', interface: ['internal', 'public'] }), listed)).toMatch(/south/);
});

test.each<[string, Record<string, unknown>, typeof listed, RegExp]>([
  ['no such region', { region_name: 'west' }, listed, /no compute endpoint in region west: it has north, south$/],
  ['no region', {}, listed, /cloud a has several regions: choose one of north, south with --region$/],
  [
    'no such interface',
    { region_name: 'south', interface: 'admin' },
    listed,
    /give --interface, the catalog has public$/,
  ],
  ['no endpoint', {}, [], /the service catalog of cloud a has no compute endpoint: give the target with --target$/],
])('%s is complained of with those that there are', (_, raw, endpoints, complaint) => {
  expect(() => selectEndpoint(cloud(raw), endpoints)).toThrow(complaint);
});
