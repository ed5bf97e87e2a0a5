import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { JSDOM, VirtualConsole } from 'jsdom';
import { serve } from './peer.mjs';

const url = 'http://fakehost/test/page.html';
const documents = {
  linkedom: html => parseHTML(html).document,
  jsdom: html => new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document,
};
const documentOf = documents[process.argv[3]];

await serve(async bytes => new Readability(documentOf(bytes.toString('utf8'))).parse()?.textContent ?? '');
