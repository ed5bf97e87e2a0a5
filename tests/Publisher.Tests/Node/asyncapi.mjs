// node asyncapi.mjs DOCUMENT MESSAGES: validates the AsyncAPI document, then messages as they were taken off the wire, a JSON array of
// { exchange, routingKey, contentType, headers, body }, against what the document says of them. Prints each fault; none: "valid".
import { readFile } from 'node:fs/promises';
import parser from '@asyncapi/parser';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [documentFile, messagesFile] = process.argv.slice(2);
const { document, diagnostics } = await new parser.Parser().parse(await readFile(documentFile, 'utf8'));
const faults = diagnostics.filter((each) => each.severity < 2).map((each) => `document: ${each.path.join('.')} ${each.message}`);
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const kinds = new Map(
  (document?.allMessages().all() ?? []).map((message) => [
    message.name(),
    {
      contentType: message.contentType(),
      headers: ajv.compile(message.headers().json()),
      // As written: { schemaFormat, schema }.
      payload: ajv.compile(message.json().payload.schema),
    },
  ]),
);
for (const { routingKey, contentType, headers, body } of JSON.parse(await readFile(messagesFile, 'utf8'))) {
  const type = headers['cloudEvents:type'];
  const kind = kinds.get(type);
  if (!kind) faults.push(`${routingKey}: the document has no message ${type}`);
  else if (contentType !== kind.contentType) faults.push(`${type}: content type ${contentType}`);
  else {
    if (!kind.headers(headers)) faults.push(`${type}: headers ${ajv.errorsText(kind.headers.errors)}`);
    if (!kind.payload(body)) faults.push(`${type}: body ${ajv.errorsText(kind.payload.errors)}`);
  }
}
console.log(faults.join('\n') || 'valid');
