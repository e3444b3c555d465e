import { variant } from '../variant';
import { writesJson } from '../writes-json';

/** Shows much more of a server, the platform’s own keys among it, beside the map and not in it. */
export default variant('server-resource-rich', {
  handle: writesJson((held) => {
    const { server } = held as { server?: object };
    if (server === undefined) return JSON.stringify(held);
    const platform = { charging_mode: '0', vpc_id: '0', 'metering.image_id': '0', __support_agent_list: 'hss' };
    const more = {
      flavor: { id: 's3.large.2' },
      addresses: {},
      links: [],
      locked: false,
      tags: [],
      'os-extended-metadata': platform,
    };
    return JSON.stringify({ server: { ...more, ...server } });
  }),
});
