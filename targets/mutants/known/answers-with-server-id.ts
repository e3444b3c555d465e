import { json } from '../../reference/http-message';
import { mutant } from '../mutant';

/** Answers with the id of the server beside the map. */
export default mutant('answers-with-server-id', {
  killedBy: ['ANSWER-03'],
  answer: (stored, _sent, { server }) => json(200, { metadata: stored, server_id: server.id }),
});
