import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Answers with the id of the server beside the map. */
export default mutant('answers-with-server-id', {
  killedBy: ['ANSWER-03'],
  answer: (stored, _sent, { server }) => jsonResponse(200, { metadata: stored, server_id: server.id }),
});
