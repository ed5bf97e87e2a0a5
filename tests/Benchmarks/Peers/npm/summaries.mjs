import { createRequire } from 'node:module';
import { serve } from './peer.mjs';

const lexrank = createRequire(import.meta.url)('lexrank');

// The first line of a file is the number of sentences wanted.
await serve(bytes => {
  const text = bytes.toString('utf8');
  const end = text.indexOf('\n');
  return new Promise((resolve, reject) =>
    lexrank.summarize(text.slice(end + 1), Number(text.slice(0, end)), (error, lines) =>
      error ? reject(error) : resolve(lines.sort((one, other) => one.index - other.index).map(line => line.text).join(' '))));
});
