import Parser from 'rss-parser';
import { serve } from './peer.mjs';

const parser = new Parser();

await serve(async bytes => String((await parser.parseString(bytes.toString('utf8'))).items.length));
