/** Driver of pkgcloud. Its servers have metadata, but no call that changes them. */
const { readFileSync } = require('node:fs');
const { env } = process;

const given = JSON.parse(readFileSync(0, 'utf8'));

if (given.operation === 'read') {
  const pkgcloud = require('pkgcloud');
  const client = pkgcloud.compute.createClient({
    provider: 'openstack',
    // It appends the path of the API to the address of Keystone itself.
    authUrl: env.OS_AUTH_URL.replace(/\/v3$/, ''),
    keystoneAuthVersion: 'v3',
    username: env.OS_USERNAME,
    password: env.OS_PASSWORD,
    domainName: env.OS_USER_DOMAIN_NAME,
    tenantName: env.OS_PROJECT_NAME,
    projectDomainName: env.OS_PROJECT_DOMAIN_NAME,
    region: env.OS_REGION_NAME,
  });
  const call = 'client.getServer(id)';
  client.getServer(given.serverId, (error, server) => {
    const outcome = error
      ? { error: { type: error.constructor.name, message: error.message, status: error.statusCode ?? null } }
      : { returned: server.metadata };
    console.log(JSON.stringify({ call, ...outcome }));
  });
} else {
  console.log(JSON.stringify({ absent: true }));
}
