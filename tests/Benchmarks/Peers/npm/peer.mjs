import { readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

// argv[2] lists the files, one a line. First goes out what `work` makes of each (null: it fails on it), as one line of JSON. Then each
// line that comes in names a number of passes and the files to take; what goes out is the processor time of these passes in milliseconds.
export async function serve(work) {
  const files = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map(path => readFileSync(path));
  const results = [];
  for (const file of files) {
    results.push(await attempt(work, file));
  }
  answer(JSON.stringify(results));
  for await (const line of createInterface({ input: process.stdin })) {
    const { passes, take } = JSON.parse(line);
    const start = process.cpuUsage();
    for (let pass = 0; pass < passes; pass++) {
      for (const at of take) {
        await work(files[at]);
      }
    }
    const { user, system } = process.cpuUsage(start);
    answer(String((user + system) / 1000));
  }
}

async function attempt(work, file) {
  try {
    return await work(file);
  } catch {
    return null;
  }
}

// At once and whole, also into a pipe.
function answer(line) {
  const bytes = Buffer.from(line + '\n');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}
