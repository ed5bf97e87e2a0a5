// node rss.mjs FILE: prints what npm's rss-parser reads of a feed, as JSON.
import { readFile } from 'node:fs/promises';
import Parser from 'rss-parser';

const feed = await new Parser().parseString(await readFile(process.argv[2], 'utf8'));
console.log(JSON.stringify(feed.items.map((item) => ({ id: item.guid ?? item.id, title: item.title, link: item.link }))));
