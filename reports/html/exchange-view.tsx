import { useContext } from 'preact/hooks';
import { type Body, bytesOf, type Exchange } from '../../contracts/http/exchange';
import { RoomContext } from './room';
import { WireText } from './wire-text';

/** Of one body on the page; the evidence file has all of it. */
const bodySize = 1_500;
const headerSize = 300;

/** What was sent and what was answered, each scrolled by itself where it is long. */
export function ExchangeView({ exchange: { request, response } }: { readonly exchange: Exchange }) {
  return (
    <div class="exchange">
      <section aria-label="request">
        <Headers headers={request.headers} />
        <BodyView body={request.body} />
      </section>
      <section aria-label="answer">
        <p class="status">status {response.status}</p>
        <Headers headers={response.headers} />
        <BodyView body={response.body} />
      </section>
    </div>
  );
}

function Headers({ headers }: { readonly headers: Readonly<Record<string, string>> }) {
  const all = Object.entries(headers);
  const { headers: shown } = useContext(RoomContext);
  return (
    <ul class="headers">
      {all.slice(0, shown).map(([name, value]) => (
        <li>
          <WireText text={`${name}: ${value}`} most={headerSize} />
        </li>
      ))}
      {all.length > shown && <li class="left">… {all.length - shown} more headers</li>}
    </ul>
  );
}

function BodyView({ body }: { readonly body: Body }) {
  const size = bytesOf(body).length;
  if (size === 0) return null;
  if ('text' in body) {
    return (
      <p class="body">
        <WireText text={body.text} most={bodySize} />
      </p>
    );
  }
  return (
    <p class="body">
      <span class="left">{size} bytes that are no UTF-8, in Base64: </span>
      <WireText text={body.base64} most={bodySize} />
    </p>
  );
}
